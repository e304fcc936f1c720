"""Associations, secretariats and other bodies that host or take part."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from meetings.models.base import (
    Sourced,
    ends_after_it_begins,
    has_a_name,
)
from meetings.models.countries import Country
from meetings.models.fields import EdtfField, WebAddressField
from meetings.models.finding import Findable, FindableQuerySet
from meetings.models.keys import keyed_by
from meetings.models.names import Noted, columns_of
from meetings.models.past_names import NamedThroughTime, PastName
from meetings.models.wordings import Worded


class OrganizationKind(models.TextChoices):
    ASSOCIATION = "association", _("Association")
    SECRETARIAT = "secretariat", _("Secretariat")
    FOUNDATION = "foundation", _("Foundation")
    OTHER = "other", _("Other body")


@keyed_by("key")
class Organization(NamedThroughTime, Noted, Findable, Sourced, Worded):
    """A body other than a local government that hosts or takes part."""

    key = models.SlugField(_("key"), max_length=40, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=OrganizationKind.choices)
    country = models.ForeignKey(
        Country,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="organizations",
        verbose_name=_("country"),
    )
    abbreviation = models.CharField(_("abbreviation"), max_length=20, blank=True)
    founded = EdtfField(_("founded"), blank=True)
    website = WebAddressField(_("website"), blank=True)
    seat = models.CharField(_("seat"), max_length=100, blank=True)
    predecessor = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="successors",
        verbose_name=_("predecessor"),
    )

    texts = ("name", "note")
    derived = Worded.derived | Findable.derived
    objects = FindableQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["key"]
        constraints = [has_a_name("organization")]

    @property
    def own_names(self):
        """The key, the abbreviation and every name of today."""
        own = [getattr(self, column) for column in columns_of("name")]
        return [self.key, *filter(None, [self.abbreviation, *own])]


@keyed_by("organization", "language", "name")
class OrganizationName(Findable, PastName):
    """A former name or a variant of an organisation's name."""

    organization = models.ForeignKey(
        Organization,
        models.CASCADE,
        related_name="names",
        verbose_name=_("organisation"),
    )

    derived = PastName.derived | Findable.derived

    class Meta:
        verbose_name = _("name of an organisation")
        verbose_name_plural = _("names of organisations")
        ordering = ["organization_id", "pk"]
        constraints = [
            ends_after_it_begins("organization_name"),
            models.UniqueConstraint(
                fields=["organization", "language", "name"],
                name="organization_name_once",
                violation_error_message=_("The organisation already has this name."),
            ),
        ]
