"""The workbook of a meeting: all its lists in one file, with ways between them."""

from collections import Counter
from dataclasses import replace

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from meetings import spreadsheets
from meetings.exports.agendas import AgendaListing
from meetings.exports.attendees import AttendeeListing
from meetings.exports.base import Column
from meetings.exports.delegations import DelegationListing
from meetings.exports.meetings import HOSTS
from meetings.exports.statistics import Expected, statistics_sheet
from meetings.exports.summaries import summary_sheet
from meetings.models import Country, Figure, Meeting

AGENDA, ATTENDEES, DELEGATIONS = AgendaListing(), AttendeeListing(), DelegationListing()
# Says whose a row is; taken off before anybody sees it.
OWNER = Column("owner", "", "delegation_id")


def meeting_workbook(meeting, order="protocol", per="", with_sensitive=False):
    """The sheets of the workbook, to be written in the language that is spoken now.

    `order` is one of those of attendees; delegations follow it as far as they can.
    `per` asks for a sheet more for each “country” or “delegation” that has attendees.
    """
    return Workbook(loaded(meeting), order, per, with_sensitive).all_sheets()


class Workbook:
    """The sheets of a meeting; `parts` are those of countries or delegations."""

    def __init__(self, meeting, order, per, with_sensitive):
        self.meeting, self.per, self.with_sensitive = meeting, per, with_sensitive
        self.delegations = DELEGATIONS.ordered(DELEGATIONS.items(meeting), order)
        self.countries = country_names()
        self.columns = self.columns_of(ATTENDEES)
        people = ATTENDEES.ordered(ATTENDEES.items(meeting), order)
        rows = ATTENDEES.rows(people, [*self.columns, OWNER])
        self.people = [(row[-1], row[:-1]) for row in rows]
        self.parts = self.find_parts()

    def columns_of(self, listing):
        if self.with_sensitive:
            return list(listing.allowed(with_sensitive=True).values())
        return listing.chosen(None, with_sensitive=False)

    def find_parts(self):
        """What the further sheets are called, by the keys of what they are for."""
        names = {"country": self.countries, "delegation": short_names(self.delegations)}
        present = {owner for owner, _row in self.people}
        keys = {self.key_of(each) for each in self.delegations if each.pk in present}
        found = names.get(self.per, {}).items()
        return {key: name for key, name in found if key in keys}

    def key_of(self, delegation):
        return delegation.body.country_id if self.per == "country" else delegation.pk

    def all_sheets(self):
        expected = Expected(self.meeting)
        lists = [
            self.agenda_sheet(),
            self.delegation_sheet(),
            self.people_sheet(str(ATTENDEES.title), self.people),
            self.statistics_sheet(expected),
        ]
        parts = [self.part_sheet(key, name) for key, name in self.parts.items()]
        contents = [*lists, *parts]
        summary = summary_sheet(self.meeting, self.delegations, expected, contents)
        return [summary, *lists, *(with_way_back(part, summary) for part in parts)]

    def agenda_sheet(self):
        items = AGENDA.items(self.meeting)
        return AGENDA.sheet(str(AGENDA.title), items, self.columns_of(AGENDA))

    def delegation_sheet(self):
        """The delegations; the name of each leads to its sheet, or to its country's."""

        def linked_name(delegation):
            return link(delegation.name_then, self.parts.get(self.key_of(delegation)))

        columns = [
            replace(column, value=linked_name) if column.key == "delegation" else column
            for column in self.columns_of(DELEGATIONS)
        ]
        return DELEGATIONS.sheet(str(DELEGATIONS.title), self.delegations, columns)

    def people_sheet(self, name, people):
        heads = [column.head for column in self.columns]
        return name, heads, [row for _owner, row in people]

    def part_sheet(self, key, name):
        owners = {each.pk for each in self.delegations if self.key_of(each) == key}
        return self.people_sheet(name, [p for p in self.people if p[0] in owners])

    def statistics_sheet(self, expected):
        """What is counted; countries or delegations lead to their sheets."""
        bodies = {each.pk: each.name_then for each in self.delegations}
        countries = self.countries
        if self.per == "country":
            countries = linked(countries, self.parts)
        elif self.per == "delegation":
            bodies = linked(bodies, self.parts)
        return statistics_sheet(expected, countries, self.delegations, bodies)


def loaded(meeting):
    """The meeting as it is now, with what the summary says of it."""
    figures = Figure.objects.select_related("source", "country")
    figures = Prefetch("figures", figures.order_by("unit", "pk"))
    meetings = Meeting.objects.with_names().prefetch_related(*HOSTS, figures)
    return meetings.get(pk=meeting.pk)


def country_names():
    """The countries' names by their ids in the order of running text, and for none."""
    countries = Country.objects.in_text_order()
    return {each.pk: each.name for each in countries} | {None: _("Other body")}


def short_names(delegations):
    """A name of its own for each delegation, in the order of the delegations."""
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


def linked(texts, names):
    return {key: link(text, names.get(key)) for key, text in texts.items()}


def with_way_back(sheet, summary):
    """A sheet that ends with a way to the summary."""
    name, columns, rows = sheet
    width = len(columns)
    back = spreadsheets.Link(_("Back to the summary"), summary[0])
    rest = [None] * (width - 1)
    return name, columns, [*rows, [None, *rest], [back, *rest]]
