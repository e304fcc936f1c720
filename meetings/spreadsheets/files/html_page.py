"""Walk through a web page, and lay out its tables as rows of cells.

Structure: HTML Living Standard, 4.9.12 (how cells that span are laid out) and 13.1.2.4
(end tags that may be left out).
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import takewhile

from meetings.spreadsheets.files.finishing import Marks
from meetings.spreadsheets.types import MAX_COLUMNS, MAX_ROWS, Area, Cell

BLANKS = re.compile(r"[ \t\r\n\f]+")
UNSEEN = {"script", "style", "title", "template", "noscript", "xml"}
BREAKS = {"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "table"}
STRIKING = {"s", "strike", "del"}
VOID = {"br", "img", "hr", "input", "col", "meta", "link", "wbr", "area", "base"}
HIDES = re.compile(
    r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}(?:hidden|collapse)"
)
STRIKES = re.compile(r"text-decoration[\w-]*\s{0,9}:[^;]{0,99}line-through")
RULE = re.compile(r"\.([\w-]{1,99})\s{0,9}\{([^{}]*)\}")
DEEPEST = 200  # elements within one another; of deeper ones no style is looked at


class Page(HTMLParser):
    """The walk through a page; `rows` and `marks` are what it finds.

    End tags may be missing: a cell ends where the next one begins.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[Cell]] = []
        self.marks = Marks()
        self.has_table = False
        self.clipped = 0  # how many merged areas are known to end within their table
        self.pieces: list[tuple[str, bool]] = []
        self.cells: list[Cell] | None = None
        self.spanning: dict[int, tuple[int, Cell]] = {}  # column: rows left, and value
        self.open: list[tuple[str, bool, bool]] = []  # tag, is hidden, is struck
        self.unseen = 0
        self.rules: dict[str, str] = {}
        self.is_style = False
        self.span = (1, 1)
        self.in_cell = self.is_row_hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        tag = tag.rpartition(":")[2]
        if tag in UNSEEN:
            self.unseen += 1
            self.is_style = tag == "style"
        style = self._style_of(attributes)
        is_hidden = HIDES.search(style) is not None or "hidden" in attributes
        if tag in CELLS:
            self._start_cell(attributes)
        elif tag == "tr":
            self.end_row()
            self.cells = []
            self.is_row_hidden = is_hidden
        elif tag == "table":
            self._start_table()
        elif tag in BREAKS:
            self._break(tag)
        if tag not in VOID and len(self.open) < DEEPEST:
            self._close_optional(tag)
            strikes = tag in STRIKING or STRIKES.search(style) is not None
            self.open.append((tag, is_hidden and tag != "tr", strikes))

    def handle_endtag(self, tag: str) -> None:
        tag = tag.rpartition(":")[2]
        if tag in UNSEEN:
            self.unseen = max(self.unseen - 1, 0)
            self.is_style = False
        if tag in CELLS:
            self._end_cell()
        elif tag == "tr":
            self.end_row()
        elif tag == "table":
            self._end_table()
        elif tag in BREAKS:
            self._break(tag)
        behind = [*takewhile(lambda one: one[0] != tag, reversed(self.open))]
        if len(behind) < len(self.open):
            del self.open[len(self.open) - len(behind) - 1 :]

    def handle_data(self, data: str) -> None:
        if self.is_style:
            self.rules |= {name: body.lower() for name, body in RULE.findall(data)}
        elif not self.unseen and not any(hidden for _tag, hidden, _s in self.open):
            is_struck = any(strikes for _tag, _hidden, strikes in self.open)
            self.pieces.append((BLANKS.sub(" ", data), is_struck))

    def _style_of(self, attributes: dict[str, str]) -> str:
        classes = attributes.get("class", "").split()
        rules = [self.rules[name] for name in classes if name in self.rules]
        return ";".join([attributes.get("style", "").lower(), *rules])

    def _close_optional(self, tag: str) -> None:
        """Take out of the open elements what a new one of its kind ends."""
        ends = {
            "td": CELLS,
            "th": CELLS,
            "tr": {"tr", *CELLS},
            "p": {"p"},
            "li": {"li"},
        }
        while self.open and self.open[-1][0] in ends.get(tag, ()):
            self.open.pop()

    def _break(self, tag: str) -> None:
        if self.in_cell:
            if self.pieces and (tag == "br" or self.pieces[-1][0] != "\n"):
                self.pieces.append(("\n", False))
        else:
            self._end_line()

    def _end_line(self) -> None:
        """Put the text outside of tables on a row of its own."""
        text, self.pieces = joined(self.pieces), []
        if text and self.cells is None:
            self.rows.append([text])

    def _start_table(self) -> None:
        self.has_table = True
        self.end_row()
        self._end_line()
        self._clip_merged()

    def _end_table(self) -> None:
        self.end_row()
        self._clip_merged()

    def _clip_merged(self) -> None:
        """Let no cell reach down beyond its table, or into one within it."""
        self.spanning = {}
        last, merged = len(self.rows) - 1, self.marks.merged
        for index in range(self.clipped, len(merged)):
            bottom = min(merged[index].bottom, last)
            merged[index] = merged[index]._replace(bottom=bottom)
        self.clipped = len(merged)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._end_cell()
        if astray := joined(self.pieces):  # text of a table that is in no cell
            self.rows.append([astray])
        if self.cells is None:
            self.cells = []
        self._fill_from_above()
        self.in_cell, self.pieces = True, []
        self.span = (span_of(attributes, "rowspan"), span_of(attributes, "colspan"))

    def _fill_from_above(self) -> None:
        """Put the cells that reach down from the rows above."""
        while self.cells is not None and len(self.cells) in self.spanning:
            column = len(self.cells)
            rows_left, value = self.spanning.pop(column)
            if rows_left > 1:
                self.spanning[column] = rows_left - 1, value
            self.cells.append(value)

    def _end_cell(self) -> None:
        if not self.in_cell or self.cells is None:
            return
        self.in_cell = False
        down, across = self.span
        row, column = len(self.rows), len(self.cells)
        value: Cell = joined(self.pieces) or None
        self._mark_struck((row, column), value)
        self.pieces = []
        if len(self.cells) <= MAX_COLUMNS:
            self.cells += [value] * across
        if down > 1:
            columns = range(column, column + across)
            self.spanning |= dict.fromkeys(columns, (down - 1, value))
        if down > 1 or across > 1:
            area = Area(row, column, row + down - 1, column + across - 1)
            self.marks.merged.append(area)

    def _mark_struck(self, place: tuple[int, int], value: Cell) -> None:
        struck = joined([piece for piece in self.pieces if piece[1]])
        kept = joined([piece for piece in self.pieces if not piece[1]])
        if struck:
            self.marks.struck[place] = struck if kept else None
            if kept:
                self.marks.values[place] = kept

    def end_row(self) -> None:
        """End the row that is open, if one is."""
        self._end_cell()
        if self.cells is not None:
            self._fill_from_above()
            if self.is_row_hidden:
                self.marks.hidden_rows.add(len(self.rows))
            self.rows.append(self.cells)
        else:
            self._end_line()
        self.cells = None
        self.is_row_hidden = False


CELLS = {"td", "th"}


def span_of(attributes: dict[str, str], name: str) -> int:
    """Return how many rows or columns a cell reaches over."""
    text = attributes.get(name, "").strip()
    longest = MAX_ROWS if name == "rowspan" else MAX_COLUMNS
    return min(max(int(text), 1), longest) if text.isdecimal() and len(text) < 8 else 1


def joined(pieces: list[tuple[str, bool]]) -> str:
    """Return the text of a cell, with a blank for each that does not break."""
    text = "".join(text for text, _is_struck in pieces).replace("\xa0", " ")
    lines = (" ".join(line.split(" ")).strip() for line in text.split("\n"))
    return "\n".join(lines).strip()
