"""A published agenda as iCalendar, read by two parsers that know nothing of ours."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from tests.documents.calendars import (
    DAY,
    PUBLISHED,
    SITE,
    add_version,
    as_other_parser_reads,
    event,
    events,
    published_session,
    written,
)
from tests.documents.cast import make_conference
from tests.factories import (
    make_country,
    make_item,
    make_person,
    make_presenter,
    make_session,
)

pytestmark = pytest.mark.django_db


def test_a_session_is_an_event_with_all_its_fields(meeting):
    session = make_session(
        meeting,
        title_en="Plenary",
        date=DAY,
        start=dt.time(9),
        end=dt.time(12),
        room_en="Hall A",
    )
    item = make_item(session, title_en="Budget", duration=20, number="3")
    make_presenter(item, person=make_person(native_name="김민수"))
    make_presenter(item, as_printed="The Mayor", part="chair")
    make_item(session, title_en="Any other business")
    add_version(meeting)

    found = event(meeting)

    zone = ZoneInfo("Asia/Seoul")
    fields = {name: found.decoded(name) for name in found}
    assert fields == {
        "UID": f"session-{session.pk}@secretariat.example.org",
        "SEQUENCE": 0,
        "DTSTAMP": PUBLISHED,
        "LAST-MODIFIED": PUBLISHED,
        "STATUS": "CONFIRMED",
        "DTSTART": dt.datetime(2026, 10, 21, 9, tzinfo=zone),
        "DTEND": dt.datetime(2026, 10, 21, 12, tzinfo=zone),
        "SUMMARY": "Plenary",
        "LOCATION": "Hall A",
        "DESCRIPTION": (
            "09:00–09:20 3 Budget (김민수; The Mayor, Chair)\n09:20 Any other business"
        ),
        "URL": f"{SITE}/meetings/{meeting.slug}/agenda/",
    }
    assert found["DTSTART"].params["TZID"] == "Asia/Seoul"


def test_the_room_is_in_the_language_of_the_calendar(meeting):
    published_session(meeting, room_en="Hall A", room_ko="대강당")

    assert [event(meeting, language=each)["LOCATION"] for each in ("ko", "ja")] == [
        "대강당",
        "Hall A",
    ]


def test_the_other_parser_reads_the_same(meeting):
    session = make_session(
        meeting, title_en="Plenary", date=DAY, start=dt.time(9), end=dt.time(12)
    )
    make_item(session, title_en="Budget", duration=20)
    add_version(meeting)

    found = as_other_parser_reads(meeting)

    start, end = found.vevent.dtstart.value, found.vevent.dtend.value
    assert found.x_wr_calname.value == "28th Exchange Conference"
    assert found.vevent.uid.value == f"session-{session.pk}@secretariat.example.org"
    assert found.vevent.summary.value == "Plenary"
    assert found.vevent.location.value == "Convention Hall"
    assert found.vevent.description.value == "09:00–09:20 Budget"
    assert start.isoformat() == "2026-10-21T09:00:00+09:00"
    assert end.isoformat() == "2026-10-21T12:00:00+09:00"
    assert found.vevent.last_modified.value == found.vevent.dtstamp.value == PUBLISHED


def test_a_calendar_tells_its_name_zone_and_when_to_ask_again(meeting):
    published_session(meeting)

    found = Calendar.from_ical(written(meeting, language="ko"))

    assert (found["VERSION"], found["CALSCALE"]) == ("2.0", "GREGORIAN")
    assert found["X-WR-CALNAME"] == "제28회 교류회의"
    assert found["X-WR-TIMEZONE"] == "Asia/Seoul"
    assert found["UID"] == f"{meeting.slug}@secretariat.example.org"
    assert found.decoded("REFRESH-INTERVAL") == dt.timedelta(hours=1)
    assert b"X-PUBLISHED-TTL:PT1H" in written(meeting)


@pytest.mark.parametrize(
    ("zone", "date", "offset"),
    [
        ("Asia/Seoul", "2026-10-21", "+09:00"),
        ("Asia/Tokyo", "2026-01-21", "+09:00"),
        ("Asia/Shanghai", "1999-07-21", "+08:00"),
        ("Asia/Seoul", "1999-07-21", "+09:00"),
        ("Europe/Berlin", "2026-07-21", "+02:00"),
        ("Europe/Berlin", "2026-01-21", "+01:00"),
        ("Australia/Sydney", "2026-01-21", "+11:00"),
    ],
)
def test_times_are_those_of_the_zone_whose_rules_are_told(zone, date, offset):
    meeting = make_conference(time_zone=zone)
    published_session(meeting, date=date, start=dt.time(9), end=dt.time(10))

    read = Calendar.from_ical(written(meeting))
    (rules,) = read.walk("VTIMEZONE")
    start = as_other_parser_reads(meeting).vevent.dtstart.value
    moment = dt.datetime.fromisoformat(f"{date}T09:00").replace(tzinfo=rules.to_tz())

    assert start.isoformat() == moment.isoformat() == f"{date}T09:00:00{offset}"
    assert rules["TZID"] == zone
    assert "COMMENT" not in rules


def test_a_zone_that_never_changes_has_one_rule(meeting):
    published_session(meeting, start=dt.time(9))

    (rules,) = Calendar.from_ical(written(meeting)).walk("VTIMEZONE")

    assert [part.name for part in rules.subcomponents] == ["STANDARD"]


def test_a_meeting_without_a_zone_has_times_that_float():
    meeting = make_conference(country=None)
    published_session(meeting, start=dt.time(9), end=dt.time(10))

    assert event(meeting).decoded("DTSTART") == dt.datetime(2026, 10, 21, 9)  # noqa: DTZ001
    assert b"VTIMEZONE" not in written(meeting)


@pytest.mark.parametrize(
    ("fields", "start", "end"),
    [
        ({}, dt.date(2026, 10, 21), dt.date(2026, 10, 22)),
        ({"end": dt.time(9)}, dt.date(2026, 10, 21), dt.date(2026, 10, 22)),
        (
            {"date": "2026-10-21/2026-10-23", "start": dt.time(9)},
            dt.date(2026, 10, 21),
            dt.date(2026, 10, 24),
        ),
    ],
)
def test_a_session_of_which_no_time_is_known_is_all_day(meeting, fields, start, end):
    published_session(meeting, **fields)

    found = event(meeting)

    assert (found.decoded("DTSTART"), found.decoded("DTEND")) == (start, end)
    assert as_other_parser_reads(meeting).vevent.dtstart.value == start


@pytest.mark.parametrize(
    "date", ["", "2026-10", "2026", "2026-10-21?", "2026-10-21/..", "9999-12-31"]
)
def test_a_session_without_an_exact_date_is_left_out(meeting, date):
    published_session(meeting, date=date, start=dt.time(9))

    assert events(meeting) == []


def test_a_meeting_in_the_last_year_of_all_has_a_calendar():
    meeting = make_conference(country=make_country(), date="9999-12-31")
    add_version(meeting)

    assert events(meeting) == []


def test_a_session_without_an_end_ends_with_its_items(meeting):
    session = make_session(meeting, date=DAY, start=dt.time(23, 30))
    make_item(session, duration=45)
    add_version(meeting)

    assert event(meeting).decoded("DTEND").isoformat() == "2026-10-22T00:15:00+09:00"


def test_a_session_of_which_no_end_is_known_has_none(meeting):
    published_session(meeting, start=dt.time(9))

    assert "DTEND" not in event(meeting)


NAUGHTY = (
    r"Trade, roads; a\b \n “quotes” : colon" + " 지방정부の国際会议 " * 12 + "🎌" * 30
)


def test_commas_semicolons_backslashes_and_lines_come_out_as_they_went_in(meeting):
    title = NAUGHTY[:250].strip()
    session = published_session(
        meeting, title_en=title, room_en=r"Hall A, B; C\D", start=dt.time(9)
    )
    make_item(session, title_en="First, second")
    make_item(session, title_en="Third; fourth")
    add_version(meeting)

    ours, theirs = event(meeting), as_other_parser_reads(meeting).vevent

    assert ours["SUMMARY"] == theirs.summary.value == title
    assert ours["LOCATION"] == theirs.location.value == r"Hall A, B; C\D"
    assert (
        ours["DESCRIPTION"]
        == theirs.description.value
        == "09:00 First, second\n09:00 Third; fourth"
    )


def test_no_line_is_longer_than_75_octets_and_no_letter_is_cut(meeting):
    published_session(meeting, title_en=NAUGHTY[:250])

    lines = written(meeting).split(b"\r\n")

    assert max(map(len, lines)) <= 75
    assert [line.decode() for line in lines][-1] == ""
    assert b"\n" not in b"".join(lines)


def test_control_characters_are_in_no_line(meeting):
    published_session(meeting, title_en="One\rBEGIN:VEVENT\x0btwo\x07", room_en="A\nB")

    assert event(meeting)["SUMMARY"] == "One BEGIN:VEVENT two"
    assert event(meeting)["LOCATION"] == "A\nB"
