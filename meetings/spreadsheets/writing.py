"""Write rows of cells as XLSX, ODS or CSV that can be sent on as it is.

Text is written as text, so no formula can arise and `+82` and `0010` survive; numbers,
dates and truth values keep their types; an empty cell stays empty.
"""

from __future__ import annotations

import datetime as dt
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from types import NoneType
from typing import BinaryIO

from rustpy_xlsxwriter import Format, write_worksheet

from meetings.spreadsheets import ods_writer, xlsx_writer
from meetings.spreadsheets.formulas import RUNS, escape
from meetings.spreadsheets.output import (
    TO_CLEAN,
    CellToWrite,
    Column,
    Row,
    SheetToWrite,
    clean,
    fit_a_page,
    headings_of,
    prepare_sheets,
    sheet_names,
    shortened,
)
from meetings.spreadsheets.types import Cell

PAGE = {
    "landscape": True,
    "paper_size": 9,  # A4
    "repeat_rows": 0,
    "footer": "&L&A&R&P / &N",
}
DAY_FORMAT = "yyyy-mm-dd"
BLOCK = 64 * 1024  # characters sent at once: a write for each row would be slow
CACHED_TYPES = {str, dt.date, NoneType}
MAX_CACHED = 10_000

# LibreOffice splits at semicolons and tabs, too, what is not in quotes.
QUOTED = re.compile(r'[",;\t\r\n]')
# What keeps a text from being written as it is; looked for once in each, for speed.
SPECIAL = re.compile(rf"^{RUNS.pattern}|{QUOTED.pattern}|{TO_CLEAN.pattern}")

Record = dict[str, Cell]


def needs_workbook(sheets: Sequence[SheetToWrite]) -> bool:
    """Whether sheets are written to XLSX by XlsxWriter, not by rustpy-xlsxwriter.

    The latter is five times as fast, but writes one sheet only and times of day as
    texts: it is for rows that stream, and those are an iterator, not a Python list.
    """
    return len(sheets) > 1 or isinstance(sheets[0][2], list)


def write_as(suffix: str, file: BinaryIO, sheets: Sequence[SheetToWrite]) -> None:
    """Write sheets in the format of the ending: xlsx, ods, or csv (the first sheet)."""
    name, columns, rows = sheets[0]
    if suffix == "csv":
        write_csv(file, columns, rows)
    elif suffix == "ods":
        write_ods(file, sheets)
    elif needs_workbook(sheets):
        write_workbook(file, sheets)
    else:
        write_streamed_xlsx(file, name, columns, rows)


def write_streamed_xlsx(
    file: BinaryIO, name: str, columns: Sequence[Column], rows: Iterable[Row]
) -> None:
    """Write one sheet with a frozen, filtered header, set up to print on A4."""
    fits = fit_a_page(columns)
    write_worksheet(
        engine_records(columns, rows),
        file,
        sheet_name=sheet_names([name])[0],
        freeze_row=1,
        autofilter=True,
        header_format=Format().set_bold().set_text_wrap().set_align("top"),
        datetime_format=DAY_FORMAT,
        column_widths=[column.shown_width for column in columns],
        page_setup=PAGE | ({"fit_to_pages": (1, 0)} if fits else {"repeat_columns": 0}),
    )


def engine_records(columns: Sequence[Column], rows: Iterable[Row]) -> Iterator[Record]:
    """Yield the rows as rustpy-xlsxwriter takes them, dicts by heading.

    It writes the header from the first of them, so a blank row stands in for none.
    """
    headings = distinct_headings(headings_of(columns))
    made = (dict(zip(headings, map(excel_cell, row), strict=True)) for row in rows)
    return chain([next(made, dict.fromkeys(headings))], made)


def excel_cell(cell: CellToWrite) -> Cell:
    value = clean(cell)
    return shortened(value) if isinstance(value, str) else value


def distinct_headings(headings: Sequence[str]) -> list[str]:
    """Return the headings, with a number behind each that stands there already.

    They are the keys of a dict, in which one of two would be lost.
    """
    seen: dict[str, int] = {}
    result = []
    for heading in headings:
        seen[heading] = seen.get(heading, 0) + 1
        count = seen[heading]
        result.append(heading if count == 1 else f"{heading} ({count})")
    return result


def write_workbook(file: BinaryIO, sheets: Sequence[SheetToWrite]) -> None:
    """Write several sheets as `write_streamed_xlsx` does one, with links between them.

    The same cells give the same bytes.
    """
    xlsx_writer.write(file, prepare_sheets(sheets))


def write_ods(file: BinaryIO, sheets: Sequence[SheetToWrite]) -> None:
    """Write several sheets as `write_workbook` does, for LibreOffice."""
    ods_writer.write(file, prepare_sheets(sheets))


def write_csv(file: BinaryIO, columns: Sequence[Column], rows: Iterable[Row]) -> None:
    """Write UTF-8 with a byte-order mark; what a spreadsheet would run gets a `'`."""
    file.writelines(csv_chunks(columns, rows))


def csv_chunks(columns: Sequence[Column], rows: Iterable[Row]) -> Iterator[bytes]:
    """Yield what `write_csv` writes: the header at once, then blocks of some 64 KB."""
    fields = CsvFields()
    yield BOM_UTF8 + fields.record(headings_of(columns)).encode()
    block: list[str] = []
    size = 0
    for record in map(fields.record, rows):
        block.append(record)
        size += len(record)
        if size >= BLOCK:
            yield "".join(block).encode()
            block, size = [], 0
    if block:
        yield "".join(block).encode()


class CsvFields(dict[CellToWrite, str]):
    """The fields of a CSV file by their cells, cached: most rows of lists repeat them.

    Numbers and moments are not cached, since 1 and True are one key of a dict.
    """

    def __missing__(self, cell: CellToWrite) -> str:
        text = csv_field(cell)
        if type(cell) in CACHED_TYPES:
            if len(self) >= MAX_CACHED:
                self.clear()
            self[cell] = text
        return text

    def record(self, row: Row) -> str:
        """Return a row as RFC 4180 has it.

        A row of one blank cell is quoted, since an empty line is no record.
        """
        return (",".join(map(self.__getitem__, row)) or '""') + "\r\n"


def csv_field(cell: CellToWrite) -> str:
    """Return a cell as a field that every program reads as one field of text."""
    if cell is None:
        return ""
    if isinstance(cell, str) and not SPECIAL.search(cell):
        return cell
    value = clean(cell)
    text = "" if value is None else str(value)
    if isinstance(value, str):
        text = escape(text)
    return '"' + text.replace('"', '""') + '"' if QUOTED.search(text) else text
