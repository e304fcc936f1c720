"""Read delimited text (CSV, TSV) in any encoding of East Asia."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from meetings.spreadsheets.files.csv_records import DELIMITERS, Records
from meetings.spreadsheets.files.encodings import (
    ENCODINGS,
    decode_leniently,
    likely_codecs,
    near_codecs,
    without_padding,
)
from meetings.spreadsheets.files.finishing import Marks, finished
from meetings.spreadsheets.types import Book, Unreadable
from meetings.spreadsheets.vocabulary import vocabulary
from meetings.text.folding import fold

BREAKS = re.compile(r"[,;|\t\r\n\"]+")
RECORDS_SAMPLED = 50  # more records do not change which delimiter it is
LINES_SAMPLED = 200
WORDS_SAMPLED = 600
# Pictures, PDF and the like; a web page that calls itself a spreadsheet.
NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a]|\A\s*<")
# A first line that tells Excel the delimiter, and is no row.
NAMED_DELIMITER = re.compile(r"\Asep=([,;|\t])\r?\n", re.IGNORECASE)
WARNINGS_GIVEN = 20
NAME = "CSV"


def read_text(data: bytes, encoding: str | None = None) -> Book:
    """Read delimited text in the given encoding, or in the likeliest one.

    Raise Unreadable where there is none, or where it is no text.
    """
    data = without_padding(data)
    near: list[tuple[str, str]] = []
    if encoding is None:
        scores = likely_codecs(data, count_known_words)
        near = near_codecs(data, scores)
        encoding = next(iter(scores), None)
    if encoding is None:
        raise Unreadable("not_a_sheet" if b"\0" in data else "encoding")
    text, warning = decode(data, encoding)
    warnings: list[tuple[str, dict[str, str | int]]] = []
    if near:
        readings = "; ".join(f"{codec}: {sample}" for codec, sample in near)
        warnings.append(("near_encodings", {"value": readings}))
    if warning:
        warnings.append((warning, {}))
    if NOT_TEXT.search(text):
        raise Unreadable("not_a_sheet")
    if named := NAMED_DELIMITER.match(text):
        text = text[named.end() :]
    records = Records(text, named[1] if named else delimiter_of(text))
    sheet = finished(NAME, records, Marks())
    for row in records.unclosed[:WARNINGS_GIVEN]:
        warnings.append(("unclosed_quote", {"row": row}))
    return Book([sheet], encoding, warnings, near)


def delimiter_of(text: str) -> str:
    """Return the sign that separates most known headings, or else most records."""
    sample = beginning(text)
    return max(DELIMITERS, key=lambda delimiter: delimiter_score(sample, delimiter))


def beginning(text: str) -> str:
    """Return the first lines of a text; it may be one line of many megabytes."""
    return "".join(text[:100_000].splitlines(keepends=True)[:LINES_SAMPLED])


def delimiter_score(text: str, delimiter: str) -> tuple[int, int]:
    """Return how many known headings stand in one record, and how many are split.

    Of records alike in width only those count: KIM, Minjun has a comma within a cell.
    """
    known = vocabulary().fields
    sample = list(islice(Records(text, delimiter), RECORDS_SAMPLED))
    split = [record for record in sample if len(record) > 1]
    headings = (sum(fold(str(cell)) in known for cell in record) for record in split)
    widths = Counter(len(record) for record in split)
    (width, alike), *_others = widths.most_common(1) or [(1, 0)]
    return max(headings, default=0), (width - 1) * alike


def decode(data: bytes, codec: str) -> tuple[str, str]:
    """Return the text without a byte-order mark, and the warning if it is not whole.

    Raise Unreadable if it is not in the codec.
    """
    if codec not in ENCODINGS:
        known = ", ".join(ENCODINGS)
        raise Unreadable("unknown_encoding", encoding=codec, known=known)
    text, warning = decode_leniently(data, codec)
    if text is None:
        raise Unreadable("not_in_encoding", encoding=codec)
    return text.removeprefix("\ufeff").rstrip("\0\x1a"), warning


def count_known_words(text: str) -> int:
    """Return how many of the first cells are headings that the vocabulary knows."""
    known = vocabulary().fields
    words = BREAKS.split(text[:5000])[:WORDS_SAMPLED]
    return sum(fold(word) in known for word in set(words))
