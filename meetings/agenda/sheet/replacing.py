"""What a sheet makes of an agenda, taken over as a whole."""

from django.utils.translation import gettext as _

from meetings.agenda.sheet.columns import LETTERS
from meetings.models import AgendaItem, Session


def replacing(snapshot, left_out=()):
    """The edit that makes an agenda what a snapshot holds, without the rows left out.

    They are named by their ids on the sheet: S12, I34.
    """

    def edit(plan):
        plan.restore(without(snapshot, left_out))
        return _("Took over a spreadsheet")

    return edit


def without(snapshot, left_out):
    return [
        session | {"items": those_left(AgendaItem, session["items"], left_out)}
        for session in those_left(Session, snapshot, left_out)
    ]


def those_left(model, rows, left_out):
    return [row for row in rows if f"{LETTERS[model]}{row['id']}" not in left_out]
