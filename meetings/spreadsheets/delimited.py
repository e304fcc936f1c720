"""Read delimited text (CSV, TSV) in any encoding of East Asia."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from meetings.spreadsheets.encodings import ENCODINGS, detect
from meetings.spreadsheets.formulas import unescape
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
RECORDS_SAMPLED = 50  # more records do not change which delimiter it is
WORDS_SAMPLED = 600
# Pictures, PDF and the like; a web page that calls itself a spreadsheet.
NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a]|\A\s*<")


def read_text(data: bytes, encoding: str | None = None) -> Book:
    """Read delimited text in the given encoding, or in the likeliest one.

    Raise Unreadable where there is none, or where it is no text.
    """
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
    return Book([sheet_of(rows)], codec)


def sheet_of(rows: list[list[Cell]]) -> Sheet:
    """Return records as a sheet with rows of equal length; raise if it is too large."""
    width = max(map(len, rows), default=0)
    if len(rows) > MAX_ROWS:
        raise Unreadable("too_many_rows", sheet="CSV")
    if width > MAX_COLUMNS:
        raise Unreadable("too_many_columns", sheet="CSV")
    return Sheet("CSV", [row + [None] * (width - len(row)) for row in rows])


def records(text: str, delimiter: str) -> Iterator[list[Cell]]:
    """Yield the records without the marks of formulas; a blank line is an empty one."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return ([cell_of(text) for text in record] for record in reader)


def cell_of(text: str) -> Cell:
    return unescape(LINE_ENDS.sub("\n", text)) or None


def delimiter_of(text: str) -> str:
    """Return the sign that separates most known headings, or else most records."""
    return max(DELIMITERS, key=lambda delimiter: delimiter_score(text, delimiter))


def delimiter_score(text: str, delimiter: str) -> tuple[int, bool]:
    """Return how many known headings stand in one record, and if most are split."""
    known = vocabulary().fields
    try:
        sample = list(islice(records(text, delimiter), RECORDS_SAMPLED))
    except csv.Error:
        return 0, False
    split = [record for record in sample if len(record) > 1]
    headings = (sum(fold(str(cell)) in known for cell in record) for record in split)
    return max(headings, default=0), len(split) * 2 > len(sample)


def decode(data: bytes, codec: str) -> str:
    """Return the text without a byte-order mark; raise if it is not in the codec."""
    if codec not in ENCODINGS:
        known = ", ".join(ENCODINGS)
        raise Unreadable("unknown_encoding", encoding=codec, known=known)
    try:
        return data.decode(codec).removeprefix("\ufeff")
    except UnicodeDecodeError:
        raise Unreadable("not_in_encoding", encoding=codec) from None


def count_known_words(text: str) -> int:
    """Return how many of the first cells are headings that the vocabulary knows."""
    known = vocabulary().fields
    words = BREAKS.split(text[:5000])[:WORDS_SAMPLED]
    return sum(fold(word) in known for word in set(words))
