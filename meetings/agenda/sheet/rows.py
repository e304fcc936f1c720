"""One line of the sheet becomes what a session or an item holds."""

from functools import partial

from django.utils.translation import gettext as _

from meetings.agenda.copying import first_exact_day
from meetings.agenda.sheet import cells
from meetings.agenda.sheet.clocks import time
from meetings.models import AgendaItem, Session, edtf
from meetings.models.agendas import ItemKind, SessionKind
from meetings.models.meeting_choices import MeetingFormat
from meetings.models.names import LANGUAGES, choices_by_word
from meetings.spreadsheets.output import clean
from meetings.text.folding import fold

KINDS = {Session: SessionKind, AgendaItem: ItemKind}
TEXTS = ("room", "number", *(f"title_{language}" for language in LANGUAGES))


def mode(cell):
    blank = MeetingFormat.UNKNOWN
    return cells.choice(cell, MeetingFormat) if cells.plain(cell) else blank


OTHERS = {
    "start": time,
    "end": time,
    "mode": mode,
    "duration": cells.duration,
    "is_internal": cells.yes,
}


def reader_of(key, row, year):
    """What reads the cells of a column; days without a year are those of `year`."""
    if key == "kind":
        return partial(cells.choice, choices=KINDS[type(row)])
    if key == "date":
        return partial(cells.day, year=year)
    if key in TEXTS:
        return partial(cells.text, longest=type(row)._meta.get_field(key).max_length)
    return OTHERS[key]


def write_cell(row, column, cell, year):
    """Write a cell into a row; return whether that changed it, or raise BadCell.

    What reads the same as what stands there leaves it as it is.
    """
    refuse_stray(row, column, cell)
    if not isinstance(row, column.models):
        return False
    read = reader_of(column.key, row, year)
    value = read(cell)
    if row.pk and value == read(clean(column.cell_of(row))):
        return False
    setattr(row, column.key, value)
    return True


def refuse_stray(row, column, cell):
    """Raise BadCell for a cell that such a row does not have."""
    if isinstance(row, column.models) or not cells.plain(cell):
        return
    if isinstance(row, Session):
        message = _("A session has none itself; write it beside an item, or delete it.")
    else:
        message = _("An item has none of its own; write it beside the session.")
    raise cells.BadCell(message)


def new_row(cell):
    """A new session or item, which its kind tells; raise BadCell if it tells none."""
    for model, kinds in KINDS.items():
        if fold(cells.plain(cell)) in choices_by_word(kinds):
            row = model()
            row.parts, row.people = [], []
            return row
    message = _(
        "“%(text)s” is no kind. Write one of a session (%(sessions)s) or of an item"
        " (%(items)s)."
    )
    labels = {"sessions": SessionKind.labels, "items": ItemKind.labels}
    words = {name: ", ".join(map(str, found)) for name, found in labels.items()}
    raise cells.BadCell(message % ({"text": cells.plain(cell)} | words))


def ends_early(session):
    return session.start and session.end and session.end <= session.start


def is_outside(session, meeting):
    """Whether a session is on exact days that are not all days of the meeting."""
    if not (first_exact_day(session.date) and meeting.earliest and meeting.latest):
        return False
    last = edtf.parse(session.date).latest
    is_within = last is None or last <= meeting.latest
    return not (meeting.earliest <= first_exact_day(session.date) and is_within)
