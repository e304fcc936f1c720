"""The list of meetings."""

from datetime import date

import pytest

from meetings.exports.cells import first_day_of, last_day_of
from meetings.models import MeetingHost, SeriesName
from tests.exports.helpers import (
    listed,
    make_full_meeting,
    sensitive_columns,
)
from tests.factories import (
    make_attendee,
    make_country,
    make_delegation,
    make_government,
    make_government_name,
    make_meeting,
    make_organization,
    make_series,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def series():
    return make_series("tlgec", name_en="Conference", name_ko="회의", name_ja="会議")


@pytest.fixture
def meeting(series):
    gangwon = make_government("KR-42", name_en="Gangwon State", name_ja="江原道")
    make_government_name(government=gangwon, name="Gangwon", valid_to="2023-06-11")
    return make_meeting(
        series,
        number=7,
        date="2005-09-26/2005-09-28",
        status="held",
        format="in_person",
        country=make_country("KR"),
        place_en="Chuncheon, Gangwon",
        place_government=gangwon,
        host_government=gangwon,
        venue_en="Hall A",
        theme_en="Old towns",
        theme_ja="古い町",
    )


def test_a_meeting_is_told_with_its_dates_and_its_place(meeting):
    columns = ["key", "series", "number", "date", "first_day", "last_day", "venue"]

    assert listed("meetings", "", columns) == [
        [
            "tlgec-7",
            "Conference",
            7,
            "26–28 September 2005",
            date(2005, 9, 26),
            date(2005, 9, 28),
            "Hall A",
        ]
    ]


def test_a_meeting_of_which_little_is_known_has_empty_cells(series):
    make_meeting(series, number=None, date="", country=None)
    columns = ["number", "date", "first_day", "last_day", "country", "place", "hosts"]

    assert listed("meetings", "", columns) == [[None] * 7]


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("en", ["7th Conference", "Held", "In person", "Old towns"]),
        ("ko", ["제7회 회의", "개최", "현장 참석", "Old towns"]),
        ("ja", ["第7回会議", "開催", "対面", "古い町"]),
        ("zh", ["7th Conference", "已举行", "线下", "Old towns"]),
    ],
)
def test_titles_and_labels_follow_the_language(meeting, language, row):
    columns = ["title", "status", "format", "theme"]

    assert listed("meetings", "", columns, language) == [row]


def test_titles_in_four_languages_are_given_to_who_asks_for_them(meeting):
    meeting.title_zh = "第七次"
    meeting.save()
    columns = ["title_en", "title_ko", "title_ja", "title_zh"]

    assert listed("meetings", "", columns, "ko") == [
        ["7th Conference", "제7회 회의", "第7回会議", "第七次"]
    ]


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("en", ["Country KR", "Chuncheon, Gangwon", "Gangwon"]),
        ("ja", ["Country KR", "江原道", "江原道"]),
    ],
)
def test_a_place_has_the_name_of_the_day(meeting, language, row):
    columns = ["country", "place", "host_government"]

    assert listed("meetings", "", columns, language) == [row]


def test_hosts_are_told_by_their_roles(meeting):
    gaok = make_organization("gaok", name_en="GAROK", name_ja="大韓民国市道知事協議会")
    gaok.names.create(language="en", name="GAOK", valid_to="2024")
    for key, role in (("clair", "co_host"), ("cpaffc", "co_host")):
        body = make_organization(key, name_en=key.upper())
        MeetingHost.objects.create(meeting=meeting, organization=body, role=role)
    MeetingHost.objects.create(meeting=meeting, organization=gaok, role="host")

    assert listed("meetings", "", ["hosts"]) == [["Host: GAOK; Co-host: CLAIR, CPAFFC"]]
    assert listed("meetings", "", ["hosts"], "ja") == [
        ["主催: 大韓民国市道知事協議会; 共催: CLAIR, CPAFFC"]
    ]


def test_delegations_and_attendees_are_counted(meeting):
    delegation = make_delegation(meeting)
    make_delegation(meeting, status="declined")
    make_attendee(delegation=delegation)
    make_attendee(delegation=delegation, status="cancelled")

    assert listed("meetings", "", ["delegations", "attendees"]) == [[1, 1]]


@pytest.mark.parametrize(
    ("order", "keys"),
    [
        (None, ["tlgec-2", "tlgec-1", "kjgm-1", "tlgec-3", "tlgec-4"]),
        ("latest", ["tlgec-2", "tlgec-1", "kjgm-1", "tlgec-3", "tlgec-4"]),
        ("series", ["tlgec-1", "tlgec-2", "tlgec-3", "tlgec-4", "kjgm-1"]),
    ],
)
def test_meetings_are_the_latest_first_or_by_series(series, order, keys):
    other = make_series("kjgm")
    make_meeting(series, number=2, date="2022")
    make_meeting(series, number=1, date="2021")
    make_meeting(series, number=3, date="1999", slug="tlgec-3")
    make_meeting(series, number=None, date="1998", slug="tlgec-4")
    make_meeting(other, number=1, date="2020")

    assert [row[0] for row in listed("meetings", "", ["key"], order=order)] == keys


def test_there_may_be_no_meeting():
    assert listed("meetings") == []


def test_meetings_hold_nothing_personal():
    assert sensitive_columns("meetings") == set()


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("order", ["latest", "series"])
def test_the_list_costs_nine_queries(django_assert_num_queries, rows, order):
    series = make_series()
    SeriesName.objects.create(series=series, language="en", name="Symposium")
    for _ in range(rows):
        make_full_meeting(series)

    with django_assert_num_queries(9):
        assert len(listed("meetings", order=order)) == rows


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("", None, None),
        ("1999", None, None),
        ("2010-08?", None, None),
        ("2018-10-18", date(2018, 10, 18), date(2018, 10, 18)),
        ("2005-09-26/2005-09-28", date(2005, 9, 26), date(2005, 9, 28)),
        ("2005-09-26/..", date(2005, 9, 26), None),
    ],
)
def test_a_day_is_told_only_where_it_is_known_exactly(text, first, last):
    assert (first_day_of(text), last_day_of(text)) == (first, last)
