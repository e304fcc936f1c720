"""How an export reaches its reader: at once, as it is written, or when it is ready."""

from django.http import FileResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from meetings.exports.delivery import stream_csv, write_in_background, write_now
from meetings.models import ExportLog

CSV = "text/csv; charset=utf-8"


def new_entry(request, what, about, suffix, **fields):
    """The line that the log of exports gets; not saved yet."""
    return ExportLog(
        made_at=timezone.now(),
        made_by=request.user,
        what=what,
        about=about,
        suffix=suffix,
        **fields,
    )


def send_stream(entry, sheet):
    """A list as CSV, whose first rows leave before the last ones are read."""
    response = StreamingHttpResponse(stream_csv(entry, sheet), content_type=CSV)
    response["Content-Disposition"] = f'attachment; filename="{entry.file_name}"'
    return response


def send_file(entry, write):
    return FileResponse(
        write_now(entry, write), as_attachment=True, filename=entry.file_name
    )


def send_later(entry, write, total):
    """The page that shows how far the file is, and ends in a download."""
    return redirect(write_in_background(entry, write, total, timezone.now()))
