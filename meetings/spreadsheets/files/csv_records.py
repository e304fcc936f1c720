"""Split delimited text into records, quotation marks that are never closed included.

Format: RFC 4180, with any of four delimiters, and what Excel makes of it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress

from meetings.spreadsheets.formulas import unescape
from meetings.spreadsheets.types import LINE_ENDS, Cell

DELIMITERS = ",\t;|"
# ="0102" keeps Excel from taking off the zero. The csv module takes no quotation mark
# behind an equals sign for one.
FORMULA_OF_TEXT = re.compile(r'(^|[,;|\t\r\n])="(?!")')
# From this width on, a line within a quoted cell that has all delimiters of a record is
# a record that a quotation mark too many swallowed.
TELLING_WIDTH = 4


class Records:
    """The records of a text; `unclosed` are the rows with a quotation mark too many."""

    def __init__(self, text: str, delimiter: str) -> None:
        text = FORMULA_OF_TEXT.sub(r'\1"', text) if '="' in text else text
        self.lines = list(io.StringIO(text, newline=""))
        self.delimiter = delimiter
        self.unclosed: list[int] = []
        self.width = 0  # of the first record that has several cells

    def __iter__(self) -> Iterator[list[Cell]]:
        """Yield the records; a blank line is an empty one."""
        at = row = 0
        while at < len(self.lines):
            end = at + 1
            for record, end in self._strict_records(at):
                if self._has_swallowed(record, at, end):
                    break
                yield [cell_of(text) for text in record]
                row += 1
                at, end = end, end + 1
                self.width = self.width or (len(record) if len(record) > 1 else 0)
            for line in self.lines[at:end]:
                row += 1
                yield [cell_of(text) for text in self._lenient_record(line, row)]
            at = end

    def _strict_records(self, at: int) -> Iterator[tuple[list[str], int]]:
        """Yield records from a line on, each with the line behind it.

        It ends before a record whose quotation marks are not in order.
        """
        lines = (self.lines[index] for index in range(at, len(self.lines)))
        reader = csv.reader(lines, delimiter=self.delimiter, strict=True)
        try:
            for record in reader:
                yield record, at + reader.line_num
        except csv.Error:
            return

    def _has_swallowed(self, record: list[str], at: int, end: int) -> bool:
        """Whether a record of several lines has other records in one of its cells.

        Each of its lines has the delimiters of a whole record then.
        """
        if end - at < 2 or self.width < TELLING_WIDTH:
            return False
        counts = [line.count(self.delimiter) + 1 for line in self.lines[at:end]]
        if len(record) == self.width:  # it may be a cell of several lines
            return counts[0] == self.width and self.width in counts[1:]
        return min(counts[0], max(counts[1:])) >= self.width

    def _lenient_record(self, line: str, row: int) -> list[str]:
        """Return the record in one line whose quotation marks are not in order."""
        line = line.rstrip("\r\n")
        with suppress(csv.Error):
            record = next(csv.reader([line + "\n"], delimiter=self.delimiter), [])
            is_closed = not "".join(record[-1:]).endswith("\n")
            if is_closed and line.count('"') % 2 == 0:
                return record
        self.unclosed.append(row)
        return [bare(cell) for cell in line.split(self.delimiter)]


def bare(cell: str) -> str:
    """Return a cell without the quotation mark that begins or ends it."""
    text = cell.strip()
    return text.removeprefix('"').removesuffix('"').replace('""', '"')


def cell_of(text: str) -> Cell:
    """Return a cell without the mark of a formula, or the text that a formula is."""
    if text.startswith('="') and text.endswith('"'):
        text = text[2:-1].replace('""', '"')
    return unescape(LINE_ENDS.sub("\n", text)) or None
