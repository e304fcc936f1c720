"""A sheet that came back, read against the agenda; nothing is saved here."""

from functools import cached_property, partial
from typing import NamedTuple

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from meetings.agenda.agenda import load_agenda
from meetings.agenda.clashes.sessions import is_outside
from meetings.agenda.presenter_directory import PresenterDirectory
from meetings.agenda.sheet.cells import BadCell, cell_text
from meetings.agenda.sheet.columns import COLUMNS, id_of
from meetings.agenda.sheet.presenters import PresenterCells
from meetings.agenda.sheet.rows import ends_early, new_row, write_cell
from meetings.agenda.sheet.tables import read_table
from meetings.models import AgendaItem, Session
from meetings.text.folding import narrow

BY_KEY = {column.key: column for column in COLUMNS}


class SheetRemark(NamedTuple):
    """What is wrong with a cell, or is to be looked at: where, and a sentence."""

    number: int
    heading: str
    sentence: str


def read_back(meeting, data):
    """Read a file against the agenda; raise NotAnAgenda."""
    return SheetReading(load_agenda(meeting), read_table(data))


class SheetReading:
    """An agenda as a table would have it, with `problems`, `doubts` and `missing` rows.

    Rows that are not in the table stay behind those that they stood behind before.
    """

    def __init__(self, agenda, table):
        self.agenda, self.table = agenda, table
        self.problems, self.doubts = [], []  # SheetRemarks
        self.known = {id_of(row): row for row in agenda.rows(Session, AgendaItem)}
        self.presenters = PresenterCells(agenda, PresenterDirectory(agenda.meeting))
        self.numbers = {}  # of the lines of rows that were known, by id
        self.order = []  # pairs of a session and its items
        for line in table.lines:
            if row := self._row_of(line):
                self._fill(row, line)
                self._place(row, line)
        self._rebuild()
        # Presenters that a cell has named know the ids of people only.
        prefetch_related_objects(
            agenda.presenters, "attendee__person", "person", "government"
        )

    @property
    def is_all_new(self):
        """Whether nothing tells rows apart that the agenda has already."""
        return bool(self.known) and "id" not in self.table.columns

    @cached_property
    def missing(self):
        """The rows of the agenda that the table does not have, by id."""
        return {key: row for key, row in self.known.items() if key not in self.numbers}

    def _row_of(self, line):
        """Return the row that a line is of, new if it names none; None if it is bad."""
        key = self._attempt(line, "id", partial(self._id_in, line.number))
        if key == "":
            return self._attempt(line, "kind", new_row)
        return self.known.get(key)

    def _id_in(self, number, cell):
        key = narrow(cell_text(cell)).upper()
        if key in self.numbers:
            message = _("“%(id)s” is in row %(row)s, too; blank one, and it is new.")
            raise BadCell(message % {"id": key, "row": self.numbers[key]})
        if key in self.known:
            self.numbers[key] = number
        elif key:
            message = _("There is no “%(id)s” on this agenda; blank it for a new row.")
            raise BadCell(message % {"id": key})
        return key

    def _attempt(self, line, key, read):
        """Return what a cell is read as; None if it is bad, which is noted."""
        try:
            return read(line.cells.get(key))
        except BadCell as error:
            self.problems.append(self._remark(line, key, error))

    def _remark(self, line, key, sentence):
        return SheetRemark(line.number, BY_KEY[key].heading, str(sentence))

    def _fill(self, row, line):
        for key, column in self.table.columns.items():
            if key == "people" and isinstance(row, AgendaItem):
                self._attempt(line, key, partial(self._write_presenters, row, line))
            elif key != "id":
                self._attempt(line, key, partial(self._write, row, column, line))

    def _write_presenters(self, row, line, cell):
        row.presenter_list = self.presenters.read(cell, row)
        message = _("Nobody is known by the code; “%(text)s” is printed as it stands.")
        while self.presenters.doubtful:
            sentence = message % {"text": self.presenters.doubtful.pop()}
            self.doubts.append(self._remark(line, "people", sentence))

    def _write(self, row, column, line, cell):
        meeting = self.agenda.meeting
        year = meeting.earliest.year if meeting.earliest else None
        has_changed = write_cell(row, column, cell, year)
        if has_changed and column.key == "date" and is_outside(row.date, meeting):
            sentence = _("This day is outside the meeting.")
            self.doubts.append(self._remark(line, "date", sentence))

    def _place(self, row, line):
        if isinstance(row, Session):
            self.order.append((row, []))
            if ends_early(row):
                sentence = _("A session ends after it starts.")
                self.problems.append(self._remark(line, "end", sentence))
        elif self.order:
            self.order[-1][1].append(row)
        elif not self.problems:  # else it may have been a bad one
            sentence = _("No session stands above this item; put one there.")
            self.problems.append(self._remark(line, "kind", sentence))

    def _rebuild(self):
        """Give the agenda the order of the lines, with what is missing among them."""
        for row in self.missing.values():
            if isinstance(row, Session):
                row.item_list = [
                    item for item in row.item_list if id_of(item) in self.missing
                ]
        for session, items in self.order:
            session.item_list = self._with_missing(items, session.item_list)
        sessions = [session for session, _items in self.order]
        self.agenda.sessions = self._with_missing(sessions, self.agenda.sessions)
        self.agenda.arrange()

    def _with_missing(self, wanted, before):
        """Return the wanted rows, each missing one behind its neighbour of before."""
        rows, place = list(wanted), 0
        for row in before:
            if id_of(row) in self.missing:
                rows.insert(place, row)
                place += 1
            elif row in rows:
                place = rows.index(row) + 1
        return rows
