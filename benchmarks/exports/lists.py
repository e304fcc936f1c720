"""The list of attendees with all its columns, as the program writes it."""

from django.utils import timezone

from meetings.exports import LISTINGS
from meetings.exports.delivery import stream_csv, write_sheets
from meetings.models import ExportLog

LISTING = LISTINGS["attendees"]


def all_columns():
    return LISTING.choose_columns([*LISTING.allowed_columns(True)], True)


def sheet(meeting):
    items = LISTING.in_order(LISTING.items(meeting), "protocol")
    return LISTING.sheet(str(LISTING.title), items, all_columns())


def write(file, suffix, meeting):
    """Write the list; return its rows."""
    return write_sheets(suffix, [sheet(meeting)])(file, lambda rows: None)


def begin_csv(meeting):
    """The list as it is streamed, begun: its first piece has been sent."""
    entry = ExportLog(
        made_at=timezone.now(),
        what=LISTING.key,
        about=meeting.slug,
        suffix="csv",
        is_sensitive=True,
        reason="a benchmark",
    )
    pieces = stream_csv(entry, sheet(meeting))
    next(pieces)
    return pieces
