"""The agenda as a list: a row for each item, and for each session without one."""

from operator import attrgetter
from typing import NamedTuple

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from meetings.exports.base import Column, Listing
from meetings.exports.cells import day_of, joined, label_of, yes_or_no
from meetings.models import AgendaItem, Presenter, Session
from meetings.models.names import active_language


class Line(NamedTuple):
    """A row of the agenda; `item` is None where a session has none."""

    session: Session
    item: AgendaItem | None


def of_session(value):
    return lambda line: value(line.session)


def of_item(value):
    return lambda line: value(line.item) if line.item else None


def presenters(item):
    """Who presents an item, as its printed programme tells everybody."""
    coming = [each for each in item.presenters.all() if is_coming(each.attendee)]
    return joined(map(presenter_name, coming))


def is_coming(attendee):
    if attendee is None:
        return True
    return not (attendee.is_cancelled or attendee.delegation.is_declined)


def presenter_name(presenter):
    """What is printed of a presenter, else the name, with the government of the day."""
    if presenter.as_printed:
        return presenter.as_printed
    if government := presenter.government:
        return government.name_on(presenter.item.session.meeting.day_of_names)
    if attendee := presenter.attendee:
        return f"{person_name(attendee.person)} ({attendee.delegation.name_then})"
    return person_name(presenter.person) if presenter.person else str(presenter)


def person_name(person):
    """The name that everybody may read: for English in Latin letters if public."""
    latin = person.public_latin_name if active_language() == "en" else ""
    return latin or person.display_name


class AgendaListing(Listing):
    """The agenda of a meeting, with what is internal marked as such."""

    key, model_name, about = "agenda", "session", "meeting"
    columns = (
        Column("date", _("Date"), of_session(day_of("date")), 10),
        Column("start", _("Start"), attrgetter("session.start"), 5),
        Column("end", _("End"), attrgetter("session.end"), 5),
        Column(
            "order", pgettext_lazy("session", "No."), attrgetter("session.order"), 4
        ),
        Column("session", _("Session"), of_session(str), 20),
        Column("session_kind", _("Session kind"), of_session(label_of("kind")), 12),
        Column("room", _("Room or place"), attrgetter("session.room"), 13),
        Column("mode", _("Mode"), of_session(label_of("mode")), 8),
        Column("number", _("Item"), of_item(attrgetter("number")), 4),
        Column("item", _("Item title"), of_item(str), 29),
        Column("item_kind", _("Item kind"), of_item(label_of("kind")), 10),
        Column(
            "duration",
            pgettext_lazy("length", "Minutes"),
            of_item(attrgetter("duration")),
            6,
        ),
        Column("presenters", _("Presenters"), of_item(presenters), 17),
        Column("internal", _("Internal"), of_item(yes_or_no("is_internal")), 6),
    )

    def items(self, about):
        """The sessions in their order, each with its items in theirs."""
        items = AgendaItem.objects.order_by("order").prefetch_related(
            Prefetch("presenters", with_names(Presenter.objects.order_by("order")))
        )
        sessions = about.sessions.order_by("order")
        sessions = sessions.prefetch_related(Prefetch("items", items))
        return [
            Line(session, item)
            for session in sessions
            for item in session.items.all() or [None]
        ]


def with_names(presenters):
    """Load what presenters are called by."""
    return presenters.select_related(
        "government",
        "person",
        "attendee__person",
        "attendee__delegation__meeting",
        "attendee__delegation__government",
        "attendee__delegation__organization",
    ).prefetch_related(
        "government__names",
        "attendee__delegation__government__names",
        "attendee__delegation__organization__names",
    )
