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
from meetings.agenda.sheet.people import cell_of
from meetings.models import AgendaItem, Session, edtf
from meetings.models.meeting_choices import MeetingFormat
from meetings.models.names import LANGUAGES, override_language
from meetings.text.folding import fold

LETTERS = {Session: "S", AgendaItem: "I"}


@dataclass(frozen=True)
class Column:
    """A column for the rows of some models; its key names the attribute it holds.

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
        """The cell of a row; None where it is blank or is not for such rows."""
        if not isinstance(row, self.models):
            return None
        value = self.cell(row)
        return None if value == "" else value


def id_of(row):
    """What tells a row apart when the sheet comes back: S12, I34."""
    return f"{LETTERS[type(row)]}{row.pk}"


def mode_of(session):
    is_known = session.mode != MeetingFormat.UNKNOWN
    return session.get_mode_display() if is_known else None


def internal(item):
    return _("yes") if item.is_internal else None


SESSION, ITEM, BOTH = (Session,), (AgendaItem,), (Session, AgendaItem)
COLUMNS = (
    Column("id", 6, BOTH, id_of, gettext_lazy("ID")),
    Column(
        "date",
        11,
        SESSION,
        lambda session: edtf.day_or_text(session.date),
        gettext_lazy("Date"),
    ),
    Column("start", 6, SESSION, attrgetter("start"), gettext_lazy("Start")),
    Column("end", 6, SESSION, attrgetter("end"), gettext_lazy("End")),
    Column("kind", 15, BOTH, methodcaller("get_kind_display"), gettext_lazy("Kind")),
    *(Column(f"title_{c}", 30, BOTH, attrgetter(f"title_{c}")) for c in LANGUAGES),
    Column("room", 15, SESSION, attrgetter("room"), gettext_lazy("Room or place")),
    Column("mode", 10, SESSION, mode_of, gettext_lazy("Mode")),
    Column("number", 8, ITEM, attrgetter("number")),
    Column("duration", 7, ITEM, attrgetter("duration")),
    Column("is_internal", 7, ITEM, internal, gettext_lazy("Internal")),
    Column("people", 35, ITEM, cell_of, gettext_lazy("Presenters")),
)


@cache
def columns_by_heading():
    """The columns by key and by heading, in all languages, folded."""
    found = {fold(column.key): column for column in COLUMNS}
    found["minutes"] = found["duration"]  # the key of earlier releases
    for language in LANGUAGES:
        with override_language(language):
            found |= {fold(column.heading): column for column in COLUMNS}
    return found


def sheet_of(plan):
    """The sheet of a plan, as the writers take it."""
    heads = [spreadsheets.Column(column.heading, column.width) for column in COLUMNS]
    rows = [
        [column.cell_of(row) for column in COLUMNS]
        for row in plan.rows(Session, AgendaItem)
    ]
    return _("Agenda"), heads, rows
