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
from meetings.models.presenters import PresenterPart

PRODUCT = "-//Secretariat//Agenda//EN"
# How long subscribers wait before they ask again.
FRESH_FOR = dt.timedelta(hours=1)
# No content line may hold them, however they came into a title.
CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]+")
DAY = dt.timedelta(days=1)


def calendar(meeting, entries, site, subject=None):
    """The sessions of a meeting in the reader's language, as bytes.

    An entry has a session that is arranged, the items that are its reader's `own`, its
    `days`, `sequence`, `changed_at` and `is_cancelled`. `site` is the address of the
    site, `subject` the delegation or the person whose calendar it is.
    """
    entries = sorted(entries, key=place_in_time)
    calendar = Calendar.new(
        prodid=PRODUCT,
        calscale="GREGORIAN",
        uid=uid([meeting.slug, *key_of(subject)], site),
        name=plain(" · ".join(filter(None, [meeting.title, name_of(subject)]))),
        refresh_interval=FRESH_FOR,
    )
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
        summary=plain(summary(entry, is_of_person)),
        location=plain(entry.session.room or meeting.venue) or None,
        description=plain(description(entry)) or None,
        url=site + reverse("agenda", args=[meeting.slug]),
    )


def uid(parts, site):
    """What a calendar knows something by for good: session-12@example.org."""
    return "-".join(map(str, parts)) + f"@{urlsplit(site).hostname}"


def key_of(subject):
    """What tells calendars of one meeting apart, without a name."""
    return [subject._meta.model_name, subject.pk] if subject else []


def name_of(subject):
    """What everybody may read of a delegation or a person, or ""."""
    if isinstance(subject, Person):
        return subject.display_name
    return subject.name_at_meeting if subject else ""


def place_in_time(entry):
    return entry.days, entry.session.begin or dt.time.min, entry.session.pk


def time_zone(meeting, entries):
    """The rules of the meeting's time zone in the years of its sessions."""
    days = [day for entry in entries for day in entry.days]
    days = days or [meeting.earliest or dt.date(1970, 1, 1)]
    years = [min(day.year, dt.MAXYEAR - 1) for day in days]
    first, last = dt.date(min(years), 1, 1), dt.date(max(years) + 1, 1, 1)
    zone = Timezone.from_tzid(meeting.time_zone, first_date=first, last_date=last)
    zone.pop("COMMENT", None)  # which the standard has no place for here
    return zone


def span(meeting, entry):
    """When a session begins and ends: moments, or days if no time is known."""
    return moments(meeting, entry, entry.session.begin, entry.session.finish)


def own_span(meeting, entry):
    """From the first to the last of the reader's own items, else as the session."""
    timed = [item for item in entry.own if item.begin]
    if not timed:
        return span(meeting, entry)
    return moments(meeting, entry, timed[0].begin, timed[-1].finish)


def moments(meeting, entry, begin, finish):
    first, last = entry.days
    if begin is None or first != last:
        return first, last + DAY
    start, end = (at(meeting, entry, time) for time in (begin, finish))
    return start, end if end > start else None


def at(meeting, entry, time):
    """A time of a session as a moment in the meeting's zone, if it has one."""
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
    """The items with their times and presenters, the reader's own first."""
    programme = [line(item) for item in entry.session.parts]
    if not entry.own:
        return "\n".join(programme)
    own = [_("Your part:"), *map(line, entry.own)]
    return "\n".join([*own, "", _("Programme:"), *programme])


def line(item):
    """One item: 10:20–10:40 3 Budget (Kim; Sato)."""
    times = dict.fromkeys(f"{t:%H:%M}" for t in (item.begin, item.finish) if t)
    names = "; ".join(map(presenter_name, item.people))
    parts = ["–".join(times), item.number, str(item), names and f"({names})"]
    return " ".join(filter(None, parts))


def presenter_name(presenter):
    if presenter.part == PresenterPart.PRESENTER:
        return presenter.name
    return f"{presenter.name}, {presenter.get_part_display()}"


def plain(text):
    return CONTROLS.sub(" ", text).strip()
