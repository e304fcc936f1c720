"""Calendars follow an agenda from version to version."""

import datetime as dt

import pytest
from icalendar import Calendar

from tests.documents.calendars import (
    DAY,
    PUBLISHED,
    add_version,
    event,
    events,
    published_session,
    save,
    written,
)
from tests.factories import (
    make_item,
    make_person,
    make_presenter,
    make_session,
)

pytestmark = pytest.mark.django_db


def test_what_is_not_published_is_in_no_calendar(meeting):
    session = published_session(meeting, title_en="Plenary")
    save(session, title_en="Changed")
    make_session(meeting, title_en="Added", date=DAY)

    assert [each["SUMMARY"] for each in events(meeting)] == ["Plenary"]


def test_a_session_that_moves_keeps_its_uid_and_raises_its_sequence(meeting):
    session = published_session(meeting, start=dt.time(9))
    other = published_session(meeting, start=dt.time(14))
    first = {each["UID"]: each["SEQUENCE"] for each in events(meeting)}
    save(session, start=dt.time(10))
    add_version(meeting)
    save(session, room_en="Hall B")
    make_session(meeting, order=0, date="2026-10-20")
    add_version(meeting)

    found = {each["UID"]: each for each in events(meeting)}
    moved, still = (
        found[f"session-{row.pk}@secretariat.example.org"] for row in (session, other)
    )

    assert set(first.values()) == {0}
    assert len(found) == 3
    assert (moved["SEQUENCE"], still["SEQUENCE"]) == (2, 0)
    assert moved.decoded("LAST-MODIFIED") == PUBLISHED + dt.timedelta(days=3)
    assert still.decoded("LAST-MODIFIED") == PUBLISHED + dt.timedelta(days=1)


def test_what_nobody_sees_raises_no_sequence(meeting):
    item = make_item(published_session(meeting))
    add_version(meeting)
    save(item, origins={"title_en": "translation"})
    save(item.session, origins={"title_en": "translation"})
    version = add_version(meeting)
    for of_session in version.snapshot:  # as of a release that had one room
        del of_session["room_ko"]
    version.save()
    add_version(meeting)

    assert event(meeting)["SEQUENCE"] == 1


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_sequence_is_the_same_in_all_languages(meeting, language):
    session = published_session(meeting)
    save(session, title_ko="개회")
    add_version(meeting)

    assert event(meeting, language=language)["SEQUENCE"] == 1


def test_another_presenter_raises_the_sequence(meeting):
    item = make_item(published_session(meeting))
    add_version(meeting)
    make_presenter(item, as_printed="The Mayor")
    add_version(meeting)

    assert event(meeting)["SEQUENCE"] == 2


def test_a_session_that_is_gone_is_cancelled(meeting):
    session = published_session(meeting, title_en="Reception", start=dt.time(18))
    published_session(meeting, title_en="Plenary")
    uid = f"session-{session.pk}@secretariat.example.org"
    session.delete()
    add_version(meeting)

    gone, stays = (
        next(each for each in events(meeting) if each["SUMMARY"] == title)
        for title in ("Reception", "Plenary")
    )

    assert (gone["UID"], gone["STATUS"], gone["SEQUENCE"]) == (uid, "CANCELLED", 1)
    assert gone.decoded("DTSTART").isoformat() == "2026-10-21T18:00:00+09:00"
    assert gone.decoded("LAST-MODIFIED") == PUBLISHED + dt.timedelta(days=2)
    assert stays["STATUS"] == "CONFIRMED"


def test_a_session_that_comes_back_is_confirmed_again(meeting):
    session = published_session(meeting)
    save(session, date="2026-10")
    add_version(meeting)
    was = event(meeting)
    save(session, date="2026-10-22")
    add_version(meeting)

    found = event(meeting)

    assert (was["STATUS"], was["SEQUENCE"]) == ("CANCELLED", 1)
    assert (found["STATUS"], found["SEQUENCE"]) == ("CONFIRMED", 2)
    assert found.decoded("DTSTART") == dt.date(2026, 10, 22)


@pytest.mark.parametrize("status", ["cancelled", "not_held"])
def test_all_sessions_of_a_meeting_that_is_called_off_are_cancelled(meeting, status):
    published_session(meeting)
    save(meeting, status=status)
    off = event(meeting)
    save(meeting, theme_en="Another theme")
    still_off = event(meeting)
    save(meeting, status="announced")
    again = event(meeting)

    assert (off["STATUS"], off["SEQUENCE"]) == ("CANCELLED", 1)
    assert off.decoded("LAST-MODIFIED") > PUBLISHED
    assert still_off["SEQUENCE"] == 1
    assert (again["STATUS"], again["SEQUENCE"]) == ("CONFIRMED", 2)
    assert again["UID"] == off["UID"]


def test_a_session_that_somebody_presents_at_no_longer_is_cancelled_for_them(meeting):
    person = make_person()
    session = make_session(meeting, date=DAY)
    presenter = make_presenter(make_item(session), person=person)
    add_version(meeting)
    presenter.delete()
    add_version(meeting)

    assert event(meeting, subject=person)["STATUS"] == "CANCELLED"
    assert event(meeting)["STATUS"] == "CONFIRMED"


def test_a_calendar_of_nothing_has_its_zone_at_least(meeting):
    assert events(meeting) == []
    assert len(Calendar.from_ical(written(meeting)).walk("VTIMEZONE")) == 1


def test_a_calendar_is_the_same_whenever_it_is_written(meeting):
    published_session(meeting, start=dt.time(9))

    assert written(meeting) == written(meeting)
