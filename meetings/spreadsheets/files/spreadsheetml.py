"""Read SpreadsheetML 2003: the XML of Excel 2003, which is often called .xls.

Structure: XML Spreadsheet Reference (Office 2003). Indices begin with 1.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator

from meetings.spreadsheets.files.finishing import Marks, finished
from meetings.spreadsheets.files.number_formats import shows_more
from meetings.spreadsheets.files.xml_events import Attributes, XmlEvents, XmlFault
from meetings.spreadsheets.types import (
    LINE_ENDS,
    MAX_COLUMNS,
    MAX_ROWS,
    Area,
    Book,
    Cell,
    NoValue,
    Sheet,
    Unreadable,
)

BESIDE = {"Comment", "PhoneticText"}  # whose texts are none of the cell


def read_spreadsheetml(data: bytes) -> Book:
    """Return the sheets; raise Unreadable where the XML is damaged."""
    walk = Workbook()
    try:
        walk.parse(data)
    except XmlFault:
        raise Unreadable("broken") from None
    return Book(walk.sheets)


class Workbook(XmlEvents):
    """The walk through a workbook; `sheets` is what it finds."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[Sheet] = []
        self.struck: set[str] = set()
        self.codes: dict[str, str] = {}
        self.style = self.name = self.kind = ""
        self.own_style = self.row_style = ""
        self.marks = Marks()
        self.cells: defaultdict[int, dict[int, Cell]] = defaultdict(dict)
        self.row = self.column = self.across = self.down = 0
        self.rows_spanned = self.columns_spanned = 0
        self.is_hidden = self.is_beside = False
        self.texts: list[tuple[str, bool]] = []
        self.strikes = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if name in BESIDE:
            self.is_beside = True
        elif name in STARTS:
            STARTS[name](self, attributes)

    def end(self, name: str) -> None:
        if name in BESIDE:
            self.is_beside = False
        elif name in ENDS:
            ENDS[name](self)

    def start_style(self, attributes: Attributes) -> None:
        self.style = attributes.get("ID", "")

    def start_font(self, attributes: Attributes) -> None:
        if attributes.get("StrikeThrough") == "1":
            self.struck.add(self.style)

    def start_format(self, attributes: Attributes) -> None:
        code = attributes.get("Format", "")
        if shows_more(code):
            self.codes[self.style] = code

    def start_sheet(self, attributes: Attributes) -> None:
        self.name = attributes.get("Name", "")
        self.marks, self.cells = Marks(), defaultdict(dict)
        self.row = self.column = -1
        self.is_hidden = False

    def end_sheet(self) -> None:
        sheet = finished(self.name, self.rows(), self.marks, self.is_hidden)
        self.sheets.append(sheet)

    def start_visible(self, attributes: Attributes) -> None:
        self.listen()

    def end_visible(self) -> None:
        self.is_hidden = self.heard().strip() != "SheetVisible"

    def start_column(self, attributes: Attributes) -> None:
        first = index_of(attributes, self.column + 1)
        self.column = first + number(attributes, "Span")
        if is_hidden(attributes, "Width"):
            columns = range(first, min(self.column + 1, MAX_COLUMNS))
            self.marks.hidden_columns.update(columns)

    def start_row(self, attributes: Attributes) -> None:
        self.row = index_of(attributes, self.row + 1 + self.rows_spanned)
        self.rows_spanned = number(attributes, "Span")
        self.column, self.columns_spanned = -1, 0
        self.row_style = attributes.get("StyleID", "")
        if is_hidden(attributes, "Height"):
            rows = range(self.row, min(self.row + self.rows_spanned + 1, MAX_ROWS))
            self.marks.hidden_rows.update(rows)

    def start_cell(self, attributes: Attributes) -> None:
        after = self.column + 1 + self.columns_spanned
        self.column = index_of(attributes, after)
        self.across = number(attributes, "MergeAcross")
        self.down = number(attributes, "MergeDown")
        self.columns_spanned = self.across
        self.own_style = attributes.get("StyleID", self.row_style)
        self.kind, self.texts, self.strikes = "", [], 0

    def start_data(self, attributes: Attributes) -> None:
        if not self.is_beside:
            self.kind = attributes.get("Type", "String")
            self.listen()

    def start_strike(self, attributes: Attributes) -> None:
        self._take_text()
        self.strikes += 1

    def end_strike(self) -> None:
        self._take_text()
        self.strikes -= 1

    def _take_text(self) -> None:
        if self.is_listening and not self.is_beside:
            self.texts.append((self.heard(), self.strikes > 0))
            self.listen()

    def end_data(self) -> None:
        self._take_text()
        if not self.is_beside:
            self.heard()

    def end_cell(self) -> None:
        row, column = self.row, self.column
        text = "".join(text for text, _is_struck in self.texts)
        struck = "".join(text for text, is_struck in self.texts if is_struck)
        self.cells[row][column] = value_of(text, self.kind)
        if self.across or self.down:
            area = Area(row, column, row + self.down, column + self.across)
            self.marks.merged.append(area)
        if self.own_style in self.struck or (struck and struck == text):
            self.marks.struck[row, column] = None
        elif struck.strip():
            self.marks.struck[row, column] = struck
            kept = (text for text, is_struck in self.texts if not is_struck)
            self.marks.values[row, column] = "".join(kept)
        if self.own_style in self.codes and self.kind == "Number":
            self.marks.formats[row, column] = self.codes[self.own_style]

    def rows(self) -> Iterator[list[Cell]]:
        for row in range(max(self.cells, default=-1) + 1):
            cells = self.cells.get(row, {})
            yield [cells.get(column) for column in range(max(cells, default=-1) + 1)]


STARTS: dict[str, Callable[[Workbook, Attributes], None]] = {
    "Style": Workbook.start_style,
    "Font": Workbook.start_font,
    "NumberFormat": Workbook.start_format,
    "Worksheet": Workbook.start_sheet,
    "Column": Workbook.start_column,
    "Row": Workbook.start_row,
    "Cell": Workbook.start_cell,
    "Data": Workbook.start_data,
    "S": Workbook.start_strike,
    "Visible": Workbook.start_visible,
}
ENDS: dict[str, Callable[[Workbook], None]] = {
    "Worksheet": Workbook.end_sheet,
    "Cell": Workbook.end_cell,
    "Data": Workbook.end_data,
    "S": Workbook.end_strike,
    "Visible": Workbook.end_visible,
}


def value_of(text: str, kind: str) -> Cell:
    """Return the value of a cell by the type that the file names."""
    if kind == "Error":
        return NoValue(text)
    if kind == "Boolean":
        return text.strip() == "1"
    if kind in READERS:
        try:
            return READERS[kind](text.strip())
        except ValueError:
            pass
    return LINE_ENDS.sub("\n", text) or None


def moment_of(text: str) -> Cell:
    at = dt.datetime.fromisoformat(text)
    if at.year < 1900:  # a time of day
        return at.time()
    return at.date() if at.time() == dt.time() else at


def number_of(text: str) -> Cell:
    value = float(text)
    return int(value) if value.is_integer() else value


READERS = {"Number": number_of, "DateTime": moment_of}


def index_of(attributes: Attributes, otherwise: int) -> int:
    """Return the index from 0 that an element gives, or the one that follows."""
    return number(attributes, "Index") - 1 if "Index" in attributes else otherwise


def number(attributes: Attributes, name: str) -> int:
    text = attributes.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 8 else 0


def is_hidden(attributes: Attributes, size: str) -> bool:
    return attributes.get("Hidden") == "1" or attributes.get(size) == "0"
