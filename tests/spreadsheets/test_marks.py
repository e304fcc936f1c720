"""What styles say is read with the values: struck, hidden, and shown otherwise."""

import datetime as dt
from pathlib import Path

import pytest

from meetings.spreadsheets.files.workbooks import read_workbook
from meetings.spreadsheets.types import Area, NoValue
from tests.spreadsheets.archives import (
    SHEET,
    STYLES,
    changed,
    ods,
    packed,
    parts_of,
    written,
)

FILES = Path(__file__).with_name("files")


def read(data):
    return read_workbook(data).sheets[0]


def prefixed(data):
    """The workbook with a prefix before all elements of its sheet and its styles."""
    parts = parts_of(data)
    for name in (SHEET, STYLES):
        xml = parts[name].replace(b"</", b"\0").replace(b"<?", b"\1")
        xml = xml.replace(b"<", b"<x:").replace(b"\0", b"</x:").replace(b"\1", b"<?")
        parts[name] = xml.replace(b"xmlns=", b"xmlns:x=")
    return packed(parts)


def write_struck(book, sheet):
    struck = book.add_format({"font_strikeout": True})
    sheet.write_row(0, 0, ["성명", "소속"])
    sheet.write(1, 0, "김견본", struck)
    sheet.write(1, 1, "구미시")
    sheet.write_rich_string(2, 0, struck, "이보기", " 박가상")
    sheet.write_blank(2, 1, None, struck)


@pytest.mark.parametrize("form", [bytes, prefixed])
def test_struck_cells_and_parts_of_cells_are_told(form):
    sheet = read(form(written(write_struck)))

    assert sheet.struck == {(1, 0): "김견본", (2, 0): "이보기"}
    assert sheet.rows == [["성명", "소속"], ["김견본", "구미시"], [" 박가상", None]]


def test_a_text_in_the_cell_itself_may_be_struck_in_part():
    runs = (
        b'<c r="A1" t="inlineStr"><is><r><rPr><strike/></rPr><t>a</t></r>'
        b'<r><rPr><strike val="0"/></rPr><t>b</t></r></is></c>'
    )
    data = changed(
        written(lambda book, sheet: sheet.write(0, 0, 1)),
        SHEET,
        (b'<c r="A1"><v>1</v></c>', runs),
    )

    sheet = read(data)

    assert (sheet.rows, sheet.struck) == ([["b"]], {(0, 0): "a"})


def test_all_cells_of_a_struck_area_are_struck():
    def write(book, sheet):
        sheet.merge_range(0, 0, 1, 0, "김견본", book.add_format({"font_strikeout": 1}))
        sheet.write_column(0, 1, ["가", "나"])

    sheet = read(written(write))

    assert sheet.merged == [Area(0, 0, 1, 0)]
    assert sheet.struck == {(0, 0): "김견본", (1, 0): "김견본"}


def write_hidden(book, sheet):
    for row in range(4):
        sheet.write_row(row, 0, ["a", "b", "c", "d"])
    sheet.set_row(1, None, None, {"hidden": True})
    sheet.set_row(2, 0)
    sheet.set_column(1, 2, None, None, {"hidden": True})


@pytest.mark.parametrize("form", [bytes, prefixed])
def test_rows_and_columns_out_of_sight_are_told(form):
    sheet = read(form(written(write_hidden)))

    assert (sheet.hidden_rows, sheet.hidden_columns) == ({1, 2}, {1, 2})


def test_a_plain_sheet_has_no_marks():
    sheet = read(written(lambda book, sheet: sheet.write(0, 0, "a")))

    assert (sheet.hidden_rows, sheet.hidden_columns) == (frozenset(), frozenset())
    assert (sheet.struck, sheet.merged) == ({}, [])


@pytest.mark.parametrize(
    ("value", "code", "cell"),
    [
        (901, "0000", "0901"),
        (1012345678, "000-0000-0000", "010-1234-5678"),
        (8613900001111, '"+"0', "+8613900001111"),
        (12, "0.00", 12),
        (45940, "yyyy-mm-dd", dt.date(2025, 10, 10)),
    ],
)
def test_a_number_is_as_its_format_shows_it(value, code, cell):
    def write(book, sheet):
        sheet.write_number(0, 0, value, book.add_format({"num_format": code}))

    assert read(written(write)).rows == [[cell]]


