"""What a list would do: each row new, changed, unchanged or a problem."""

import datetime as dt

import pytest

from meetings.models import Attendee, ImportBatch, ImportRow, Person
from tests.attendee_import.reviews import (
    HEADINGS,
    attend,
    codes,
    only_row,
    reviewed,
    states,
)
from tests.factories import make_delegation, make_meeting

pytestmark = pytest.mark.django_db


def test_a_newcomer_is_new(meeting, delegation):
    row = only_row(meeting, "김견본,견본도,과장,")

    assert (row.state, row.changes, row.problems) == ("new", {}, [])
    assert {name: value for name, value in row.values.items() if value} == {
        "government": "KR-47",
        "native_name": "김견본",
        "position": "과장",
        "rank": 1,
        "role": "delegate",
        "status": "registered",
    }
    assert (row.attendee_version, row.person_version) == (None, None)
    assert (len(row.reference), row.person_key[:2]) == (9, "p-")


def test_a_row_knows_where_it_stands(meeting, delegation):
    found = reviewed(meeting, "김견본,견본도,,", "", "이가상,견본도,,")

    assert [(row.position, row.key) for row in found.rows] == [
        (0, "CSV!2"),
        (1, "CSV!4"),
    ]


def test_an_attendee_of_whom_something_differs_is_changed(meeting, delegation):
    attendee = attend(delegation, rank=1, position="과장")

    row = only_row(meeting, "김견본,견본도,국장,단장")

    assert row.state == "changed"
    assert row.changes == {
        "position": ["과장", "국장"],
        "role": ["delegate", "head"],
    }
    assert (row.reference, row.person_key) == (
        attendee.reference,
        attendee.person.key,
    )
    assert (row.attendee_version, row.person_version) == (1, 1)


@pytest.mark.parametrize("position", ["과장", " 국제  과장 ", ""])
def test_an_attendee_of_whom_nothing_differs_is_unchanged(
    meeting, delegation, position
):
    attend(delegation, rank=1, position=position.strip().replace("  ", " "))

    row = only_row(meeting, f"김견본,견본도,{position},")

    assert (row.state, row.changes) == ("unchanged", {})


def test_a_blank_never_wipes_what_is_known(meeting, delegation):
    arrival = dt.date(2026, 10, 22)
    attend(delegation, rank=1, position="과장", role="head", arrives_on=arrival)

    row = only_row(meeting, "김견본,견본도,,", headings=f"{HEADINGS},도착일")

    assert (row.state, row.changes) == ("unchanged", {})
    assert (row.values["position"], row.values["role"]) == ("과장", "head")
    assert row.values["arrives_on"] == "2026-10-22"


def test_a_row_with_a_problem_is_one_and_its_field_has_no_value(meeting, delegation):
    row = only_row(meeting, "김견본,견본도,과장,마법사")

    assert row.state == "problem"
    assert [(p.code, p.field, p.value) for p in row.problems] == [
        ("unknown_role", "role", "마법사")
    ]
    assert "role" not in row.values


def test_a_known_person_is_new_to_the_meeting(meeting, delegation):
    before = attend(make_delegation(government=delegation.government), role="head")
    before.person.phone = "1"
    before.person.save()

    row = only_row(meeting, "김견본,견본도,2", headings="성명,소속,전화")

    assert (row.state, row.person_key) == ("new", before.person.key)
    assert row.changes == {"phone": ["1", "2"]}
    assert row.values["role"] == "delegate"
    assert row.reference != before.reference
    assert (row.attendee_version, row.person_version) == (None, 2)


def test_a_cancelled_attendee_who_is_listed_is_registered_again(meeting, delegation):
    attend(delegation, rank=1, status="cancelled")

    row = only_row(meeting, "김견본,견본도,,")

    assert row.changes == {"status": ["cancelled", "registered"]}


def test_a_cancelled_attendee_whom_the_list_cancels_stays_so(meeting, delegation):
    attend(delegation, status="cancelled")

    row = only_row(meeting, "김견본,견본도,취소", headings="성명,소속,상태")

    assert (row.state, row.values["status"]) == ("unchanged", "cancelled")


