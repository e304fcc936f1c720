"""What is wrong with a row only because of another: repeats and second heads."""

import pytest

from tests.attendee_import.reviews import attend, codes, reviewed

pytestmark = pytest.mark.django_db


def test_the_same_person_twice_is_a_problem_of_the_later_row(meeting, delegation):
    found = reviewed(meeting, "김견본,견본도,,", "이가상,견본도,,", "김견본,견본도,,")

    assert codes(found) == [[], [], ["same_person"]]
    assert found.rows[2].problems[0].details == {"row": 2}


@pytest.mark.parametrize(
    "rows",
    [
        ("김견본,견본도,,", "김견본,가상도,,"),
        ("김견본,견본도,a@example.org,", "이가상,견본도,a@example.org,"),
        ("김견본,견본도,,KIM Gyeonbon", "김견본,견본도,,KIM Gyunbon"),
    ],
)
def test_two_who_only_look_alike_are_two(meeting, delegation, rows):
    found = reviewed(meeting, *rows, headings="성명,소속,이메일,영문성명")

    assert codes(found) == [[], []]


def test_the_same_name_and_address_are_one_person(meeting, delegation):
    rows = ["김견본,견본도,a@example.org", "김견본,가상도,A@example.org"]

    found = reviewed(meeting, *rows, headings="성명,소속,이메일")

    assert codes(found) == [[], ["same_person"]]


def test_one_person_is_not_two_for_being_skipped_once(meeting, delegation):
    rows = ["김견본,견본도,,", "김견본,견본도,,"]

    assert codes(reviewed(meeting, *rows, skip=["CSV!2"])) == [[], []]


def test_a_second_head_on_the_list_is_a_problem(meeting, delegation):
    rows = ["김견본,견본도,,단장", "이가상,가상도,,단장", "박예시,견본도,,단장"]

    found = reviewed(meeting, *rows)

    assert codes(found) == [[], [], ["second_head"]]
    assert found.rows[2].problems[0].details == {"head": "김견본"}


def test_a_second_head_beside_one_who_is_registered_is_a_problem(meeting, delegation):
    head = attend(delegation, "이가상", role="head")
    row = "김견본,견본도,,단장"

    assert codes(reviewed(meeting, row)) == [["second_head"]]
    assert codes(reviewed(meeting, row, missing={head.reference: "cancel"})) == [[]]


@pytest.mark.parametrize(
    ("status", "rows"),
    [
        ("cancelled", ["김견본,견본도,,단장"]),
        ("registered", ["김견본,견본도,,단장", "이가상,견본도,,단원"]),
        ("registered", ["이가상,견본도,국장,단장"]),
    ],
    ids=["cancelled", "head no longer", "the same"],
)
def test_one_head_is_no_problem(meeting, delegation, status, rows):
    attend(delegation, "이가상", role="head", status=status)

    assert codes(reviewed(meeting, *rows)) == [[]] * len(rows)
