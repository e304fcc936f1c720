"""A sheet that came back, held against the agenda: nothing is saved here."""

from functools import cached_property, partial
from typing import NamedTuple

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from meetings.agenda.agenda import load
from meetings.agenda.presenter_directory import Known
from meetings.agenda.sheet.cells import BadCell, narrow, plain
from meetings.agenda.sheet.columns import COLUMNS, id_of
from meetings.agenda.sheet.people import People
from meetings.agenda.sheet.rows import (
    ends_early,
    is_outside,
    new_row,
    write_cell,
)
from meetings.agenda.sheet.tables import read_table
from meetings.models import AgendaItem, Session

BY_KEY = {column.key: column for column in COLUMNS}


class Remark(NamedTuple):
    """What is wrong with a cell, or is to be looked at: where, and a sentence."""

    number: int
    heading: str
    sentence: str


def read_back(meeting, data):
    """Hold a file against the agenda; raise NotAnAgenda."""
    return Reading(load(meeting), read_table(data))


class Reading:
    """A plan as a table would have it, with `problems`, `doubts`, and who is `missing`.

    Rows that are not in the table stay behind those that they stood behind before.
    """

    def __init__(self, plan, table):
        self.plan, self.table = plan, table
        self.problems, self.doubts = [], []
        self.known = {id_of(row): row for row in plan.rows(Session, AgendaItem)}
        self.people = People(plan, Known(plan.meeting))
        self.numbers = {}  # of the lines of rows that were known, by id
        self.order = []  # pairs of a session and its items
        for line in table.lines:
            if row := self._row_of(line):
                self._fill(row, line)
                self._place(row, line)
        self._put_together()
        people = [each for item in plan.items for each in item.people]
        prefetch_related_objects(people, "attendee__person", "person", "government")

    @property
    def is_all_new(self):
        """Whether nothing tells rows apart that the agenda has already."""
        return bool(self.known) and "id" not in self.table.columns

    @cached_property
    def missing(self):
        """The rows of the agenda that the table does not have, by id."""
        return {key: row for key, row in self.known.items() if key not in self.numbers}

    def _row_of(self, line):
        """The row that a line is of, new where it names none; None where it is bad."""
        key = self._attempt(line, "id", partial(self._id_in, line.number))
        if key == "":
            return self._attempt(line, "kind", new_row)
        return self.known.get(key)

    def _id_in(self, number, cell):
        key = narrow(plain(cell)).upper()
        if key in self.numbers:
            message = _("“%(id)s” is in row %(row)s, too; blank one, and it is new.")
            raise BadCell(message % {"id": key, "row": self.numbers[key]})
        if key in self.known:
            self.numbers[key] = number
        elif key:
            message = _("There is no “%(id)s” on this agenda; blank it for a new row.")
            raise BadCell(message % {"id": key})
        return key

    def _attempt(self, line, key, do):
        """What is made of a cell; None where it is bad, and that is noted."""
        try:
            return do(line.cells.get(key))
        except BadCell as error:
            self.problems.append(self._remark(line, key, error))

    def _remark(self, line, key, sentence):
        return Remark(line.number, BY_KEY[key].heading, str(sentence))

    def _fill(self, row, line):
        for key, column in self.table.columns.items():
            if key == "people" and isinstance(row, AgendaItem):
                self._attempt(line, key, partial(self._name, row, line))
            elif key != "id":
                self._attempt(line, key, partial(self._write, row, column, line))

    def _name(self, row, line, cell):
        row.people = self.people.read(cell, row)
        message = _("Nobody is known by the code; “%(text)s” is printed as it stands.")
        while self.people.doubtful:
            told = message % {"text": self.people.doubtful.pop()}
            self.doubts.append(self._remark(line, "people", told))

    def _write(self, row, column, line, cell):
        meeting = self.plan.meeting
        year = meeting.earliest.year if meeting.earliest else None
        has_changed = write_cell(row, column, cell, year)
        if has_changed and column.key == "date" and is_outside(row, meeting):
            told = _("This day is outside the meeting.")
            self.doubts.append(self._remark(line, "date", told))

    def _place(self, row, line):
        if isinstance(row, Session):
            self.order.append((row, []))
            if ends_early(row):
                told = _("A session ends after it starts.")
                self.problems.append(self._remark(line, "end", told))
        elif self.order:
            self.order[-1][1].append(row)
        elif not self.problems:  # else it may have been a bad one
            told = _("No session stands above this item; put one there.")
            self.problems.append(self._remark(line, "kind", told))

    def _put_together(self):
        """Make the plan what the lines say, what is missing among them."""
        for row in self.missing.values():
            if isinstance(row, Session):
                row.parts = [item for item in row.parts if id_of(item) in self.missing]
        for session, items in self.order:
            session.parts = self._with_missing(items, session.parts)
        sessions = [session for session, _items in self.order]
        self.plan.sessions = self._with_missing(sessions, self.plan.sessions)

    def _with_missing(self, wanted, before):
        """What is wanted, and what is missing behind its neighbour of before."""
        rows, place = list(wanted), 0
        for row in before:
            if id_of(row) in self.missing:
                rows.insert(place, row)
                place += 1
            elif row in rows:
                place = rows.index(row) + 1
        return rows