def test_an_attendee_of_another_delegation_moves_only_if_staff_say_so(
    meeting, delegation
):
    attendee = attend(delegation)
    row = f"{attendee.reference},김견본,가상도"
    headings = "등록번호,성명,소속"

    def answered(code):
        cells = {"CSV!2": {"code": code}} if code else {}
        return only_row(meeting, row, headings=headings, cells=cells)

    asked, stays, moves = answered(""), answered("KR-47"), answered("KR-48")

    assert asked.state == "problem"
    assert [(p.code, p.value, p.candidates) for p in asked.problems] == [
        ("other_delegation", "김견본", ["KR-47", "KR-48"])
    ]
    assert (stays.state, stays.changes) == ("unchanged", {})
    assert (moves.state, moves.changes) == ("changed", {"body": ["KR-47", "KR-48"]})


def test_a_reference_tells_who_it_is_whatever_the_name(meeting, delegation):
    attendee = attend(delegation)
    attend(delegation, "이가상")

    headings = "등록번호,성명,소속"
    row = only_row(meeting, f"{attendee.reference},이가상,견본도", headings=headings)

    assert row.person_key == attendee.person.key
    assert row.changes == {"native_name": ["김견본", "이가상"]}


def test_a_reference_of_nobody_here_is_a_problem(meeting, delegation):
    row = only_row(meeting, "X7K3-9QXZ,김견본,견본도", headings="등록번호,성명,소속")

    assert [(p.code, p.value) for p in row.problems] == [
        ("unknown_reference", "X7K3-9QXZ")
    ]


def test_a_skipped_row_counts_for_nothing(meeting, delegation):
    rows = ["김견본,견본도,,단장", "이가상,견본도,,단장", ",견본도,과장,"]

    found = reviewed(meeting, *rows, skip=["CSV!2", "CSV!4"])

    assert [row.is_skipped for row in found.rows] == [True, False, True]
    assert codes(found)[1] == []
    assert found.summary["problems"] == 0


def test_the_summary_counts_the_rows(meeting, delegation):
    attend(delegation)
    attend(delegation, "이가상")
    attend(delegation, "박예시")
    rows = ["김견본,견본도,국장,", "이가상,견본도,,", "최모범,견본도,,", "정실례,,,"]

    found = reviewed(meeting, *rows, "한모의,견본도,,", skip=["CSV!6"])

    assert states(found) == ["changed", "unchanged", "new", "problem", "new"]
    assert found.summary == {
        "rows": 5,
        "new": 1,
        "changed": 1,
        "unchanged": 1,
        "problems": 1,
        "left_out": 0,
        "skipped": 1,
        "missing": 1,
    }


def test_a_day_without_a_year_is_of_the_meetings(meeting, delegation):
    row = only_row(meeting, "김견본,견본도,10/22", headings="성명,소속,도착일")

    assert row.values["arrives_on"] == "2026-10-22"


def test_a_given_name_in_front_is_kept_for_newcomers(meeting, delegation):
    row = only_row(meeting, "Gyeonbon KIM,견본도,,")

    assert (row.values["family_name"], row.values["given_name"]) == ("KIM", "Gyeonbon")
    assert row.values["name_order"] == "given_first"


def test_a_review_saves_nothing(meeting, delegation):
    reviewed(meeting, "김견본,견본도,,", "이가상,가상도,,")

    models = (Attendee, Person, ImportRow, ImportBatch)
    assert [model.objects.count() for model in models] == [0, 0, 0, 0]
    assert meeting.delegations.count() == 1


def test_a_review_is_marked_by_what_it_was_held_against(meeting, delegation):
    row = "김견본,견본도,,"
    before = reviewed(meeting, row).fingerprint

    attend(make_delegation(make_meeting()), "최모범")
    assert reviewed(meeting, row).fingerprint != before
    before = reviewed(meeting, row).fingerprint
    assert reviewed(meeting, row).fingerprint == before
