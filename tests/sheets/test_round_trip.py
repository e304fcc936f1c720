"""What is written reads back as it was: text as text, types as types."""

import datetime as dt
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings import sheets
from meetings.sheets.formulas import mark, unmark
from meetings.sheets.writing import display_width, distinct, sheet_name

COLUMNS = [sheets.Column(name) for name in ("A", "B", "C", "D")]
ROW = ["=1+1", "+82 10", dt.date(2026, 10, 23), 7]

# What mailed lists hold: formulas, signs, zeros, quotes, scripts, rare characters.
NAUGHTY = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+82-10-1234-5678",
    "-1",
    "@SUM(A1)",
    "\t=1",
    " =1",
    "'=1",
    "''=1",
    "'quoted",
    "＝1",
    "0010",
    "1e5",
    "None",
    "TRUE",
    "2026-10-23",
    "123456789012345",
    "a,b;c\td",
    'say "yes"',
    "two\nlines",
    "髙﨑𠮷野家",
    "李\uf9e1",
    "이철우",
    "\u202eabc",
    "😀",
    "https://example.org",
    "<b>&amp;</b>",
]


def through(suffix, rows, columns=COLUMNS):
    """The cells of a file written and read, without its header."""
    file = io.BytesIO()
    sheets.write_as(suffix, file, [("List", columns, rows)])
    return sheets.read(file.getvalue()).sheets[0].rows[1:]


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "csv"])
def test_every_naughty_text_reads_back_equal(suffix):
    columns = [sheets.Column("Text")]

    assert through(suffix, [[text] for text in NAUGHTY], columns) == [
        [text] for text in NAUGHTY
    ]


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_a_workbook_keeps_the_types(suffix):
    rows = [
        ROW,
        [None, "", dt.date(1999, 1, 1), 2.5],
        [True, "x", None, 0],
        ["last", None, None, -3],
    ]

    assert through(suffix, rows) == [
        ROW,
        [None, None, dt.date(1999, 1, 1), 2.5],
        [True, "x", None, 0],
        ["last", None, None, -3],
    ]


def test_a_text_file_keeps_the_text():
    assert through("csv", [[*ROW[:2], dt.date(2026, 10, 23), None]]) == [
        ["=1+1", "+82 10", "2026-10-23", None]
    ]


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_a_workbook_may_have_several_sheets(suffix):
    file = io.BytesIO()
    first = ("Names", [sheets.Column("Name")], [["김견본"], ["髙橋"]])
    second = ("Q&A <1>", [sheets.Column("Days")], [[dt.date(2026, 10, 23)]])

    sheets.write_as(suffix, file, [first, second])

    assert [(s.name, s.rows) for s in sheets.read(file.getvalue()).sheets] == [
        ("Names", [["Name"], ["김견본"], ["髙橋"]]),
        ("Q&A <1>", [["Days"], [dt.date(2026, 10, 23)]]),
    ]


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "csv"])
def test_an_empty_list_has_its_header(suffix):
    file = io.BytesIO()
    sheets.write_as(suffix, file, [("List", COLUMNS, [])])

    assert sheets.read(file.getvalue()).sheets[0].rows[0] == ["A", "B", "C", "D"]


def test_a_text_file_starts_with_the_mark_that_excel_needs():
    file = io.BytesIO()
    sheets.write_csv(file, COLUMNS, [])

    assert file.getvalue().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("cell", ["\x00a", "a\x0bb", "\ufffe"])
def test_what_no_file_can_hold_is_replaced(cell):
    assert "\ufffd" in through("xlsx", [[cell, None, None, None]])[0][0]


@settings(deadline=None)
@given(st.text(max_size=20))
def test_marking_is_undone_by_unmarking(text):
    assert unmark(mark(text)) == text


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("성명", 4), ("氏名A", 5), ("", 0)]
)
def test_wide_characters_count_as_two(text, width):
    assert display_width(text) == width


def test_headings_that_stand_twice_are_told_apart():
    assert distinct(["A", "B", "A", "A"]) == ["A", "B", "A (2)", "A (3)"]


@pytest.mark.parametrize(
    ("title", "name"),
    [("a/b", "a b"), ("'quoted'", "quoted"), ("x" * 40, "x" * 31), ("[]", "Sheet1")],
)
def test_sheet_names_are_such_as_excel_allows(title, name):
    assert sheet_name(title) == name
