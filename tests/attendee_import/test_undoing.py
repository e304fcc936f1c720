"""Undoing a list leaves what was before, but for what was edited since."""

import datetime as dt

import pytest
from django.db import IntegrityError

from meetings.attendee_import.confirming import ImportRefused, confirm
from meetings.attendee_import.drafts import create_draft
from meetings.attendee_import.undoing import Undoing, undo
from meetings.models import Attendee, Government
from meetings.models.attendees import AttendeeStatus
from tests.attendee_import.lists import HEADINGS, NOW, THREE, answer, draft
from tests.attendee_import.stored_rows import stored_rows
from tests.factories import make_attendee, make_delegation, make_person, make_presenter

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("provinces")]


def test_undoing_returns_every_table_to_its_rows(meeting, editor):
    known = make_person(native_name="이견본", email="")
    delegation = make_delegation(
        meeting, government=Government.objects.get(code="KR-47")
    )
    make_attendee(delegation=delegation, person=known, position="과장")
    gone = make_attendee(delegation=delegation, arrives_on=dt.date(2026, 10, 22))
    before = stored_rows()
    batch = draft(
        meeting,
        "김견본,KR-48,국장,단장,,",
        "이견본,경북,주무관,단장,c@example.org,1",
        "최견본,견본시,,,,",
    )
    answer(
        batch,
        missing={gone.reference: "cancel"},
        body={"견본시": "KR-47-sample"},
        new_bodies={
            "KR-47-sample": {
                "parent": "KR-47",
                "kind": "city",
                "names": {"name_en": "Sample", "name_ko": "견본시"},
            }
        },
    )
    confirm(batch, editor, NOW)
    assert stored_rows() != before

    assert undo(batch, editor, NOW) == []

    assert stored_rows() == before


def test_undoing_keeps_and_names_what_was_edited_since(meeting, editor):
    batch = draft(meeting, *THREE)
    confirm(batch, editor, NOW)
    edited, override_language, _other = meeting.attendees.order_by("pk")
    edited.set_status(AttendeeStatus.CONFIRMED)
    make_presenter(attendee=override_language)

    kept = undo(batch, editor, NOW)

    assert kept == sorted([edited.reference, override_language.reference])
    assert {a.pk for a in meeting.attendees.all()} == {edited.pk, override_language.pk}
    assert meeting.delegations.count() == 1


def test_undoing_twice_is_refused(meeting, editor):
    batch = draft(meeting, *THREE)
    confirm(batch, editor, NOW)
    undo(batch, editor, NOW)

    with pytest.raises(ImportRefused):
        undo(batch, editor, NOW)


def test_undoing_is_told_in_the_history(meeting, editor):
    batch = draft(meeting, *THREE)
    confirm(batch, editor, NOW)
    undo(batch, editor, NOW)

    types = Attendee.history.values_list("history_type", "history_change_reason")
    assert set(types) == {
        ("+", f"Imported list {batch.pk}"),
        ("-", f"Undid list {batch.pk}"),
    }


def test_undoing_what_is_made_use_of_meanwhile_is_refused(meeting, editor, monkeypatch):
    batch = draft(meeting, *THREE)
    confirm(batch, editor, NOW)

    def make_use(self):
        raise IntegrityError

    monkeypatch.setattr(Undoing, "undo", make_use)
    with pytest.raises(ImportRefused, match="Somebody is working on these people"):
        undo(batch, editor, NOW)

    assert type(batch).objects.get().is_confirmed


def test_the_same_file_asks_nothing_twice(meeting, editor):
    rows = "김견본,본부,과장,,kim,", "이견본,경북,,,,", "박견본,없는곳,,,,"
    content = "\n".join([HEADINGS, *rows]).encode()
    first = create_draft(meeting, "list.csv", content, editor, NOW)
    answer(
        first,
        body={"本部": "KR-47", "본부": "KR-47"},
        cells={"CSV!2": {"email": "kim@example.org"}},
        skip=["CSV!4"],
    )
    assert first.open_problems == 0
    confirm(first, editor, NOW)
    undo(first, editor, NOW)

    again = create_draft(meeting, "list.csv", content, editor, NOW)

    assert again.open_problems == 0
    assert again.rows.first().values["email"] == "kim@example.org"
    assert [row.is_skipped for row in again.rows.all()] == [False, False, True]


def test_the_same_rows_in_another_file_ask_nothing_twice(meeting, editor):
    first = draft(meeting, "김견본,본부,과장,,,")
    answer(first, body={"본부": "KR-47"})
    confirm(first, editor, NOW)
    undo(first, editor, NOW)
    content = first.content + b"\r\n"

    again = create_draft(meeting, "list.csv", content, editor, NOW)

    assert again.open_problems == 0


def test_a_file_that_was_confirmed_again_is_answered_anew(meeting, editor):
    known = make_person(native_name="김견본", family_name="", given_name="")
    content = f"{HEADINGS}\n김견본,KR-47,과장,,,".encode()
    for _ in range(2):
        batch = create_draft(meeting, "list.csv", content, editor, NOW)
        answer(batch, people={"CSV!2": "new"})
        confirm(batch, editor, NOW)
        if batch.pk == meeting.imports.order_by("pk").first().pk:
            undo(batch, editor, NOW)

    again = create_draft(meeting, "list.csv", content, editor, NOW)

    assert again.summary["unchanged"] == 1
    assert again.rows.get().person_key != known.key
