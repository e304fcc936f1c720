"""How an export is answered: as a file, as a stream, or with a page to wait on."""

from django.http import FileResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from meetings.exports.delivery import (
    stream_csv,
    takes_long,
    write_and_log,
    write_in_background,
    write_sheets,
)
from meetings.models import ExportLog

CSV = "text/csv; charset=utf-8"


def new_entry(request, what, about, suffix, **fields):
    """Return the line that the log of exports gets; not saved yet."""
    return ExportLog(
        made_at=timezone.now(),
        made_by=request.user,
        what=what,
        about=about,
        suffix=suffix,
        **fields,
    )


def send_sheets(entry, sheets, count_rows=None):
    """Answer with a spreadsheet; `count_rows` counts the rows of a sheet that streams.

    CSV has one sheet and is never counted: its first rows leave before the last ones
    are read from the database.
    """
    if entry.suffix == "csv":
        return _send_stream(entry, *sheets)
    counts = [count_rows()] if count_rows else [len(rows) for *_, rows in sheets]
    return send_file(
        entry,
        write_sheets(entry.suffix, sheets),
        is_slow=takes_long(entry.suffix, sheets, counts),
        total=sum(counts),
    )


def send_file(entry, write, *, is_slow=False, total=0):
    """Answer with what `write` writes.

    Where it is slow, answer with the page that shows how many rows of `total` are done
    and ends in a download, rather than keep somebody before a page that stands still.
    """
    if is_slow:
        return redirect(write_in_background(entry, write, total, timezone.now()))
    file = write_and_log(entry, write)
    return FileResponse(file, as_attachment=True, filename=entry.file_name)


def _send_stream(entry, sheet):
    response = StreamingHttpResponse(stream_csv(entry, sheet), content_type=CSV)
    response["Content-Disposition"] = f'attachment; filename="{entry.file_name}"'
    return response
