"""A file of an agenda as lines, each with its cells by the keys of their columns."""

from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _

from meetings import spreadsheets
from meetings.agenda.sheet.columns import columns_by_heading
from meetings.text.folding import fold

SEARCHED = 20  # rows, for the headings
ENOUGH = 3  # headings that are known
MOST_LINES = 2_000


class NotAnAgenda(ValueError):
    """The file is no spreadsheet, or not of an agenda; str() is a sentence."""


class Line(NamedTuple):
    """A row of the sheet by its number there, and its cells by column."""

    number: int
    cells: dict


@dataclass
class Table:
    """The lines, the columns by key, and the headings of those that are passed over."""

    lines: list
    columns: dict
    unknown: list


def read_table(data):
    """The table of a file; raise NotAnAgenda with a sentence."""
    try:
        book = spreadsheets.read(data)
    except spreadsheets.Unreadable as error:
        raise NotAnAgenda(str(error)) from error
    for sheet in book.sheets:
        found = [(known_in(row), n) for n, row in enumerate(sheet.rows[:SEARCHED])]
        known, top = max(found, key=lambda each: len(each[0]), default=((), 0))
        if len(known) >= ENOUGH:
            return table_of(sheet.rows, top)
    raise NotAnAgenda(
        _(
            "No row with the headings of an agenda was found, such as ID, Kind, Date."
            " Download the sheet of the agenda, and change that."
        )
    )


def known_in(row):
    """The columns whose headings stand in a row, by their index."""
    by_heading = columns_by_heading()
    headings = ((n, fold(cell)) for n, cell in enumerate(row) if isinstance(cell, str))
    return {n: by_heading[text] for n, text in headings if text in by_heading}


def table_of(rows, top):
    """The table whose headings are in the row at the index `top`."""
    known = known_in(rows[top])
    refuse_twins(known.values())
    lines = [
        Line(n, {column.key: row[index] for index, column in known.items()})
        for n, row in enumerate(rows[top + 1 :], start=top + 2)
        if not all(is_blank(row[index]) for index in known)
    ]
    if len(lines) > MOST_LINES:
        message = _("The sheet has more than %(most)s rows; no agenda has so many.")
        raise NotAnAgenda(message % {"most": MOST_LINES})
    others = (cell for n, cell in enumerate(rows[top]) if n not in known)
    unknown = [str(cell) for cell in others if not is_blank(cell)]
    return Table(lines, {column.key: column for column in known.values()}, unknown)


def is_blank(cell):
    return cell is None or not str(cell).strip()


def refuse_twins(columns):
    """Raise NotAnAgenda where two headings mean the same."""
    seen = set()
    for column in columns:
        if column.key in seen:
            message = _("Two columns are called “%(heading)s”; delete one of them.")
            raise NotAnAgenda(message % {"heading": column.heading})
        seen.add(column.key)
