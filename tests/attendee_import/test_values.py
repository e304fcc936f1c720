"""Cells become values of an attendee, or problems with what may be meant."""

import datetime as dt
import unicodedata

import pytest

from meetings.attendee_import.sentences import SENTENCES, sentence_of
from meetings.attendee_import.values import (
    CHOICE_FIELDS,
    FIELDS,
    Problem,
    RowValues,
    choice_words,
    clean_text,
    means_blank,
    shown_name,
)
from meetings.models.attendees import AttendeeStatus, Mode
from meetings.models.delegations import Role
from meetings.spreadsheets.types import NoValue
from meetings.spreadsheets.vocabulary import NAMES, vocabulary

WORDS = {name: choice_words(name) for name in CHOICE_FIELDS}
# What tells of the row, and is no value of the attendee.
OF_ROWS = {"number", "reference", "country", "code", "government", "municipality"}
OF_ROWS |= {"unkept", "unit_and_post", "rank"}


def read(year=2025, **cells):
    return RowValues({"native_name": "김견본"} | cells, WORDS, year)


def value_of(name, cell):
    """The value that a cell gives; there must be no problem with it."""
    row = read(**{name: cell})
    assert row.problems == []
    return row.values.get(name)


def problem_of(**cells):
    """The only problem of a row; its field must have no value."""
    (problem,) = (row := read(**cells)).problems
    assert problem.field not in row.values
    return problem


def test_cells_become_values_and_blanks_none():
    row = read(position="과장", email="a@example.org", phone=None)

    assert row.values == {
        "native_name": "김견본",
        "position": "과장",
        "email": "a@example.org",
    }


def test_what_is_no_value_of_an_attendee_is_left_out():
    assert read(number=1, government="구미시").values == {"native_name": "김견본"}


@pytest.mark.parametrize(
    ("name", "value", "texts"),
    [
        ("role", Role.HEAD, "단장|団長|团长|HEAD OF DELEGATION|head|단장(국장)"),
        ("role", Role.DEPUTY, "부단장|副団長|副团长|Deputy head"),
        ("role", Role.INTERPRETER, "통역|通訳|翻译|Interpreter"),
        ("role", Role.STAFF, "수행원|随行|工作人员|Staff"),
        ("mode", Mode.IN_PERSON, "현장|会場|线下|In person"),
        ("mode", Mode.ONLINE, "화상(Zoom)|オンライン|线上|online"),
        ("status", AttendeeStatus.CONFIRMED, "확정|確定|已确认|Confirmed"),
    ],
)
def test_a_choice_is_known_in_every_language(name, value, texts):
    for text in texts.split("|"):
        assert value_of(name, text) == value


@pytest.mark.parametrize(
    ("name", "text", "candidates"),
    [
        ("role", "단징", []),
        ("role", "Interpretor", ["interpreter"]),
        ("role", "Observar", ["observer"]),
        ("mode", "onlin", ["in_person", "online"]),
        ("status", "confirmd", ["confirmed"]),
    ],
)
def test_an_unknown_word_is_a_question_with_those_like_it(name, text, candidates):
    problem = problem_of(**{name: text})

    assert problem == Problem(f"unknown_{name}", name, text, candidates)


def test_what_staff_answered_is_known():
    words = WORDS | {"role": WORDS["role"] | {"코디": "staff"}}

    row = RowValues({"native_name": "김견본", "role": "코디"}, words, 2025)

    assert (row.values["role"], row.problems) == ("staff", [])


@pytest.mark.parametrize(
    "cell", ["2025-10-23", "10/23", "令和7年10月23日", 45953, dt.date(2025, 10, 23)]
)
def test_a_day_is_a_date(cell):
    assert value_of("arrives_on", cell) == dt.date(2025, 10, 23)


def test_a_day_that_may_be_two_is_a_question_with_both():
    assert problem_of(departs_on="10/11/2025") == Problem(
        "ambiguous_day", "departs_on", "10/11/2025", ["2025-10-11", "2025-11-10"]
    )


@pytest.mark.parametrize(
    ("cell", "shown"), [("미정", "미정"), (7, "7"), (dt.time(9, 30), "09:30:00")]
)
def test_what_is_no_day_is_a_problem(cell, shown):
    assert problem_of(arrives_on=cell) == Problem("no_day", "arrives_on", shown)


def test_a_departure_before_the_arrival_is_a_problem():
    row = read(arrives_on="2025-10-23", departs_on="2025-10-22")

    assert row.problems == [Problem("departs_before", "departs_on", "2025-10-22")]


def test_arriving_and_departing_on_one_day_is_none():
    assert read(arrives_on="10/23", departs_on="10/23").problems == []


