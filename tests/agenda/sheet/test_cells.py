"""What secretaries write into the cells of an agenda."""

import datetime as dt

import pytest

from meetings.agenda.sheet import cells
from meetings.agenda.sheet.cells import BadCell
from meetings.agenda.sheet.clocks import time
from meetings.models.agendas import ItemKind, SessionKind
from meetings.models.names import LANGUAGES, override_language
from meetings.spreadsheets.types import NoValue

AT_9_30 = dt.datetime.fromisoformat("2026-10-21T09:30")  # as spreadsheets have it


def refused(read, *given, **options):
    """The sentence with which a cell is refused."""
    with pytest.raises(BadCell) as caught:
        read(*given, **options)
    return str(caught.value)


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (None, None),
        ("  ", None),
        (dt.time(9, 30), dt.time(9, 30)),
        (AT_9_30, dt.time(9, 30)),
        (0.3958333333333333, dt.time(9, 30)),
        ("09:30:00", dt.time(9, 30)),
        ("9:30", dt.time(9, 30)),
        ("\uff19：\uff13\uff10", dt.time(9, 30)),
        ("9:30 PM", dt.time(21, 30)),
        ("12 a.m.", dt.time(0)),
        ("오후 2시 반", dt.time(14, 30)),
        ("9시 30분", dt.time(9, 30)),
        ("午後2時", dt.time(14)),
        ("오후 14:00", dt.time(14)),
        ("14時30分", dt.time(14, 30)),
        ("上午9点半", dt.time(9, 30)),
        ("0:00", dt.time(0)),
    ],
)
def test_a_time_is_read(cell, found):
    assert time(cell) == found


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("25:00", "25:00"),
        ("24:00", "24:00"),
        ("9:60", "9:60"),
        ("morning", "morning"),
        ("9", "9"),
        (9, "9"),
        (-0.5, "-0.5"),
        ("1 day, 1:00:00", "1 day, 1:00:00"),
        (dt.date(2026, 10, 21), "2026-10-21"),
        (dt.date(1900, 1, 1), "1900-01-01"),
        (True, "True"),
    ],
)
def test_a_time_that_does_not_exist_is_refused(cell, shown):
    assert refused(time, cell) == (
        f"There is no time “{shown}”; write 09:30, for example."
    )


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (None, ""),
        (dt.date(2026, 10, 21), "2026-10-21"),
        (AT_9_30, "2026-10-21"),
        ("2026-10-23/2026-10-24", "2026-10-23/2026-10-24"),
        ("2026-10?", "2026-10?"),
        (2026, "2026"),
        ("2026. 10. 21.(수)", "2026-10-21"),
        ("令和8年10月21日", "2026-10-21"),
        ("10월 21일", "2026-10-21"),
        ("21/10/2026", "2026-10-21"),
    ],
)
def test_a_day_is_read(cell, found):
    assert cells.day(cell, 2026) == found


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        (
            "10/11/2026",
            "“10/11/2026” may be Oct. 11, 2026 or Nov. 10, 2026; write 2026-10-11,"
            " for example.",
        ),
        (
            "first day",
            "“first day” is not a date of record: write 2026, 2026-10, 2026-10-21"
            " or 2026-10-21/2026-10-24, with ? if uncertain or ~ if approximate.",
        ),
        ("2026-02-30", "There is no date “2026-02-30”."),
        ("2026-10-21/2026-10-20", "“2026-10-21/2026-10-20” ends before it begins."),
    ],
)
def test_what_is_no_day_is_refused(cell, sentence):
    assert refused(cells.day, cell) == sentence


@pytest.mark.parametrize(
    ("cell", "found"),
    [(None, None), (0, 0), (20, 20), ("20", 20), ("30분", 30), (1440, 1440)],
)
def test_minutes_are_read(cell, found):
    assert cells.duration(cell) == found


@pytest.mark.parametrize("cell", [-5, 1441, 20.5, "1 hour", "0:30", True])
def test_absurd_minutes_are_refused(cell):
    assert refused(cells.duration, cell) == (
        f"“{cell}” is no number of minutes; write a whole one, 1440 at most."
    )


@pytest.mark.parametrize("cell", [True, 1, "예", "x", "Yes", "はい"])
def test_yes_is_read(cell):
    assert cells.is_yes(cell) is True


@pytest.mark.parametrize("cell", [None, False, 0, " ", "否", "no"])
def test_no_is_read(cell):
    assert cells.is_yes(cell) is False


def test_what_is_neither_yes_nor_no_is_refused():
    sentence = "“perhaps” is neither yes nor no; write one of them."
    assert refused(cells.is_yes, "perhaps") == sentence


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("choices", [SessionKind, ItemKind])
def test_kinds_are_known_by_label_in_every_language_and_by_key(choices, language):
    with override_language(language):
        labels = [str(label) for label in choices.labels]

    assert [cells.choice(label, choices) for label in labels] == choices.values
    assert [cells.choice(key.upper(), choices) for key in choices.values] == (
        choices.values
    )


def test_no_label_is_of_a_session_and_of_an_item():
    both = (cells.choices_by_word(kinds).keys() for kinds in (SessionKind, ItemKind))

    assert set.intersection(*map(set, both)) == set()


def test_a_text_too_long_is_refused():
    assert cells.text("x" * 10, 10) == "x" * 10
    assert refused(cells.text, "x" * 11, 10) == (
        "There are 11 characters; write 10 at most."
    )


def test_a_formula_without_a_value_is_refused():
    assert refused(cells.text, NoValue("=A1"), 10) == (
        "The formula “=A1” has no value; write the value itself."
    )
