"""The list of meetings."""

from collections import defaultdict
from dataclasses import replace
from operator import attrgetter, methodcaller

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from meetings.exports.base import ListColumn, Listing, optional_column
from meetings.exports.cells import (
    choice_label,
    first_day_of,
    join_texts,
    last_day_of,
    related_name,
)
from meetings.models import Meeting, edtf
from meetings.models.series import HostRole

HOSTS = (
    "host_government__names",
    "hosts__organization__names",
    "hosts__government__names",
)


def hosts_by_role(meeting):
    """Return the names of hosts, co-hosts and so on, as a text for each role."""
    names = defaultdict(list)
    for host in meeting.hosts.all():
        names[host.role].append(host.name_at_meeting)
    # In the order of the roles, not of the rows.
    return {role: ", ".join(names[role]) for role in HostRole if names[role]}


def hosts_cell(meeting):
    parts = hosts_by_role(meeting).items()
    return join_texts(f"{role.label}: {names}" for role, names in parts)


def date_cell(meeting):
    return edtf.in_words(meeting.date)


def first_day_cell(meeting):
    return first_day_of(meeting.date)


def last_day_cell(meeting):
    return last_day_of(meeting.date)


# Columns that the archive of a series has as well.
NUMBER = ListColumn("number", _("No."), "number", 6)
TITLE = ListColumn("title", _("Title"), "title", 38)
DATES = (
    ListColumn("date", _("Date"), date_cell, 22),
    optional_column("first_day", _("First day"), first_day_cell, 10),
    optional_column("last_day", _("Last day"), last_day_cell, 10),
)
STATUS = ListColumn("status", _("Status"), choice_label("status"), 10)
FORMAT = ListColumn("format", _("Format"), choice_label("format"), 10)
PLACE = (
    ListColumn("country", _("Country"), related_name("country"), 12),
    ListColumn("place", _("Place"), "place_name", 20),
)
VENUE = optional_column("venue", _("Venue"), "venue", 28)
HOST_GOVERNMENT = optional_column(
    "host_government", _("Host government"), "host_government_name", 20
)
HOSTED_BY = ListColumn("hosts", _("Hosts"), hosts_cell, 30)
THEME = ListColumn("theme", _("Theme"), "theme", 28)


def title_in(language, heading):
    value = methodcaller("title_in", language)
    return optional_column(f"title_{language}", heading, value, 38)


class MeetingListing(Listing):
    """All meetings of all series, with what is counted of each."""

    key, model_name = "meetings", "meeting"
    columns = (
        ListColumn("key", _("Key"), "slug", 14),
        optional_column("series", _("Series"), attrgetter("series.name"), 36),
        NUMBER,
        TITLE,
        title_in("en", _("Title in English")),
        title_in("ko", _("Title in Korean")),
        title_in("ja", _("Title in Japanese")),
        title_in("zh", _("Title in Chinese")),
        *DATES,
        STATUS,
        FORMAT,
        *PLACE,
        VENUE,
        HOST_GOVERNMENT,
        replace(HOSTED_BY, is_standard=False),
        replace(THEME, is_standard=False),
        ListColumn("delegations", _("Delegations"), "delegation_count", 8),
        ListColumn("attendees", _("Attendees"), "attendee_count", 8),
    )
    orders = {"latest": _("Latest first"), "series": _("Series and number")}

    def items(self, about):
        meetings = Meeting.objects.with_names().with_attendance()
        return meetings.prefetch_related(*HOSTS)

    def in_order(self, items, order):
        if order != "series":
            return items.latest_first()
        # What prepares an edition has no number, and comes after all that have one.
        by_edition = [F(field).asc(nulls_last=True) for field in ("number", "earliest")]
        return items.order_by("series_id", *by_edition, "pk")
