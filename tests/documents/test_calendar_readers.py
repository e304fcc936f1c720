"""Who reads what of an agenda: everybody, a delegation, somebody who presents."""

import datetime as dt

import pytest
from icalendar import Calendar

from tests.documents.calendars import (
    DAY,
    add_version,
    event,
    events,
    published_session,
    written,
)
from tests.documents.cast import make_participant
from tests.factories import (
    make_item,
    make_person,
    make_presenter,
    make_session,
)

pytestmark = pytest.mark.django_db


def test_internal_items_are_in_no_calendar(meeting):
    session = make_session(meeting, date=DAY, start=dt.time(9))
    secret = make_item(session, title_en="Lights off", is_internal=True, duration=10)
    make_presenter(secret, as_printed="The janitor")
    make_item(session, title_en="Budget", duration=20)
    add_version(meeting)

    assert event(meeting)["DESCRIPTION"] == "09:10–09:30 Budget"
    assert b"janitor" not in written(meeting)


def test_passport_names_and_contacts_are_in_no_calendar(meeting):
    attendee = make_participant(
        meeting,
        person={"family_name": "PASSPORT", "given_name": "NAME", "email": "k@x.org"},
    )
    make_presenter(
        make_item(make_session(meeting, date=DAY), title_en="Budget"), attendee=attendee
    )
    add_version(meeting)

    text = written(meeting) + written(meeting, subject=attendee.person)

    assert event(meeting)["DESCRIPTION"] == "Budget (김민수, Gangwon State)"
    assert b"PASSPORT" not in text
    assert b"k@x.org" not in text


def test_titles_and_names_are_in_the_readers_language(meeting):
    session = make_session(meeting, date=DAY, title_en="Opening", title_zh="开幕式")
    make_presenter(make_item(session), attendee=make_participant(meeting))
    add_version(meeting)

    assert event(meeting, language="zh")["SUMMARY"] == "开幕式"
    assert "강원특별자치도" in event(meeting, language="ko")["DESCRIPTION"]


def test_a_delegation_has_the_whole_programme_with_its_own_items_first(meeting):
    attendee = make_participant(meeting)
    session = make_session(meeting, title_en="Plenary", date=DAY, start=dt.time(9))
    make_item(session, title_en="Welcome", duration=10)
    item = make_item(session, title_en="Budget", duration=20)
    make_presenter(item, attendee=attendee)
    make_session(meeting, title_en="Dinner", date=DAY, start=dt.time(18))
    add_version(meeting)

    plenary, dinner = events(meeting, subject=attendee.delegation)

    assert (plenary["SUMMARY"], dinner["SUMMARY"]) == ("Plenary", "Dinner")
    assert plenary["UID"] == f"session-{session.pk}@secretariat.example.org"
    assert plenary["DESCRIPTION"] == (
        "Your part:\n09:10–09:30 Budget (김민수, Gangwon State)\n\n"
        "Programme:\n09:00–09:10 Welcome\n"
        "09:10–09:30 Budget (김민수, Gangwon State)"
    )
    assert "DESCRIPTION" not in dinner


def test_what_a_government_presents_is_its_delegations_own(meeting):
    delegation = make_participant(meeting).delegation
    item = make_item(make_session(meeting, date=DAY), title_en="Budget")
    make_presenter(item, government=delegation.government)
    add_version(meeting)

    assert "Your part:" in event(meeting, subject=delegation)["DESCRIPTION"]


def test_a_calendar_says_whose_it_is(meeting):
    attendee = make_participant(meeting)
    published_session(meeting)
    names = [
        Calendar.from_ical(written(meeting, subject=subject))["X-WR-CALNAME"]
        for subject in (None, attendee.delegation, attendee.person)
    ]

    assert names == [
        "28th Exchange Conference",
        "28th Exchange Conference · Gangwon State",
        "28th Exchange Conference · 김민수",
    ]


def test_a_person_has_the_sessions_with_a_part_of_theirs_and_its_own_time(meeting):
    attendee = make_participant(meeting)
    session = make_session(meeting, title_en="Plenary", date=DAY, start=dt.time(9))
    make_item(session, title_en="Welcome", duration=10)
    own = make_item(session, title_en="Budget", duration=20)
    make_presenter(own, attendee=attendee)
    make_item(session, title_en="Break", duration=30)
    last = make_item(session, title_en="Closing", duration=5)
    make_presenter(last, person=attendee.person, part="chair")
    make_session(meeting, title_en="Dinner", date=DAY, start=dt.time(18))
    add_version(meeting)

    found = event(meeting, subject=attendee.person)

    assert found["UID"] == (
        f"session-{session.pk}-person-{attendee.person.pk}@secretariat.example.org"
    )
    assert found["SUMMARY"] == "Budget · Closing · Plenary"
    assert found.decoded("DTSTART").isoformat() == "2026-10-21T09:10:00+09:00"
    assert found.decoded("DTEND").isoformat() == "2026-10-21T10:05:00+09:00"
    assert found["DESCRIPTION"].startswith("Your part:\n09:10–09:30 Budget (")


def test_a_part_after_midnight_is_on_the_next_day(meeting):
    session = make_session(meeting, date=DAY, start=dt.time(23))
    make_item(session, duration=90)
    person = make_person()
    make_presenter(make_item(session, duration=15), person=person)
    add_version(meeting)

    found = event(meeting, subject=person)

    assert found.decoded("DTSTART").isoformat() == "2026-10-22T00:30:00+09:00"
    assert found.decoded("DTEND").isoformat() == "2026-10-22T00:45:00+09:00"


def test_a_part_of_a_session_with_seconds_is_on_its_day(meeting):
    person = make_person()
    session = make_session(meeting, date=DAY, start=dt.time(9, 0, 30))
    make_presenter(make_item(session, duration=20), person=person)
    add_version(meeting)

    found = event(meeting, subject=person)

    assert found.decoded("DTSTART").isoformat() == "2026-10-21T09:00:00+09:00"


def test_who_presents_only_what_is_internal_has_nothing_in_the_calendar(meeting):
    person = make_person()
    item = make_item(make_session(meeting, date=DAY), is_internal=True)
    make_presenter(item, person=person)
    add_version(meeting)

    assert events(meeting, subject=person) == []
