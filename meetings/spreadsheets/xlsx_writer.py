"""Write XLSX of several sheets with links between them, by XlsxWriter, row by row."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from meetings.spreadsheets.output import (
    CellToWrite,
    Column,
    Link,
    Row,
    SheetToWrite,
    fit_a_page,
    headings_of,
    quoted,
    shortened,
)

A4 = 9
LINE_HEIGHT = 15  # points
MAX_ROW_HEIGHT = 409  # points, the most of Excel
MAX_LINKS = 65_530  # of a sheet in Excel; XlsxWriter only warns and leaves out more
CREATED = dt.datetime(2000, 1, 1)  # noqa: DTZ001, so that the same cells give the same bytes
TOP = {"valign": "top"}
WRAPPED = TOP | {"text_wrap": True}
HEAD = WRAPPED | {"bold": True}
NUMBER_FORMATS = {
    dt.datetime: TOP | {"num_format": "yyyy-mm-dd hh:mm"},
    dt.date: TOP | {"num_format": "yyyy-mm-dd"},
    dt.time: TOP | {"num_format": "hh:mm"},
}
# What ECMA-376, part 1, 22.9.2.19 (ST_Xstring) would take for another character.
LOOKS_ESCAPED = re.compile(r"_(?=x[0-9a-fA-F]{4}_)")

Formats = dict[type, Any]


class PlainTextSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A sheet that writes every text as it is, which XlsxWriter does not.

    It takes a text from <r> to </r> for XML of its own, and so breaks the file; of
    _x005F_x0041_ it escapes one part, and so another text is read. Both methods are
    private: test_xlsx_writer fails where a release of XlsxWriter calls them no more.
    """

    def _xml_rich_inline_string(self, string: str, attributes: Any) -> None:
        self._xml_inline_string(string, True, attributes)

    @staticmethod
    def _escape_control_characters(data: Any) -> Any:
        return LOOKS_ESCAPED.sub("_x005F_", data) if isinstance(data, str) else data


def write(file: BinaryIO, sheets: Sequence[SheetToWrite]) -> None:
    """Write sheets from `prepare_sheets`; no row is kept in memory."""
    # XlsxWriter leaves its temporary files behind where the rows raise an exception.
    with TemporaryDirectory() as place:
        options = {"constant_memory": True, "tmpdir": place}
        with Workbook(file, options) as book:
            book.set_properties({"created": CREATED})
            formats = {
                kind: book.add_format(look) for kind, look in NUMBER_FORMATS.items()
            }
            head, top, wrapped = map(book.add_format, (HEAD, TOP, WRAPPED))
            for name, columns, rows in sheets:
                sheet = book.add_worksheet(name, PlainTextSheet)
                set_up_sheet(
                    sheet, columns, [wrapped if c.wraps else top for c in columns]
                )
                for index, heading in enumerate(headings_of(columns)):
                    sheet.write_string(0, index, heading, head)
                last = write_rows(sheet, columns, rows, formats)
                sheet.autofilter(0, 0, last, len(columns) - 1)


def set_up_sheet(
    sheet: Worksheet, columns: Sequence[Column], looks: Sequence[Any]
) -> None:
    """Set widths, a frozen header and landscape A4, as `write_streamed_xlsx` does."""
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_footer("&L&A&R&P / &N")
    sheet.repeat_rows(0)
    for index, column in enumerate(columns):
        sheet.set_column(index, index, column.shown_width, looks[index])
    if fit_a_page(columns):
        sheet.fit_to_pages(1, 0)
    else:
        sheet.repeat_columns(0)


def write_rows(
    sheet: Worksheet, columns: Sequence[Column], rows: Iterable[Row], formats: Formats
) -> int:
    """Write rows below the header; return the index of the last one.

    LibreOffice leaves rows of XLSX one line high whatever they hold, so the height is
    written with each row that needs more.
    """
    last = 0
    for last, row in enumerate(rows, start=1):
        lines = max(
            column.lines_of(cell) for column, cell in zip(columns, row, strict=False)
        )
        if lines > 1:
            sheet.set_row(last, min(lines * LINE_HEIGHT, MAX_ROW_HEIGHT))
        for index, cell in enumerate(row):
            write_cell(sheet, last, index, cell, formats)
    return last


def write_cell(
    sheet: Worksheet, row: int, column: int, cell: CellToWrite, formats: Formats
) -> None:
    """Write a cell by its type; text is text, whatever it looks like."""
    if isinstance(cell, Link):
        write_link(sheet, row, column, cell)
    elif isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell)
    elif isinstance(cell, dt.date | dt.time):
        sheet.write_datetime(row, column, cell, formats[type(cell)])
    elif cell is not None and cell != "":
        sheet.write_string(row, column, shortened(str(cell)))


def write_link(sheet: Worksheet, row: int, column: int, link: Link) -> None:
    """Write a link, or its text where the sheet has as many as Excel takes."""
    text = shortened(link.text)
    if sheet.hlink_count < MAX_LINKS:
        address = f"internal:{quoted(link.sheet)}!A1"
        sheet.write_url(row, column, address, string=text)
    else:
        sheet.write_string(row, column, text)
