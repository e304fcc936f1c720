"""What is written fits every format: cells, headings and the names of sheets."""

import datetime as dt

import pytest

from meetings.spreadsheets import Column, Link
from meetings.spreadsheets.output import (
    clean,
    display_width,
    fit_a_page,
    headings_of,
    prepare_sheets,
    sheet_name,
    sheet_names,
    shortened,
)
from meetings.spreadsheets.types import NoValue

ABROAD = dt.timezone(dt.timedelta(hours=9))


@pytest.mark.parametrize(
    ("cell", "held"),
    [
        ("\x00a\x0bb\ufffe", "\ufffda\ufffdb\ufffd"),
        ("half \ud800", "half \ufffd"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("tab\tstays", "tab\tstays"),
        (NoValue("=A1\r\n"), "=A1\n"),
        (Link("to\r\nB", "B"), "to\nB"),
        (dt.date(1899, 12, 31), "1899-12-31"),
        (dt.date(1900, 1, 1), dt.date(1900, 1, 1)),
        (float("nan"), None),
        (float("-inf"), None),
        (None, None),
        (True, True),
    ],
)
def test_a_cell_becomes_what_every_format_holds(cell, held):
    assert clean(cell) == held


def test_a_zone_is_left_out():
    at = dt.datetime(2026, 10, 23, 9, 30, tzinfo=ABROAD)

    assert clean(at) == at.replace(tzinfo=None)


@pytest.mark.parametrize("letter", ["가", "𠮷"])
def test_a_text_longer_than_excel_holds_is_cut_and_says_so(letter):
    units = len(letter.encode("utf-16-le")) // 2
    fits = letter * (32_767 // units)

    assert shortened(fits) == fits
    assert shortened(fits + letter) == letter * (32_766 // units) + "…"


def test_headings_are_clean():
    assert headings_of([Column("a\x0bb"), Column("c\r\nd")]) == ["a\ufffdb", "c\nd"]


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("성명", 4), ("氏名A", 5), ("", 0)]
)
def test_wide_characters_count_as_two(text, width):
    assert display_width(text) == width


def test_columns_fit_a_page_up_to_two_hundred_characters():
    assert fit_a_page([Column("A", 47)] * 4)
    assert not fit_a_page([Column("A", 48)] * 4)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("a/b", "a b"),
        ("'quoted'", "quoted"),
        ("x" * 40, "x" * 31),
        ("x" * 30 + "'y", "x" * 30),
        ("𠮷" * 16, "𠮷" * 15),
        ("two\nlines\x00", "two lines"),
        ("[]", "Sheet1"),
        ("", "Sheet1"),
    ],
)
def test_sheet_names_are_such_as_excel_allows(title, name):
    assert sheet_name(title) == name


@pytest.mark.parametrize(
    ("given", "names"),
    [
        (["A", "B"], ["A", "B"]),
        (["A", "a", "\uff21"], ["A", "a (2)", "\uff21 (3)"]),
        (["A", "A (2)", "A"], ["A", "A (2)", "A (3)"]),
        (["a/b", "a b"], ["a b", "a b (2)"]),
        (["x" * 31, "x" * 32], ["x" * 31, "x" * 27 + " (2)"]),
        (["History"], ["History (2)"]),
        (["", ""], ["Sheet1", "Sheet1 (2)"]),
    ],
)
def test_sheets_of_one_file_have_names_that_differ(given, names):
    assert sheet_names(given) == names


def test_a_link_leads_to_the_sheet_that_was_called_so():
    targets = ["a b", "a/b", "A B", "A?B", "nowhere"]
    rows = [[Link(f"to {target}", target) for target in targets]]
    sheets = [(name, [Column("A")], rows) for name in ("a/b", "a b", "A B", "a/b")]

    settled = [next(iter(rows)) for _name, _columns, rows in prepare_sheets(sheets)]

    assert (
        settled
        == [
            [
                Link("to a b", "a b (2)"),
                Link("to a/b", "a b"),
                Link("to A B", "A B (3)"),
                "to A?B",
                "to nowhere",
            ]
        ]
        * 4
    )


def test_a_link_may_name_a_sheet_as_excel_does():
    sheets = [("a/b", [Column("A")], [[Link("x", "a b"), Link("", "a b")]])]

    assert list(prepare_sheets(sheets)[0][2]) == [[Link("x", "a b"), ""]]
