"""Series of meetings: their names, members and the turn of the countries to host."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meetings.models.base import (
    Sourced,
    ValidForPeriod,
    ValidityQuerySet,
    ends_after_it_begins,
    has_a_name,
)
from meetings.models.countries import Country
from meetings.models.fields import EdtfField
from meetings.models.government_rules import refuse_membership_outside
from meetings.models.governments import Government
from meetings.models.keys import keyed_by
from meetings.models.names import InLanguage
from meetings.models.past_names import NamedThroughTime, PastName
from meetings.models.wordings import Worded

ROTATION_SEPARATOR = " > "


class HostRole(models.TextChoices):
    HOST = "host", _("Host")
    CO_HOST = "co_host", _("Co-host")
    ORGANIZER = "organizer", _("Organiser")
    COOPERATION = "cooperation", _("In cooperation with")
    SUPPORT = "support", _("Supported by")
    OBSERVER = "observer", _("Observer")


class Cadence(models.TextChoices):
    ANNUAL = "annual", _("Every year")
    BIENNIAL = "biennial", _("Every two years by intention")
    IRREGULAR = "irregular", _("Irregular")


@keyed_by("slug")
class Series(NamedThroughTime, Sourced, Worded):
    """A series of meetings that carry one name and are numbered in one count."""

    slug = models.SlugField(_("key"), max_length=20, unique=True)
    abbreviation = models.CharField(_("abbreviation"), max_length=20, blank=True)
    since = EdtfField(_("since"), blank=True)
    cadence = models.CharField(
        _("cadence"), max_length=10, choices=Cadence.choices, default=Cadence.ANNUAL
    )
    rotation = models.CharField(
        _("rotation"),
        max_length=100,
        blank=True,
        help_text=_("The countries' codes in the order of their turn: KR > CN > JP."),
    )
    about_en = models.TextField(_("about, in English"), blank=True)
    about_ko = models.TextField(_("about, in Korean"), blank=True)
    about_ja = models.TextField(_("about, in Japanese"), blank=True)
    about_zh = models.TextField(_("about, in Chinese"), blank=True)

    about = InLanguage()
    texts = ("name", "about")

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = _("series")
        ordering = ["pk"]
        constraints = [has_a_name("series")]

    def get_absolute_url(self):
        return reverse("series-detail", args=[self.slug])

    def get_texts_url(self):
        return self.get_absolute_url()

    @property
    def turns(self):
        """The countries' codes in the order of their turn."""
        return [code for code in self.rotation.split(ROTATION_SEPARATOR) if code]

    def clean(self):
        # No constraint can say this: SQL cannot look into a list in a text.
        codes = set(Country.objects.values_list("code", flat=True))
        if unknown := [code for code in self.turns if code not in codes]:
            message = _("No country has the code “%(code)s”.") % {"code": unknown[0]}
            raise ValidationError({"rotation": message})

    def next_number(self):
        """Return the number after the highest one used or reserved."""
        return (self.meetings.aggregate(models.Max("number"))["number__max"] or 0) + 1

    def next_edition(self, today):
        """Return what can be foreseen of the next edition: initial values of a form."""
        last = self.meetings.editions().order_by("number").last()
        country = self.next_host()
        years = 2 if self.cadence == Cadence.BIENNIAL else 1
        # The year is all that a cadence can foretell, and it is never in the past.
        due = last.earliest.year + years if last and last.earliest else today.year
        return {
            "series": self,
            "number": self.next_number(),
            "kind": last.kind if last else "",
            "date": str(max(due, today.year)),
            "country": country,
            "host_organizations": self.standing_hosts(country),
        }

    def standing_hosts(self, country):
        """Return the bodies that host the series when it is the turn of `country`."""
        hosts = self.hosts.of_country(country).select_related("organization")
        return [host.organization for host in hosts]

    def next_host(self):
        """Return the country whose turn the next edition is.

        It is counted from the last edition whose country is known, over those of which
        it is not. None where there is no rotation, or it lacks that country.
        """
        held = self.meetings.editions().exclude(country=None)
        last = held.select_related("country").order_by("number").last()
        turns = self.turns
        if not turns or (last and last.country.code not in turns):
            return None
        # Editions whose country is not known took their turns all the same.
        passed = self.next_number() - last.number if last else 0
        start = turns.index(last.country.code) if last else 0
        return Country.objects.get(code=turns[(start + passed) % len(turns)])


@keyed_by("series", "language", "name")
class SeriesName(PastName):
    """A former name or a variant of a series' name."""

    series = models.ForeignKey(
        Series, models.CASCADE, related_name="names", verbose_name=_("series")
    )

    class Meta:
        verbose_name = _("name of a series")
        verbose_name_plural = _("names of series")
        ordering = ["series_id", "pk"]
        constraints = [
            ends_after_it_begins("series_name"),
            models.UniqueConstraint(
                fields=["series", "language", "name"],
                name="series_name_once",
                violation_error_message=_("The series already has this name."),
            ),
        ]


@keyed_by("series", "government", "valid_from")
class SeriesMembership(Sourced, ValidForPeriod):
    """A government's membership of a series."""

    series = models.ForeignKey(
        Series, models.CASCADE, related_name="memberships", verbose_name=_("series")
    )
    government = models.ForeignKey(
        Government,
        models.PROTECT,
        related_name="memberships",
        verbose_name=_("government"),
    )

    objects = ValidityQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["series_id", "government_id"]
        constraints = [
            ends_after_it_begins("series_membership"),
            models.UniqueConstraint(
                fields=["series", "government", "valid_from"],
                name="series_membership_once",
                violation_error_message=_(
                    "The government is a member from that day already."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.government}, {self.series}"

    def clean(self):
        super().clean()
        if self.government_id and self.series_id:
            refuse_membership_outside(self, self.government)
