"""Meetings: their rules, their keys, and what is asked of them."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import translation

from meetings.models import GovernmentName, Meeting, MeetingHost
from tests.factories import (
    make_attendee,
    make_citation,
    make_country,
    make_delegation,
    make_government,
    make_meeting,
    make_organization,
    make_series,
)

pytestmark = pytest.mark.django_db


def test_a_number_is_used_once_in_a_series():
    series = make_series()
    make_meeting(series, number=17)
    make_meeting(make_series(), number=17)
    second = Meeting(series=series, number=17)

    with pytest.raises(ValidationError, match="already has this number"):
        second.full_clean()
    with pytest.raises(IntegrityError):
        second.save()


def test_the_first_number_is_one():
    meeting = Meeting(series=make_series(), number=0)

    with pytest.raises(ValidationError, match="The first edition has the number 1"):
        meeting.full_clean()
    with pytest.raises(IntegrityError, match="meeting_number_from_one"):
        meeting.save()


def test_a_preparatory_meeting_has_no_number():
    meeting = Meeting(series=make_series(), number=3, kind="preparatory")

    with pytest.raises(ValidationError, match="Only an edition of the series"):
        meeting.full_clean()
    with pytest.raises(IntegrityError, match="meeting_number_for_editions_only"):
        meeting.save()


def test_many_meetings_may_have_no_number():
    series = make_series()
    for _ in range(2):
        make_meeting(series, number=None, kind="preparatory").full_clean()

    assert series.meetings.count() == 2


@pytest.mark.parametrize(
    ("fields", "slug"),
    [
        ({"number": 27}, "tlgec-27"),
        (
            {"number": None, "kind": "preparatory", "date": "2026-02-03"},
            "tlgec-preparatory-2026-02",
        ),
        ({"number": None, "kind": "preparatory", "date": ""}, "tlgec-preparatory"),
    ],
)
def test_the_key_is_made_of_series_and_number_or_date(fields, slug):
    assert make_meeting(make_series("tlgec"), **fields).slug == slug


def test_a_key_that_is_taken_gets_a_number():
    series = make_series("tlgec")
    slugs = [
        make_meeting(series, number=None, kind="preparatory", date="2026").slug
        for _ in range(3)
    ]

    assert slugs == [
        "tlgec-preparatory-2026",
        "tlgec-preparatory-2026-2",
        "tlgec-preparatory-2026-3",
    ]


def test_the_key_stays_when_the_number_changes():
    meeting = make_meeting(make_series("tlgec"), number=27)
    meeting.number = 28
    meeting.save()

    assert meeting.slug == "tlgec-27"


def test_the_time_zone_is_that_of_the_country_unless_given():
    seoul = make_meeting(country=make_country("KR"))
    given = make_meeting(country=make_country("KR"), time_zone="Asia/Tokyo")

    assert (seoul.time_zone, given.time_zone) == ("Asia/Seoul", "Asia/Tokyo")


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("time_zone", "Asia/Nowhere", "There is no time zone “Asia/Nowhere”"),
        ("languages", "ko xx", "“xx” is none of the languages"),
    ],
)
def test_what_does_not_exist_is_refused(field, value, sentence):
    meeting = make_meeting()
    setattr(meeting, field, value)

    with pytest.raises(ValidationError, match=sentence):
        meeting.full_clean()


@pytest.mark.parametrize(
    ("meeting_date", "status", "is_upcoming"),
    [
        ("2026-11-20/2026-11-21", "announced", True),
        ("2026", "planned", True),
        ("2026-11-20", "announced", False),
        ("2027", "cancelled", False),
        ("2027", "postponed", True),
        ("", "planned", False),
    ],
)
def test_upcoming_meetings_are_not_yet_over(meeting_date, status, is_upcoming):
    make_meeting(date=meeting_date, status=status)

    assert Meeting.objects.upcoming(date(2026, 11, 21)).exists() == is_upcoming


def test_the_latest_comes_first_and_what_has_no_date_last():
    old, unknown, new = (make_meeting(date=d) for d in ("1999", "", "2025-10"))

    assert list(Meeting.objects.latest_first()) == [new, old, unknown]


def test_a_year_finds_what_may_have_fallen_into_it():
    turn = make_meeting(date="2014-12-30/2015-01-02")
    make_meeting(date="2013")

    assert list(Meeting.objects.in_year(2015)) == [turn]


def test_the_archive_puts_a_year_without_edition_into_its_place():
    series = make_series()
    first = make_meeting(series, number=1, date="2019")
    unknown = make_meeting(series, number=2, date="")
    third = make_meeting(series, number=3, date="2021")
    gap = make_meeting(series, number=None, date="2020", status="not_held")
    make_meeting(series, number=None, kind="preparatory", date="2018")

    assert series.meetings.archive() == [first, unknown, gap, third]


def test_what_lacks_data_is_named():
    full = make_meeting(place_en="Seoul", theme_en="Theme", status="held")
    gappy = make_meeting(date="", place_en="", country=None, status="unknown")
    make_meeting(number=None, kind="preparatory", date="")

    assert list(Meeting.objects.lacking_data()) == [gappy]
    assert full.gaps == []
    assert [str(gap) for gap in gappy.gaps] == [
        "date",
        "place",
        "country",
        "theme",
        "status",
    ]


def test_attendance_leaves_out_who_declined_or_was_cancelled():
    meeting = make_meeting()
    delegation = make_delegation(meeting)
    make_delegation(meeting, status="declined")
    for status in ("registered", "attended", "cancelled"):
        make_attendee(delegation=delegation, status=status)

    counted = Meeting.objects.with_attendance().get(pk=meeting.pk)

    assert (counted.delegation_count, counted.attendee_count) == (1, 2)


@pytest.mark.parametrize(
    "text", ["tlgec-17", "yiwu", "義烏", "hotel", "catching up", "义乌"]
)
def test_a_meeting_is_found_by_what_it_says_of_itself(text):
    yiwu = make_government("CN-ZJ-yiwu", name_ja="義烏市", name_zh="义乌市")
    found = make_meeting(
        make_series("tlgec"),
        number=17,
        place_en="Yiwu, Zhejiang",
        place_government=yiwu,
        venue_en="Grand Hotel",
        theme_en="Catching up",
    )
    make_meeting()

    assert list(Meeting.objects.search(text)) == [found]


def test_the_place_is_named_by_the_name_of_the_day():
    gangwon = make_government(name_ko="강원특별자치도")
    GovernmentName.objects.create(
        government=gangwon,
        language="ko",
        name="강원도",
        kind="former",
        valid_to="2023-06-11",
    )
    meeting = make_meeting(date="2005", place_en="Gangwon", place_government=gangwon)

    with translation.override("ko"):
        assert meeting.place_name == "강원도"
    with translation.override("en"):
        assert meeting.place_name == "Gangwon"


def test_setting_the_hosts_leaves_other_parts_alone():
    meeting = make_meeting()
    old, kept, new, helper = (make_organization() for _ in range(4))
    for body in (old, kept):
        meeting.hosts.create(organization=body, role="host")
    meeting.hosts.create(organization=helper, role="support")
    meeting.hosts.create(government=make_government(), role="host")

    meeting.set_host_organizations([kept, new])

    assert meeting.host_organizations == [kept, new]
    assert meeting.hosts.count() == 4


def test_a_host_is_an_organisation_or_a_government():
    both = MeetingHost(
        meeting=make_meeting(),
        organization=make_organization(),
        government=make_government(),
    )
    neither = MeetingHost(meeting=both.meeting)

    for host in (both, neither):
        with pytest.raises(ValidationError, match="either an organisation or a govern"):
            host.full_clean()
    with pytest.raises(IntegrityError, match="meeting_host_organization_or_government"):
        both.save()


@pytest.mark.parametrize(
    ("day", "is_near"),
    [(date(2026, 10, 1), True), (date(2026, 11, 7), True), (date(2026, 11, 8), False)],
)
def test_presence_is_marked_to_two_weeks_after_the_end(day, is_near):
    meeting = make_meeting(date="2026-10-21/2026-10-24")

    assert meeting.may_mark_presence_on(day) == is_near


def test_disagreements_are_what_is_printed_but_not_adopted():
    meeting = make_meeting()
    make_citation(meeting, adopted=True)
    rizhao = make_citation(meeting, printed="China / Rizhao", adopted=False)

    assert meeting.disagreements == [rizhao]
