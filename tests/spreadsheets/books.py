"""Books written in a test, and the lists that are found in them."""

import pytest

from meetings.spreadsheets import Book, Sheet, Unreadable
from meetings.spreadsheets.lists.recognition import ReadingOptions, recognize

HEADINGS = ["성명", "소속", "직위"]


def sheet(name, *rows, is_hidden=False):
    """A sheet of these rows, the short ones filled up."""
    width = max(map(len, rows), default=0)
    filled = [[*row, *[None] * (width - len(row))] for row in rows]
    return Sheet(name, filled, is_hidden)


def list_of(name, *people, **more):
    """A sheet with a list of these people."""
    return sheet(name, HEADINGS, *([p, "구미시", "과장"] for p in people), **more)


def people_in(reading):
    return [(p.sheet, p.row, p.cells.get("native_name")) for p in reading.people]


def read_sheets(*sheets, **choices):
    return recognize(Book([*sheets]), ReadingOptions(**choices))


def sheets_read(reading):
    return [table.sheet for table in reading.tables]


def refusal_of(*sheets, **choices):
    with pytest.raises(Unreadable) as caught:
        read_sheets(*sheets, **choices)
    return caught.value.code
