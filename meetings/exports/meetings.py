"""The list of meetings."""

from collections import defaultdict
from dataclasses import replace
from operator import attrgetter, methodcaller

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from meetings.exports.base import Column, Listing, more
from meetings.exports.cells import edge, joined, label_of, name_of
from meetings.models import Meeting, edtf
from meetings.models.series import HostRole

HOSTS = (
    "host_government__names",
    "hosts__organization__names",
    "hosts__government__names",
)


def host_government(meeting):
    """The host government, by its name on the day."""
    host = meeting.host_government
    return host.name_on(meeting.day_of_names) if host else None


def hosts_by_role(meeting):
    """The names of hosts, co-hosts and so on, as a text for each role."""
    names = defaultdict(list)
    for host in meeting.hosts.all():
        names[host.role].append(host.name_then)
    return {role: ", ".join(names[role]) for role in HostRole if names[role]}


def hosts(meeting):
    parts = hosts_by_role(meeting).items()
    return joined(f"{role.label}: {names}" for role, names in parts)


NUMBER = Column("number", _("No."), "number", 6)
TITLE = Column("title", _("Title"), "title", 38)
DATES = (
    Column("date", _("Date"), lambda meeting: edtf.in_words(meeting.date), 22),
    more("first_day", _("First day"), lambda meeting: edge(meeting.date, 0), 10),
    more("last_day", _("Last day"), lambda meeting: edge(meeting.date, -1), 10),
)
STATUS = Column("status", _("Status"), label_of("status"), 10)
FORMAT = Column("format", _("Format"), label_of("format"), 10)
PLACE = (
    Column("country", _("Country"), name_of("country"), 12),
    Column("place", _("Place"), "place_name", 20),
)
VENUE = more("venue", _("Venue"), "venue", 28)
HOST_GOVERNMENT = more("host_government", _("Host government"), host_government, 20)
HOSTED_BY = Column("hosts", _("Hosts"), hosts, 30)
THEME = Column("theme", _("Theme"), "theme", 28)


def title_in(language, heading):
    value = methodcaller("title_in", language)
    return more(f"title_{language}", heading, value, 38)


class MeetingListing(Listing):
    """All meetings of all series, with what is counted of each."""

    key, model_name = "meetings", "meeting"
    columns = (
        Column("key", _("Key"), "slug", 14),
        more("series", _("Series"), attrgetter("series.name"), 36),
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
        Column("delegations", _("Delegations"), "delegation_count", 8),
        Column("attendees", _("Attendees"), "attendee_count", 8),
    )
    orders = {"latest": _("Latest first"), "series": _("Series and number")}

    def items(self, about):
        meetings = Meeting.objects.with_names().with_attendance()
        return meetings.prefetch_related(*HOSTS)

    def ordered(self, items, order):
        if order != "series":
            return items.latest_first()
        turn = [F(field).asc(nulls_last=True) for field in ("number", "earliest")]
        return items.order_by("series_id", *turn, "pk")
