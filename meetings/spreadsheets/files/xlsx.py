"""Read XLSX files beside calamine: their marks, and those that it does not open."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from meetings.spreadsheets.files.finishing import Marks, finished
from meetings.spreadsheets.files.moments import is_moment, moment
from meetings.spreadsheets.files.packages import Package, XlsxParts
from meetings.spreadsheets.files.xlsx_cells import SheetMarks, Texts, marks_of, place_of
from meetings.spreadsheets.files.xlsx_styles import SharedTexts, Styles
from meetings.spreadsheets.files.xml_events import Attributes, XmlFault
from meetings.spreadsheets.types import Area, Cell, Sheet, Unreadable

HIGHEST_ROW = 1_048_576  # of Excel
FAR = re.compile(rb"\br=[\"'][A-Z]{3}[0-9]")
NO_SHEET = b"<none/>"
STRUCK = b"strike"


def xlsx_marks(package: Package) -> dict[str, Marks]:
    """Return the marks of each sheet, by its name."""
    parts = XlsxParts(package)
    shared = package.read(parts.texts)
    texts = Texts(
        Styles(package.read(parts.styles)),
        SharedTexts(shared).texts if STRUCK in shared else [],
    )
    return {
        name: marks_of(package.read(part), texts)
        for name, part in parts.sheets.items()
        if part in package
    }


def has_far_cells(package: Package) -> bool:
    """Whether a cell stands so far to the right that calamine may need all memory.

    It lays out all cells up to the last one, blank ones as well.
    """
    parts = XlsxParts(package).sheets.values()
    return any(FAR.search(package.read(part)) for part in parts)


def read_xlsx(package: Package) -> list[Sheet]:
    """Read an XLSX file that calamine does not; raise Unreadable if it is none.

    It is several times as slow, but takes sheets wherever the file says that they are,
    and holds no blank cells.
    """
    parts = XlsxParts(package)
    texts = Texts(
        styles_of(package, parts), SharedTexts(package.read(parts.texts)).texts
    )
    sheets = []
    for name, part in parts.sheets.items():
        walk = SheetValues(texts, parts.counts_from_1904)
        walk.parse(package.read(part) or NO_SHEET)
        if walk.is_worksheet:
            is_hidden = name in parts.hidden
            sheets.append(finished(name, walk.rows(), walk.marks, is_hidden))
    if not sheets:
        raise Unreadable("not_a_sheet")
    return sheets


def styles_of(package: Package, parts: XlsxParts) -> Styles:
    """Return the styles, none where they are damaged."""
    try:
        return Styles(package.read(parts.styles))
    except XmlFault:
        return Styles(b"")


class SheetValues(SheetMarks):
    """The walk through a sheet that takes its values as well."""

    def __init__(self, texts: Texts, from_1904: bool) -> None:
        super().__init__(texts)
        self.from_1904 = from_1904
        self.is_worksheet = False
        self.looks_up_texts = True
        self.cells: defaultdict[int, dict[int, Cell]] = defaultdict(dict)

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "worksheet":
            self.is_worksheet = True
        elif name == "mergeCell":
            first, _colon, last = attributes.get("ref", "").partition(":")
            corners = place_of(first), place_of(last)
            if corners[0] and corners[1]:
                self.marks.merged.append(Area(*corners[0], *corners[1]))
        else:
            super().start(name, attributes)

    def end_cell(self) -> None:
        super().end_cell()
        value = self._read_value()
        row, column = self.place
        if value is not None and 0 <= row < HIGHEST_ROW and column >= 0:
            self.cells[row][column] = value

    def _read_value(self) -> Cell:
        if self.kind == "s":
            index = int(self.value) if self.value.isdecimal() else -1
            known = 0 <= index < len(self.texts.shared)
            return "".join(self.texts.shared[index]) or None if known else None
        if self.kind == "inlineStr":
            return "".join([*self.kept, *self.struck]) or None
        if self.kind == "b":
            return self.value == "1"
        if self.kind in ("str", "d", "e"):
            return self.value or None
        return self._read_number()

    def _read_number(self) -> Cell:
        try:
            number = float(self.value)
        except ValueError:
            return self.value or None
        code = self.texts.styles.codes.get(self.style, "")
        return moment(number, self.from_1904) if is_moment(code) else number

    def rows(self) -> Iterator[list[Cell]]:
        """Yield the rows from the first one on, each up to its last cell."""
        for row in range(max(self.cells, default=-1) + 1):
            cells = self.cells.get(row, {})
            width = max(cells, default=-1) + 1
            yield [cells.get(column) for column in range(width)]
