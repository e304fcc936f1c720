"""Write rows of cells as XLSX or CSV that can be sent on as it is.

Text is written as text, so no formula can arise and `+82` and `0010` survive; numbers,
dates and truth values keep their types; an empty cell stays empty.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import BinaryIO

from rustpy_xlsxwriter import Format, write_worksheet

from meetings.sheets.books import Cell
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


def write_xlsx(
    file: BinaryIO, name: str, columns: Sequence[Column], rows: Iterable[Row]
) -> None:
    """Write one sheet with a frozen, filtered header, set up to print on A4."""
    headings = distinct([column.heading for column in columns])
    records = (dict(zip(headings, map(clean, row), strict=True)) for row in rows)
    widths = [column.shown_width for column in columns]
    fits = sum(widths) <= FITS_A_PAGE
    bold = Format().set_bold().set_text_wrap().set_align("top")
    first = next(records, dict.fromkeys(headings))  # a header needs a row below it
    write_worksheet(
        chain([first], records),
        file,
        sheet_name=sheet_name(name),
        freeze_row=1,
        autofilter=True,
        header_format=bold,
        datetime_format="yyyy-mm-dd",
        column_widths=widths,
        page_setup=PAGE | ({"fit_to_pages": (1, 0)} if fits else {"repeat_columns": 0}),
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
