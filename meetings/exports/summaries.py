"""The first sheet of a meeting's workbook: what the meeting is, and what follows."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from meetings import spreadsheets
from meetings.exports.meetings import hosts_by_role
from meetings.exports.records import figure_as_printed
from meetings.models import edtf


def summary_sheet(meeting, delegations, expected, contents):
    """Return the sheet; `contents` are the sheets that follow, each with a link."""
    columns = [
        spreadsheets.Column(_("Meeting"), 28),
        spreadsheets.Column(meeting.title, 40),
        spreadsheets.Column(_("Source"), 56),
    ]
    parts = [
        fact_rows(meeting),
        registration_rows(delegations, expected),
        figure_rows(meeting),
    ]
    rows = [row for part in parts for row in [*part, []]]
    rows += [[_("Sheet"), _("Rows")], *map(contents_row, contents)]
    # Every row has to be as wide as the header.
    return _("Summary"), columns, [[*row, None, None, None][:3] for row in rows]


def fact_rows(meeting):
    """Return the same facts as the meeting's page has."""
    where = [meeting.place_name, meeting.country and meeting.country.name]
    status = [meeting.get_status_display(), meeting.status_reason]
    hosts = hosts_by_role(meeting)
    return [
        [_("Date"), edtf.in_words(meeting.date)],
        [_("Place"), ", ".join(filter(None, where))],
        [_("Venue"), meeting.venue],
        [_("Host government"), meeting.host_government_name],
        *([str(role.label), names] for role, names in hosts.items()),
        [_("Theme"), meeting.theme],
        [_("Status"), " — ".join(filter(None, status))],
        [_("Format"), meeting.get_format_display()],
    ]


def registration_rows(delegations, expected):
    """Return what can be counted again in this file."""
    taking_part = [each for each in delegations if not each.is_declined]
    return [
        [_("Counted from the registrations")],
        [_("Delegations taking part"), len(taking_part)],
        [_("Attendees expected"), len(expected.people)],
        *map(list, expected.by_mode()),
    ]


def figure_rows(meeting):
    """Return the figures that sources print, apart from what is counted.

    The two must never be mixed: 1,300 reported are not 1,300 registered.
    """
    figures = meeting.figures.all()
    return [
        [_("As the sources print it")],
        *(
            [unit_label(each), figure_as_printed(each), each.source.title]
            for each in figures
        ),
    ]


def unit_label(figure):
    return capfirst(figure.get_unit_display())


def contents_row(sheet):
    """Return a row of the contents: a link to the sheet, and how many rows it has."""
    name, _columns, rows = sheet
    return [spreadsheets.Link(name, name), len(rows)]
