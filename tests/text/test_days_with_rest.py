"""Days that stand with a time, a flight or no year, and what may be none."""

import datetime as dt

import pytest

from meetings.text.dates import NoDate
from meetings.text.days_with_rest import parse_day_and_rest

DAY = dt.date(2025, 10, 15)
NEAR = dt.date(2025, 10, 16)


@pytest.mark.parametrize(
    "text",
    [
        *("10.15(수) 오후 2시 KE823", "10월15일 14:30 인천", "10월 15일 NH862편"),
        *("10月15日14:30", "10月15日（水）14:30着", "10月15日上午", "R7.10.15 MU2001"),
        *("2025年10月15日09时30分", "KE823 10/15", "10/15 (Wed.) KE701 09:05-11:20"),
        *("15 Oct 2025 14:30", "Oct 15, 2025 KE 12", "Wed 15 Oct 14:30"),
    ],
)
def test_a_day_is_found_and_the_whole_text_kept(text):
    assert parse_day_and_rest(text, 2025) == (DAY, text)


@pytest.mark.parametrize(
    "text",
    [
        *("2025-10-15", "10.15(수)", "15-Oct-25", "10-15", "令和7年10月15日（水）"),
        *("2025-10-15T00:00:00", "2025-10-15 KST", "45945", "20251015", "'25.10.15"),
    ],
)
def test_a_day_alone_leaves_nothing(text):
    assert parse_day_and_rest(text, 2025) == (DAY, "")


def test_the_time_of_a_cell_that_is_a_moment_is_kept():
    assert parse_day_and_rest(dt.datetime(2025, 10, 15)) == (DAY, "")  # noqa: DTZ001
    assert parse_day_and_rest(dt.datetime(2025, 10, 15, 14, 30)) == (  # noqa: DTZ001
        DAY,
        "2025-10-15 14:30",
    )


@pytest.mark.parametrize("cell", [None, "", "  "])
def test_a_blank_is_no_day(cell):
    assert parse_day_and_rest(cell, 2025) == (None, "")


@pytest.mark.parametrize("text", ["15日", "15일", "15일(수)"])
def test_a_day_without_a_month_is_the_one_around_the_meeting(text):
    assert parse_day_and_rest(text, near=NEAR) == (DAY, "")
    with pytest.raises(NoDate):
        parse_day_and_rest(text, 2025)


def test_a_day_around_a_meeting_may_be_of_the_month_before():
    near = dt.date(2025, 11, 2)

    assert parse_day_and_rest("30일", near=near) == (dt.date(2025, 10, 30), "")


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("25/10/15", (dt.date(2015, 10, 25), DAY)),
        ("10/11/2025", (dt.date(2025, 10, 11), dt.date(2025, 11, 10))),
    ],
)
def test_a_day_of_two_readings_is_a_question_with_both(text, readings):
    with pytest.raises(NoDate) as caught:
        parse_day_and_rest(text, 2025)

    assert caught.value.readings == readings


@pytest.mark.parametrize(
    "text",
    [
        *(
            "10/15～10/18",
            "10/15-10/18",
            "10/15 - 10/18",
            "10/15 또는 10/16",
            "10.15 11.30",
        ),
        *(
            "미정 (10/15 예정)",
            "10/15 전일 도착",
            "10월 15일 이후",
            "10/15?",
            "2025-02-31",
        ),
        *("October 2025", "2025-10", "14:30", "KE823", "010-1234-5678", "Maybe 15"),
    ],
)
def test_what_is_no_day_or_not_surely_one_is_asked(text):
    with pytest.raises(NoDate) as caught:
        parse_day_and_rest(text, 2025, NEAR)

    assert caught.value.readings == ()


@pytest.mark.parametrize(
    "text", [" " * 20_000, "1 " * 5_000, "T" * 20_000, "10/" * 5_000]
)
def test_a_long_text_is_soon_refused(text):
    with pytest.raises(NoDate):
        parse_day_and_rest(text + "x", 2025)
