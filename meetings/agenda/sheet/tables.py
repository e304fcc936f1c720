"""A file of an agenda as lines, each with its cells by the keys of their columns."""

from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _

from meetings import spreadsheets
from meetings.agenda.sheet.columns import columns_by_heading
from meetings.text.folding import fold

# People put a title or a letterhead above the headings.
SEARCHED = 20  # rows, for the headings
ENOUGH = 3  # headings that are known
# More is some other list; the largest agenda of the record has 16 rows.
MOST_LINES = 2_000


class NotAnAgenda(ValueError):
    """The file is no spreadsheet, or not of an agenda; str() is a sentence."""


class SheetLine(NamedTuple):
    """A row of the sheet by its number there, and its cells by column."""

    number: int
    cells: dict


@dataclass
class SheetTable:
    """The lines, the columns by key, and the headings of columns that are not read."""

    lines: list
    columns: dict
    unknown: list


def read_table(data):
    """Return the table in a file; raise NotAnAgenda with a sentence."""
    try:
        book = spreadsheets.read(data)
    except spreadsheets.Unreadable as error:
        raise NotAnAgenda(str(error)) from error
    for sheet in book.sheets:
        rows = [(columns_in(row), n) for n, row in enumerate(sheet.rows[:SEARCHED])]
        columns, top = max(rows, key=lambda each: len(each[0]), default=((), 0))
        if len(columns) >= ENOUGH:
            return table_below(sheet.rows, top)
    raise NotAnAgenda(
        _(
            "No row with the headings of an agenda was found, such as ID, Kind, Date."
            " Download the sheet of the agenda, and change that."
        )
    )


def columns_in(row):
    """Return the columns whose headings stand in a row, by their index."""
    by_heading = columns_by_heading()
    headings = ((n, fold(cell)) for n, cell in enumerate(row) if isinstance(cell, str))
    return {n: by_heading[text] for n, text in headings if text in by_heading}


def table_below(rows, top):
    """Return the table whose headings are in the row at the index `top`."""
    columns = columns_in(rows[top])
    refuse_duplicates(columns.values())
    lines = [
        SheetLine(n, {column.key: row[index] for index, column in columns.items()})
        for n, row in enumerate(rows[top + 1 :], start=top + 2)
        if not all(is_blank(row[index]) for index in columns)
    ]
    if len(lines) > MOST_LINES:
        message = _("The sheet has more than %(most)s rows; no agenda has so many.")
        raise NotAnAgenda(message % {"most": MOST_LINES})
    others = (cell for n, cell in enumerate(rows[top]) if n not in columns)
    unknown = [str(cell) for cell in others if not is_blank(cell)]
    by_key = {column.key: column for column in columns.values()}
    return SheetTable(lines, by_key, unknown)


def is_blank(cell):
    return cell is None or not str(cell).strip()


def refuse_duplicates(columns):
    """Raise NotAnAgenda where two headings mean the same."""
    seen = set()
    for column in columns:
        if column.key in seen:
            message = _("Two columns are called “%(heading)s”; delete one of them.")
            raise NotAnAgenda(message % {"heading": column.heading})
        seen.add(column.key)
