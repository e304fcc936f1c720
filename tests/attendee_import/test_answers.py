"""What staff answer or taught stands in the place of what the list says."""

import pytest

from meetings.text.folding import fold
from tests.attendee_import.reviews import codes, only_row, reviewed
from tests.factories import make_alias, make_person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "answers",
    [
        {"body": {"본부": "KR-48"}},
        {"cells": {"CSV!2": {"government": "가상도"}}},
        {"cells": {"CSV!2": {"government": "KR-48"}}},
    ],
)
def test_an_answer_tells_whose_a_row_is(meeting, delegation, answers):
    row = "김견본,본부,,"

    assert codes(reviewed(meeting, row)) == [["unknown_body"]]
    found = only_row(meeting, row, **answers)
    assert (found.problems, found.values["government"]) == ([], "KR-48")


def test_an_answer_tells_what_a_role_is(meeting, delegation):
    row = only_row(meeting, "김견본,견본도,,마법사", role={"마법사": "staff"})

    assert (row.state, row.values["role"]) == ("new", "staff")


def test_an_answer_for_a_cell_stands_in_its_place(meeting, delegation):
    cells = {"CSV!2": {"position": "국장", "role": ""}}

    row = only_row(meeting, "김견본,견본도,과장,마법사", cells=cells)

    assert (row.problems, row.values["position"]) == ([], "국장")
    assert row.values["role"] == "delegate"


def test_an_answer_tells_who_somebody_is(meeting, delegation):
    namesake = make_person(native_name="김견본")
    row = "김견본,견본도,,"

    assert codes(reviewed(meeting, row)) == [["who_is_it"]]
    known = only_row(meeting, row, people={"CSV!2": namesake.key})
    assert (known.problems, known.person_key) == ([], namesake.key)
    other = only_row(meeting, row, people={"CSV!2": "new"})
    assert other.problems == []
    assert other.person_key != namesake.key


def test_two_namesakes_are_two_once_staff_say_so(meeting, delegation):
    rows = ["김견본,견본도,,", "김견본,견본도,,"]

    assert codes(reviewed(meeting, *rows, people={"CSV!3": "new"})) == [[], []]


def test_an_answer_may_make_a_part_of_a_government(meeting, delegation):
    city = {"parent": "KR-47", "kind": "city", "names": {"name_ko": "모의시"}}
    row = "김견본,견본도 모의시,,"

    assert codes(reviewed(meeting, row)) == [["unknown_part"]]
    body = {fold("견본도 모의시"): "KR-47-x"}
    found = only_row(meeting, row, body=body, new_bodies={"KR-47-x": city})
    assert (found.problems, found.values["government"]) == ([], "KR-47-x")


def test_what_was_learnt_holds_until_staff_answer_otherwise(meeting, delegation):
    make_alias(kind="body", text="본부", value="KR-47")
    make_alias(kind="header", text="존함", value="name")
    row, headings = "김견본,본부", "존함,소속"

    learnt = only_row(meeting, row, headings=headings)
    assert (learnt.problems, learnt.values["government"]) == ([], "KR-47")
    answered = only_row(meeting, row, headings=headings, body={"본부": "KR-48"})
    assert answered.values["government"] == "KR-48"
