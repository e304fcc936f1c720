"""Taking over what a sheet makes of an agenda, as a whole."""

from django.utils.translation import gettext as _

from meetings.agenda.sheet.columns import LETTERS
from meetings.models import AgendaItem, Session


def take_over(agenda, snapshot, left_out=()):
    """Make an agenda what a snapshot holds, without the rows left out.

    They are named by their ids on the sheet: S12, I34. An edit as
    `editing.edit_agenda` takes it.
    """
    agenda.restore(without_rows(snapshot, left_out))
    return _("Took over a spreadsheet")


def without_rows(snapshot, left_out):
    return [
        session | {"items": remaining(AgendaItem, session["items"], left_out)}
        for session in remaining(Session, snapshot, left_out)
    ]


def remaining(model, rows, left_out):
    # New rows have no id: “SNone” is on no list.
    return [row for row in rows if f"{LETTERS[model]}{row['id']}" not in left_out]
