"""Dates of record: what is read, what is refused, and how it is put in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.models.edtf import EdtfError, Point, Precision, parse
from meetings.models.edtf_patterns import GROUPINGS


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("1999", date(1999, 1, 1), date(1999, 12, 31)),
        ("2008-11", date(2008, 11, 1), date(2008, 11, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-11-01", date(2023, 11, 1), date(2023, 11, 1)),
        ("2021-11-04/2021-11-05", date(2021, 11, 4), date(2021, 11, 5)),
        ("2023-24", date(2023, 12, 1), date(2024, 2, 29)),
        ("2023-36", date(2023, 10, 1), date(2023, 12, 31)),
        ("2023-38", date(2023, 5, 1), date(2023, 8, 31)),
        ("2023-41", date(2023, 7, 1), date(2023, 12, 31)),
        ("2022?", date(2022, 1, 1), date(2022, 12, 31)),
        ("../2009", None, date(2009, 12, 31)),
        ("2016-05/..", date(2016, 5, 1), None),
    ],
)
def test_bounds_are_the_first_and_last_day_meant(text, earliest, latest):
    moment = parse(text)

    assert (moment.earliest, moment.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-13",
        "2026-00",
        "2026-02-30",
        "2026-20",
        "2026-41-01",
        "0000",
        "26",
        "2026-1",
        "2026/",
        "/2026",
        "../..",
        "2026-05/2026-04",
        "2026-10-21 ",
        "2026-10-21\n",
        "\uff12\uff10\uff12\uff16",
        "199X",
        "?2026",
        "2026/2027/2028",
        "Oct 2026",
    ],
)
def test_what_is_no_date_is_refused_with_a_sentence(text):
    with pytest.raises(EdtfError) as caught:
        parse(text)

    assert str(caught.value.args[0]).endswith(".")


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("1999", Precision.YEAR),
        ("1999-33", Precision.GROUPING),
        ("1999-03", Precision.MONTH),
        ("1999-03-04", Precision.DAY),
        ("1999-03-04/1999-05", Precision.MONTH),
        ("1999-03-04/..", Precision.DAY),
    ],
)
def test_precision_is_that_of_the_less_exact_end(text, precision):
    assert parse(text).precision == precision


@pytest.mark.parametrize(
    ("text", "en", "ko", "ja", "zh"),
    [
        ("2023", "2023", "2023년", "2023年", "2023年"),
        ("2008-11", "November 2008", "2008년 11월", "2008年11月", "2008年11月"),
        (
            "2023-11-01",
            "1 November 2023",
            "2023년 11월 1일",
            "2023年11月1日",
            "2023年11月1日",
        ),
        (
            "2023-41",
            "second half of 2023",
            "2023년 하반기",
            "2023年下半期",
            "2023年下半年",
        ),
        (
            "2021-11-04/2021-11-05",
            "4–5 November 2021",
            "2021년 11월 4~5일",
            "2021年11月4～5日",
            "2021年11月4日至5日",
        ),
        (
            "2011-08-29/2011-09-02",
            "29 August – 2 September 2011",
            "2011년 8월 29일~9월 2일",
            "2011年8月29日～9月2日",
            "2011年8月29日至9月2日",
        ),
        (
            "2022-08/2022-11",
            "August 2022 – November 2022",
            "2022년 8월 ~ 2022년 11월",
            "2022年8月～2022年11月",
            "2022年8月至2022年11月",
        ),
        ("1999~", "about 1999", "1999년경", "1999年頃", "1999年左右"),
        (
            "2022?",
            "2022 (uncertain)",
            "2022년(불확실)",
            "2022年（不確か）",
            "2022年（待核）",
        ),
        ("2016/..", "from 2016", "2016년부터", "2016年から", "2016年起"),
        ("../2009", "until 2009", "2009년까지", "2009年まで", "至2009年"),
    ],
)
def test_words_are_those_of_each_language(text, en, ko, ja, zh):
    words = [parse(text).words(code) for code in ("en", "ko", "ja", "zh-hans")]

    assert words == [en, ko, ja, zh]


points = st.builds(
    Point,
    year=st.integers(1, 9998),
    part=st.none() | st.integers(1, 12) | st.sampled_from(sorted(GROUPINGS)),
    qualifier=st.sampled_from(["", "?", "~", "%"]),
) | st.builds(
    lambda day, qualifier: Point(day.year, day.month, day.day, qualifier),
    day=st.dates(),
    qualifier=st.sampled_from(["", "?", "~", "%"]),
)


@given(points)
def test_every_date_reads_back_as_it_was_written(point):
    moment = parse(str(point))

    assert (str(moment), moment.start, moment.end) == (str(point), point, point)


@given(points)
def test_no_date_begins_after_it_ends(point):
    assert point.earliest <= point.latest


@given(points, points)
def test_an_interval_spans_its_ends_or_is_refused(first, last):
    text = f"{first}/{last}"

    if first.earliest > last.latest:
        with pytest.raises(EdtfError):
            parse(text)
    else:
        moment = parse(text)
        assert (moment.earliest, moment.latest) == (first.earliest, last.latest)
        assert str(moment) == text


@given(points, st.sampled_from(["en", "ko", "ja", "zh-hans"]))
def test_every_date_has_words_without_a_gap(point, language):
    words = parse(str(point)).words(language)

    assert str(point.year) in words
    assert "%" not in words


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_refused(text):
    try:
        moment = parse(text)
    except EdtfError:
        return
    assert str(moment) == text
