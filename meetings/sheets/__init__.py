"""Spreadsheet files in and out: a library that knows no Django model.

`read` turns the bytes of a file into a `Book`, and `reading.read_people` finds the list
of people in it; `write_xlsx`, `write_book`, `write_ods` and `write_csv` turn rows of
cells into a file. A cell is None, a text, a number, a truth value, a date, a time or a
date with a time.
"""

from meetings.sheets.books import Book, Cell, Sheet, Unreadable
from meetings.sheets.reading import read
from meetings.sheets.writing import (
    Column,
    write_as,
    write_book,
    write_csv,
    write_ods,
    write_xlsx,
)

__all__ = [
    "Book",
    "Cell",
    "Column",
    "Sheet",
    "Unreadable",
    "read",
    "write_as",
    "write_book",
    "write_csv",
    "write_ods",
    "write_xlsx",
]
