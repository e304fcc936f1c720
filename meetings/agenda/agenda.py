"""An agenda as a whole: loaded at once, changed in memory, saved with what differs."""

import hashlib

from django.db.models import F, Max, Prefetch

from meetings.agenda.snapshots import (
    COLUMNS,
    as_dict,
    made_from,
    rows_of,
)
from meetings.models import AgendaItem, Decision, ItemMinutes, Presenter, Session
from meetings.models.agendas import LAST_PLACE

# Beyond any place: where rows wait until theirs is free.
ASIDE = LAST_PLACE + 1


class Recorded(Exception):
    """An item that minutes or decisions belong to cannot be taken out."""

    def __init__(self, item):
        super().__init__(item)
        self.item = item


def load(meeting):
    """The plan of a meeting as it is now, in three queries."""
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
    return Plan(meeting, sessions.prefetch_related(Prefetch("items", items)))


class Plan:
    """The sessions of a meeting, each with its `parts`, each of these with `people`.

    A row's place is where it stands in its list: change rows and lists, then `save`.
    """

    def __init__(self, meeting, sessions=()):
        self.meeting = meeting
        self.sessions = list(sessions)
        for session in self.sessions:
            session.parts = list(session.items.all())
            for item in session.parts:
                item.people = list(item.presenters.all())
        self._remember()  # with the gaps there are, so that they close when it is saved
        self._put_in_place()

    def _remember(self):
        self.loaded = self.snapshot()
        self.fingerprint = fingerprint(self.rows())

    def rows(self, *models):
        """All sessions, items and presenters, or those of some kinds only."""
        found = []
        for session in self.sessions:
            found.append(session)
            for item in session.parts:
                found += [item, *item.people]
        return [row for row in found if not models or isinstance(row, models)]

    @property
    def items(self):
        return self.rows(AgendaItem)

    def find(self, model, pk):
        """The row of this kind with this id, or None."""
        return next((row for row in self.rows(model) if row.pk == pk), None)

    def snapshot(self):
        """All of it as plain data, to be kept, compared and restored."""
        return [
            as_dict(session)
            | {
                "items": [
                    as_dict(item) | {"presenters": [as_dict(p) for p in item.people]}
                    for item in session.parts
                ]
            }
            for session in self.sessions
        ]

    def restore(self, snapshot):
        """Make it what a snapshot of it holds; `save` then writes it."""
        known = {(type(row), row.pk): row for row in self.rows()}
        self.sessions = []
        for kept in snapshot:
            session = made_from(Session, kept, known)
            session.parts = []
            for part in kept["items"]:
                item = made_from(AgendaItem, part, known)
                item.people = [
                    made_from(Presenter, each, known) for each in part["presenters"]
                ]
                session.parts.append(item)
            self.sessions.append(session)
        self._put_in_place()

    def save(self, act):
        """Write what differs from what was loaded, with the history of an Act.

        Raise Recorded if an item would go that minutes or decisions belong to.
        """
        before = rows_of(self.loaded)
        self._put_in_place()
        self._set_aside(before)
        for model in (Session, AgendaItem, Presenter):
            self._put_in_place()  # again, since new parents have their ids by now
            rows = self.rows(model)
            changed = [
                row
                for row in rows
                if row.pk in before[model] and as_dict(row) != before[model][row.pk]
            ]
            act.update(changed, [name for name in COLUMNS[model] if name != "id"])
            new = [row for row in rows if row.pk not in before[model]]
            go_on_counting(model, new)
            act.insert(new)
            restore_sources(new)
        self._remove(act, before)
        self._remember()

    def _put_in_place(self):
        """Tell every row its place and what it is a part of."""
        for n, session in enumerate(self.sessions, start=1):
            session.order, session.meeting = n, self.meeting
            for m, item in enumerate(session.parts, start=1):
                item.order, item.session = m, session
                for k, presenter in enumerate(item.people, start=1):
                    presenter.order, presenter.item = k, item

    def _set_aside(self, before):
        """Free the places of all rows that take another one, or go."""
        for model, rows in before.items():
            here = {row.pk: as_dict(row) for row in self.rows(model)}
            moved = [pk for pk, row in rows.items() if here.get(pk) != row]
            model.objects.filter(pk__in=moved).update(order=F("order") + ASIDE)

    def _remove(self, act, before):
        """Take out what is no longer there, the parts first."""
        gone = {
            model: rows.keys() - {row.pk for row in self.rows(model)}
            for model, rows in before.items()
        }
        refuse_recorded(gone[AgendaItem])
        for model in (Presenter, AgendaItem, Session):
            act.delete(list(model.objects.filter(pk__in=gone[model])))


def go_on_counting(model, rows):
    """Give rows that come back a version that they have never had."""
    back = {row.pk: row for row in rows if row.pk}
    past = model.history.filter(id__in=back).order_by().values_list("id")
    for pk, last in past.annotate(Max("version")):
        back[pk].version = last + 1


def restore_sources(rows):
    """Give rows that come back the sources they had."""
    for row in rows:
        if sources := getattr(row, "kept_sources", ()):
            row.sources.set(sources)


def refuse_recorded(pks):
    """Raise Recorded if minutes or decisions belong to one of these items."""
    for model in (ItemMinutes, Decision):
        kept = model.objects.filter(item__in=pks).select_related("item").first()
        if pks and kept:
            raise Recorded(kept.item)


def fingerprint(rows):
    """What changes as soon as anybody saves one of the rows, wherever they do."""
    stamps = [f"{row._meta.model_name} {row.pk} {row.version}" for row in rows]
    return hashlib.sha256("\n".join(stamps).encode()).hexdigest()[:32]
