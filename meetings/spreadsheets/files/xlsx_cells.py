"""Walk through the cells of a sheet of an XLSX file, for what calamine does not tell.

Those are struck and hidden cells, number formats, formulas that no program has computed
and errors. Structure: ECMA-376, part 1, 18.3.1.4 (c), 18.3.1.13 (col), 18.3.1.73 (row).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

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
        self.row = self.column = -1
        self.kind = self.formula = self.value = ""
        self.style = 0
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
        self.column = -1
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
        after = self.row, self.column + 1
        address = attributes.get("r")
        place = after if address is None else place_of(address)
        self.row, self.column = place or (self.row, NOWHERE)
        self.kind = attributes.get("t", "n")
        style = attributes.get("s", "")
        self.style = int(style) if style.isdecimal() else 0
        self.formula = self.value = ""
        self.has_formula = False
        self.begin_text()

    def end_cell(self) -> None:
        place = self.row, self.column
        if not is_within(place):
            return
        if self.kind == "e" and self.value:
            self.marks.values[place] = NoValue(self.value)
        elif self.has_formula and not self.value and self.kind != "str":
            self.marks.values[place] = NoValue("=" + self.formula)
        if self.style in self.texts.styles.struck:
            self.marks.struck[place] = None
        else:
            self._add_struck_part(place)
        if code := self.texts.styles.telling.get(self.style):
            self.marks.formats[place] = code

    def _add_struck_part(self, place: Place) -> None:
        kept, struck = "".join(self.kept), "".join(self.struck)
        if self.kind == "s" and self.looks_up_texts and self.value.isdecimal():
            shared = self.texts.shared
            index = int(self.value)
            kept, struck = shared[index] if index < len(shared) else ("", "")
        if struck.strip():
            whole = not kept.strip()
            self.marks.struck[place] = None if whole else struck
            if not whole:
                self.marks.values[place] = kept


def marks_of(xml: bytes, texts: Texts) -> Marks:
    """Return the marks of a sheet; most have none, and are not walked through."""
    styles = texts.styles
    is_styled = texts.has_struck or styles.struck or styles.telling
    if not is_styled and not any(sign in xml for sign in TELLING):
        return Marks()
    walk = SheetMarks(texts)
    walk.parse(xml)
    return walk.marks


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
