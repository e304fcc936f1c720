"""Read lists as the program does, but in this process, and with one index of bodies.

Starting a child and indexing all bodies would take most of the time.
"""

from contextlib import contextmanager
from unittest.mock import patch

from django.utils import timezone

from meetings.attendee_import import row_drafts
from meetings.attendee_import.body_index import BodyIndex
from meetings.attendee_import.drafts import reading_options
from meetings.attendee_import.report import report_of
from meetings.attendee_import.review import review
from meetings.models import ImportBatch
from meetings.models.import_answers import ImportChoices
from meetings.spreadsheets.child import pack_reading
from meetings.spreadsheets.files.kinds import read_book
from meetings.spreadsheets.lists.recognition import recognize
from meetings.spreadsheets.types import Unreadable


@contextmanager
def one_index(meeting):
    """Let all reviews in the block look bodies up in the same index."""
    index = BodyIndex(meeting.day_of_names)
    with patch.object(row_drafts, "BodyIndex", lambda day: index):
        yield


def report_on(made, meeting):
    """Return the report on a list; raise Unreadable with a sentence.

    In the place of the counts that `--json` prints, `to_follow` has the texts of the
    seats without names.
    """
    batch = ImportBatch(
        meeting=meeting,
        file_name=made.file_name,
        content=made.content,
        made_at=timezone.now(),
        choices=ImportChoices(delegation=made.delegation),
    )
    book = read_book(made.content, None)
    reading = recognize(book, reading_options(batch))
    batch.reading, people = pack_reading(reading)
    batch.people = b"".join(people)
    found = review(batch)
    batch.warnings, batch.to_follow = found.warnings, found.to_follow
    report = report_of(batch, found.rows, found.summary, found.missing)
    return report | {"to_follow": batch.reading["to_follow"]}


def read_or_refusal(made, meeting):
    """Return the report and None, or None and the sentence of the refusal."""
    try:
        return report_on(made, meeting), None
    except Unreadable as error:
        return None, str(error)
