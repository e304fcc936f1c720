"""The printed programme: sessions by day, in one to three languages side by side.

The run of show is the same with what is internal, and with the minutes of each item.
"""

from datetime import datetime, time
from functools import partial
from itertools import groupby
from zoneinfo import ZoneInfo

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from meetings.documents.presenters import presenter_texts, with_presenters
from meetings.documents.typesetting import typeset
from meetings.documents.wording import heading, in_each_language, tagged
from meetings.models import AgendaItem, Session, edtf
from meetings.models.agenda_times import run_on
from meetings.models.names import active_language


def programme(meeting, languages=("en",), with_personal_data=False, for_staff=False):
    """The programme as a PDF, without what is internal unless it is `for_staff`."""
    days = groupby(_sessions(meeting), key=lambda session: session.date)
    told = partial(_session, languages, with_personal_data, for_staff)
    data = {
        "heading": heading(meeting, languages),
        "name": in_each_language(languages, lambda: _name(for_staff)),
        "venue": tagged(meeting.venue),
        "zone": in_each_language(languages, lambda: _zone(meeting)),
        "empty": in_each_language(languages, lambda: _("There is no programme yet.")),
        "days": [
            {
                "date": in_each_language(
                    languages, lambda date=date: edtf.in_words(date)
                ),
                "sessions": [told(session) for session in sessions],
            }
            for date, sessions in days
        ],
    }
    return typeset("programme", data)


run_of_show = partial(programme, for_staff=True)


def _name(for_staff):
    return _("Run of show") if for_staff else _("Programme")


def _sessions(meeting):
    """All sessions with their `parts`; what is internal takes its time, too."""
    items = with_presenters(AgendaItem.objects.order_by("order"))
    sessions = Session.objects.filter(meeting=meeting).order_by("order")
    sessions = list(sessions.prefetch_related(Prefetch("items", items)))
    for session in sessions:
        session.parts = list(session.items.all())
    run_on(sessions)
    return sessions


def _zone(meeting):
    """A sentence that says whose time it is, with the offset on the first day."""
    if not meeting.time_zone:
        return ""
    day = meeting.day_of_names
    offset = f"{datetime.combine(day, time(12), ZoneInfo(meeting.time_zone)):%z}"
    told = {"zone": meeting.time_zone, "offset": f"{offset[:3]}:{offset[3:]}"}
    return _("Times are those of %(zone)s (UTC%(offset)s).") % told


def _session(languages, with_personal_data, for_staff, session):
    times = [f"{moment:%H:%M}" for moment in (session.start, session.end) if moment]
    return {
        "time": "–".join(times),
        "titles": _titles(session, languages),
        "room": tagged(session.room),
        "items": [
            {
                "notes": _notes_for_staff(item) if for_staff else _notes(item),
                "titles": _titles(item, languages),
                "presenters": presenter_texts(item, languages, with_personal_data),
            }
            for item in session.parts
            if for_staff or not item.is_internal
        ],
    }


def _notes(item):
    """What stands beside an item: its number as printed, and when it begins."""
    begin = item.begin if item.duration else None
    return [note for note in (item.number, begin and f"{begin:%H:%M}") if note]


def _notes_for_staff(item):
    notes = [item.label]
    if item.begin and item.duration:
        notes.append(f"{item.begin:%H:%M}–{item.finish:%H:%M}")
    if item.duration:
        notes.append(_("%(minutes)s min") % {"minutes": item.duration})
    if item.is_internal:
        notes.append(_("internal"))
    return notes


def _titles(part, languages):
    """The title in each language; where one is lacking, what kind of part it is."""
    if any(getattr(part, f"title_{language}") for language in languages):
        return in_each_language(
            languages,
            lambda: (
                getattr(part, f"title_{active_language()}") or part.get_kind_display()
            ),
        )
    return in_each_language(languages, lambda: str(part))
