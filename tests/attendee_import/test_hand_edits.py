"""What somebody corrected by hand is not overwritten by what a list said before."""

import datetime as dt

import pytest

from meetings.attendee_import.confirming import confirm
from meetings.attendee_import.drafts import create_draft
from meetings.attendee_import.undoing import undo
from meetings.models import Attendee, ListedValues
from tests.attendee_import.lists import HEADINGS, NOW, answer, draft
from tests.factories import make_delegation, make_meeting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("provinces")]

KIM = "김견본,경북,과장,단장,kim@example.org,010-1111-2222"


@pytest.fixture
def kim(meeting, editor):
    """Somebody whom a list has registered."""
    confirm(draft(meeting, KIM), editor, NOW)
    return meeting.attendees.get()


def edit(record, **values):
    for name, value in values.items():
        setattr(record, name, value)
    record.save()


def only_row(meeting, *rows, **decided):
    (row,) = draft(meeting, *rows, **decided).rows.all()
    return row


def test_the_same_list_leaves_what_was_corrected(meeting, editor, kim):
    edit(kim, position="국장")
    edit(kim.person, email="kim.gyeonbon@example.org")

    again = draft(meeting, KIM)
    confirm(again, editor, NOW)

    kim.refresh_from_db()
    assert again.summary["unchanged"] == 1
    assert again.rows.get().values["position"] == "국장"
    assert (kim.position, kim.version) == ("국장", 2)


@pytest.mark.parametrize(
    "names", [{"native_name": "김견분"}, {"native_name": "", "family_name": "KIM"}]
)
def test_who_was_renamed_by_hand_is_not_registered_twice(meeting, kim, names):
    edit(kim.person, **names)

    row = only_row(meeting, KIM)

    assert (row.state, row.reference) == ("unchanged", kim.reference)


def test_who_was_moved_by_hand_stays(meeting, kim):
    other = make_delegation(meeting)
    edit(kim, delegation=other)

    row = only_row(meeting, KIM)

    assert (row.state, row.reference) == ("unchanged", kim.reference)
    assert row.values["government"] == other.code


def test_who_was_cancelled_by_hand_stays_so(meeting, kim):
    edit(kim, status="cancelled")

    row = only_row(meeting, KIM)

    assert (row.state, row.values["status"]) == ("unchanged", "cancelled")
    assert [warning.code for warning in row.warnings] == ["still_cancelled"]


def test_who_was_cancelled_by_a_list_is_registered_by_the_next(meeting, editor, kim):
    shorter = draft(meeting, "이견본,경북,,,,")
    answer(shorter, missing={kim.reference: "cancel"})
    confirm(shorter, editor, NOW)

    assert only_row(meeting, KIM).changes == {"status": ["cancelled", "registered"]}


def test_what_the_list_changes_is_changed(meeting, kim):
    row = only_row(meeting, KIM.replace("과장", "국장"))

    assert (row.state, row.changes) == ("changed", {"position": ["과장", "국장"]})


def test_what_both_changed_is_asked(meeting, editor, kim):
    edit(kim, position="국장")
    listed = KIM.replace("과장", "부지사")

    batch = draft(meeting, listed)

    (problem,) = batch.rows.get().problems
    assert (problem.code, problem.field) == ("changed_by_both", "position")
    assert problem.candidates == ["국장", "부지사"]

    answer(batch, cells={"CSV!2": {"position": "국장"}})
    confirm(batch, editor, NOW)

    assert only_row(meeting, listed).state == "unchanged"


def test_both_may_change_to_the_same(meeting, kim):
    edit(kim, position="국장")

    assert only_row(meeting, KIM.replace("과장", "국장")).state == "unchanged"


def test_columns_of_an_earlier_list_count(meeting, editor, kim):
    confirm(draft(meeting, "김견본,경북", headings="성명,소속"), editor, NOW)
    edit(kim, position="국장")

    assert only_row(meeting, KIM).state == "unchanged"


