"""The first sheet of a meeting's workbook."""

import pytest

from meetings.exports.workbooks import meeting_workbook
from meetings.models import MeetingHost
from meetings.models.names import override_language
from meetings.spreadsheets import Link
from tests.factories import (
    make_attendee,
    make_citation,
    make_delegation,
    make_figure,
    make_organization,
    make_source,
)

pytestmark = pytest.mark.django_db

PARTS = ["facts", "counted", "printed", "contents"]


def summary_of(meeting):
    """The headings of the summary, and the rows of its parts, without blank cells."""
    with override_language("en"):
        _name, columns, rows = meeting_workbook(meeting)[0]
    parts = [[]]
    for row in rows:
        if row == [None, None, None]:
            parts.append([])
        else:
            parts[-1].append([cell for cell in row if cell is not None])
    return [column.heading for column in columns], dict(zip(PARTS, parts, strict=True))


def test_the_summary_tells_what_the_meeting_is(conference):
    for key, role in (("gaok", "host"), ("clair", "co_host"), ("cpaffc", "co_host")):
        body = make_organization(key, name_en=key.upper())
        MeetingHost.objects.create(meeting=conference, organization=body, role=role)

    headings, parts = summary_of(conference)

    assert headings == ["Meeting", "27th Conference", "Source"]
    assert parts["facts"] == [
        ["Date", "21–24 October 2026"],
        ["Place", "Gwangju, Korea"],
        ["Venue", "Hall A"],
        ["Host government", "Gwangju"],
        ["Host", "GAOK"],
        ["Co-host", "CLAIR, CPAFFC"],
        ["Theme", "Old towns"],
        ["Status", "Announced"],
        ["Format", "Hybrid"],
    ]


def test_the_summary_parts_what_is_counted_from_what_sources_print(conference):
    make_attendee(conference, status="cancelled")
    make_delegation(conference, status="declined")
    source = make_source(title="The paper")
    make_figure(conference, value=530, qualifier="planned", source=source)
    make_citation(conference)

    _headings, parts = summary_of(conference)

    assert parts["counted"] == [
        ["Counted from the registrations"],
        ["Delegations taking part", 5],
        ["Attendees expected", 4],
        ["Online", 1],
        ["not known", 3],
    ]
    assert parts["printed"] == [
        ["As the sources print it"],
        ["Participants", "planned 530", "The paper"],
    ]


def test_the_summary_leads_to_the_other_sheets(conference):
    _headings, parts = summary_of(conference)

    assert parts["contents"] == [
        ["Sheet", "Rows"],
        [Link("Agenda", "Agenda"), 0],
        [Link("Delegations", "Delegations"), 4],
        [Link("Attendees", "Attendees"), 4],
        [Link("Statistics", "Statistics"), 14],
    ]
