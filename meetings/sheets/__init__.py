"""Spreadsheet files in and out: a library that knows no Django model.

`read` turns the bytes of a file into a `Book`; `write_xlsx` and `write_csv` turn rows
of cells into a file. A cell is None, a text, a number, a truth value, a date, a time or
a date with a time.
"""

from meetings.sheets.books import Book, Cell, Sheet, Unreadable
from meetings.sheets.reading import read
from meetings.sheets.writing import Column, write_csv, write_xlsx

__all__ = [
    "Book",
    "Cell",
    "Column",
    "Sheet",
    "Unreadable",
    "read",
    "write_csv",
    "write_xlsx",
]
