"""A unit and a post in one cell are parted, or asked about."""

import pytest

from meetings.attendee_import.bodies import DelegationResolver
from meetings.attendee_import.units_and_posts import unit_and_post, with_unit_parted
from meetings.spreadsheets.types import NoValue

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("江苏省人民政府外事办公室副主任", ("江苏省人民政府", "外事办公室", "副主任")),
        ("江苏省外办 翻译", ("江苏省", "外办", "翻译")),
        ("江苏省长", ("江苏", "", "省长")),
        (
            "江苏省人民政府外事办公室副主任、党组成员",
            ("江苏省人民政府", "外事办公室", "副主任、党组成员"),
        ),
        ("鳥取県交流推進課 課長", ("鳥取県", "交流推進課", "課長")),
        ("鳥取県副知事", ("鳥取県", "", "副知事")),
        ("인천광역시 국제협력과 과장", ("인천광역시", "국제협력과", "과장")),
        ("인천광역시 국제협력과장", ("인천광역시", "", "국제협력과장")),
        ("경상북도", ("경상북도", "", "")),
        ("Director, Tottori Prefecture", ("Tottori Prefecture", "", "Director")),
        ("Governor of Tottori", ("Tottori", "", "Governor")),
        (
            "Senior Officer, International Division, Tottori Prefecture",
            ("Tottori Prefecture", "International Division", "Senior Officer"),
        ),
        (
            "Section Chief, Planning Department, Tottori",
            ("Tottori", "Planning Department", "Section Chief"),
        ),
        ("대구광역시 총무과 6급", ("대구광역시", "총무과", "6급")),
    ],
)
def test_a_unit_and_a_post_are_parted(bodies, text, parts):
    found = unit_and_post(text, bodies)

    assert (found["government"], found["department"], found["position"]) == parts


@pytest.mark.parametrize("text", ["江苏省外事办公室 李三", "견본재단 과장", "x" * 200])
def test_what_is_understood_in_part_is_asked(bodies, text):
    problems = []
    cells = with_unit_parted(
        {"unit_and_post": text}, DelegationResolver(bodies, ""), problems
    )

    assert unit_and_post(text, bodies) is None
    assert cells == {"government": text}  # which no body is called, so it is asked
    assert problems == []


def test_an_office_suffices_where_staff_said_the_government(bodies):
    delegations = DelegationResolver(bodies, "KR-47")

    assert with_unit_parted({"unit_and_post": "외사판공실 주임"}, delegations, []) == {
        "department": "외사판공실",
        "position": "주임",
    }


def test_a_government_of_its_own_column_that_is_another_is_asked(bodies):
    cells = {"government": "경상북도", "unit_and_post": "鳥取県 課長"}
    problems = []

    cells = with_unit_parted(cells, DelegationResolver(bodies, ""), problems)

    assert cells == {"government": "경상북도", "position": "課長"}
    assert [(p.code, p.value) for p in problems] == [("two_values", "鳥取県 課長")]


def test_a_cell_without_a_value_is_a_problem(bodies):
    problems = []
    cells = {"unit_and_post": NoValue("=A1")}

    assert with_unit_parted(cells, DelegationResolver(bodies, ""), problems) == {}
    assert [problem.code for problem in problems] == ["no_value"]
