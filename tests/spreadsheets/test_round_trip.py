"""What is written reads back as it was: text as text, types as types."""

import datetime as dt
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings import spreadsheets
from meetings.spreadsheets.formulas import escape, unescape
from meetings.spreadsheets.writing import distinct_headings
from tests.naughty import FORMULAS, NAUGHTY

COLUMNS = [spreadsheets.Column(name) for name in ("A", "B", "C", "D")]
ROW = ["=1+1", "+82 10", dt.date(2026, 10, 23), 7]


def through(suffix, rows, columns=COLUMNS):
    """The cells of a file written and read, without its header."""
    file = io.BytesIO()
    spreadsheets.write_as(suffix, file, [("List", columns, rows)])
    return spreadsheets.read(file.getvalue()).sheets[0].rows[1:]


def with_line_feeds(text):
    """The text as every file has it: the ends of its lines are LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "csv"])
@pytest.mark.parametrize("number", [1, 2], ids=["sheet", "book"])
def test_every_naughty_text_reads_back_equal(suffix, number):
    columns = [spreadsheets.Column("Name"), spreadsheets.Column("Note")]
    rows = [[text, text] for text in NAUGHTY]
    file = io.BytesIO()

    spreadsheets.write_as(suffix, file, [("List", columns, rows)] * number)

    read = [
        text for text, _note in spreadsheets.read(file.getvalue()).sheets[-1].rows[1:]
    ]
    assert read == [with_line_feeds(text) for text in NAUGHTY]


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "csv"])
def test_every_naughty_text_reads_back_equal_as_a_heading(suffix):
    file = io.BytesIO()
    some = [text for text in NAUGHTY if len(text) < 100][::6]  # as many as may be read

    spreadsheets.write_as(
        suffix, file, [("List", [*map(spreadsheets.Column, some)], [])]
    )

    (read,) = (
        row for row in spreadsheets.read(file.getvalue()).sheets[0].rows if any(row)
    )
    assert read == [with_line_feeds(text) for text in some]


def respelt(suffix, part, old, new):
    """The only cell of a file that another program has spelt otherwise."""
    file, other = io.BytesIO(), io.BytesIO()
    spreadsheets.write_as(
        suffix, file, [("List", [spreadsheets.Column("A")], [["one two"]])]
    )
    with zipfile.ZipFile(file) as packed, zipfile.ZipFile(other, "w") as copy:
        for name in packed.namelist():
            data = packed.read(name)
            copy.writestr(name, data.replace(old, new) if name == part else data)
    return spreadsheets.read(other.getvalue()).sheets[0].rows[1][0]


def test_a_tab_that_libreoffice_writes_is_one():
    text = respelt("ods", "content.xml", b"one two", b"one<text:tab/>two")

    assert text == "one\ttwo"


@pytest.mark.parametrize("ends", [b"\r\n", b"\r", b"_x000D_\n", b"_x000D_", b"&#13;"])
def test_lines_of_other_programs_end_as_ours(ends):
    text = respelt(
        "xlsx", "xl/worksheets/sheet1.xml", b"one two", b"one" + ends + b"two"
    )

    assert text == "one\ntwo"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_in_text_files_of_other_programs_end_as_ours(ends):
    rows = ["A,B", f'"one{ends}two",x', ""]

    read = spreadsheets.read(ends.join(rows).encode()).sheets[0].rows

    assert read == [["A", "B"], ["one\ntwo", "x"]]


def test_there_are_naughty_texts_enough():
    assert len(set(NAUGHTY)) >= 500
    assert len(set(FORMULAS)) >= 80


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
    first = ("Names", [spreadsheets.Column("Name")], [["김견본"], ["髙橋"]])
    second = ("Q&A <1>", [spreadsheets.Column("Days")], [[dt.date(2026, 10, 23)]])

    spreadsheets.write_as(suffix, file, [first, second])

    assert [(s.name, s.rows) for s in spreadsheets.read(file.getvalue()).sheets] == [
        ("Names", [["Name"], ["김견본"], ["髙橋"]]),
        ("Q&A <1>", [["Days"], [dt.date(2026, 10, 23)]]),
    ]


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "csv"])
def test_an_empty_list_has_its_header(suffix):
    file = io.BytesIO()
    spreadsheets.write_as(suffix, file, [("List", COLUMNS, [])])

    assert spreadsheets.read(file.getvalue()).sheets[0].rows[0] == ["A", "B", "C", "D"]


@pytest.mark.parametrize("kind", [iter, list], ids=["streamed", "at hand"])
@pytest.mark.parametrize(
    ("suffix", "part"),
    [("xlsx", "xl/worksheets/sheet1.xml"), ("ods", "content.xml")],
)
def test_no_text_is_an_empty_cell(suffix, part, kind):
    written = []
    for blank in ("", None):
        file = io.BytesIO()
        rows = kind([["김견본", blank, 7, blank]])
        spreadsheets.write_as(suffix, file, [("List", COLUMNS, rows)])
        written.append(zipfile.ZipFile(file).read(part))

    assert written[0] == written[1]


def test_a_text_file_starts_with_the_mark_that_excel_needs():
    file = io.BytesIO()
    spreadsheets.write_csv(file, COLUMNS, [])

    assert file.getvalue().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("cell", ["\x00a", "a\x0bb", "\ufffe"])
def test_what_no_file_can_hold_is_replaced(cell):
    assert "\ufffd" in through("xlsx", [[cell, None, None, None]])[0][0]


@settings(deadline=None)
@given(st.text(max_size=20))
def test_marking_is_undone_by_unmarking(text):
    assert unescape(escape(text)) == text


def test_headings_that_stand_twice_are_told_apart():
    assert distinct_headings(["A", "B", "A", "A"]) == ["A", "B", "A (2)", "A (3)"]
