"""The workbook of a meeting."""

import io

import pytest

from meetings import spreadsheets
from meetings.exports.workbooks import meeting_workbook
from meetings.models import MeetingHost
from meetings.models.names import override_language
from meetings.spreadsheets import Link
from tests.exports.helpers import book_of
from tests.factories import (
    make_attendee,
    make_country,
    make_delegation,
    make_figure,
    make_government_name,
    make_item,
    make_meeting,
    make_organization_name,
    make_presenter,
    make_session,
)

pytestmark = pytest.mark.django_db

MAIN = ["Summary", "Agenda", "Delegations", "Attendees", "Statistics"]


def names_on(rows):
    """The names on a sheet of attendees."""
    return [row[4] for row in rows if row[4]]


def test_a_workbook_has_five_sheets(conference):
    assert [*book_of(conference)] == MAIN


def test_the_workbook_speaks_the_readers_language(conference):
    make_session(conference, kind="ceremony", title_en="")

    book = book_of(conference, "ja", per="country")

    assert [*book][1:4] == ["議題", "代表団", "参加者"]
    assert [*book][5:] == ["日本", "韓国", "その他の団体"]
    assert book["議題"][0][4:6] == ["式典", "式典"]
    assert [row[2] for row in book["代表団"]] == [
        Link("光州", "韓国"),
        Link("光州", "韓国"),
        Link("鳥取", "日本"),
        Link("Secretariat", "その他の団体"),
    ]
    statistics = [*book.values()][4]
    assert [row[:3] for row in statistics[1:5]] == [
        ["国", Link("日本", "日本"), 1],
        ["国", Link("韓国", "韓国"), 2],
        ["国", Link("その他の団体", "その他の団体"), 1],
        ["代表団", "光州", 1],
    ]


def test_each_country_has_its_attendees_on_a_sheet_that_leads_back(conference):
    book = book_of(conference, per="country")

    assert [*book] == [*MAIN, "Japan", "Korea", "Other body"]
    assert names_on(book["Korea"]) == ["Head 1", "Head 2"]
    assert names_on(book["Other body"]) == ["Guest"]
    assert book["Korea"][-1][0] == Link("Back to the summary", "Summary")
    assert [row[:2] for row in book["Summary"]][-3:] == [
        [Link("Japan", "Japan"), 1],
        [Link("Korea", "Korea"), 2],
        [Link("Other body", "Other body"), 1],
    ]


def test_each_delegation_has_a_sheet_of_its_short_name_or_with_its_code(conference):
    named_nobody = make_delegation(conference, protocol_order=9)

    book = book_of(conference, per="delegation")

    parts = ["Gwangju KR-29", "Gwangju KR-29-nam", "Tottori", "TCS"]
    assert [*book] == [*MAIN, *parts]
    assert names_on(book["Gwangju KR-29-nam"]) == ["Head 2"]
    assert [row[2] for row in book["Delegations"]] == [
        Link("Gwangju", "Gwangju KR-29"),
        Link("Nam", "Gwangju KR-29-nam"),
        Link("Tottori", "Tottori"),
        named_nobody.name,
        Link("Secretariat", "TCS"),
    ]
    assert Link("Nam", "Gwangju KR-29-nam") in [row[1] for row in book["Statistics"]]


def test_personal_data_is_only_there_for_who_asks_for_it(conference):
    def cells(**options):
        book = book_of(conference, per="delegation", **options)
        return {cell for rows in book.values() for row in rows for cell in row}

    assert "guest@example.org" not in cells()
    assert "guest@example.org" in cells(with_sensitive=True)


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("protocol", ["Head 1", "Head 2", "Head 3", "Guest"]),
        ("government", ["Head 3", "Head 1", "Head 2", "Guest"]),
    ],
)
def test_attendees_and_delegations_are_in_the_order_asked_for(conference, order, names):
    book = book_of(conference, order=order)

    assert names_on(book["Attendees"]) == names
    heads = [row[6] for row in book["Delegations"]]
    assert heads == [*names[:3], None]


def test_a_meeting_without_anything_has_empty_sheets():
    book = book_of(make_meeting(), per="delegation")

    assert [*book] == MAIN
    assert [book[name] for name in MAIN[1:]] == [[], [], [], [["Total", None, 0, 0.0]]]


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_the_workbook_is_a_file_that_can_be_read(conference, suffix):
    file = io.BytesIO()
    with override_language("en"):
        book = meeting_workbook(conference, per="delegation")

    spreadsheets.write_as(suffix, file, book)

    read = {
        sheet.name: sheet.rows for sheet in spreadsheets.read(file.getvalue()).sheets
    }
    assert [*read] == [name for name, _columns, _rows in book]
    assert read["Summary"][-1] == ["TCS", 1, None]
    assert read["Tottori"][1][4] == "Head 3"
    assert read["Tottori"][-1][0] == "Back to the summary"


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("per", ["", "country", "delegation"])
def test_the_workbook_costs_a_constant_number_of_queries(
    django_assert_num_queries, rows, per
):
    place = make_government_name().government
    meeting = make_meeting(place_government=place, host_government=place)
    for _ in range(rows):
        government = make_government_name().government
        organization = make_organization_name().organization
        item = make_item(make_session(meeting))
        for body in ({"government": government}, {"organization": organization}):
            MeetingHost.objects.create(meeting=meeting, **body)
            delegation = make_delegation(meeting, **body)
            attendee = make_attendee(delegation=delegation, role="head")
            make_presenter(item, attendee=attendee)
        make_presenter(item, government=government)
        make_figure(meeting, country=make_country())

    with django_assert_num_queries(23):
        book = meeting_workbook(meeting, per=per)

    assert len(book[3][2]) == 2 * rows
