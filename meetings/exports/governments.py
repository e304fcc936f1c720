"""The list of governments."""

from django.db.models import F, Prefetch
from django.utils.translation import gettext_lazy as _

from meetings.exports.base import ListColumn, Listing, optional_column
from meetings.exports.cells import (
    choice_label,
    date_of_record,
    join_texts,
    related_name,
)
from meetings.models import Government, SeriesMembership
from meetings.models.names import active_language
from meetings.models.orders import BODY_COLUMNS, CodePoints, country_order


def former_names_cell(government):
    """Return the names given up, in every language, each with the day it ended."""
    former = (name for name in government.names.all() if name.is_former)
    return join_texts(dict.fromkeys(map(with_end, former)))


def with_end(name):
    return f"{name.name} (–{name.valid_to})" if name.valid_to else name.name


def series_cell(government):
    return join_texts(map(with_years, government.memberships.all()))


def with_years(membership):
    """Return the series, with the years of the membership as far as they are known."""
    first, end = membership.first_day, membership.end_day
    years = [str(day.year) if day else "" for day in (first, end)]
    name = membership.series.name
    return f"{name} ({'–'.join(years)})" if any(years) else name


class GovernmentListing(Listing):
    """All governments, with what they have been called."""

    key, model_name = "governments", "government"
    columns = (
        ListColumn("code", _("Code"), "code", 12),
        optional_column("name", _("Name today"), "name", 22),
        ListColumn("name_en", _("Name in English"), "name_en", 22),
        ListColumn("name_ko", _("Name in Korean"), "name_ko", 20),
        ListColumn("name_ja", _("Name in Japanese"), "name_ja", 20),
        ListColumn("name_zh", _("Name in Chinese"), "name_zh", 20),
        optional_column("short", _("Short name"), "short", 14),
        ListColumn("country", _("Country"), related_name("country"), 12),
        optional_column("level", _("Level"), choice_label("level"), 18),
        ListColumn("kind", _("Kind"), choice_label("kind"), 20),
        optional_column("parent", _("Belongs to"), related_name("parent"), 20),
        ListColumn("former_names", _("Former names"), former_names_cell, 32),
        optional_column(
            "valid_from", _("Valid from"), date_of_record("valid_from"), 10
        ),
        optional_column("valid_to", _("Valid to"), date_of_record("valid_to"), 10),
        optional_column("successor", _("Succeeded by"), related_name("successor"), 20),
        optional_column("series", _("Series"), series_cell, 30),
        ListColumn("meetings", _("Meetings"), "meeting_count", 8),
    )
    orders = {"code": _("Code"), "name": _("Country and name")}

    def items(self, about):
        memberships = SeriesMembership.objects.select_related("series")
        memberships = memberships.order_by("series_id", "valid_from", "pk")
        governments = Government.objects.with_meeting_count().prefetch_related(
            "names", Prefetch("memberships", memberships)
        )
        return governments.select_related("country", "parent", "successor")

    def in_order(self, items, order):
        if order != "name":
            return items.order_by("code")
        name = CodePoints(BODY_COLUMNS[active_language()])
        return items.order_by(*country_order(F("country__code")), name, "code")
