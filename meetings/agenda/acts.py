"""What an editor does to an agenda: each act is an edit for `changing.change`."""

from django.utils.translation import gettext as _

from meetings.agenda.editing import Stale
from meetings.models import AgendaItem, Presenter, Session
from meetings.models.names import active_language


def put(row, values):
    """Give a row these values, by the names of its columns."""
    for name, value in values.items():
        setattr(row, name, value)


def found(plan, model, pk):
    """The row with this id; raise Stale if it is not, or no longer, on the agenda."""
    row = plan.find(model, pk)
    if row is None:
        raise Stale
    return row


def move_item(pk, session_pk, place):
    """Put an item at a place, counted from 0, of a session, its own if it is None."""

    def edit(plan):
        item = found(plan, AgendaItem, pk)
        target = found(plan, Session, session_pk) if session_pk else item.session
        item.session.parts.remove(item)
        target.parts.insert(place, item)
        return _("Moved “%(title)s”") % {"title": item}

    return edit


def move_session(pk, place):
    """Put a session at a place, counted from 0, of the agenda."""

    def edit(plan):
        session = found(plan, Session, pk)
        plan.sessions.remove(session)
        plan.sessions.insert(place, session)
        return _("Moved “%(title)s”") % {"title": session}

    return edit


def set_duration(pk, duration):
    def edit(plan):
        item = found(plan, AgendaItem, pk)
        item.duration = duration
        return _("Changed the length of “%(title)s”") % {"title": item}

    return edit


def add_item(session_pk, title, kind, duration):
    """Add an item at the end of a session, its title in the reader's language."""

    def edit(plan):
        item = AgendaItem(kind=kind, duration=duration)
        setattr(item, f"title_{active_language()}", title)
        item.people = []
        found(plan, Session, session_pk).parts.append(item)
        return _("Added “%(title)s”") % {"title": item}

    return edit


def remove(model, pk):
    """Take a session or an item out."""

    def edit(plan):
        row = found(plan, model, pk)
        siblings = plan.sessions if model is Session else row.session.parts
        siblings.remove(row)
        return _("Took out “%(title)s”") % {"title": row}

    return edit


def write_session(pk, values):
    """Change a session, or add one where `pk` is None."""

    def edit(plan):
        session = found(plan, Session, pk) if pk else Session()
        put(session, values)
        if pk:
            return _("Changed “%(title)s”") % {"title": session}
        session.parts = []
        plan.sessions.append(session)
        return _("Added “%(title)s”") % {"title": session}

    return edit


def write_item(pk, values, people):
    """Change an item, and who presents it.

    `people` has for each the id of the row that it was, or None, and its new values.
    """

    def edit(plan):
        item = found(plan, AgendaItem, pk)
        put(item, values)
        known = {presenter.pk: presenter for presenter in item.people}
        item.people = []
        for presenter_pk, given in people:
            presenter = known.get(presenter_pk) or Presenter()
            put(presenter, given)
            item.people.append(presenter)
        return _("Changed “%(title)s”") % {"title": item}

    return edit
