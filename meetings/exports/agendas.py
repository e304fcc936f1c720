"""The agenda as a list: a row for each item, and for each session without one."""

from operator import attrgetter
from typing import NamedTuple

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from meetings.exports.base import ListColumn, Listing
from meetings.exports.cells import choice_label, date_of_record, join_texts, yes_or_no
from meetings.models import AgendaItem, Presenter, Session
from meetings.models.names import active_language


class AgendaRow(NamedTuple):
    """A row of the list; `item` is None where a session has no items."""

    session: Session
    item: AgendaItem | None


def of_session(value):
    """Return a cell made by `value` from the session of a row."""

    def cell(row):
        return value(row.session)

    return cell


def of_item(value):
    """Return a cell made by `value` from the item of a row, blank if it has none."""

    def cell(row):
        return value(row.item) if row.item else None

    return cell


def presenters_cell(item):
    """Return who presents an item, by the names that its printed programme has."""
    coming = [each for each in item.presenters.all() if each.is_coming]
    return join_texts(map(presenter_text, coming))


def presenter_text(presenter):
    """Return the name with the delegation's name on the day, or the text as printed."""
    if presenter.as_printed:
        return presenter.as_printed
    if government := presenter.government:
        return government.name_on(presenter.item.session.meeting.day_of_names)
    if attendee := presenter.attendee:
        return f"{public_name(attendee.person)} ({attendee.delegation.name_at_meeting})"
    return public_name(presenter.person) if presenter.person else str(presenter)


def public_name(person):
    """Return the name that everybody may read, for English in Latin letters if public.

    The agenda is exported by every role, so passport names must not be in it.
    """
    latin = person.public_latin_name if active_language() == "en" else ""
    return latin or person.display_name


class AgendaListing(Listing):
    """The agenda of a meeting; what is internal is marked as such."""

    key, model_name, about_kind = "agenda", "session", "meeting"
    columns = (
        ListColumn("date", _("Date"), of_session(date_of_record("date")), 10),
        ListColumn("start", _("Start"), attrgetter("session.start"), 5),
        ListColumn("end", _("End"), attrgetter("session.end"), 5),
        ListColumn(
            "order", pgettext_lazy("session", "No."), attrgetter("session.order"), 4
        ),
        ListColumn("session", _("Session"), of_session(str), 20),
        ListColumn(
            "session_kind", _("Session kind"), of_session(choice_label("kind")), 12
        ),
        ListColumn("room", _("Room or place"), attrgetter("session.room"), 13),
        ListColumn("mode", _("Mode"), of_session(choice_label("mode")), 8),
        ListColumn("number", _("Item"), of_item(attrgetter("number")), 4),
        ListColumn("item", _("Item title"), of_item(str), 29),
        ListColumn("item_kind", _("Item kind"), of_item(choice_label("kind")), 10),
        ListColumn(
            "duration",
            pgettext_lazy("length", "Minutes"),
            of_item(attrgetter("duration")),
            6,
        ),
        ListColumn("presenters", _("Presenters"), of_item(presenters_cell), 17),
        ListColumn("internal", _("Internal"), of_item(yes_or_no("is_internal")), 6),
    )

    def items(self, about):
        """Return a row for each item, and for each session without one, in order."""
        items = AgendaItem.objects.order_by("order").prefetch_related(
            Prefetch(
                "presenters", with_presenter_names(Presenter.objects.order_by("order"))
            )
        )
        sessions = about.sessions.order_by("order")
        sessions = sessions.prefetch_related(Prefetch("items", items))
        return [
            AgendaRow(session, item)
            for session in sessions
            # A session without items would be missing from the list otherwise.
            for item in session.items.all() or [None]
        ]


def with_presenter_names(presenters):
    """Load everything that the names of presenters are made of."""
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
