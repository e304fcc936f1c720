"""What the sources print: sources, citations and figures.

Sources disagree. What each prints is kept, beside what the record adopts.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meetings.models.base import Tracked
from meetings.models.countries import Country
from meetings.models.fields import EdtfField, WebAddressField
from meetings.models.keys import KeyedQuerySet, keyed_by
from meetings.models.meetings import Meeting
from meetings.models.names import Language, Noted
from meetings.models.wordings import Worded


class CitedField(models.TextChoices):
    TITLE = "title", _("title")
    NUMBER = "number", _("number")
    YEAR = "year", _("year")
    DATE = "date", _("date")
    STATUS = "status", _("status")
    FORMAT = "format", _("format")
    PLACE = "place", _("place")
    HOST_GOVERNMENT = "host_government", _("host government")
    VENUE = "venue", _("venue")
    THEME = "theme", _("theme")
    LIVESTREAM = "livestream", _("livestream")
    LANGUAGES = "languages", _("working languages")


class Unit(models.TextChoices):
    PARTICIPANTS = "participants", _("participants")
    GOVERNMENTS = "governments", _("governments")
    ORGANIZATIONS = "organizations", _("organisations")
    BILATERAL_MEETINGS = "bilateral_meetings", _("bilateral meetings")
    HEADS = "heads", _("heads of government")
    COUNTRIES = "countries", _("countries")


class Qualifier(models.TextChoices):
    EXACT = "exact", _("exactly")
    ABOUT = "about", _("about")
    AT_LEAST = "at_least", _("more than")
    NEARLY = "nearly", _("nearly")
    PLANNED = "planned", _("planned")


@keyed_by("key")
class Source(Tracked):
    """A document, page or data package that the record rests on."""

    key = models.SlugField(_("key"), max_length=40, unique=True)
    title = models.CharField(_("title"), max_length=250)
    publisher = models.CharField(_("publisher"), max_length=100, blank=True)
    language = models.CharField(
        _("language"), max_length=2, choices=Language.choices, blank=True
    )
    published = EdtfField(_("published"), blank=True)
    url = WebAddressField(_("address"), max_length=500, blank=True)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["key"]

    def __str__(self):
        return self.title


class CitationQuerySet(KeyedQuerySet):
    def by_field(self):
        """Sort by field, what is adopted first."""
        return self.order_by("field", "-adopted", "pk")


@keyed_by("meeting", "field", "printed", "source")
class Citation(Noted, Worded):
    """What one source prints for one field of one meeting."""

    meeting = models.ForeignKey(
        Meeting, models.CASCADE, related_name="citations", verbose_name=_("meeting")
    )
    field = models.CharField(_("field"), max_length=20, choices=CitedField.choices)
    # Word for word, in the language of the source: it is what was printed.
    printed = models.CharField(_("printed"), max_length=250)
    source = models.ForeignKey(
        Source, models.PROTECT, related_name="citations", verbose_name=_("source")
    )
    adopted = models.BooleanField(_("adopted"), default=True)

    texts = ("note",)

    objects = CitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["meeting_id", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "field", "printed", "source"],
                name="citation_once",
                violation_error_message=_("This citation is already on record."),
            ),
        ]

    def __str__(self):
        return f"{self.get_field_display()}: {self.printed}"


@keyed_by("meeting", "unit", "country", "value", "qualifier", "source")
class Figure(Noted, Worded):
    """A number that one source reports; never what is counted from named attendees."""

    meeting = models.ForeignKey(
        Meeting, models.CASCADE, related_name="figures", verbose_name=_("meeting")
    )
    unit = models.CharField(_("unit"), max_length=20, choices=Unit.choices)
    country = models.ForeignKey(
        Country,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="figures",
        verbose_name=_("country"),
        help_text=_("Empty for all countries together."),
    )
    value = models.PositiveIntegerField(_("value"))
    qualifier = models.CharField(
        _("qualifier"),
        max_length=10,
        choices=Qualifier.choices,
        default=Qualifier.EXACT,
    )
    source = models.ForeignKey(
        Source, models.PROTECT, related_name="figures", verbose_name=_("source")
    )

    texts = ("note",)

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        ordering = ["meeting_id", "unit", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "unit", "country", "value", "qualifier", "source"],
                name="figure_once_per_country",
                violation_error_message=_("This figure is already on record."),
            ),
            # In SQL no NULL equals another, so the one above says nothing of figures
            # without a country.
            models.UniqueConstraint(
                fields=["meeting", "unit", "value", "qualifier", "source"],
                condition=Q(country=None),
                name="figure_once_overall",
                violation_error_message=_("This figure is already on record."),
            ),
        ]

    def __str__(self):
        value = f"{self.value} {self.get_unit_display()}"
        if self.qualifier == Qualifier.EXACT:
            return value
        return f"{self.get_qualifier_display()} {value}"
