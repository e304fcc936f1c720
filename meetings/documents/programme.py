"""The printed programme: sessions by day, in one to three languages side by side."""

from datetime import datetime, time
from itertools import groupby
from zoneinfo import ZoneInfo

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from meetings.documents.presenters import presenter_texts, with_presenters
from meetings.documents.typesetting import typeset
from meetings.documents.wording import heading, in_each, in_words, said
from meetings.models import AgendaItem, Session
from meetings.models.names import active_language


def programme(meeting, languages=("en",), with_personal_data=False):
    """The programme as a PDF, without what is internal."""
    days = groupby(_sessions(meeting), key=lambda session: session.date)
    data = {
        "heading": heading(meeting, languages),
        "name": in_each(languages, lambda: _("Programme")),
        "venue": said(meeting.venue),
        "zone": in_each(languages, lambda: _zone(meeting)),
        "empty": in_each(languages, lambda: _("There is no programme yet.")),
        "days": [
            {
                "date": in_each(languages, lambda date=date: in_words(date)),
                "sessions": [
                    _session(session, languages, with_personal_data)
                    for session in sessions
                ],
            }
            for date, sessions in days
        ],
    }
    return typeset("programme", data)


def _sessions(meeting):
    items = with_presenters(AgendaItem.objects.filter(is_internal=False))
    sessions = Session.objects.filter(meeting=meeting).order_by("order")
    return sessions.prefetch_related(Prefetch("items", items.order_by("order")))


def _zone(meeting):
    """A sentence that says whose time it is, with the offset on the first day."""
    if not meeting.time_zone:
        return ""
    day = meeting.day_of_names
    offset = f"{datetime.combine(day, time(12), ZoneInfo(meeting.time_zone)):%z}"
    told = {"zone": meeting.time_zone, "offset": f"{offset[:3]}:{offset[3:]}"}
    return _("Times are those of %(zone)s (UTC%(offset)s).") % told


def _session(session, languages, with_personal_data):
    times = [f"{moment:%H:%M}" for moment in (session.start, session.end) if moment]
    return {
        "time": "–".join(times),
        "titles": _titles(session, languages),
        "room": said(session.room),
        "items": [
            {
                "number": item.number,
                "titles": _titles(item, languages),
                "presenters": presenter_texts(item, languages, with_personal_data),
            }
            for item in session.items.all()
        ],
    }


def _titles(part, languages):
    """The title in each language; where one is lacking, what kind of part it is."""
    if any(getattr(part, f"title_{language}") for language in languages):
        return in_each(
            languages,
            lambda: (
                getattr(part, f"title_{active_language()}") or part.get_kind_display()
            ),
        )
    return in_each(languages, lambda: str(part))
