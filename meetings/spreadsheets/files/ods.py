"""What calamine does not tell of an ODS file, or gets wrong.

Structure: OpenDocument 1.3, part 3, 9.1 (tables), 16.29 (number styles), 6.4 (ruby).
"""

from __future__ import annotations

import re

from meetings.spreadsheets.files.finishing import Marks
from meetings.spreadsheets.files.packages import Package
from meetings.spreadsheets.files.xml_events import Attributes, XmlEvents
from meetings.spreadsheets.types import MAX_COLUMNS, MAX_ROWS, Area, NoValue

ODS_CONTENT, ODS_STYLES = "content.xml", "styles.xml"
TAB = re.compile(rb"<text:tab\s*/>")
READING = re.compile(rb"<text:ruby-text(?:\s[^<>]*)?>[^<]*</text:ruby-text>")
BESIDE = {"ruby-text", "annotation"}  # readings and comments are no part of a text
BLANKS = {"s": " ", "tab": "\t", "line-break": "\n"}
TELLING = re.compile(rb"-spanned=|visibility=|value-type=[\"']error")
BODY, END = b"<office:body", b"</office:document-content>"


def as_calamine_reads(package: Package) -> bytes | None:
    """Return the archive with its content as calamine reads it right, None if it does.

    It drops the elements that tabs are, and words would run together; and it takes the
    readings of Han characters (ruby) for a part of the text.
    """
    content = package.read(ODS_CONTENT)
    if not (TAB.search(content) or b"<text:ruby-text" in content):
        return None
    return package.rewritten({ODS_CONTENT: READING.sub(b"", TAB.sub(b"&#9;", content))})


def ods_marks(package: Package) -> dict[str, Marks]:
    """Return the marks of each sheet, by its name.

    Most files have none, and only their styles are walked through.
    """
    content = package.read(ODS_CONTENT)
    body = max(content.find(BODY), 0)
    styles = OdsStyles()
    for xml in (package.read(ODS_STYLES), content[:body] + END if body else content):
        if xml:
            styles.parse(xml)
    if not (styles.struck or styles.telling or TELLING.search(content, body)):
        return {}
    walk = OdsCells(styles)
    walk.parse(content)
    return walk.sheets


class OdsStyles(XmlEvents):
    """The styles of cells and of texts that strike out, or show more than a number."""

    def __init__(self) -> None:
        super().__init__()
        self.struck: set[str] = set()
        self.telling: set[str] = set()
        self._style = self._number = ""
        self._telling_numbers: set[str] = set()

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "style":
            self._style = attributes.get("name", "")
            if attributes.get("parent-style-name") in self.struck:
                self.struck.add(self._style)
            if attributes.get("data-style-name") in self._telling_numbers:
                self.telling.add(self._style)
        elif name == "text-properties":
            kind = attributes.get("text-line-through-style")
            kind = kind or attributes.get("text-line-through-type")
            if kind:
                (self.struck.discard if kind == "none" else self.struck.add)(
                    self._style
                )
        elif name == "number-style":
            self._number = attributes.get("name", "")
        elif name in ("text", "embedded-text") and self._number:
            self.listen()
        elif name == "number" and attributes.get("min-integer-digits", "1") > "1":
            self._telling_numbers.add(self._number)

    def end(self, name: str) -> None:
        if self.is_listening and self.heard().strip():
            self._telling_numbers.add(self._number)
        if name == "number-style":
            self._number = ""


