"""Delimited text (CSV, TSV) in any encoding of East Asia; for the child process."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from meetings.spreadsheets.encodings import ENCODINGS, detect
from meetings.spreadsheets.formulas import unmark
from meetings.spreadsheets.types import (
    LINE_ENDS,
    MAX_COLUMNS,
    MAX_ROWS,
    Book,
    Cell,
    Sheet,
    Unreadable,
)
from meetings.spreadsheets.vocabulary import vocabulary
from meetings.text.folding import fold

DELIMITERS = ",\t;"
BREAKS = re.compile(r"[,;\t\r\n\"]+")
LOOKED_AT = 50  # records are enough to tell the delimiter
WORDS_LOOKED_AT = 600
# Pictures, PDF and the like; a web page that calls itself a spreadsheet.
NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a]|\A\s*<")


def read_text(data: bytes, encoding: str | None = None) -> Book:
    """Read delimited text, in the given encoding or in the likeliest one."""
    codec = encoding or detect(data, count_known_words)
    if codec is None:
        raise Unreadable("not_a_sheet" if b"\0" in data else "encoding")
    text = decode(data, codec)
    if NOT_TEXT.search(text):
        raise Unreadable("not_a_sheet")
    try:
        rows = list(islice(records(text, delimiter_of(text)), MAX_ROWS + 1))
    except csv.Error:
        raise Unreadable("not_a_sheet") from None
    return Book([table(rows)], codec)


def table(rows: list[list[Cell]]) -> Sheet:
    """The records as a table, within limits."""
    width = max(map(len, rows), default=0)
    if len(rows) > MAX_ROWS:
        raise Unreadable("too_many_rows", sheet="CSV")
    if width > MAX_COLUMNS:
        raise Unreadable("too_many_columns", sheet="CSV")
    return Sheet("CSV", [row + [None] * (width - len(row)) for row in rows])


def records(text: str, delimiter: str) -> Iterator[list[Cell]]:
    """Yield the records, formulas' marks taken off; a blank line is an empty one."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return ([cell_of(text) for text in record] for record in reader)


def cell_of(text: str) -> Cell:
    return unmark(LINE_ENDS.sub("\n", text)) or None


def delimiter_of(text: str) -> str:
    """The sign that splits a record into most known headings, or else most records."""
    return max(DELIMITERS, key=lambda delimiter: evidence(text, delimiter))


def evidence(text: str, delimiter: str) -> tuple[int, bool]:
    """Known headings side by side in a record, and whether most records are split."""
    known = vocabulary().fields
    try:
        looked_at = list(islice(records(text, delimiter), LOOKED_AT))
    except csv.Error:
        return 0, False
    split = [record for record in looked_at if len(record) > 1]
    headings = (sum(fold(str(cell)) in known for cell in record) for record in split)
    return max(headings, default=0), len(split) * 2 > len(looked_at)


def decode(data: bytes, codec: str) -> str:
    """The text, its mark taken off; raise Unreadable where it is none of the codec."""
    if codec not in ENCODINGS:
        known = ", ".join(ENCODINGS)
        raise Unreadable("unknown_encoding", encoding=codec, known=known)
    try:
        return data.decode(codec).removeprefix("\ufeff")
    except UnicodeDecodeError:
        raise Unreadable("not_in_encoding", encoding=codec) from None


def count_known_words(text: str) -> int:
    """How many of the first cells are headings that the vocabulary knows."""
    known = vocabulary().fields
    words = BREAKS.split(text[:5000])[:WORDS_LOOKED_AT]
    return sum(fold(word) in known for word in set(words))
