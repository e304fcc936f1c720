"""Confirming a list saves all of it or nothing."""

import pytest

from meetings.attendee_import.confirming import ImportRefused, confirm
from meetings.models import Alias, Attendee, Delegation, Government, Person
from tests.attendee_import.lists import NOW, THREE, answer, draft
from tests.attendee_import.stored_rows import stored_rows
from tests.factories import make_attendee, make_delegation, make_person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("provinces")]


def test_confirming_registers_everybody(meeting, editor):
    confirm(draft(meeting, *THREE), editor, NOW)

    people = meeting.attendees.order_by("pk").values_list(
        "person__native_name", "delegation__government__code", "role", "person__email"
    )
    assert list(people) == [
        ("김견본", "KR-47", "head", "sample@example.org"),
        ("이견본", "KR-47", "staff", ""),
        ("박견본", "KR-48", "head", ""),
    ]


def test_confirming_writes_history_as_saving_does(meeting, editor):
    batch = draft(meeting, *THREE)

    confirm(batch, editor, NOW)

    for model, rows in ((Attendee, 3), (Person, 3), (Delegation, 2)):
        noted = model.history.values_list(
            "history_user", "history_type", "history_change_reason", "history_date"
        )
        reason = f"Imported list {batch.pk}"
        assert list(noted) == [(editor.pk, "+", reason, NOW)] * rows


def test_the_same_list_again_changes_nothing(meeting, editor):
    confirm(draft(meeting, *THREE), editor, NOW)
    before = stored_rows()

    again = draft(meeting, *THREE)
    confirm(again, editor, NOW)

    assert again.summary["unchanged"] == 3
    assert stored_rows() == before


def test_a_list_sent_again_updates_what_changed(meeting, editor):
    confirm(draft(meeting, *THREE), editor, NOW)

    confirm(
        draft(meeting, "김견본,경북,국장,,,", "이견본,경북,,,b@example.org,"),
        editor,
        NOW,
    )

    kim = meeting.attendees.get(person__native_name="김견본")
    assert (kim.position, kim.role, kim.version) == ("국장", "head", 2)
    assert kim.person.phone == "010-1111-2222"
    assert Person.objects.get(native_name="이견본").email == "b@example.org"


def test_heads_may_change_places_in_one_list(meeting, editor):
    confirm(draft(meeting, *THREE), editor, NOW)

    confirm(draft(meeting, "이견본,경북,,단장,,", "김견본,경북,,단원,,"), editor, NOW)

    roles = meeting.attendees.filter(delegation__government__code="KR-47")
    assert dict(roles.values_list("person__native_name", "role")) == {
        "김견본": "delegate",
        "이견본": "head",
    }


def test_problems_stop_everything(meeting, editor):
    batch = draft(meeting, *THREE, "최견본,없는곳,,,,")

    with pytest.raises(ImportRefused, match="There are still problems"):
        confirm(batch, editor, NOW)

    assert not meeting.attendees.exists()


def test_rows_with_problems_may_be_left_out(meeting, editor):
    confirm(
        draft(meeting, *THREE, "최견본,없는곳,,,,"), editor, NOW, skip_problems=True
    )

    assert meeting.attendees.count() == 3


def test_of_two_who_confirm_one_wins(meeting, editor, manager):
    batch = draft(meeting, *THREE)
    theirs = type(batch).objects.get(pk=batch.pk)

    confirm(batch, editor, NOW)
    with pytest.raises(ImportRefused, match="Somebody else has closed this list"):
        confirm(theirs, manager, NOW)

    assert meeting.attendees.count() == 3


def test_a_review_out_of_date_is_made_anew(meeting, editor):
    batch = draft(meeting, *THREE)
    delegation = make_delegation(
        meeting, government=Government.objects.get(code="KR-48")
    )
    make_attendee(delegation=delegation, role="head")

    with pytest.raises(ImportRefused, match="reviewed anew"):
        confirm(batch, editor, NOW)

    batch.refresh_from_db()
    assert meeting.attendees.count() == 1
    assert batch.rows.get(number=4).problems[0].code == "second_head"


def test_a_change_elsewhere_does_not_stop_a_list(meeting, editor):
    batch = draft(meeting, *THREE)
    make_person()

    confirm(batch, editor, NOW)

    assert meeting.attendees.count() == 3


def test_who_is_missing_is_kept_unless_staff_say_otherwise(meeting, editor):
    confirm(draft(meeting, *THREE), editor, NOW)
    shorter = draft(meeting, THREE[0])
    (gone,) = shorter.missing
    answer(shorter, missing={gone["reference"]: "cancel"})

    confirm(shorter, editor, NOW)

    statuses = meeting.attendees.values_list("person__native_name", "status")
    assert dict(statuses) == {
        "김견본": "registered",
        "이견본": "cancelled",
        "박견본": "registered",
    }


def test_an_answer_is_remembered_for_the_next_list(meeting, editor):
    batch = draft(meeting, "김견본,경북본청,,,,")
    answer(batch, body={"庆北": "KR-47", "경북본청": "KR-47"}, once=["庆北"])

    confirm(batch, editor, NOW)

    assert list(Alias.objects.values_list("kind", "text", "value")) == [
        ("body", "경북본청", "KR-47")
    ]
    assert draft(meeting, "이견본,경북본청,,,,").summary["new"] == 1


def test_a_heading_mapped_by_hand_is_remembered(meeting, editor):
    rows = ("김견본,경북,소나무",)
    batch = draft(
        meeting,
        *rows,
        headings="성명,소속,나무",
        choices={"mapping": {"2": "lodging"}},
    )
    confirm(batch, editor, NOW)

    next_list = draft(meeting, "이견본,경북,밤나무", headings="성명,소속,나무")

    assert next_list.rows.get().values["lodging"] == "밤나무"