@pytest.mark.parametrize("name", ["native_name", "email", "role", "arrives_on", "note"])
def test_a_cell_without_a_value_is_a_problem(name):
    assert problem_of(**{name: NoValue("#REF!")}) == Problem("no_value", name, "#REF!")


@pytest.mark.parametrize("text", ["kim", "kim@", "a b@example.org", "a@b@c.org"])
def test_what_is_no_address_is_a_problem(text):
    assert problem_of(email=text) == Problem("bad_email", "email", text)


@pytest.mark.parametrize(
    ("name", "longest"), [("native_name", 100), ("phone", 40), ("position", 200)]
)
def test_a_text_may_be_as_long_as_its_field(name, longest):
    assert value_of(name, "가" * longest) == "가" * longest
    assert problem_of(**{name: "가" * (longest + 1)}) == Problem(
        "too_long", name, "가" * min(longest + 1, 200), details={"longest": longest}
    )


def test_a_note_may_be_of_any_length():
    assert value_of("note", "가" * 5000) == "가" * 5000


@pytest.mark.parametrize("cells", [{}, {"native_name": " "}, {"position": "과장"}])
def test_a_row_without_a_name_is_a_problem(cells):
    row = RowValues(cells, WORDS, 2025)

    assert row.problems == [Problem("no_name", "native_name")]


@pytest.mark.parametrize("name", ["native_name", "family_name", "given_name"])
def test_any_name_is_a_name(name):
    assert RowValues({name: "Kim"}, WORDS, 2025).problems == []


def test_a_name_that_is_refused_is_not_missing_too():
    row = RowValues({"native_name": NoValue("=A1")}, WORDS, 2025)

    assert [problem.code for problem in row.problems] == ["no_value"]


@pytest.mark.parametrize("text", ["없음", "なし", "无", "N/A", "-", "–", " - ", "none"])
@pytest.mark.parametrize("name", ["email", "phone", "dietary", "mode", "arrives_on"])
def test_a_word_for_nothing_is_nothing(name, text):
    assert value_of(name, text) is None


@pytest.mark.parametrize("name", ["position", "note", "lodging", "native_name"])
def test_a_word_for_nothing_may_be_a_text(name):
    assert value_of(name, "없음") == "없음"


@pytest.mark.parametrize("cell", [0, False, "아니오", "no", dt.date(2025, 1, 1)])
def test_other_cells_say_something(cell):
    assert not means_blank(cell)


@pytest.mark.parametrize(
    ("name", "cell", "kept"),
    [
        ("native_name", " 김  견본\n", "김 견본"),
        ("native_name", unicodedata.normalize("NFD", "김견본"), "김견본"),
        ("native_name", "髙﨑", "髙﨑"),
        ("position", "  국제  통상과장 ", "국제  통상과장"),
        ("position", "국제국\n과장", "국제국 과장"),
        ("note", "첫 줄\n둘째 줄", "첫 줄\n둘째 줄"),
        ("phone", "＋\uff18\uff12\u300010", "+82 10"),
        ("phone", 1012345678, "1012345678"),
        ("email", "\uff41＠example.org", "a@example.org"),
        ("note", dt.date(2025, 10, 23), "2025-10-23"),
        ("note", dt.datetime(2025, 10, 23, 9, 5), "2025-10-23 09:05"),  # noqa: DTZ001
    ],
)
def test_a_text_is_kept_as_it_was_meant(name, cell, kept):
    assert clean_text(name, cell) == kept


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        (("김견본", "KIM", "Gyeonbon"), "김견본"),
        (("", "KIM", "Gyeonbon"), "KIM Gyeonbon"),
    ],
)
def test_a_native_name_is_shown_before_a_latin_one(values, shown):
    names = ("native_name", "family_name", "given_name")

    assert shown_name(dict(zip(names, values, strict=True))) == shown


def test_every_heading_stands_for_a_value_or_tells_of_the_row():
    fields = set(vocabulary().fields.values())

    assert fields - set(FIELDS) - NAMES == OF_ROWS


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        (Role, vocabulary().roles),
        (Mode, vocabulary().modes),
        (AttendeeStatus, vocabulary().statuses),
    ],
    ids=["role", "mode", "status"],
)
def test_every_choice_has_words_and_every_word_a_choice(choices, words):
    assert set(words.values()) == set(choices.values)


DETAILS = ["parent", "body", "longest", "row", "head", "known", "edition", "number"]
DETAILS += ["year", "expected", "people", "seats", "first", "taken"]


@pytest.mark.parametrize("code", SENTENCES)
def test_every_problem_has_its_sentence(code):
    details = dict.fromkeys(DETAILS, "X")
    problem = Problem(code, "role", "V", details=details)

    assert sentence_of(problem).endswith(".")
    assert "%" not in sentence_of(problem)
