"""Rooms used twice, days outside the meeting and items beyond their session."""

import pytest

from meetings.models import AgendaItem, Session
from tests.agenda.clashes.small import (
    DAYS,
    found,
    kinds,
    make_conference,
    make_part,
)
from tests.factories import make_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return make_conference()


def test_a_room_used_twice_is_told_with_both_sessions_and_goes(meeting):
    one = make_part(meeting, room_en="大會議室 A").session
    other = make_part(meeting, "09:20", room_en="大会议室Ａ").session

    [clash] = found(meeting)
    assert clash.kind == "room"
    assert clash.sentence == (
        "Sessions 1 (09:00–09:30) and 2 (09:20–09:50) are in the same room at the"
        " same time, “大會議室 A”."
    )
    assert clash.rows == (one, other)

    Session.objects.filter(pk=other.pk).update(room_en="B")
    assert found(meeting) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"room_en": "Hall A", "room_ko": "대강당"}, {"room_ko": "대강당"}),
        ({"room_en": "大会议室"}, {"room_zh": "大會議室"}),
        ({"room_en": "TBA", "room_ja": "松の間"}, {"room_ja": "松の間"}),
        ({"room_en": "Hall A", "room_ko": "대강당"},) * 2,
    ],
    ids=str,
)
def test_a_room_is_the_same_in_whatever_language_and_is_told_once(
    meeting, first, second
):
    for rooms in (first, second):
        make_part(meeting, **rooms)

    assert kinds(meeting) == ["room"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {"start": "09:30"}),
        ({}, {"date": DAYS[1]}),
        ({}, {"room_en": "B"}),
        ({}, {"start": None}),
        ({}, {"date": ""}),
        ({}, {"duration": None}),
        ({"room_en": ""}, {"room_en": " "}),
        ({"room_en": "미정"}, {"room_en": "미정"}),
        ({"room_en": "T.B.C."}, {"room_en": "tbc"}),
        ({"end": "09:20"}, {"start": "09:20"}),
    ],
    ids=str,
)
def test_rooms_that_are_not_used_twice(meeting, first, second):
    for fields in (first, second):
        make_part(meeting, **{"room_en": "A"} | fields)

    assert "room" not in kinds(meeting)


def test_a_session_lasts_to_its_end_whatever_its_items_take(meeting):
    make_part(meeting, room_en="A", end="11:00")
    make_part(meeting, "10:00", room_en="A", end="11:00", duration=None)

    assert kinds(meeting) == ["room"]


def test_a_session_on_another_day_is_told_and_goes(meeting):
    session = make_part(meeting, date="2026-10-25").session

    [clash] = found(meeting)
    assert clash.kind == "days"
    assert clash.sentence == (
        "Session 1 (09:00–09:30) is on 25 October 2026, outside the meeting's days,"
        " 21–24 October 2026."
    )
    assert clash.rows == (session,)

    Session.objects.filter(pk=session.pk).update(date="2026-10-24")
    assert found(meeting) == []


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2026-10-20", ["days"]),
        ("2026-10-20/2026-10-21", ["days"]),
        ("2026-10-24/2026-10-25", ["days"]),
        ("2026-10-25/..", ["days"]),
        ("2026-10-20/..", ["days"]),
        ("../2026-10-20", ["days"]),
        ("../2026-10-25", ["days"]),
        ("2026-10-24/..", []),
        ("../2026-10-21", []),
        ("2026-10-21/2026-10-24", []),
        ("2026-11", []),
        ("2025", []),
        ("", []),
    ],
)
def test_only_exact_days_are_outside(meeting, date, expected):
    make_part(meeting, date=date)

    assert kinds(meeting) == expected


@pytest.mark.parametrize("date", ["", "2026", "2026-10-21/..", "../2026-10-30"])
def test_a_meeting_known_less_exactly_has_that_day(date):
    meeting = make_conference(date=date)
    make_part(meeting, date="2026-10-25")

    assert found(meeting) == []


def test_an_item_after_the_last_midnight_is_told_and_goes(meeting):
    item = make_part(meeting, "23:00", 90, DAYS[-1])
    late = make_item(item.session, duration=10)

    [clash] = found(meeting)
    assert clash.kind == "days"
    assert clash.sentence == (
        "Item 1.2 (00:30–00:40) begins after the last of the meeting's days,"
        " 21–24 October 2026."
    )
    assert clash.rows == (late,)

    AgendaItem.objects.filter(pk=item.pk).update(duration=60)
    assert kinds(meeting) == ["days"]
    AgendaItem.objects.filter(pk=item.pk).update(duration=59)
    assert found(meeting) == []


def test_a_midnight_during_the_meeting_is_no_clash(meeting):
    make_item(make_part(meeting, "23:00", 90).session, duration=10)

    assert found(meeting) == []


def test_items_beyond_their_session_are_told_and_go(meeting):
    item = make_part(meeting, end="10:00")
    fits, late = (make_item(item.session, duration=n) for n in (30, 15))

    [clash] = found(meeting)
    assert clash.kind == "overrun"
    assert clash.sentence == (
        "The items of session 1 (09:00–10:00) take 15 minutes too long."
    )
    assert clash.rows == (item.session, late)

    AgendaItem.objects.filter(pk=fits.pk).update(duration=16)
    assert found(meeting)[0].sentence == (
        "The items of session 1 (09:00–10:00) take 1 minute too long."
    )
    AgendaItem.objects.filter(pk=fits.pk).update(duration=15)
    assert found(meeting) == []
