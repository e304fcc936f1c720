"""What can be written: columns, cells, links between sheets, and names of sheets."""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from meetings.spreadsheets.types import LINE_ENDS, Cell, NoValue

# What XML cannot hold, and halves of characters, which no encoding can.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
TO_CLEAN = re.compile(rf"\r|{CONTROL.pattern}")
# The rules of Excel, which are the strictest.
NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")
LONGEST_SHEET_NAME = 31
RESERVED_BY_EXCEL = "history"  # for the sheet of its change tracking
FIRST_YEAR_OF_EXCEL = 1900
LONGEST_CELL = 32_767  # of Excel, in units of UTF-16
WIDEST = 60
WRAPS_FROM = 20  # characters; narrower columns hold codes, dates and numbers
FITS_A_PAGE = 200  # characters; more would not be legible on one page's width


@dataclass(frozen=True)
class Column:
    """A column of a list: its heading, and its width in characters where known."""

    heading: str
    width: int = 0

    @property
    def shown_width(self) -> float:
        return min(max(self.width, display_width(self.heading)) + 3, WIDEST)

    @property
    def wraps(self) -> bool:
        """Whether long texts go on in the next line of their cell."""
        return self.width >= WRAPS_FROM

    def lines_of(self, cell: CellToWrite) -> int:
        """Return how many lines a cell of this column fills."""
        text = cell.text if isinstance(cell, Link) else cell
        if not self.wraps or not isinstance(text, str):
            return 1
        widths = (display_width(line) for line in text.split("\n"))
        return sum(max(math.ceil(width / self.shown_width), 1) for width in widths)


@dataclass(frozen=True)
class Link:
    """A cell that shows `text` and leads to the first cell of a sheet of the file.

    `sheet` is its name as it is given to the writer. Where there is no such sheet, and
    in files of one sheet, only the text is written.
    """

    text: str
    sheet: str


CellToWrite = Cell | Link
Row = Sequence[CellToWrite]
SheetToWrite = tuple[str, Sequence[Column], Iterable[Row]]


def display_width(text: str) -> int:
    """Return how many Latin characters a text is as wide as; CJK ones count as two.

    Wide and full-width are those of Unicode Standard Annex 11.
    """
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def fit_a_page(columns: Sequence[Column]) -> bool:
    """Whether all columns stay legible on one page's width."""
    return sum(column.shown_width for column in columns) <= FITS_A_PAGE


def clean(cell: CellToWrite) -> Cell:
    """Return a cell that every format can hold; of a link that is its text.

    Control characters become U+FFFD and lines end with LF. Times lose their zones, and
    numbers that are not finite are blank. Days before 1900, which Excel cannot count,
    are text.
    """
    if isinstance(cell, str):
        if TO_CLEAN.search(cell):
            return LINE_ENDS.sub("\n", CONTROL.sub("\ufffd", cell))
        return cell
    if isinstance(cell, NoValue | Link):
        return clean(cell.text)
    if isinstance(cell, dt.datetime):
        cell = cell.replace(tzinfo=None)
    if isinstance(cell, dt.date) and cell.year < FIRST_YEAR_OF_EXCEL:
        return cell.isoformat()
    if isinstance(cell, float) and not math.isfinite(cell):
        return None
    return cell


def headings_of(columns: Sequence[Column]) -> list[str]:
    return [shortened(str(clean(column.heading))) for column in columns]


def shortened(text: str) -> str:
    """Return the text; one too long for a cell of Excel is cut and ends with “…”."""
    fits = text == cut(text, LONGEST_CELL)
    return text if fits else cut(text, LONGEST_CELL - 1) + "…"


def prepare_sheets(sheets: Sequence[SheetToWrite]) -> list[SheetToWrite]:
    """Return the sheets of one file, made fit for any format.

    Their names are valid and distinct, cells are clean, and links lead to the names
    that the sheets have now. Rows stay iterators: nothing is read before it is written.
    """
    given = [name for name, _columns, _rows in sheets]
    names = sheet_names(given)
    pairs = [*zip(given, names, strict=True)][::-1]  # of two called A, the first is A
    called = {sheet_name(raw): name for raw, name in pairs} | dict(pairs)
    return [
        (name, columns, (with_links(row, called) for row in rows))
        for name, (_given, columns, rows) in zip(names, sheets, strict=True)
    ]


def with_links(row: Row, called: Mapping[str, str]) -> Row:
    """Return the row with clean cells, and links by the new names of sheets.

    `called` gives the new name by the one that a link was made with.
    """
    return [
        Link(str(clean(cell)), called[cell.sheet])
        if isinstance(cell, Link) and cell.text and cell.sheet in called
        else clean(cell)
        for cell in row
    ]


def sheet_name(text: str) -> str:
    """Return the text as a name that Excel allows for a sheet."""
    bare = NOT_IN_SHEET_NAMES.sub(" ", CONTROL.sub(" ", text))
    name = cut(" ".join(bare.split()).strip(" '"), LONGEST_SHEET_NAME)
    return name.rstrip(" '") or "Sheet1"


def sheet_names(given: Iterable[str]) -> list[str]:
    """Return names that Excel allows in one file: of two called A one is “A (2)”."""
    taken = {RESERVED_BY_EXCEL}
    names = []
    for text in given:
        name, count = sheet_name(text), 1
        while same_to_excel(name) in taken:
            count += 1
            mark = f" ({count})"
            name = cut(sheet_name(text), LONGEST_SHEET_NAME - len(mark)) + mark
        taken.add(same_to_excel(name))
        names.append(name)
    return names


def same_to_excel(name: str) -> str:
    """Return what Excel compares names of sheets by: not case, nor width of letters."""
    return unicodedata.normalize("NFKC", name).casefold()


def quoted(name: str) -> str:
    """Return a sheet's name as it stands in an address: 'A''s'!B1."""
    return "'" + name.replace("'", "''") + "'"


def cut(text: str, units: int) -> str:
    """Return as much of the text as fits into `units` of UTF-16, as Excel counts."""
    if 2 * len(text) <= units:  # a character has two at most; most texts end here
        return text
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")
