"""Who does not come is not registered, and told."""

import pytest

from meetings.attendee_import.confirming import confirm
from meetings.attendee_import.drafts import store
from meetings.attendee_import.review import review
from meetings.spreadsheets.findings import ReadPerson
from tests.attendee_import.lists import NOW
from tests.attendee_import.reviews import attend, found_batch, only_row, reviewed

pytestmark = pytest.mark.django_db

HEADINGS = "성명,소속,상태"


def person(row=2, name="김견본", away="", **cells):
    cells = {"native_name": name, "government": "견본도", **cells}
    return ReadPerson("명단", row, cells, away=away)


def found(meeting, *people, **answers):
    return review(found_batch(meeting, *people, **answers))


def codes_of_warnings(row):
    return [warning.code for warning in row.warnings]


@pytest.mark.parametrize("status", ["불참", "취소"])
def test_who_does_not_come_is_left_out(meeting, delegation, status):
    row = only_row(meeting, f"김견본,견본도,{status}", headings=HEADINGS)

    assert (row.state, codes_of_warnings(row)) == ("left_out", ["left_out_status"])
    assert row.values["status"] in ("absent", "cancelled")


@pytest.mark.parametrize("away", ["struck", "hidden"])
def test_who_is_struck_or_hidden_is_left_out(meeting, delegation, away):
    review = found(meeting, person(away=away), person(3, "이가상"))

    row, other = review.rows
    assert (row.state, codes_of_warnings(row)) == ("left_out", [f"left_out_{away}"])
    assert row.values["status"] == "cancelled"
    assert (other.state, other.warnings) == ("new", [])
    assert (review.summary["left_out"], review.summary["new"]) == (1, 1)


def test_the_file_is_warned_of_for_hidden_rows(meeting, delegation):
    review = found(meeting, person(away="hidden"), person(3, "이가상", away="struck"))

    assert [(w.code, w.value) for w in review.warnings] == [("hidden_rows", "김견본")]


def test_who_is_left_out_raises_no_questions(meeting, delegation):
    row = only_row(meeting, "김견본,없는곳,불참", headings=HEADINGS)

    assert (row.state, row.problems) == ("left_out", [])


def test_staff_may_take_somebody_in(meeting, delegation):
    people = person(away="hidden"), person(3, "이가상", status="불참")

    review = found(meeting, *people, take_in=["명단!2", "명단!3"])

    assert [row.state for row in review.rows] == ["new", "new"]
    assert [row.values["status"] for row in review.rows] == ["registered"] * 2


@pytest.mark.parametrize(
    ("cells", "status"),
    [({"away": "struck"}, "cancelled"), ({"status": "불참"}, "absent")],
)
def test_who_is_registered_is_cancelled_and_nothing_else(
    meeting, delegation, cells, status
):
    attend(delegation, position="과장")

    (row,) = found(meeting, person(position="국장", **cells)).rows

    assert (row.state, codes_of_warnings(row)) == ("changed", ["registered_stays_away"])
    assert row.changes == {"status": ["registered", status]}
    assert (row.values["status"], row.values["position"]) == (status, "과장")


def test_who_is_cancelled_already_stays_so(meeting, delegation):
    attend(delegation, status="absent")

    (row,) = found(meeting, person(away="struck")).rows

    assert (row.state, row.changes, row.warnings) == ("unchanged", {}, [])


def test_whether_somebody_on_a_hidden_row_is_cancelled_is_asked(meeting, delegation):
    attendee = attend(delegation)

    review = found(meeting, person(away="hidden"))

    (row,) = review.rows
    assert (row.state, codes_of_warnings(row)) == (
        "left_out",
        ["registered_but_hidden"],
    )
    assert [entry["reference"] for entry in review.missing] == [attendee.reference]


def test_who_is_struck_on_one_row_and_not_on_another_comes(meeting, delegation):
    attendee = attend(delegation, rank=1, position="과장")
    people = person(away="struck"), person(3, position="국장")

    struck, other = found(meeting, *people).rows

    assert (struck.state, other.state) == ("left_out", "changed")
    assert other.changes == {"position": ["과장", "국장"]}
    assert other.reference == attendee.reference


def test_a_head_who_does_not_come_leaves_the_place_to_another(meeting, delegation):
    rows = ["김견본,견본도,불참,단장", "이가상,견본도,,단장"]

    found = reviewed(meeting, *rows, headings="성명,소속,상태,역할")

    assert [row.state for row in found.rows] == ["left_out", "new"]


def test_who_may_be_somebody_registered_is_asked(meeting, delegation):
    attendee = attend(delegation)

    row = only_row(meeting, "김견본,가상도,불참", headings=HEADINGS)

    assert row.state == "problem"
    assert [(p.code, p.candidates) for p in row.problems] == [
        ("who_is_it", [attendee.person.key])
    ]


def test_who_is_left_out_is_never_saved(meeting, delegation, editor):
    people = person(away="struck"), person(3, "이가상")
    batch = found_batch(meeting, *people)
    store(batch, review(batch), NOW)

    confirm(batch, editor, NOW)

    names = meeting.attendees.values_list("person__native_name", flat=True)
    assert list(names) == ["이가상"]


@pytest.mark.parametrize("cells", [{"away": "struck"}, {"status": "불참"}])
def test_who_was_taken_in_stays_so_with_the_same_list(
    meeting, delegation, editor, cells
):
    batch = found_batch(meeting, person(**cells), take_in=["명단!2"])
    store(batch, review(batch), NOW)
    confirm(batch, editor, NOW)

    (row,) = found(meeting, person(**cells)).rows

    assert (row.state, row.changes, row.warnings) == ("unchanged", {}, [])
    assert row.values["status"] == "registered"
