"""Walk through the cells of a sheet of an XLSX file, for what calamine does not tell.

Those are struck and hidden cells, number formats, formulas that no program has computed
and errors. Structure: ECMA-376, part 1, 18.3.1.4 (c), 18.3.1.13 (col), 18.3.1.73 (row).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from meetings.spreadsheets.files.finishing import Marks
from meetings.spreadsheets.files.packages import is_true
from meetings.spreadsheets.files.xlsx_styles import RichText, Styles
from meetings.spreadsheets.files.xml_events import Attributes
from meetings.spreadsheets.types import MAX_COLUMNS, MAX_ROWS, NoValue, Place

ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
# What a sheet has to hold, if its cells are to be looked at one by one: a row or column
# that is hidden or of no size, a struck part of a text, a formula, an error. Looked for
# one after the other, which is many times as fast as by a regular expression.
TELLING = (
    b"hidden=",
    *(b" %s=%c0" % (size, quote) for size in (b"ht", b"width") for quote in b"\"'"),
    b"strike",
    *(begin + b"f" + end for begin in (b"<", b":") for end in (b">", b" ", b"/")),
    b't="e"',
    b"t='e'",
)
CELL_ADDRESS = re.compile(rb"\br=[\"']([A-Z]{1,3}[0-9]{1,7})[\"']")
MOST_STYLES = 100  # that are looked for together
NOWHERE = -2  # the column of a cell whose address is none


@dataclass
class Texts:
    """What the walk through a sheet has to know: formats, and texts by number."""

    styles: Styles
    shared: list[tuple[str, str]] = field(default_factory=list)

    @property
    def has_struck(self) -> bool:
        return any(struck for _kept, struck in self.shared)


class SheetMarks(RichText):
    """The walk through a sheet; `marks` is what it finds."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.marks = Marks()
        self.texts = texts
        self.looks_up_texts = texts.has_struck
        self.row = -1
        self._place: Place | None = (-1, -1)
        self.kind = self.formula = self.value = self.style = self._address = ""
        self.has_formula = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._start_cell(attributes)
        elif name in ("v", "f"):
            self.has_formula = self.has_formula or name == "f"
            self.listen()
        elif name == "row":
            self._start_row(attributes)
        elif name == "col":
            self._add_columns(attributes)
        elif name == "is":
            self.begin_text()
        else:
            super().start(name, attributes)

    def end(self, name: str) -> None:
        if name == "c":
            self.end_cell()
        elif name == "v":
            self.value = self.heard()
        elif name == "f":
            self.formula = self.heard()
        else:
            super().end(name)

    def _start_row(self, attributes: Attributes) -> None:
        number = attributes.get("r", "")
        self.row = int(number) - 1 if number.isdecimal() else self.row + 1
        self._place = self.row, -1
        if is_true(attributes.get("hidden")) or is_nothing(attributes.get("ht")):
            self.marks.hidden_rows.add(self.row)

    def _add_columns(self, attributes: Attributes) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        is_hidden = is_true(attributes.get("hidden"))
        is_hidden = is_hidden or is_nothing(attributes.get("width"))
        if is_hidden and first.isdecimal() and last.isdecimal():
            columns = range(int(first) - 1, min(int(last), MAX_COLUMNS))
            self.marks.hidden_columns.update(columns)

    def _start_cell(self, attributes: Attributes) -> None:
        address = attributes.get("r")
        if address is None:
            row, column = self.place
            self._place = row, column + 1
        else:
            self._place = None  # it is worked out only for cells that matter
            self._address = address
        self.kind = attributes.get("t", "n")
        self.style = attributes.get("s", "0")
        self.formula = self.value = ""
        self.has_formula = False
        if self.kind == "inlineStr":
            self.begin_text()

    @property
    def place(self) -> Place:
        """The row and column of the cell, from 0."""
        if self._place is None:
            self._place = place_of(self._address) or (self.row, NOWHERE)
        return self._place

    def end_cell(self) -> None:
        styles = self.texts.styles
        if self.kind == "e" or self.has_formula:
            self._add_without_value()
        if self.style in styles.struck:
            self._add(self.marks.struck, None)
        elif self.kind == "inlineStr" or (self.kind == "s" and self.looks_up_texts):
            self._add_struck_part()
        if self.style in styles.telling:
            self._add(self.marks.formats, styles.telling[self.style])

    def _add(self, marks: dict[Place, Any], mark: object) -> None:
        if is_within(self.place):
            marks[self.place] = mark

    def _add_without_value(self) -> None:
        if self.kind == "e" and self.value:
            self._add(self.marks.values, NoValue(self.value))
        elif self.has_formula and not self.value and self.kind != "str":
            self._add(self.marks.values, NoValue("=" + self.formula))

    def _add_struck_part(self) -> None:
        kept, struck = "".join(self.kept), "".join(self.struck)
        if self.kind == "s" and self.value.isdecimal():
            shared = self.texts.shared
            index = int(self.value)
            kept, struck = shared[index] if index < len(shared) else ("", "")
        if struck.strip():
            whole = not kept.strip()
            self._add(self.marks.struck, None if whole else struck)
            if not whole:
                self._add(self.marks.values, kept)


def marks_of(xml: bytes, texts: Texts) -> Marks:
    """Return the marks of a sheet; most have none, and are not walked through."""
    if texts.has_struck or any(sign in xml for sign in TELLING):
        return walked_marks(xml, texts)
    return styled_marks(xml, texts) or walked_marks(xml, texts)


def walked_marks(xml: bytes, texts: Texts) -> Marks:
    walk = SheetMarks(texts)
    walk.parse(xml)
    return walk.marks


def styled_marks(xml: bytes, texts: Texts) -> Marks | None:
    """Return the marks of a sheet that only formats of cells give, many times as fast.

    None where that cannot be told without walking through it.
    """
    styles, marks = texts.styles, Marks()
    numbers = styles.struck | styles.telling.keys()
    if not numbers:
        return marks
    if len(numbers) > MOST_STYLES:
        return None
    any_number = "|".join(sorted(numbers)).encode()
    tag = rb"<(?:[\w.-]+:)?c\s([^<>]*\bs=[\"'](%s)[\"'][^<>]*)>" % any_number
    for found in re.finditer(tag, xml):
        address = CELL_ADDRESS.search(found[1])
        if address is None:
            return None
        place, style = place_of(address[1].decode()), found[2].decode()
        if place and is_within(place):
            if style in styles.struck:
                marks.struck[place] = None
            if style in styles.telling:
                marks.formats[place] = styles.telling[style]
    return marks


def is_nothing(size: str | None) -> bool:
    """Whether a height or width is none."""
    try:
        return size is not None and float(size) == 0
    except ValueError:
        return False


def is_within(place: Place) -> bool:
    return 0 <= place[0] < MAX_ROWS and 0 <= place[1] < MAX_COLUMNS


def place_of(address: str) -> Place | None:
    """Return row and column of an address such as B2, from 0; None if it is none."""
    match = ADDRESS.fullmatch(address)
    if not match:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1
