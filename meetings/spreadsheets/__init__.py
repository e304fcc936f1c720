"""Read and write spreadsheet files: a library that knows no Django model.

`read` turns the bytes of a file into a `Book`, and `reading.read_people` finds the list
of people in it; `write_streamed_xlsx`, `write_workbook`, `write_ods` and `write_csv`
turn rows of cells into a file, and `csv_chunks` into one that is sent while it is made.
A cell is None, a text, a number, a truth value, a date, a time or a date with a time;
one to be written may be a `Link`, too.
"""

from meetings.spreadsheets.output import CellToWrite, Column, Link, SheetToWrite
from meetings.spreadsheets.reading import read
from meetings.spreadsheets.types import Book, Cell, Sheet, Unreadable
from meetings.spreadsheets.writing import (
    csv_chunks,
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
    "read",
    "write_as",
    "write_csv",
    "write_ods",
    "write_streamed_xlsx",
    "write_workbook",
]
