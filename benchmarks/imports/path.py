"""The path of a list, from a file to attendees, as the pages of the import go it."""

from django.utils import timezone

from benchmarks.imports.municipalities import without_municipalities
from meetings.attendee_import.confirming import confirm
from meetings.attendee_import.drafts import read_list, store
from meetings.attendee_import.review import review
from meetings.attendee_import.values import with_blanks
from meetings.models import ImportBatch
from meetings.spreadsheets.files.workbooks import read_workbook
from meetings.spreadsheets.lists.recognition import ReadingOptions, recognize

FEW, ALL = " with few governments", " with all governments"


def new_batch(meeting, content):
    return ImportBatch(
        meeting=meeting,
        file_name="list.xlsx",
        content=content,
        made_at=timezone.now(),
    )


def do(log, meeting, content, by, suffix=""):
    """Go the path, each stage timed; return the review."""
    batch, reviewed = read(log, meeting, content, suffix)
    log.time(f"store{suffix}", store, batch, reviewed, timezone.now())
    log.time(f"confirm{suffix}", confirm, batch, by, timezone.now())
    return reviewed


def read(log, meeting, content, suffix=""):
    """Read and review a list, each timed; return the batch and the review."""
    batch = new_batch(meeting, content)
    log.time(f"read{suffix}", read_list, batch)
    reviewed = log.time(f"review{suffix}", review, batch)
    if reviewed.summary["problems"]:
        raise ValueError(f"the list is to be clean: {reviewed.summary}")
    return batch, reviewed


def read_with_few_and_all_governments(log, meeting, content):
    """Read the list as if no municipality were known, and right after it as it is."""
    with without_municipalities():
        read(log, meeting, content, FEW)
    read(log, meeting, content, ALL)


def take_apart(log, content):
    """Time, in this process, what the child process of `read` does most."""
    book = log.time("unpack", read_workbook, content)
    log.time("recognise", recognize, book, ReadingOptions())


def clean_rows(reviewed):
    """The rows as plain values, with the codes of person and attendee."""
    return [
        with_blanks(row.values) | {"reference": row.reference, "person": row.person_key}
        for row in reviewed.rows
    ]
