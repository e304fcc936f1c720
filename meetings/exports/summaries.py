"""The first sheet of a meeting's workbook: what the meeting is, and what follows."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from meetings import spreadsheets
from meetings.exports.meetings import host_government, hosts_by_role
from meetings.exports.records import as_printed
from meetings.models import edtf


def summary_sheet(meeting, delegations, expected, contents):
    """The sheet; `contents` are the sheets that follow, each to be led to."""
    columns = [
        spreadsheets.Column(_("Meeting"), 28),
        spreadsheets.Column(meeting.title, 40),
        spreadsheets.Column(_("Source"), 56),
    ]
    parts = [facts(meeting), counted(delegations, expected), printed(meeting)]
    rows = [row for part in parts for row in [*part, []]]
    rows += [[_("Sheet"), _("Rows")], *map(entry, contents)]
    return _("Summary"), columns, [[*row, None, None, None][:3] for row in rows]


def facts(meeting):
    """What the meeting's page says of it."""
    where = [meeting.place_name, meeting.country and meeting.country.name]
    status = [meeting.get_status_display(), meeting.status_reason]
    hosts = hosts_by_role(meeting)
    return [
        [_("Date"), edtf.in_words(meeting.date)],
        [_("Place"), ", ".join(filter(None, where))],
        [_("Venue"), meeting.venue],
        [_("Host government"), host_government(meeting)],
        *([str(role.label), names] for role, names in hosts.items()),
        [_("Theme"), meeting.theme],
        [_("Status"), " — ".join(filter(None, status))],
        [_("Format"), meeting.get_format_display()],
    ]


def counted(delegations, expected):
    """What can be counted in this file."""
    coming = [each for each in delegations if not each.is_declined]
    return [
        [_("Counted from the registrations")],
        [_("Delegations taking part"), len(coming)],
        [_("Attendees expected"), len(expected.people)],
        *map(list, expected.by_mode()),
    ]


def printed(meeting):
    """The figures that sources print, apart from what is counted."""
    figures = meeting.figures.all()
    return [
        [_("As the sources print it")],
        *([unit(each), as_printed(each), each.source.title] for each in figures),
    ]


def unit(figure):
    return capfirst(figure.get_unit_display())


def entry(sheet):
    """A line of the contents: the sheet, and how many rows it has."""
    name, _columns, rows = sheet
    return [spreadsheets.Link(name, name), len(rows)]
