"""The agenda of a meeting as a whole: loaded at once, then edited in memory."""

import hashlib

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from meetings.agenda.snapshots import (
    row_from,
    snapshot_of,
    sources_of,
    with_all_columns,
)
from meetings.models import AgendaItem, Presenter, Session
from meetings.models.names import active_language


class StaleAgenda(Exception):
    """The agenda is not what its editor saw; nothing has been written."""


def load_agenda(meeting):
    """Return the agenda of a meeting as it is now, in three queries."""
    # All that a page, a sheet or a clash may say of presenters: the rows are loaded
    # once, and asked for the names of people and bodies in many places.
    presenters = Presenter.objects.order_by("order").select_related(
        "attendee__person__country",
        "attendee__delegation__government__country",
        "attendee__delegation__organization__country",
        "person__country",
        "government__country",
    )
    items = AgendaItem.objects.order_by("order")
    items = items.prefetch_related(Prefetch("presenters", presenters))
    sessions = Session.objects.filter(meeting=meeting).order_by("order")
    return Agenda(meeting, sessions.prefetch_related(Prefetch("items", items)))


class Agenda:
    """The sessions of a meeting, their items, and the presenters of these.

    A row has the place at which it stands in its list: `sessions`, the `item_list` of
    a session, the `presenter_list` of an item. Whoever changes the lists directly
    calls `arrange` before reading labels and times. Nothing is written to the database
    but by `meetings.agenda.editing`.

    Each method that edits returns what it did, in a few words of the reader's language,
    and raises StaleAgenda for a row that is not, or no longer, on the agenda.
    """

    def __init__(self, meeting, sessions=()):
        self.meeting = meeting
        self.sessions = list(sessions)
        # The ids of the sources of rows that a snapshot brings back, by model and id.
        self.sources = {}
        # Before gaps in the order are closed, so that saving writes that they are.
        self.remember_saved()
        self.arrange()

    def remember_saved(self):
        """Take what there is now for what the database holds."""
        self.loaded = self.snapshot()
        self.fingerprint = fingerprint(self.rows())

    def rows(self, *models):
        """Return all sessions, items and presenters, or those of some models only."""
        rows = []
        for session in self.sessions:
            rows.append(session)
            for item in session.item_list:
                rows += [item, *item.presenter_list]
        return [row for row in rows if not models or isinstance(row, models)]

    @property
    def items(self):
        return self.rows(AgendaItem)

    @property
    def presenters(self):
        return self.rows(Presenter)

    def find(self, model, pk):
        """Return the row of a model with this id, or None."""
        return next((row for row in self.rows(model) if row.pk == pk), None)

    def arrange(self):
        """Set the place of every row and what it is a part of, its label and times."""
        for n, session in enumerate(self.sessions, start=1):
            session.order, session.meeting = n, self.meeting
            for m, item in enumerate(session.item_list, start=1):
                item.order, item.session = m, session
                for k, presenter in enumerate(item.presenter_list, start=1):
                    presenter.order, presenter.item = k, item
            session.schedule(n)

    # Edits

    def move_item(self, pk, place, session=None):
        """Put an item at a place, counted from 0, in its session or another one."""
        item = self._existing(AgendaItem, pk)
        target = self._existing(Session, session) if session else item.session
        item.session.item_list.remove(item)
        target.item_list.insert(place, item)
        return _("Moved “%(title)s”") % {"title": item}

    def move_session(self, pk, place):
        """Put a session at a place, counted from 0."""
        session = self._existing(Session, pk)
        self.sessions.remove(session)
        self.sessions.insert(place, session)
        return _("Moved “%(title)s”") % {"title": session}

    def set_duration(self, pk, duration):
        item = self._existing(AgendaItem, pk)
        item.duration = duration
        return _("Changed the length of “%(title)s”") % {"title": item}

    def add_item(self, session, title, kind, duration):
        """Add an item at the end of a session; its title is in the active language."""
        item = AgendaItem(kind=kind, duration=duration)
        setattr(item, f"title_{active_language()}", title)
        self._existing(Session, session).item_list.append(item)
        return _("Added “%(title)s”") % {"title": item}

    def remove(self, model, pk):
        """Take out a session or an item, with all its parts."""
        row = self._existing(model, pk)
        siblings = self.sessions if model is Session else row.session.item_list
        siblings.remove(row)
        return _("Took out “%(title)s”") % {"title": row}

    def write_session(self, pk, values):
        """Change the columns of a session, or add one at the end where `pk` is None."""
        session = self._existing(Session, pk) if pk else Session()
        set_columns(session, values)
        if pk:
            return _("Changed “%(title)s”") % {"title": session}
        self.sessions.append(session)
        return _("Added “%(title)s”") % {"title": session}

    def write_item(self, pk, values, presenters):
        """Change the columns of an item, and who presents it.

        `presenters` are pairs: the id of the row that it was, or None, and its values.
        """
        item = self._existing(AgendaItem, pk)
        set_columns(item, values)
        # Who stays keeps the row, so that its history goes on.
        before = {presenter.pk: presenter for presenter in item.presenter_list}
        item.presenter_list = []
        for presenter_pk, presenter_values in presenters:
            presenter = before.get(presenter_pk) or Presenter()
            set_columns(presenter, presenter_values)
            item.presenter_list.append(presenter)
        return _("Changed “%(title)s”") % {"title": item}

    def _existing(self, model, pk):
        row = self.find(model, pk)
        if row is None:
            raise StaleAgenda
        return row

    # Snapshots

    def snapshot(self):
        """Return all of it as plain data, to be kept, compared and restored."""
        return snapshot_of(self.sessions)

    def restore(self, snapshot):
        """Make it what a snapshot holds; the rows that are still there are kept.

        The snapshot may be of a release that knew fewer columns.
        """
        # What is here keeps its row, and thereby its version, which saving raises.
        known = {(type(row), row.pk): row for row in self.rows()}
        self.sources = sources_of(snapshot)
        self.sessions = []
        for of_session in with_all_columns(snapshot):
            session = row_from(of_session, Session, known)
            session.item_list = []
            for of_item in of_session["items"]:
                item = row_from(of_item, AgendaItem, known)
                item.presenter_list = [
                    row_from(each, Presenter, known) for each in of_item["presenters"]
                ]
                session.item_list.append(item)
            self.sessions.append(session)
        self.arrange()


def set_columns(row, values):
    """Give a row these values, by the names of its columns."""
    for name, value in values.items():
        setattr(row, name, value)


def fingerprint(rows):
    """Return a text that changes as soon as anybody saves one of the rows anywhere."""
    # Every save raises the version of its row, also one in the back office.
    stamps = [f"{row._meta.model_name} {row.pk} {row.version}" for row in rows]
    return hashlib.sha256("\n".join(stamps).encode()).hexdigest()[:32]
