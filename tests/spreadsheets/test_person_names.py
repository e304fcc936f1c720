"""Rows become people: one, several, or seats whose names are to follow."""

import pytest

from meetings.spreadsheets.findings import NamesToFollow, ReadPerson
from meetings.spreadsheets.names.person_names import split_person_names
from meetings.spreadsheets.types import NoValue
from meetings.spreadsheets.vocabulary import vocabulary

WORDS = vocabulary()


def read(*rows):
    people = [ReadPerson("명단", n, dict(cells)) for n, cells in enumerate(rows, 2)]
    return split_person_names(people, WORDS)


def person_in(**cells):
    ((person,), seats) = read(cells)
    assert seats == []
    return person


def codes(doubts):
    return [(doubt.code, doubt.field, doubt.value) for doubt in doubts]


def test_what_stands_beside_a_name_fills_blank_cells():
    person = person_in(name="국장 서도현(徐道賢)(단장)", email="a@example.kr")

    assert person.cells == {
        "native_name": "서도현",
        "position": "국장",
        "role": "단장",
        "email": "a@example.kr",
    }
    assert (person.problems, person.warnings) == ((), ())


@pytest.mark.parametrize("position", ["과장", "국제협력과장"])
def test_a_title_that_another_cell_tells_too_is_told_once(position):
    person = person_in(name="한지민 과장", position=position)

    assert person.cells == {"native_name": "한지민", "position": position}
    assert person.warnings == ()


@pytest.mark.parametrize(
    ("cells", "left"),
    [
        ({"name": "한지민 과장", "position": "팀장"}, "과장"),
        ({"name": "한지민(통역)", "role": "단원"}, "통역"),
        ({"name": "한지민(A조)"}, "A조"),
        ({"name": "한지민(불참)", "status": "참석"}, "불참"),
    ],
)
def test_what_has_no_place_goes_to_the_remarks_and_is_told(cells, left):
    person = person_in(**cells)

    assert person.cells["note"] == left
    assert codes(person.warnings) == [("beside_name", "native_name", left)]


@pytest.mark.parametrize(
    ("cells", "names"),
    [
        ({"latin_name": "서도현"}, ("서도현", None, None)),
        ({"native_name": "SEO Dohyun"}, (None, "SEO", "Dohyun")),
        ({"family_name": "서", "given_name": "도현"}, ("서도현", None, None)),
        ({"family_name": "Mr. SEO", "given_name": "Dohyun"}, (None, "SEO", "Dohyun")),
        ({"native_family": "林田", "native_given": "健太"}, ("林田健太", None, None)),
        ({"family_name": "NO", "given_name": "Minsu"}, (None, "NO", "Minsu")),
        (
            {"name": "서도현", "latin_name": "SEO Dohyun"},
            ("서도현", "SEO", "Dohyun"),
        ),
        (
            {"native_name": "서도현 (SEO Dohyun)", "latin_name": "Dohyun SEO"},
            ("서도현", "SEO", "Dohyun"),
        ),
    ],
)
def test_each_field_holds_letters_of_its_script(cells, names):
    person = person_in(**cells)
    found = map(person.cells.get, ("native_name", "family_name", "given_name"))

    assert tuple(found) == names
    assert (person.problems, person.warnings) == ((), ())


@pytest.mark.parametrize(
    "cells",
    [
        {"native_name": "서도현", "latin_name": "한지민"},
        {"name": "서도현 (SEO Dohyun)", "latin_name": "HAN Jimin"},
        {"latin_name": "SEO Dohyun", "family_name": "HAN", "given_name": "Jimin"},
    ],
)
def test_two_different_names_in_a_row_are_asked(cells):
    assert [doubt.code for doubt in person_in(**cells).problems] == ["other_name"]


@pytest.mark.parametrize("text", ["국적", "인천광역시", "12"])
def test_what_is_no_name_is_a_problem_and_no_name(text):
    person = person_in(name=text, position="과장")

    assert person.cells == {"position": "과장"}
    assert codes(person.problems) == [("no_person", "native_name", text)]


def test_a_name_without_a_value_stays_one():
    cells = {"name": NoValue("=A1"), "latin_name": NoValue("=B1")}

    assert person_in(**cells).cells == {
        "native_name": NoValue("=A1"),
        "family_name": NoValue("=B1"),
    }


def test_several_people_of_a_row_have_their_own_cells():
    people, _seats = read(
        {
            "name": "서도현, 한지민",
            "latin_name": "SEO Dohyun, HAN Jimin",
            "position": "국장, 과장",
            "email": "a@example.kr\nb@example.kr",
            "government": "구미시",
        },
        {"name": "오예린"},
    )

    assert [(p.row, p.part, p.cells["native_name"]) for p in people] == [
        (2, 0, "서도현"),
        (2, 1, "한지민"),
        (3, 0, "오예린"),
    ]
    fields = ("family_name", "position", "email", "government")
    assert [tuple(map(p.cells.get, fields)) for p in people[:2]] == [
        ("SEO", "국장", "a@example.kr", "구미시"),
        ("HAN", "과장", "b@example.kr", "구미시"),
    ]


def test_a_number_of_several_people_is_given_to_none_and_told():
    people, _seats = read({"name": "서도현, 한지민", "phone": "010-1234-5678"})

    assert [person.cells for person in people] == [
        {"native_name": "서도현"},
        {"native_name": "한지민"},
    ]
    for person in people:
        assert codes(person.warnings) == [
            ("shared_by_several", "phone", "010-1234-5678")
        ]


def test_several_names_beside_one_are_asked():
    people, _seats = read({"name": "서도현, 한지민", "latin_name": "SEO Dohyun"})

    assert [doubt.code for p in people for doubt in p.problems] == [
        "several_people",
        "several_people",
    ]


def test_seats_are_no_people():
    people, seats = read(
        {"name": "미정(통역)", "government": "구미시"},
        {"name": "한지민 외 2명", "government": "구미시"},
        {"family_name": "TBD", "position": "Director"},
    )

    assert [person.cells["native_name"] for person in people] == ["한지민"]
    assert seats == [
        NamesToFollow(
            "명단", 2, "미정(통역)", 1, {"government": "구미시", "role": "통역"}
        ),
        NamesToFollow("명단", 3, "한지민 외 2명", 2, {"government": "구미시"}),
        NamesToFollow("명단", 4, "TBD", 1, {"position": "Director"}),
    ]


def test_rows_that_we_exported_are_not_interpreted():
    cells = {"reference": "ABCD-2345", "native_name": "서도현(徐道賢) 과장"}

    assert person_in(**cells).cells == cells
