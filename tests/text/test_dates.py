"""Days in every form that lists write them in, and what is no day."""

import datetime as dt

import pytest

from meetings.text.dates import NoDate, parse_day

DAY = dt.date(2025, 10, 23)


@pytest.mark.parametrize("blank", [None, ""])
def test_a_blank_is_no_day_and_no_mistake(blank):
    assert parse_day(blank) is None


@pytest.mark.parametrize("cell", [DAY, dt.datetime(2025, 10, 23, 14, 30)])  # noqa: DTZ001
def test_a_cell_that_is_a_day_is_that_day(cell):
    day = parse_day(cell)

    assert day == DAY
    assert type(day) is dt.date


@pytest.mark.parametrize(
    "text",
    [
        "2025-10-23",
        "2025/10/23",
        "2025.10.23",
        "2025. 10. 23.",
        "2025년 10월 23일",
        "2025年10月23日",
        "２０２５年１０月２３日",
        "20251023",
        "2025-10-23 14:30",
        "2025-10-23T14:30:00",
        "2025년 10월 23일 14시 30분",
        "2025年10月23日 14時",
        "2025. 10. 23.(목)",
        "2025년 10월 23일 목요일",
        "2025年10月23日（木）",
        "2025年10月23日 木曜日",
        "2025年10月23日 星期四",
        "'25. 10. 23.",
        "’25.10.23",
        "‘25년 10월 23일",
        "令和7年10月23日",
        "令和７年１０月２３日（木）",
        "R7.10.23",
        "r7/10/23",
        "R7-10-23",
        "23 Oct 2025",
        "23 October, 2025",
        "23-Oct-2025",
        "23rd Oct. 2025",
        "Thursday, 23 October 2025",
        "Oct 23, 2025",
        "October 23rd, 2025",
        "OCT. 23 2025",
        "23/10/2025",
        "10/23/2025",
        "23.10.2025",
        "45953",
        45953,
        20251023,
    ],
)
def test_a_day_is_read_in_every_form(text):
    assert parse_day(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "10/23",
        "10.23",
        "10. 23.",
        "10월 23일",
        "10月23日",
        "10/23(목)",
        "10월23일(목) 14:30",
        "23 Oct",
        "Oct 23",
        "23rd October",
    ],
)
def test_a_day_without_a_year_is_of_the_meetings_year(text):
    assert parse_day(text, 2025) == DAY
    assert parse_day(text, 2027) == dt.date(2027, 10, 23)


@pytest.mark.parametrize("text", ["10/23", "10월 23일", "23 Oct", "Oct 23"])
def test_a_day_without_any_year_is_none(text):
    with pytest.raises(NoDate):
        parse_day(text)


@pytest.mark.parametrize("text", ["2025-10-23", "'25.10.23", "R7.10.23", "23 Oct 2025"])
def test_a_day_keeps_its_own_year(text):
    assert parse_day(text, 2027) == DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("令和元年5月1日", dt.date(2019, 5, 1)),
        ("㋿元年5月1日", dt.date(2019, 5, 1)),
        ("R1.5.1", dt.date(2019, 5, 1)),
        ("平成31年4月30日", dt.date(2019, 4, 30)),
        ("H31/4/30", dt.date(2019, 4, 30)),
        ("昭和64年1月7日", dt.date(1989, 1, 7)),
        ("S64.1.7", dt.date(1989, 1, 7)),
    ],
)
def test_an_era_counts_from_its_first_year(text, day):
    assert parse_day(text) == day


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_english_name(month):
    day = dt.date(2025, month, 5)

    assert parse_day(f"{day:%d %b %Y}") == day
    assert parse_day(f"{day:%B %d, %Y}") == day


@pytest.mark.parametrize("text", ["10/11/2025", "10-11-2025", "10.11.2025"])
def test_a_day_that_may_be_two_is_a_question_with_both(text):
    with pytest.raises(NoDate) as caught:
        parse_day(text)

    assert caught.value.readings == (dt.date(2025, 10, 11), dt.date(2025, 11, 10))


def test_a_day_that_is_the_same_either_way_is_no_question():
    assert parse_day("10/10/2025") == dt.date(2025, 10, 10)


@pytest.mark.parametrize(
    ("serial", "day"),
    [
        (36526, dt.date(2000, 1, 1)),
        (45953, DAY),
        (73050, dt.date(2099, 12, 31)),
    ],
)
def test_a_serial_number_is_a_day_as_excel_counts(serial, day):
    assert parse_day(serial) == day


@pytest.mark.parametrize("number", [0, 7, 1023, 36525, 73051, 4595.5])
def test_other_numbers_are_no_days(number):
    with pytest.raises(NoDate):
        parse_day(number)


@pytest.mark.parametrize(
    "text",
    [
        "미정",
        "TBD",
        "없음",
        "2025",
        "2025-10",
        "October 2025",
        "2025-02-30",
        "2025-13-01",
        "31/31/2025",
        "0000-01-01",
        "2월 30일",
        "10/23-10/25",
        "2025-10-23 ~ 2025-10-25",
        "23 Foo 2025",
        "14:30",
        "(목)",
        "R7.13.1",
        dt.time(14, 30),
        True,
    ],
)
def test_what_is_no_day_is_refused_without_a_guess(text):
    with pytest.raises(NoDate) as caught:
        parse_day(text, 2025)

    assert caught.value.readings == ()


def test_a_refusal_says_what_stands_there():
    with pytest.raises(NoDate, match="다음 주"):
        parse_day(" 다음 주 ", 2025)
