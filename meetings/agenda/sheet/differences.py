"""What a sheet would change, row by row: new, moved, other cells, not on the sheet."""

from dataclasses import dataclass
from typing import NamedTuple

from meetings.agenda.comparing import longest_rise
from meetings.agenda.sheet.cells import displayed
from meetings.agenda.sheet.columns import COLUMNS, id_of
from meetings.models import AgendaItem, Session


class CellDifference(NamedTuple):
    """A cell before and after, as the reader sees them."""

    heading: str
    old: str
    new: str


@dataclass(frozen=True)
class RowChange:
    """What becomes of a session or an item if the sheet is taken over."""

    row: Session | AgendaItem
    is_new: bool
    has_moved: bool
    is_missing: bool
    differences: list[CellDifference]

    @property
    def is_any(self):
        return bool(
            self.is_new or self.has_moved or self.is_missing or self.differences
        )


def row_changes(reading, before):
    """Return the changes that a SheetReading makes to the agenda `before`."""
    old_rows = {id_of(row): row for row in before.rows(Session, AgendaItem)}
    unmoved = ids_of_unmoved(before, reading.agenda, old_rows)
    changes = [
        row_change(row, old_rows.get(id_of(row)), reading, unmoved)
        for row in reading.agenda.rows(Session, AgendaItem)
    ]
    return [change for change in changes if change.is_any]


def row_change(row, old, reading, unmoved):
    is_new = row.pk is None
    return RowChange(
        row=row,
        is_new=is_new,
        has_moved=not is_new and id_of(row) not in unmoved,
        is_missing=id_of(row) in reading.missing,
        differences=cell_differences(old, row),
    )


def ids_of_unmoved(before, after, old_rows):
    """Return the ids of the rows that stand in their old order, as many as can be.

    An item that is in another session now has moved.
    """
    unmoved = {*in_old_order(before.sessions, after.sessions)}
    for session in after.sessions:
        old = old_rows.get(id_of(session))
        unmoved |= {*in_old_order(old.item_list if old else [], session.item_list)}
    return unmoved


def in_old_order(before, after):
    # By the longest rise, so that one row that jumped is marked, not all it passed.
    places = {id_of(row): place for place, row in enumerate(before)}
    remaining = [places[id_of(row)] for row in after if id_of(row) in places]
    return [id_of(before[place]) for place in longest_rise(remaining)]


def cell_differences(old, new):
    """Return the cells in which a row differs from what it was; all if it is new."""
    columns = (column for column in COLUMNS if column.key != "id")
    # As cells, since what reads the same on the sheet is no change to who reads it.
    cells = ((each, each.cell_of(old), each.cell_of(new)) for each in columns)
    return [
        CellDifference(
            column.heading,
            *("" if cell is None else displayed(cell) for cell in (before, after)),
        )
        for column, before, after in cells
        if before != after
    ]
