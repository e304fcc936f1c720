"""Delimited text (CSV, TSV); for the child process."""

from __future__ import annotations

import codecs
import csv
import io

from meetings.sheets.books import MAX_COLUMNS, MAX_ROWS, Book, Cell, Sheet, Unreadable
from meetings.sheets.formulas import unmark

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DELIMITERS = ",;\t"


def read_text(data: bytes) -> Book:
    """Read delimited text with a byte-order mark or in UTF-8."""
    text, encoding = decode(data)
    delimiter = max(DELIMITERS, key=text.split("\n", 1)[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        rows: list[list[Cell]] = [
            [unmark(text) or None for text in row] for row in reader
        ]
    except csv.Error:
        raise Unreadable("not_a_sheet") from None
    width = max(map(len, rows), default=0)
    if len(rows) > MAX_ROWS:
        raise Unreadable("too_many_rows", sheet="CSV")
    if width > MAX_COLUMNS:
        raise Unreadable("too_many_columns", sheet="CSV")
    padded = [row + [None] * (width - len(row)) for row in rows]
    return Book([Sheet("CSV", padded)], encoding)


def decode(data: bytes) -> tuple[str, str]:
    """The text and Python's name of its codec; raise Unreadable where there is none."""
    encoding = next((codec for bom, codec in BOMS if data.startswith(bom)), "utf-8")
    if b"\0" in data and encoding != "utf-16":
        raise Unreadable("not_a_sheet")
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        raise Unreadable("encoding") from None