def test_a_workbook_with_broken_styles_is_read_and_that_is_told():
    data = changed(written(write_struck), STYLES, (b"</styleSheet>", b""))

    book = read_workbook(data)

    assert book.sheets[0].rows[1] == ["김견본", "구미시"]
    assert book.warnings == [("marks_unread", {})]


def test_an_entity_in_styles_is_not_resolved():
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><styleSheet'

    data = changed(written(write_struck), STYLES, (b"<styleSheet", bomb))

    assert read_workbook(data).warnings == [("marks_unread", {})]


ODS_STYLES = """
<number:number-style style:name="N1"><number:number number:min-integer-digits="4"/>
</number:number-style>
<style:style style:name="zeros" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="gone" style:family="table-cell">
<style:text-properties style:text-line-through-style="solid"/></style:style>
"""


def ods_cell(text, attributes="", kind="string"):
    return (
        f'<table:table-cell office:value-type="{kind}" {attributes}>'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def test_an_ods_file_tells_the_same():
    rows = (
        "<table:table-column/><table:table-column table:visibility='collapse'/>"
        f"<table:table-row>{ods_cell('성명')}{ods_cell('객실')}</table:table-row>"
        "<table:table-row>"
        + ods_cell("김견본", "table:style-name='gone'")
        + ods_cell("0901", "table:style-name='zeros' office:value='901'", "float")
        + "</table:table-row><table:table-row table:visibility='collapse'>"
        + ods_cell("이보기", "table:number-rows-spanned='2'")
        + "</table:table-row><table:table-row><table:covered-table-cell/>"
        + ods_cell("<text:span text:style-name='gone'>옛</text:span>새")
        + "</table:table-row>"
    )

    sheet = read(ods(rows, ODS_STYLES))

    assert sheet.rows == [
        ["성명", "객실"],
        ["김견본", "0901"],
        ["이보기", None],
        ["이보기", "새"],
    ]
    assert sheet.struck == {(1, 0): "김견본", (3, 1): "옛"}
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({2}, {1})
    assert sheet.merged == [Area(2, 0, 3, 0)]


def test_the_reading_above_a_name_in_ods_is_none_of_it():
    ruby = (
        "<text:ruby><text:ruby-base>山田</text:ruby-base>"
        "<text:ruby-text>やまだ</text:ruby-text></text:ruby>太郎"
    )

    sheet = read(ods(f"<table:table-row>{ods_cell(ruby)}</table:table-row>"))

    assert sheet.rows == [["山田太郎"]]


def test_an_error_in_ods_is_no_value():
    cell = ods_cell("#N/A", "calcext:value-type='error'")

    sheet = read(ods(f"<table:table-row>{cell}{ods_cell('#N/A')}</table:table-row>"))

    assert sheet.rows == [[NoValue("#N/A"), "#N/A"]]


def test_an_xls_file_tells_the_same():
    sheet, hidden = read_workbook((FILES / "marks.xls").read_bytes()).sheets

    assert sheet.struck == {
        (2, 0): "한지민",
        (2, 1): "구미시",
        (2, 4): "010",
        (4, 0): "김옛날",
    }
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({3}, {4})
    assert sheet.merged == [Area(5, 0, 6, 0)]
    assert sheet.rows[1][2:4] == ["0901", "010-1234-5678"]
    assert [row[2] for row in sheet.rows[5:]] == [NoValue("#N/A"), NoValue("#DIV/0!")]
    assert hidden.is_hidden


def test_an_xlsb_file_tells_which_rows_are_hidden():
    data = (FILES / "plain.xlsb").read_bytes()
    part = next(name for name in parts_of(data) if name.endswith("sheet1.bin"))
    xml = parts_of(data)[part]
    # The record of a row: its number is 0, its size 25; the flag is in its byte 11.
    start = xml.index(b"\x00\x19\x01\x00\x00\x00") + 2
    hidden = xml[: start + 11] + b"\x10" + xml[start + 12 :]

    assert read(data).hidden_rows == frozenset()
    assert read(changed(data, part, (xml, hidden))).hidden_rows == {1}
