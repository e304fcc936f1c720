"""The list of a series' editions, as its archive publishes them."""

from dataclasses import replace

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from meetings.exports.base import ListColumn, Listing, optional_column
from meetings.exports.cells import join_texts
from meetings.exports.meetings import (
    DATES,
    FORMAT,
    HOST_GOVERNMENT,
    HOSTED_BY,
    HOSTS,
    NUMBER,
    PLACE,
    STATUS,
    THEME,
    TITLE,
    VENUE,
)
from meetings.exports.records import figure_as_printed
from meetings.models import Figure
from meetings.models.records import Unit


def disagreements_cell(meeting):
    """Return what sources print and the record does not follow."""
    return join_texts(
        f"{each.get_field_display()}: “{each.printed}” — {each.source.title}"
        for each in meeting.disagreements
    )


def figures_of_unit(unit):
    """Return a cell of the figures of one unit, each with its source."""

    def cell(meeting):
        figures = [each for each in meeting.figures.all() if each.unit == unit]
        return join_texts(
            f"{figure_as_printed(each)} ({each.source.title})" for each in figures
        )

    return cell


class ArchiveListing(Listing):
    """The editions of a series as it publishes them, with what sources print."""

    key, model_name, about_kind = "archive", "series", "series"
    columns = (
        NUMBER,
        replace(TITLE, is_standard=False),
        *DATES,
        *PLACE,
        VENUE,
        THEME,
        STATUS,
        HOST_GOVERNMENT,
        replace(HOSTED_BY, width=22),
        ListColumn(
            "participants", _("Participants"), figures_of_unit(Unit.PARTICIPANTS), 22
        ),
        optional_column(
            "governments", _("Governments"), figures_of_unit(Unit.GOVERNMENTS), 22
        ),
        ListColumn("printed_otherwise", _("Printed otherwise"), disagreements_cell, 30),
        replace(FORMAT, is_standard=False),
    )

    def items(self, about):
        archive = about.meetings.archive()
        figures = Figure.objects.select_related("source", "country")
        figures = Prefetch("figures", figures.order_by("unit", "pk"))
        prefetch_related_objects(archive, *HOSTS, figures)
        return archive
