"""Rows written in a test, and what is read of them."""

from meetings.spreadsheets import Book, Sheet
from meetings.spreadsheets.lists.columns import infer_fields
from meetings.spreadsheets.lists.headings import headings_at
from meetings.spreadsheets.lists.recognition import ReadingOptions, recognize
from meetings.spreadsheets.vocabulary import vocabulary

WORDS = vocabulary()


def read_rows(headings, *rows, above=()):
    """The people below the headings, and the rows passed over."""
    width = max(map(len, (headings, *rows, *above)))
    table = [[*row, *[None] * (width - len(row))] for row in (*above, headings, *rows)]
    options = ReadingOptions(header_row=len(above) + 1)
    reading = recognize(Book([Sheet("명단", table)]), options)
    return reading.people, reading.passed_over


def cells_in(headings, *rows, **more):
    people, _passed = read_rows(headings, *rows, **more)
    return [person.cells for person in people]


def passed_in(headings, *rows):
    _people, passed = read_rows(headings, *rows)
    return [(line.row, line.reason) for line in passed]


def values_of(field, headings, *rows, **more):
    return [cells.get(field) for cells in cells_in(headings, *rows, **more)]


def fields_by_cells(headings, *rows):
    """What the columns are, once their cells are seen."""
    found = headings_at([headings], 0, WORDS)
    fields = list(found.fields)
    infer_fields(found.texts, fields, list(zip(*rows, strict=True)), WORDS)
    return fields