def test_what_was_lost_in_a_spreadsheet_is_told_and_not_taken(meeting, kim):
    row = only_row(meeting, KIM.replace("010-1111-2222", "1011112222"))

    assert (row.state, row.values["phone"]) == ("unchanged", "010-1111-2222")
    assert [(w.code, w.field, w.value) for w in row.warnings] == [
        ("damaged", "phone", "1011112222")
    ]


def test_the_case_of_a_name_is_no_change(meeting, editor):
    headings = "성명,소속,영문 성,영문 이름"
    confirm(draft(meeting, "김견본,경북,Kim,Gyeon Bon", headings=headings), editor, NOW)

    row = only_row(meeting, "김견본,경북,KIM,GyeonBon", headings=headings)

    assert (row.state, row.values["family_name"]) == ("unchanged", "Kim")


def test_a_name_in_public_office_changes_by_an_answer_only(meeting, editor, kim):
    edit(kim.person, is_public=True, family_name="KIM", given_name="Gyeonbon")
    headings, row = "성명,소속,영문 성,영문 이름", "김견본,경북,Gim,Gyeonbon"

    batch = draft(meeting, row, headings=headings)

    (problem,) = batch.rows.get().problems
    assert (problem.code, problem.candidates) == ("public_name", ["KIM", "Gim"])
    answer(batch, cells={"CSV!2": {"family_name": "Gim"}})
    assert batch.rows.get().changes == {"family_name": ["KIM", "Gim"]}


def test_a_name_that_the_record_lacks_is_added_and_told(meeting, kim):
    edit(kim.person, is_public=True, family_name="", given_name="Gyeonbon")

    row = only_row(meeting, "김견본,경북,KIM", headings="성명,소속,영문 성")

    assert row.changes == {"family_name": ["", "KIM"]}
    assert [warning.code for warning in row.warnings] == ["public_name_added"]


@pytest.mark.parametrize("contact", ["kim@example.org,", ",+82 10-1111-2222"])
def test_a_name_one_letter_off_with_the_same_contact_is_asked(meeting, kim, contact):
    row = only_row(meeting, f"김견분,경북,과장,,{contact}")

    assert [(p.code, p.candidates) for p in row.problems] == [
        ("who_is_it", [kim.person.key])
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ("이견분,경북,과장,,kim@example.org,",),
        ("김견분,경남,과장,,kim@example.org,",),
        ("김견분,경북,과장,,other@example.org,",),
        ("김견분,경북,과장,,kim@example.org,", KIM),
    ],
    ids=["other name", "other body", "other contact", "both listed"],
)
def test_others_are_somebody_new(meeting, kim, rows):
    assert draft(meeting, *rows).rows.first().state == "new"


def test_who_was_renamed_by_the_list_stays_one(meeting, editor, kim):
    batch = draft(meeting, KIM.replace("김견본", "김견분"))
    answer(batch, people={"CSV!2": kim.person.key})
    confirm(batch, editor, NOW)

    assert meeting.attendees.get().person.native_name == "김견분"


def test_undoing_restores_what_was_said_before(meeting, editor, kim):
    said = ListedValues.objects.last_said(meeting)
    batch = draft(meeting, KIM.replace("과장", "국장"))
    confirm(batch, editor, NOW)
    assert ListedValues.objects.last_said(meeting) != said

    undo(batch, editor, NOW)

    assert ListedValues.objects.last_said(meeting) == said


def test_the_same_list_says_nothing_more(meeting, editor, kim):
    confirm(draft(meeting, KIM), editor, NOW)

    assert ListedValues.objects.count() == 1


def test_what_was_said_goes_with_the_attendee(kim):
    kim.delete()

    assert not ListedValues.objects.exists()


@pytest.mark.parametrize(("days", "kept"), [(14, 1), (15, 0)])
def test_what_was_said_is_dropped_after_the_meeting(meeting, editor, kim, days, kept):
    moment = dt.datetime(2026, 10, 23, tzinfo=dt.UTC) + dt.timedelta(days=days)
    content = f"{HEADINGS}\n{KIM}".encode()

    create_draft(make_meeting(), "list.csv", content, editor, moment)

    assert ListedValues.objects.count() == kept
    assert Attendee.objects.count() == 1
