"""Names that a list announces are counted beside the seats of the delegation."""

import pytest

from meetings.attendee_import.confirming import confirm
from meetings.attendee_import.drafts import store
from meetings.attendee_import.report import report_of
from meetings.attendee_import.review import review
from meetings.attendee_import.undoing import undo
from meetings.models import Delegation
from meetings.spreadsheets.findings import ReadPerson
from tests.attendee_import.lists import NOW
from tests.attendee_import.reviews import found_batch

pytestmark = pytest.mark.django_db

COLUMNS = {"encoding": None, "sheet": None, "sheets": [], "tables": []}
COLUMNS |= {"header_row": 1, "passed_over": []}


def seats(row, count, government="견본도", text="외 2명"):
    cells = {"government": government}
    return {"sheet": "명단", "row": row, "text": text, "count": count, "cells": cells}


def listed(meeting, *to_follow):
    person = ReadPerson("명단", 2, {"native_name": "김견본", "government": "견본도"})
    reading = COLUMNS | {"to_follow": list(to_follow)}
    batch = found_batch(meeting, person, reading=reading)
    store(batch, review(batch), NOW)
    return batch


def numbers():
    return dict(Delegation.objects.values_list("government__code", "names_to_follow"))


def test_names_to_follow_are_counted_by_delegation(meeting, delegation):
    batch = listed(meeting, seats(3, 2), seats(5, 1), seats(6, 1, "가상도"))

    report = report_of(batch, batch.rows.all(), batch.summary, batch.missing)

    assert report["to_follow"] == [
        {"government": "KR-47", "count": 3, "rows": [3, 5]},
        {"government": "KR-48", "count": 1, "rows": [6]},
    ]


def test_names_of_no_delegation_are_warned_of(meeting, delegation):
    batch = listed(meeting, seats(3, 2, "없는곳"))

    assert batch.to_follow == []
    assert [(w.code, w.value) for w in batch.file_warnings] == [
        ("seats_of_nobody", "외 2명")
    ]


def test_confirming_writes_the_numbers_and_undoing_restores_them(
    meeting, delegation, editor
):
    batch = listed(meeting, seats(3, 2), seats(6, 1, "가상도"))

    confirm(batch, editor, NOW)
    assert numbers() == {"KR-47": 2, "KR-48": 1}

    undo(batch, editor, NOW)
    assert numbers() == {"KR-47": None}


def test_the_same_list_again_writes_nothing(meeting, delegation, editor):
    confirm(listed(meeting, seats(3, 2)), editor, NOW)
    version = Delegation.objects.get().version

    confirm(listed(meeting, seats(3, 2)), editor, NOW)

    assert Delegation.objects.get().version == version


def test_a_number_goes_when_all_names_have_come(meeting, delegation, editor):
    confirm(listed(meeting, seats(3, 2)), editor, NOW)

    confirm(listed(meeting), editor, NOW)

    assert numbers() == {"KR-47": None}


def test_a_number_that_staff_wrote_stays(meeting, delegation, editor):
    delegation.names_to_follow = 4
    delegation.save()

    confirm(listed(meeting), editor, NOW)

    assert numbers() == {"KR-47": 4}
