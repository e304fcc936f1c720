"""The archive of a series as it is sent on."""

import pytest

from meetings.models import Series, SeriesName
from tests.exports.helpers import listed, make_full_meeting, sensitive_columns
from tests.factories import (
    make_citation,
    make_country,
    make_figure,
    make_meeting,
    make_series,
    make_source,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def series():
    return make_series("tlgec")


def test_the_archive_has_years_without_an_edition_in_their_place(series):
    make_meeting(series, number=2, date="2022")
    make_meeting(series, number=None, date="2021", status="not_held")
    make_meeting(series, number=1, date="2020", status="held")
    make_meeting(series, number=None, date="2019", kind="preparatory")
    make_meeting(number=1, date="2018")

    assert listed("archive", series, ["number", "date", "status"]) == [
        [1, "2020", "Held"],
        [None, "2021", "Not held"],
        [2, "2022", "Planned"],
    ]


def test_the_archive_tells_what_sources_print_otherwise(series):
    meeting = make_meeting(series)
    source = make_source(title="The paper")
    make_citation(meeting, field="year", printed="2004", adopted=False, source=source)
    make_citation(
        meeting, field="place", printed="Sokcho", adopted=False, source=source
    )
    make_citation(meeting, field="theme", printed="Old towns", source=source)

    assert listed("archive", series, ["printed_otherwise"]) == [
        ["year: “2004” — The paper; place: “Sokcho” — The paper"]
    ]


@pytest.mark.parametrize(
    ("language", "row"),
    [
        (
            "en",
            ["300 (The paper); Korea: about 99 (The paper)", "nearly 20 (The paper)"],
        ),
        ("ja", ["300 (The paper); 韓国: 約 99 (The paper)", "近く 20 (The paper)"]),
    ],
)
def test_the_archive_tells_the_figures_with_their_sources(language, row):
    korea = make_country("KR", name_en="Korea", name_ja="韓国")
    meeting = make_meeting()
    paper = make_source(title="The paper")
    make_figure(meeting, value=300, source=paper)
    make_figure(meeting, value=99, qualifier="about", country=korea, source=paper)
    make_figure(meeting, value=20, unit="governments", qualifier="nearly", source=paper)
    make_figure(meeting, value=17, unit="bilateral_meetings", source=paper)
    columns = ["participants", "governments"]

    assert listed("archive", meeting.series, columns, language) == [row]


def test_the_archive_holds_nothing_personal():
    assert sensitive_columns("archive") == set()


def test_a_series_without_editions_has_an_empty_archive(series):
    assert listed("archive", series) == []


@pytest.mark.parametrize("rows", [1, 3])
def test_the_archive_costs_twelve_queries(django_assert_num_queries, rows):
    series = make_series()
    SeriesName.objects.create(series=series, language="en", name="Symposium")
    for _ in range(rows):
        make_full_meeting(series)

    with django_assert_num_queries(12):
        assert len(listed("archive", series)) == rows


@pytest.mark.usefixtures("record")
def test_the_record_has_an_archive_of_26_editions_and_a_year_without():
    archive = listed("archive", Series.objects.get(slug="tlgec"), ["number", "status"])

    assert [number for number, _status in archive if number] == [*range(1, 27)]
    assert archive[21] == [None, "Not held"]
