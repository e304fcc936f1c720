"""Calendars of agendas that are published in tests, as two parsers read them."""

import datetime as dt

import vobject
from icalendar import Calendar

from meetings.agenda.subscriptions import audience_of, entries
from meetings.documents.calendars import calendar
from meetings.models import Meeting
from meetings.models.names import override_language
from tests.documents.cast import make_conference
from tests.factories import make_agenda_version, make_country, make_session

SITE = "https://secretariat.example.org"
DAY = "2026-10-21"
PUBLISHED = dt.datetime(2026, 3, 1, 9, tzinfo=dt.UTC)


def make_meeting_in_korea():
    return make_conference(country=make_country(), venue_en="Convention Hall")


def add_version(meeting):
    """Publish the agenda as it is, a day after the version before."""
    meeting = Meeting.objects.get(pk=meeting.pk)
    days = meeting.agenda_versions.count()
    return make_agenda_version(meeting, made_at=PUBLISHED + dt.timedelta(days=days))


def written(meeting, language="en", subject=None):
    """The calendar of all versions so far, as bytes."""
    versions = meeting.agenda_versions.order_by("number")
    with override_language(language):
        shown = entries(meeting, versions, audience_of(subject))
        return calendar(meeting, shown, SITE, subject)


def events(meeting, **options):
    return Calendar.from_ical(written(meeting, **options)).walk("VEVENT")


def event(meeting, **options):
    (only,) = events(meeting, **options)
    return only


def as_other_parser_reads(meeting, **options):
    return vobject.readOne(written(meeting, **options).decode())


def published_session(meeting, **fields):
    session = make_session(meeting, **{"date": DAY} | fields)
    add_version(meeting)
    return session


def save(row, **fields):
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()
