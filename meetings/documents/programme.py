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
from meetings.models.agendas import schedule_all
from meetings.models.names import active_language


def programme(meeting, languages=("en",), with_personal_data=False, for_staff=False):
    """The programme as a PDF, without what is internal unless it is `for_staff`."""
    # Sessions stand in the order of the agenda, so that those of a day stand together.
    days = groupby(_sessions(meeting), key=lambda session: session.date)
    data = {
        "heading": heading(meeting, languages),
        "name": in_each_language(languages, lambda: _name(for_staff)),
        "venue": tagged(meeting.venue),
        "zone": in_each_language(languages, lambda: _zone(meeting)),
        "empty": in_each_language(languages, lambda: _("There is no programme yet.")),
        "days": [
            {
                # `date` is bound at once: a lambda would see the last of the loop.
                "date": in_each_language(
                    languages, lambda date=date: edtf.in_words(date)
                ),
                "sessions": [
                    _session(session, languages, with_personal_data, for_staff)
                    for session in sessions
                ],
            }
            for date, sessions in days
        ],
    }
    return typeset("programme", data)


run_of_show = partial(programme, for_staff=True)


def _name(for_staff):
    return _("Run of show") if for_staff else _("Programme")


def _sessions(meeting):
    """Return all sessions with their times; what is internal takes its time, too."""
    items = with_presenters(AgendaItem.objects.order_by("order"))
    sessions = Session.objects.filter(meeting=meeting).order_by("order")
    return schedule_all(sessions.prefetch_related(Prefetch("items", items)))


def _zone(meeting):
    """Return a sentence on the time zone, with its offset on the first day."""
    if not meeting.time_zone:
        return ""
    # At noon, since no zone changes its offset then.
    day = meeting.day_of_names
    offset = f"{datetime.combine(day, time(12), ZoneInfo(meeting.time_zone)):%z}"
    params = {"zone": meeting.time_zone, "offset": f"{offset[:3]}:{offset[3:]}"}
    return _("Times are those of %(zone)s (UTC%(offset)s).") % params


def _session(session, languages, with_personal_data, for_staff):
    times = [f"{moment:%H:%M}" for moment in (session.start, session.end) if moment]
    return {
        "time": "–".join(times),
        "titles": _titles(session, languages),
        "rooms": _rooms(session, languages),
        "items": [
            {
                "notes": _notes_for_staff(item) if for_staff else _notes(item),
                "titles": _titles(item, languages),
                "presenters": presenter_texts(item, languages, with_personal_data),
            }
            for item in session.item_list
            if for_staff or not item.is_internal
        ],
    }


def _rooms(session, languages):
    """Return the room in each language; in none of them, as it is known, once."""
    rooms = [getattr(session, f"room_{language}") for language in languages]
    if not any(rooms):
        rooms[0] = session.room
    return list(map(tagged, rooms, languages))


def _notes(item):
    """Return what stands beside an item: its number as printed, and when it begins.

    An item of no length has no time: it would seem to begin with the one after it.
    """
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
    """Return the title in each language; if one is lacking, the kind of the part.

    Where no column has a title, all have the one that there is in any language.
    """
    if any(getattr(part, f"title_{language}") for language in languages):
        return in_each_language(
            languages,
            lambda: (
                getattr(part, f"title_{active_language()}") or part.get_kind_display()
            ),
        )
    return in_each_language(languages, lambda: str(part))
