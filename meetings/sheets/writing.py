"""Write rows of cells as XLSX, ODS or CSV that can be sent on as it is.

Text is written as text, so no formula can arise and `+82` and `0010` survive; numbers,
dates and truth values keep their types; an empty cell stays empty.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import BinaryIO

from rustpy_xlsxwriter import Format, write_worksheet, write_worksheets

from meetings.sheets import ods
from meetings.sheets.books import Cell, NoValue
from meetings.sheets.formulas import mark

Row = Sequence[Cell]

# What XML cannot hold.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")
PAGE = {
    "landscape": True,
    "paper_size": 9,  # A4
    "repeat_rows": 0,
    "footer": "&L&A&R&P / &N",
}
DAY_FORMAT = "yyyy-mm-dd"
WIDEST = 60
FITS_A_PAGE = 200  # characters; more would not be legible on one page's width


@dataclass(frozen=True)
class Column:
    """A column of a list: its heading, and its width in characters where known."""

    heading: str
    width: int = 0

    @property
    def shown_width(self) -> float:
        return min(max(self.width, display_width(self.heading)) + 3, WIDEST)


def display_width(text: str) -> int:
    """How many columns of a typewriter the text fills; CJK characters fill two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


SheetToWrite = tuple[str, Sequence[Column], Iterable[Row]]
Record = dict[str, Cell]


def write_as(suffix: str, file: BinaryIO, sheets: Sequence[SheetToWrite]) -> None:
    """Write sheets in the format of the ending: xlsx, ods, or csv (the first sheet)."""
    name, columns, rows = sheets[0]
    if suffix == "csv":
        write_csv(file, columns, rows)
    elif suffix == "ods":
        write_ods(file, sheets)
    elif len(sheets) > 1:
        write_book(file, sheets)
    else:
        write_xlsx(file, name, columns, rows)


def write_xlsx(
    file: BinaryIO, name: str, columns: Sequence[Column], rows: Iterable[Row]
) -> None:
    """Write one sheet with a frozen, filtered header, set up to print on A4."""
    widths = [column.shown_width for column in columns]
    write_worksheet(
        records(columns, rows),
        file,
        sheet_name=sheet_name(name),
        freeze_row=1,
        autofilter=True,
        header_format=header_format(),
        datetime_format=DAY_FORMAT,
        column_widths=widths,
        page_setup=page_of(widths),
    )


def write_book(file: BinaryIO, sheets: Sequence[SheetToWrite]) -> None:
    """Write several sheets, each as `write_xlsx` does; their names must differ."""
    names = [sheet_name(name) for name, _columns, _rows in sheets]
    widths = {
        name: [column.shown_width for column in columns]
        for name, (_name, columns, _rows) in zip(names, sheets, strict=True)
    }
    write_worksheets(
        [
            (name, records(columns, rows))
            for name, (_name, columns, rows) in zip(names, sheets, strict=True)
        ],
        file,
        freeze_panes={"general": {"row": 1, "col": 0}},
        autofilter=dict.fromkeys(names, True),
        header_format=dict.fromkeys(names, header_format()),
        datetime_format=DAY_FORMAT,
        column_widths={**widths},
        page_setup={name: page_of(widths[name]) for name in names},
    )


def header_format() -> Format:
    return Format().set_bold().set_text_wrap().set_align("top")


def records(columns: Sequence[Column], rows: Iterable[Row]) -> Iterator[Record]:
    """The rows as the engine takes them; a header needs one row below it."""
    headings = distinct([column.heading for column in columns])
    made = (dict(zip(headings, map(clean, row), strict=True)) for row in rows)
    return chain([next(made, dict.fromkeys(headings))], made)


def page_of(widths: Sequence[float]) -> dict[str, object]:
    """A page's set-up: all columns on it where they stay legible, else the first."""
    fits = sum(widths) <= FITS_A_PAGE
    return PAGE | ({"fit_to_pages": (1, 0)} if fits else {"repeat_columns": 0})


def write_ods(file: BinaryIO, sheets: Sequence[SheetToWrite]) -> None:
    """Write several sheets as `write_book` does, for LibreOffice."""
    ods.write(
        file,
        [
            (
                sheet_name(name),
                [column.shown_width for column in columns],
                [column.heading for column in columns],
                (list(map(clean, row)) for row in rows),
            )
            for name, columns, rows in sheets
        ],
    )


def write_csv(file: BinaryIO, columns: Sequence[Column], rows: Iterable[Row]) -> None:
    """Write UTF-8 with a byte-order mark; what a spreadsheet would run gets a `'`."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow([column.heading for column in columns])
    writer.writerows(map(marked, rows))
    text.detach()


def marked(row: Row) -> list[Cell]:
    """A row that stays text in a file without types."""
    return [mark(cell) if isinstance(cell, str) else cell for cell in map(clean, row)]


def clean(cell: Cell) -> Cell:
    """A cell that every format can hold: no control characters, no zones."""
    if isinstance(cell, NoValue):
        return clean(cell.text)
    if isinstance(cell, str):
        return CONTROL.sub("\ufffd", cell)
    if isinstance(cell, dt.datetime):
        return cell.replace(tzinfo=None)
    return cell


def distinct(headings: Sequence[str]) -> list[str]:
    """The headings, with a number behind each that stands there already."""
    seen: dict[str, int] = {}
    result = []
    for heading in headings:
        seen[heading] = seen.get(heading, 0) + 1
        count = seen[heading]
        result.append(heading if count == 1 else f"{heading} ({count})")
    return result


def sheet_name(text: str) -> str:
    """A name that Excel allows for a sheet."""
    return NOT_IN_SHEET_NAMES.sub(" ", text).strip(" '")[:31] or "Sheet1"
