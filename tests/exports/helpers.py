"""What the tests of all lists have in common."""

from meetings.exports import LISTINGS
from meetings.exports.workbooks import meeting_workbook
from meetings.models import MeetingHost
from meetings.models.names import override_language
from tests.factories import (
    make_attendee,
    make_citation,
    make_country,
    make_figure,
    make_government_name,
    make_meeting,
    make_organization_name,
)


def listed(key, about="", columns=None, language="en", order=None):
    """The rows of a list with these columns, as somebody gets it who may see all."""
    listing = LISTINGS[key]
    with override_language(language):
        items = listing.in_order(listing.items(about), order)
        return listing.rows(items, listing.choose_columns(columns, with_sensitive=True))


def sensitive_columns(key):
    """The keys of what only those get who may see personal data."""
    listing = LISTINGS[key]
    return listing.allowed_columns(True).keys() - listing.allowed_columns(False).keys()


def book_of(meeting, language="en", **options):
    """The rows of each sheet, by its name."""
    with override_language(language):
        return {name: rows for name, _c, rows in meeting_workbook(meeting, **options)}


def make_full_meeting(series):
    """A meeting with names given up, hosts of both kinds, citations and figures."""
    government = make_government_name().government
    meeting = make_meeting(
        series, place_government=government, host_government=government
    )
    organization = make_organization_name().organization
    MeetingHost.objects.create(meeting=meeting, organization=organization)
    MeetingHost.objects.create(meeting=meeting, government=government)
    make_citation(meeting, adopted=False)
    make_figure(meeting, country=make_country())
    make_attendee(meeting)