class OdsCells(XmlEvents):
    """The walk through the tables; `sheets` is what it finds."""

    def __init__(self, styles: OdsStyles) -> None:
        super().__init__()
        self.styles = styles
        self.sheets: dict[str, Marks] = {}
        self.marks = Marks()
        self.row = self.column = self.rows = self.columns = 0
        self.column_styles: list[tuple[int, str]] = []
        self.row_style = self.style = self.kind = ""
        self.texts: list[tuple[str, bool]] = []
        self.struck_spans: list[bool] = []
        self.spans = (1, 1)
        self.is_beside = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "table":
            self.marks = self.sheets.setdefault(attributes.get("name", ""), Marks())
            self.row = self.column = 0
            self.column_styles = []
        elif name == "table-column":
            self._add_columns(attributes)
        elif name == "table-row":
            self._start_row(attributes)
        elif name in ("table-cell", "covered-table-cell"):
            self._start_cell(attributes)
        elif name == "span" and not self.is_beside:
            self._take_text()
            style = attributes.get("style-name")
            self.struck_spans.append(style in self.styles.struck)
            self.listen()
        elif name == "p" and not self.is_beside:
            self._take_text()
            self.texts += [("\n", False)] if self.texts else []
            self.listen()
        elif name in BESIDE:
            self._take_text()
            self.is_beside = True
        elif name in BLANKS and not self.is_beside:
            self._take_text()
            self.texts.append((BLANKS[name], any(self.struck_spans)))
            self.listen()

    def end(self, name: str) -> None:
        if name == "p":
            self._take_text()
        elif name == "span" and not self.is_beside:
            self._take_text()
            self.struck_spans.pop()
            self.listen()
        elif name in BESIDE:
            self.is_beside = False
            if name == "ruby-text":
                self.listen()
        elif name in ("table-cell", "covered-table-cell"):
            self._end_cell()
        elif name == "table-row":
            self.row += self.rows

    def _take_text(self) -> None:
        if self.is_listening and (text := self.heard()):
            self.texts.append((text, any(self.struck_spans)))

    def _add_columns(self, attributes: Attributes) -> None:
        count = count_of(attributes, "number-columns-repeated")
        style = attributes.get("default-cell-style-name", "")
        if is_collapsed(attributes):
            end = min(self.column + count, MAX_COLUMNS)
            self.marks.hidden_columns.update(range(self.column, end))
        self.column += count
        self.column_styles.append((self.column, style))

    def _start_row(self, attributes: Attributes) -> None:
        self.rows = count_of(attributes, "number-rows-repeated")
        self.column = 0
        self.row_style = attributes.get("default-cell-style-name", "")
        if is_collapsed(attributes):
            end = min(self.row + self.rows, MAX_ROWS)
            self.marks.hidden_rows.update(range(self.row, end))

    def _start_cell(self, attributes: Attributes) -> None:
        self.columns = count_of(attributes, "number-columns-repeated")
        style = attributes.get("style-name") or self.row_style
        self.style = style or self._style_of_column()
        self.kind = attributes.get("value-type", "")
        self.spans = (
            count_of(attributes, "number-rows-spanned"),
            count_of(attributes, "number-columns-spanned"),
        )
        self.texts = []
        self.struck_spans = []

    def _style_of_column(self) -> str:
        found = (style for end, style in self.column_styles if self.column < end)
        return next(found, "")

    def _end_cell(self) -> None:
        row, column = self.row, self.column
        self.column += self.columns
        if row >= MAX_ROWS or column >= MAX_COLUMNS or not self.texts:
            return
        if self.spans != (1, 1):
            height, width = self.spans
            area = Area(row, column, row + height - 1, column + width - 1)
            self.marks.merged.append(area)
        last_row = min(row + self.rows, MAX_ROWS)
        last_column = min(self.column, MAX_COLUMNS)
        for r in range(row, last_row):
            for c in range(column, last_column):
                self._mark(r, c)

    def _mark(self, row: int, column: int) -> None:
        text = "".join(text for text, _struck in self.texts)
        struck = "".join(text for text, is_struck in self.texts if is_struck)
        if self.style in self.styles.struck or (struck and struck == text):
            self.marks.struck[row, column] = None
        elif struck:
            kept = "".join(text for text, is_struck in self.texts if not is_struck)
            self.marks.struck[row, column] = struck
            self.marks.values[row, column] = kept
        is_number = self.kind in ("float", "percentage", "currency")
        if is_number and self.style in self.styles.telling:
            self.marks.values[row, column] = text
        if self.kind == "error":
            self.marks.values[row, column] = NoValue(text)


def count_of(attributes: Attributes, name: str) -> int:
    number = attributes.get(name, "")
    return int(number) if number.isdecimal() and 0 < len(number) < 8 else 1


def is_collapsed(attributes: Attributes) -> bool:
    return attributes.get("visibility") in ("collapse", "filter")
