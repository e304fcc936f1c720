"""Lists written in a test, and what their review says of each row."""

import json
import zlib

from django.utils import timezone

from meetings.attendee_import.drafts import read_list
from meetings.attendee_import.review import review
from meetings.models import ImportBatch
from meetings.models.import_answers import ImportAnswers, ImportChoices
from meetings.spreadsheets.child import pack_person
from tests.factories import make_attendee, make_person

HEADINGS = "성명,소속,직위,역할"


def attend(delegation, name="김견본", **fields):
    person = make_person(native_name=name, family_name="", given_name="")
    return make_attendee(delegation=delegation, person=person, **fields)


def batch_of(meeting, *rows, headings=HEADINGS, content=None, choices=None, **answers):
    """A list with these rows, each a line of CSV, and what staff answered.

    Choices and answers go by their names in JSON.
    """
    return ImportBatch(
        meeting=meeting,
        file_name="list.csv",
        content=content or "\n".join([headings, *rows]).encode(),
        made_at=timezone.now(),
        choices=ImportChoices.from_json(choices or {}),
        answers=ImportAnswers.from_json(answers),
    )


def reviewed(*given, **more):
    batch = batch_of(*given, **more)
    read_list(batch)
    return review(batch)


def only_row(*given, **more):
    (row,) = reviewed(*given, **more).rows
    return row


def states(found):
    return [row.state for row in found.rows]


def codes(found):
    """The problems of each row."""
    return [[problem.code for problem in row.problems] for row in found.rows]


def found_batch(meeting, *people, reading=None, **answers):
    """A draft of what the reader found: each a ReadPerson; `reading` is its fields."""
    batch = batch_of(meeting, **answers)
    batch.reading = {"columns": [], **(reading or {})}
    packed = [pack_person(person) for person in people]
    batch.people = zlib.compress(json.dumps(packed).encode())
    return batch
