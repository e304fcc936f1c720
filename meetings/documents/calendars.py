"""A published agenda as iCalendar (RFC 5545), to download or to subscribe to."""

import datetime as dt
import re
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone, vDuration
from icalendar.enums import STATUS

from meetings.models import Person
from meetings.models.agendas import clock_span
from meetings.models.presenters import PresenterPart

PRODUCT = "-//Secretariat//Agenda//EN"
# How long calendars wait before they ask again.
FRESH_FOR = dt.timedelta(hours=1)
# RFC 5545 (3.1) allows no control characters in a line, however they came into a title.
CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]+")
DAY = dt.timedelta(days=1)


def calendar(meeting, entries, site, subject=None):
    """Return the CalendarEntries of a meeting in the reader's language, as bytes.

    `site` is the address of the site, `subject` the delegation or the person whose
    calendar it is.
    """
    entries = sorted(entries, key=chronological_place)
    calendar = Calendar.new(
        prodid=PRODUCT,
        calscale="GREGORIAN",
        uid=uid([meeting.slug, *key_of(subject)], site),
        name=without_controls(calendar_name(meeting, subject)),
        refresh_interval=FRESH_FOR,
    )
    # Names of before the standard had any, which some programs still read instead.
    calendar.add("x-published-ttl", vDuration(FRESH_FOR))
    if meeting.time_zone:
        calendar.add("x-wr-timezone", meeting.time_zone)
        calendar.add_component(time_zone(meeting, entries))
    for entry in entries:
        calendar.add_component(event(meeting, entry, site, subject))
    return calendar.to_ical()


def event(meeting, entry, site, subject):
    is_of_person = isinstance(subject, Person)
    start, end = own_span(meeting, entry) if is_of_person else span(meeting, entry)
    changed_at = entry.changed_at.astimezone(dt.UTC)
    key = ["session", entry.session.pk, *(key_of(subject) if is_of_person else [])]
    return Event.new(
        uid=uid(key, site),
        sequence=entry.sequence,
        stamp=changed_at,
        last_modified=changed_at,
        status=STATUS.CANCELLED if entry.is_cancelled else STATUS.CONFIRMED,
        start=start,
        end=end,
        summary=without_controls(summary(entry, is_of_person)),
        location=without_controls(entry.session.room or meeting.venue) or None,
        description=without_controls(description(entry)) or None,
        url=site + reverse("agenda", args=[meeting.slug]),
    )


def uid(parts, site):
    """Return what a calendar knows something by for good: session-12@example.org."""
    return "-".join(map(str, parts)) + f"@{urlsplit(site).hostname}"


def key_of(subject):
    """Return what tells calendars of one meeting apart, without a name."""
    return [subject._meta.model_name, subject.pk] if subject else []


def calendar_name(meeting, subject):
    return " · ".join(filter(None, [meeting.title, name_of(subject)]))


def name_of(subject):
    """Return the name that everybody may read of a delegation or a person, or ""."""
    if isinstance(subject, Person):
        return subject.display_name
    return subject.name_at_meeting if subject else ""


def chronological_place(entry):
    return entry.days, entry.session.begin or dt.time.min, entry.session.pk


def time_zone(meeting, entries):
    """Return the rules of the meeting's time zone in the years of its sessions."""
    days = [day for entry in entries for day in entry.days]
    days = days or [meeting.earliest or dt.date(1970, 1, 1)]
    # Into the next year, for what goes on after midnight; but there is none after 9999.
    years = [min(day.year, dt.MAXYEAR - 1) for day in days]
    first, last = dt.date(min(years), 1, 1), dt.date(max(years) + 1, 1, 1)
    zone = Timezone.from_tzid(meeting.time_zone, first_date=first, last_date=last)
    zone.pop("COMMENT", None)  # which the standard has no place for here
    return zone


def span(meeting, entry):
    """Return when a session begins and ends: moments, or days if no time is known."""
    return moments(meeting, entry, entry.session.begin, entry.session.finish)


def own_span(meeting, entry):
    """Return from when to when the reader's own items are, else the whole session."""
    timed = [item for item in entry.own if item.begin]
    if not timed:
        return span(meeting, entry)
    return moments(meeting, entry, timed[0].begin, timed[-1].finish)


def moments(meeting, entry, begin, finish):
    first, last = entry.days
    # Of several days nobody says when each begins and ends: they are whole days, up to
    # the day after (RFC 5545, 3.6.1: the end is not included).
    if begin is None or first != last:
        return first, last + DAY
    start, end = (at(meeting, entry, time) for time in (begin, finish))
    # RFC 5545 (3.8.2.2) wants an end later than the start, or none.
    return start, end if end > start else None


def at(meeting, entry, time):
    """Return a time of a session as a moment in the meeting's zone, if it has one."""
    day = entry.days[0]
    if time < entry.session.begin:  # it goes on after midnight
        day += DAY
    moment = dt.datetime.combine(day, time)
    return moment.replace(tzinfo=zone_of(meeting))


def zone_of(meeting):
    return ZoneInfo(meeting.time_zone) if meeting.time_zone else None


def summary(entry, is_of_person):
    parts = [str(item) for item in entry.own] if is_of_person else []
    return " · ".join([*parts, str(entry.session)])


def description(entry):
    """Return the items with their times and presenters, the reader's own first."""
    programme = [item_line(item) for item in entry.session.item_list]
    if not entry.own:
        return "\n".join(programme)
    own = [_("Your part:"), *map(item_line, entry.own)]
    return "\n".join([*own, "", _("Programme:"), *programme])


def item_line(item):
    """Return one item: 10:20–10:40 3 Budget (Kim; Sato)."""
    names = "; ".join(map(name_and_part, item.presenter_list))
    parts = [
        clock_span(item.begin, item.finish),
        item.number,
        str(item),
        names and f"({names})",
    ]
    return " ".join(filter(None, parts))


def name_and_part(presenter):
    if presenter.part == PresenterPart.PRESENTER:
        return presenter.published_name
    return f"{presenter.published_name}, {presenter.get_part_display()}"


def without_controls(text):
    return CONTROLS.sub(" ", text).strip()
