"""The cells of one line of the sheet, written into a session or an item."""

from functools import partial

from django.utils.translation import gettext as _

from meetings.agenda.sheet import cells
from meetings.agenda.sheet.clocks import time
from meetings.models import AgendaItem, Session
from meetings.models.agendas import ItemKind, SessionKind
from meetings.models.meeting_choices import MeetingFormat
from meetings.models.names import choices_by_word, columns_of
from meetings.spreadsheets.output import clean
from meetings.text.folding import fold

KINDS = {Session: SessionKind, AgendaItem: ItemKind}
TEXTS = ("number", *columns_of("title"), *columns_of("room"))


def mode(cell):
    blank = MeetingFormat.UNKNOWN  # which the sheet shows as a blank
    return cells.choice(cell, MeetingFormat) if cells.cell_text(cell) else blank


READERS = {
    "start": time,
    "end": time,
    "mode": mode,
    "duration": cells.duration,
    "is_internal": cells.is_yes,
}


def reader_of(key, row, year):
    """Return what reads the cells of a column; `year` is that of days without one."""
    if key == "kind":
        return partial(cells.choice, choices=KINDS[type(row)])
    if key == "date":
        return partial(cells.day, year=year)
    if key in TEXTS:
        return partial(cells.text, longest=type(row)._meta.get_field(key).max_length)
    return READERS[key]


def write_cell(row, column, cell, year):
    """Write a cell into a row; return whether that changed it, or raise BadCell.

    What reads the same as what stands there leaves it as it is: a text with two blanks
    is not changed by a sheet that shows one.
    """
    refuse_stray(row, column, cell)
    if not isinstance(row, column.models):
        return False
    read = reader_of(column.key, row, year)
    value = read(cell)
    # Both sides are read alike: the old cell, too, as the sheet showed it.
    if row.pk and value == read(clean(column.cell_of(row))):
        return False
    setattr(row, column.key, value)
    return True


def refuse_stray(row, column, cell):
    """Raise BadCell for a cell that such a row does not have."""
    if isinstance(row, column.models) or not cells.cell_text(cell):
        return
    if isinstance(row, Session):
        message = _("A session has none itself; write it beside an item, or delete it.")
    else:
        message = _("An item has none of its own; write it beside the session.")
    raise cells.BadCell(message)


def new_row(cell):
    """Return a new session or item, as its kind says; raise BadCell if it says none."""
    # No kind of a session is called as one of an item is, in any language.
    for model, kinds in KINDS.items():
        if fold(cells.cell_text(cell)) in choices_by_word(kinds):
            return model()
    message = _(
        "“%(text)s” is no kind. Write one of a session (%(sessions)s) or of an item"
        " (%(items)s)."
    )
    labels = {"sessions": SessionKind.labels, "items": ItemKind.labels}
    words = {name: ", ".join(map(str, each)) for name, each in labels.items()}
    raise cells.BadCell(message % ({"text": cells.cell_text(cell)} | words))


def ends_early(session):
    return session.start and session.end and session.end <= session.start
