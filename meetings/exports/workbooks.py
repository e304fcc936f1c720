"""The workbook of a meeting: all its lists in one file, with links between them."""

from collections import Counter
from dataclasses import replace

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from meetings import spreadsheets
from meetings.exports.agendas import AgendaListing
from meetings.exports.attendees import AttendeeListing
from meetings.exports.base import ListColumn
from meetings.exports.delegations import DelegationListing
from meetings.exports.meetings import HOSTS
from meetings.exports.statistics import ExpectedAttendees, statistics_sheet
from meetings.exports.summaries import summary_sheet
from meetings.models import Country, Figure, Meeting

AGENDA, ATTENDEES, DELEGATIONS = AgendaListing(), AttendeeListing(), DelegationListing()
# The delegation of a row, by which rows are put on sheets; cut off before writing.
DELEGATION_ID = ListColumn("delegation_id", "", "delegation_id")


def meeting_workbook(meeting, order="protocol", per="", with_sensitive=False):
    """Return the sheets of the workbook, in the active language.

    `order` is one of those of attendees; delegations follow it as far as they can.
    `per` asks for a sheet more for each “country” or “delegation” that has attendees.
    """
    return Workbook(load_meeting(meeting), order, per, with_sensitive).all_sheets()


class Workbook:
    """The sheets of a meeting; `parts` names those of countries or delegations.

    The attendees are read once and kept, since their rows are on two sheets.
    """

    def __init__(self, meeting, order, per, with_sensitive):
        self.meeting, self.per, self.with_sensitive = meeting, per, with_sensitive
        self.delegations = DELEGATIONS.in_order(DELEGATIONS.items(meeting), order)
        self.countries = country_names()
        self.columns = self.columns_of(ATTENDEES)
        people = ATTENDEES.in_order(ATTENDEES.items(meeting), order)
        rows = ATTENDEES.rows(people, [*self.columns, DELEGATION_ID])
        self.people = [(row[-1], row[:-1]) for row in rows]
        self.parts = self.find_parts()

    def columns_of(self, listing):
        if self.with_sensitive:
            return list(listing.allowed_columns(with_sensitive=True).values())
        return listing.choose_columns(None, with_sensitive=False)

    def find_parts(self):
        """Return the names of the further sheets, by country or delegation id."""
        # An empty sheet for each country without attendees would only be clutter.
        names = {"country": self.countries, "delegation": short_names(self.delegations)}
        present = {delegation_id for delegation_id, _row in self.people}
        keys = {self.key_of(each) for each in self.delegations if each.pk in present}
        candidates = names.get(self.per, {}).items()
        return {key: name for key, name in candidates if key in keys}

    def key_of(self, delegation):
        return delegation.body.country_id if self.per == "country" else delegation.pk

    def all_sheets(self):
        expected = ExpectedAttendees(self.meeting)
        lists = [
            self.agenda_sheet(),
            self.delegation_sheet(),
            self.people_sheet(str(ATTENDEES.title), self.people),
            self.statistics_sheet(expected),
        ]
        parts = [self.part_sheet(key, name) for key, name in self.parts.items()]
        contents = [*lists, *parts]
        summary = summary_sheet(self.meeting, self.delegations, expected, contents)
        return [summary, *lists, *(with_link_back(part, summary) for part in parts)]

    def agenda_sheet(self):
        items = AGENDA.items(self.meeting)
        return AGENDA.sheet(str(AGENDA.title), items, self.columns_of(AGENDA))

    def delegation_sheet(self):
        """Return the delegations, with links to their sheets or their countries'."""

        def linked_name(delegation):
            return link(
                delegation.name_at_meeting, self.parts.get(self.key_of(delegation))
            )

        columns = [
            replace(column, value=linked_name) if column.key == "delegation" else column
            for column in self.columns_of(DELEGATIONS)
        ]
        return DELEGATIONS.sheet(str(DELEGATIONS.title), self.delegations, columns)

    def people_sheet(self, name, people):
        columns = [column.sheet_column for column in self.columns]
        return name, columns, [row for _delegation_id, row in people]

    def part_sheet(self, key, name):
        ids = {each.pk for each in self.delegations if self.key_of(each) == key}
        return self.people_sheet(name, [p for p in self.people if p[0] in ids])

    def statistics_sheet(self, expected):
        """Return what is counted, with links to the sheets of what it is counted by."""
        bodies = {each.pk: each.name_at_meeting for each in self.delegations}
        countries = self.countries
        if self.per == "country":
            countries = with_links(countries, self.parts)
        elif self.per == "delegation":
            bodies = with_links(bodies, self.parts)
        return statistics_sheet(expected, countries, self.delegations, bodies)


def load_meeting(meeting):
    """Return the meeting as it is now, with everything that the summary shows."""
    figures = Figure.objects.select_related("source", "country")
    figures = Prefetch("figures", figures.order_by("unit", "pk"))
    # Read again, since a page loads less of its meeting than the summary shows.
    meetings = Meeting.objects.with_names().prefetch_related(*HOSTS, figures)
    return meetings.get(pk=meeting.pk)


def country_names():
    """Return the countries' names by id, in the order of running text, then of none."""
    countries = Country.objects.in_text_order()
    return {each.pk: each.name for each in countries} | {None: _("Other body")}


def short_names(delegations):
    """Return a distinct name for each delegation, by id: sheets need one each."""
    names = {each.pk: short_name(each) for each in delegations}
    times = Counter(names.values())
    codes = {each.pk: each.code for each in delegations}
    return {
        pk: name if times[name] == 1 else f"{name} {codes[pk]}"
        for pk, name in names.items()
    }


def short_name(delegation):
    if delegation.government:
        return delegation.government.short or delegation.code
    return delegation.organization.abbreviation or delegation.code


def link(text, sheet):
    return spreadsheets.Link(text, sheet) if sheet else text


def with_links(texts, names):
    """Return texts by key, those with a sheet of the same key as links to it."""
    return {key: link(text, names.get(key)) for key, text in texts.items()}


def with_link_back(sheet, summary):
    """Return a sheet that ends with a link to the summary."""
    name, columns, rows = sheet
    width = len(columns)
    back = spreadsheets.Link(_("Back to the summary"), summary[0])
    rest = [None] * (width - 1)
    return name, columns, [*rows, [None, *rest], [back, *rest]]
