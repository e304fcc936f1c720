"""The archive of a series, as it publishes it."""

from dataclasses import replace

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from meetings.exports.base import Column, Listing, more
from meetings.exports.cells import joined
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
from meetings.exports.records import as_printed
from meetings.models import Figure
from meetings.models.records import Unit


def printed_otherwise(meeting):
    """What sources print and the record does not follow."""
    return joined(
        f"{each.get_field_display()}: “{each.printed}” — {each.source.title}"
        for each in meeting.disagreements
    )


def printed(unit):
    """A cell of the figures of one unit, each with its source."""

    def cell(meeting):
        figures = [each for each in meeting.figures.all() if each.unit == unit]
        return joined(f"{as_printed(each)} ({each.source.title})" for each in figures)

    return cell


class ArchiveListing(Listing):
    """The editions of a series as it publishes them, with what sources print."""

    key, model_name, about = "archive", "series", "series"
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
        Column("participants", _("Participants"), printed(Unit.PARTICIPANTS), 22),
        more("governments", _("Governments"), printed(Unit.GOVERNMENTS), 22),
        Column("printed_otherwise", _("Printed otherwise"), printed_otherwise, 30),
        replace(FORMAT, is_standard=False),
    )

    def items(self, about):
        archive = about.meetings.archive()
        figures = Figure.objects.select_related("source", "country")
        figures = Prefetch("figures", figures.order_by("unit", "pk"))
        prefetch_related_objects(archive, *HOSTS, figures)
        return archive
