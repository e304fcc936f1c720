"""The columns of the sheet of an agenda: what they hold of sessions and of items."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from operator import attrgetter, methodcaller

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings import spreadsheets
from meetings.agenda.sheet.presenters import presenters_cell
from meetings.models import AgendaItem, Session, edtf
from meetings.models.meeting_choices import MeetingFormat
from meetings.models.names import LANGUAGES, columns_of, override_language
from meetings.text.folding import fold

# Ids of two tables in one column need a letter to be told apart.
LETTERS = {Session: "S", AgendaItem: "I"}


@dataclass(frozen=True)
class SheetColumn:
    """A column for the rows of some models; its key is the name of their field.

    Without a heading of its own it is called as the field is.
    """

    key: str
    width: int
    models: tuple
    cell: Callable
    own_heading: Promise | None = None

    @property
    def heading(self):
        field = self.models[0]._meta
        return str(self.own_heading or capfirst(field.get_field(self.key).verbose_name))

    def cell_of(self, row):
        """Return the cell of a row; None if it is blank or not for such rows."""
        if not isinstance(row, self.models):
            return None
        value = self.cell(row)
        return None if value == "" else value


def id_of(row):
    """Return what a row is known by when the sheet comes back: S12, I34."""
    return f"{LETTERS[type(row)]}{row.pk}"


def mode_name(session):
    # “Unknown” in every row would only be noise, and is what a blank cell means.
    is_known = session.mode != MeetingFormat.UNKNOWN
    return session.get_mode_display() if is_known else None


def is_internal(item):
    return _("yes") if item.is_internal else None


SESSION, ITEM, BOTH = (Session,), (AgendaItem,), (Session, AgendaItem)
COLUMNS = (
    SheetColumn("id", 6, BOTH, id_of, gettext_lazy("ID")),
    SheetColumn(
        "date",
        11,
        SESSION,
        lambda session: edtf.day_or_text(session.date),
        gettext_lazy("Date"),
    ),
    SheetColumn("start", 6, SESSION, attrgetter("start"), gettext_lazy("Start")),
    SheetColumn("end", 6, SESSION, attrgetter("end"), gettext_lazy("End")),
    SheetColumn(
        "kind", 15, BOTH, methodcaller("get_kind_display"), gettext_lazy("Kind")
    ),
    *(SheetColumn(name, 30, BOTH, attrgetter(name)) for name in columns_of("title")),
    *(SheetColumn(name, 15, SESSION, attrgetter(name)) for name in columns_of("room")),
    SheetColumn("mode", 10, SESSION, mode_name, gettext_lazy("Mode")),
    SheetColumn("number", 8, ITEM, attrgetter("number")),
    SheetColumn("duration", 7, ITEM, attrgetter("duration")),
    SheetColumn("is_internal", 7, ITEM, is_internal, gettext_lazy("Internal")),
    SheetColumn("people", 35, ITEM, presenters_cell, gettext_lazy("Presenters")),
)


@cache
def columns_by_heading():
    """Return the columns by key and by heading in all languages, both folded."""
    by_key = {column.key: column for column in COLUMNS}
    columns = {fold(key): column for key, column in by_key.items()}
    # Keys and headings of earlier releases. What they had as the room is in room_en
    # since, whoever reads it: a sheet that was sent out then changes nothing of it.
    columns |= {"minutes": by_key["duration"], "room": by_key["room_en"]}
    for language in LANGUAGES:
        with override_language(language):
            columns[fold(_("Room or place"))] = by_key["room_en"]
            columns |= {fold(column.heading): column for column in COLUMNS}
    return columns


def sheet_of(agenda):
    """Return the sheet of an agenda as the writers take it: name, columns, rows."""
    heads = [spreadsheets.Column(column.heading, column.width) for column in COLUMNS]
    rows = [
        [column.cell_of(row) for column in COLUMNS]
        for row in agenda.rows(Session, AgendaItem)
    ]
    return _("Agenda"), heads, rows
