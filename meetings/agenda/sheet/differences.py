"""What a sheet would change, row by row: new, moved, other cells, not on the sheet."""

from typing import NamedTuple

from meetings.agenda.comparing import longest_rise
from meetings.agenda.sheet.cells import shown
from meetings.agenda.sheet.columns import COLUMNS, id_of
from meetings.models import AgendaItem, Session


class Difference(NamedTuple):
    """A cell before and after, as the reader sees them."""

    heading: str
    old: str
    new: str


def mark(reading, before):
    """Tell each row of a reading what becomes of it; return those that are concerned.

    `before` is the plan as it is. A row then `is_new`, `has_moved`, `is_missing`, and
    has `differences`.
    """
    was = {id_of(row): row for row in before.rows(Session, AgendaItem)}
    steady = {*standing(before.sessions, reading.plan.sessions)}
    for session in reading.plan.sessions:
        old = was.get(id_of(session))
        steady |= {*standing(old.parts if old else [], session.parts)}
    rows = reading.plan.rows(Session, AgendaItem)
    for row in rows:
        key = id_of(row)
        row.is_new, row.is_missing = row.pk is None, key in reading.missing
        row.has_moved = not row.is_new and key not in steady
        row.differences = differences(was.get(key), row)
    return [row for row in rows if is_concerned(row)]


def is_concerned(row):
    return row.is_new or row.is_missing or row.has_moved or row.differences


def standing(before, now):
    """The ids of the rows that stand in their order of before."""
    places = {id_of(row): place for place, row in enumerate(before)}
    kept = [places[id_of(row)] for row in now if id_of(row) in places]
    return [id_of(before[place]) for place in longest_rise(kept)]


def differences(old, new):
    """The cells in which a row differs from what it was, if it was there before."""
    columns = (column for column in COLUMNS if column.key != "id")
    cells = ((each, each.cell_of(old), each.cell_of(new)) for each in columns)
    return [
        Difference(column.heading, *("" if c is None else shown(c) for c in (was, now)))
        for column, was, now in cells
        if was != now
    ]
