"""Read and write spreadsheet files: a library that knows no Django model.

`read` turns the bytes of a file into a `Book`, and `reading.read_people` finds the list
of people in it. `write_as` turns rows of cells into a file of any format, and
`write_streamed_xlsx`, `write_workbook`, `write_ods` and `write_csv` into one of theirs;
`csv_chunks` makes one that is sent while it is made. A cell is None, a text, a number,
a truth value, a date, a time or a date with a time; one to be written may be a `Link`.
"""

from meetings.spreadsheets.output import CellToWrite, Column, Link, SheetToWrite
from meetings.spreadsheets.reading import read
from meetings.spreadsheets.types import Book, Cell, Sheet, Unreadable
from meetings.spreadsheets.writing import (
    csv_chunks,
    needs_workbook,
    write_as,
    write_csv,
    write_ods,
    write_streamed_xlsx,
    write_workbook,
)

__all__ = [
    "Book",
    "Cell",
    "CellToWrite",
    "Column",
    "Link",
    "Sheet",
    "SheetToWrite",
    "Unreadable",
    "csv_chunks",
    "needs_workbook",
    "read",
    "write_as",
    "write_csv",
    "write_ods",
    "write_streamed_xlsx",
    "write_workbook",
]
