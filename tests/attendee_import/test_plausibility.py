"""What is odd about a list is warned of: another meeting, other days or people."""

import pytest

from meetings.attendee_import.body_index import BodyIndex
from meetings.attendee_import.plausibility import warnings_of_titles
from meetings.attendee_import.review import review
from meetings.spreadsheets.findings import ReadPerson
from tests.attendee_import.reviews import attend, found_batch, only_row, reviewed
from tests.factories import (
    make_country,
    make_delegation,
    make_government,
    make_meeting,
    make_membership,
    make_series,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(provinces):
    """The edition 27, in 2026, in 경북."""
    return make_meeting(number=27, date="2026-10-21/2026-10-24", place_ko="경상북도")


def warned(meeting, *texts):
    index = BodyIndex(meeting.day_of_names)
    return [(w.code, w.details) for w in warnings_of_titles(texts, meeting, index)]


@pytest.mark.parametrize(
    "title",
    [
        "제25회 한중일 지방정부 교류회의 참가자 명단",
        "第\uff12\uff15回日中韓3か国地方政府交流会議",
        "第二十五届中日韩地方政府交流会议",
        "The 25th Conference",
        "제 25차 회의",
    ],
)
def test_another_edition_is_warned_of(edition, title):
    assert warned(edition, title) == [("other_edition", {"edition": 25, "number": 27})]


@pytest.mark.parametrize(
    "title",
    ["October 25th", "25th floor", "제27회", "3차 수정본", "제25, 제27회"],
)
def test_no_other_edition_is_warned_of(edition, title):
    assert warned(edition, title) == []


@pytest.mark.parametrize(
    "title",
    ["2024.10.21.~24.", "list_20240901.xlsx", "令和６年度", "’24.10.21", "2024年"],
)
def test_another_year_is_warned_of(edition, title):
    assert warned(edition, title) == [("other_year", {"year": 2024, "expected": 2026})]


@pytest.mark.parametrize(
    "titles",
    [
        ("2026년", "2024년"),
        ("令和8年",),
        ("list_20260901.xlsx",),
        ("1202024",),
        ("",),
    ],
)
def test_no_other_year_is_warned_of(edition, titles):
    assert warned(edition, *titles) == []


def test_a_list_written_in_the_year_before_is_of_this_meeting():
    january = make_meeting(number=27, date="2027-01-20")

    assert warned(january, "2026.12.20. 현재") == []


@pytest.mark.parametrize("title", ["장소: 경상남도", "(2026.10.21.~24., 경남)"])
def test_another_place_is_warned_of(edition, title):
    assert [code for code, _details in warned(edition, title)] == ["other_place"]


@pytest.mark.parametrize("title", ["장소: 경북", "경상남도 명단", "장소: 그랜드호텔"])
def test_no_other_place_is_warned_of(edition, title):
    assert warned(edition, title) == []


def test_titles_and_the_name_of_the_file_are_looked_at(meeting, delegation):
    person = ReadPerson("명단", 2, {"native_name": "김견본", "code": "KR-47"})
    batch = found_batch(meeting, person, reading={"titles": ["참가자 명단"]})
    batch.file_name = "명단_2024.xlsx"

    assert [w.value for w in review(batch).warnings] == ["명단_2024.xlsx"]


@pytest.mark.parametrize(
    ("day", "codes"),
    [("2026-09-22", ["far_from_meeting"]), ("2026-10-01", []), ("2026-11-02", [])],
)
def test_days_a_month_away_are_warned_of(meeting, delegation, day, codes):
    row = only_row(meeting, f"김견본,견본도,{day}", headings="성명,소속,출발일")

    assert row.state == "new"
    assert [w.code for w in row.warnings if w.code == "far_from_meeting"] == codes


def test_governments_of_a_country_that_takes_no_part_are_warned_of(provinces):
    china = make_country("CN")
    make_government("CN-JL", country=china, name_ko="지린성")
    invited = make_government("CN-LN", country=china, name_ko="랴오닝성")
    series = make_series(rotation="JP > KR")
    meeting = make_meeting(series, date="2026-10-23")
    make_delegation(meeting, government=invited)

    found = reviewed(
        meeting,
        "김견본,경북,,",
        "王견본,지린성,,",
        "李견본,지린성,,",
        "박견본,랴오닝성,,",
    )

    assert [(w.code, w.value) for w in found.warnings] == [
        ("body_of_other_country", "지린성")
    ]
    assert [[w.code for w in row.warnings] for row in found.rows] == [
        [],
        ["other_country"],
        ["other_country"],
        [],
    ]


def test_members_tell_which_countries_take_part(provinces):
    membership = make_membership()
    stranger = make_government(country=make_country("MN"), name_en="Elsewhere")
    rows = "김견본,Elsewhere,,", f"이견본,{membership.government.code},,"

    found = reviewed(make_meeting(membership.series), *rows)

    assert [w.value for w in found.warnings] == [stranger.name_en]


@pytest.mark.parametrize(("seats", "codes"), [(2, ["too_many_people"]), (3, [])])
def test_more_people_than_seats_are_warned_of(meeting, delegation, seats, codes):
    delegation.seats_expected = seats
    delegation.save()
    attend(delegation)
    attend(delegation, "최모범", status="cancelled")
    rows = ["이가상,견본도,", "박예시,견본도,", "정실례,견본도,불참"]

    found = reviewed(meeting, *rows, headings="성명,소속,상태")

    assert [warning.code for warning in found.warnings] == codes
