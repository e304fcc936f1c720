"""Write the list in a file anew, with its problems in a column of their own."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from meetings.spreadsheets.output import CellToWrite, Column, SheetToWrite
from meetings.spreadsheets.types import Book, Sheet
from meetings.spreadsheets.writing import write_as

WIDTH_OF_PROBLEMS = 50


def marked_book(
    book: Book,
    tables: Sequence[Mapping[str, Any]],
    problems: Sequence[tuple[str, int, str]],
    headings: tuple[str, str],
) -> bytes:
    """Return XLSX with the rows of each table, each with its number and problems.

    `tables` are those of a `ListReading`, as JSON has them; `problems` are sheet, row
    from 1 and text of each; `headings` are those of the columns for both.
    """
    texts: dict[tuple[str, int], str] = {}
    for name, row, text in problems:  # a row may be that of several people
        texts[name, row] = f"{texts.get((name, row), '')} {text}".strip()
    sheets = {sheet.name: sheet for sheet in book.sheets}
    file = io.BytesIO()
    write_as(
        "xlsx",
        file,
        [marked_sheet(sheets[t["sheet"]], t, texts, headings) for t in tables],
    )
    return file.getvalue()


def marked_sheet(
    sheet: Sheet,
    table: Mapping[str, Any],
    texts: Mapping[tuple[str, int], str],
    headings: tuple[str, str],
) -> SheetToWrite:
    """Return a sheet to write: the rows below its headings, problems in front."""
    first, depth = max(table["header_row"], 1) - 1, table["depth"]
    width = len(sheet.rows[0]) if sheet.rows else 0
    own = sheet.rows[first] if depth else [None] * width
    of_problems, of_rows = headings
    columns = [Column(of_problems, WIDTH_OF_PROBLEMS), Column(of_rows)]
    columns += [Column("" if text is None else str(text)) for text in own]
    return sheet.name, columns, marked_rows(sheet, first + bool(depth), texts)


def marked_rows(
    sheet: Sheet, first: int, texts: Mapping[tuple[str, int], str]
) -> Iterator[list[CellToWrite]]:
    for number, cells in enumerate(sheet.rows[first:], first + 1):
        yield [texts.get((sheet.name, number), ""), number, *cells]
