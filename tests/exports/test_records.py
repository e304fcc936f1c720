"""What the sources print, as lists."""

from datetime import date

import pytest

from tests.exports.helpers import listed, sensitive_columns
from tests.factories import (
    make_citation,
    make_country,
    make_figure,
    make_meeting,
    make_series,
    make_source,
)

pytestmark = pytest.mark.django_db

LISTS = ["figures", "citations", "series-figures", "series-citations"]
SOURCE = ["The paper", "A press", "https://paper.example/"]
DAY = date(2019, 10, 28)


@pytest.fixture
def source():
    return make_source(
        title="The paper",
        publisher="A press",
        published="2019-10-28",
        url="https://paper.example/",
    )


@pytest.fixture
def meeting():
    return make_meeting(make_series("tlgec"), number=21, slug="tlgec-21")


def about(key, meeting):
    return meeting.series if key.startswith("series-") else meeting


def test_a_figure_is_told_with_its_source(meeting, source):
    make_figure(
        meeting, value=530, qualifier="about", source=source, note_en="With the press"
    )

    row = [
        "participants",
        "all countries",
        "about",
        530,
        *SOURCE,
        "With the press",
        DAY,
    ]
    assert listed("figures", meeting) == [row]
    assert listed("series-figures", meeting.series) == [["tlgec-21", 21, *row]]


def test_a_citation_is_told_with_its_source(meeting, source):
    make_citation(meeting, field="place", printed="Ehime", adopted=False, source=source)

    row = ["place", "Ehime", "no", *SOURCE, None, DAY]
    assert listed("citations", meeting) == [row]
    assert listed("series-citations", meeting.series) == [["tlgec-21", 21, *row]]


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("en", ["governments", "Japan", "more than"]),
        ("ko", ["지방정부", "일본", "이상"]),
        ("ja", ["地方政府", "日本", "以上"]),
        ("zh", ["地方政府", "Japan", "超过"]),
    ],
)
def test_labels_of_figures_follow_the_language(meeting, language, row):
    japan = make_country("JP", name_en="Japan", name_ko="일본", name_ja="日本")
    make_figure(meeting, unit="governments", country=japan, qualifier="at_least")

    columns = ["unit", "country", "qualifier"]
    assert listed("figures", meeting, columns, language) == [row]


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("en", ["venue", "yes"]),
        ("ko", ["회의장", "예"]),
        ("ja", ["会場", "はい"]),
        ("zh", ["会场", "是"]),
    ],
)
def test_labels_of_citations_follow_the_language(meeting, language, row):
    make_citation(meeting, field="venue")

    assert listed("citations", meeting, ["field", "adopted"], language) == [row]


@pytest.mark.parametrize(
    ("printed", "cell"), [("2019-10", "2019-10"), ("2019~", "2019~"), ("", None)]
)
def test_a_source_whose_day_is_not_known_is_dated_as_it_is_kept(meeting, printed, cell):
    make_figure(meeting, source=make_source(published=printed))

    assert listed("figures", meeting, ["published"]) == [[cell]]


def test_the_meetings_of_a_series_are_in_their_order_with_those_unnumbered_last(source):
    series = make_series("tlgec")
    for number, slug, day in (
        (None, "later", "2012"),
        (2, "second", ""),
        (None, "earlier", "2011"),
        (1, "first", "2005"),
    ):
        meeting = make_meeting(series, number=number, slug=slug, date=day)
        make_figure(meeting, unit="participants", value=2)
        make_figure(meeting, unit="governments", value=1)
        make_citation(meeting, field="place", adopted=False)
        make_citation(meeting, field="place", printed="As adopted")
    make_figure()
    make_citation()

    figures = listed("series-figures", series, ["meeting", "number", "value"])
    citations = listed("series-citations", series, ["meeting", "adopted"])

    order = [("first", 1), ("second", 2), ("earlier", None), ("later", None)]
    assert figures == [[slug, n, value] for slug, n in order for value in (1, 2)]
    assert citations == [[slug, word] for slug, _n in order for word in ("yes", "no")]


@pytest.mark.parametrize("key", LISTS)
def test_records_hold_nothing_personal(key):
    assert sensitive_columns(key) == set()


@pytest.mark.parametrize("key", LISTS)
def test_a_meeting_without_sources_has_empty_lists(key, meeting):
    make_figure()
    make_citation()

    assert listed(key, about(key, meeting)) == []


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("key", LISTS)
def test_a_list_costs_one_query(django_assert_num_queries, rows, key, meeting):
    for _ in range(rows):
        make_figure(meeting, country=make_country())
        make_citation(meeting)

    with django_assert_num_queries(1):
        assert len(listed(key, about(key, meeting))) == rows
