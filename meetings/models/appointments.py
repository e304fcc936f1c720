"""The offices that people hold or held."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from meetings.models.base import (
    Sourced,
    ValidForPeriod,
    ValidityQuerySet,
    ends_after_it_begins,
    exactly_one_of,
)
from meetings.models.governments import Government
from meetings.models.keys import keyed_by
from meetings.models.names import Titled
from meetings.models.organizations import Organization
from meetings.models.people import Person
from meetings.models.wordings import Worded


class AppointmentQuerySet(ValidityQuerySet):
    def with_bodies(self):
        """Load the government or organisation, and the sources."""
        bodies = self.select_related("government", "organization")
        return bodies.prefetch_related("sources")


@keyed_by("person", "government", "organization", "title_en", "valid_from")
class Appointment(Titled, Sourced, Worded, ValidForPeriod):
    """An office that a person holds or held."""

    person = models.ForeignKey(
        Person,
        models.PROTECT,
        related_name="appointments",
        verbose_name=_("person"),
    )
    government = models.ForeignKey(
        Government,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="appointments",
        verbose_name=_("government"),
    )
    organization = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="appointments",
        verbose_name=_("organisation"),
    )

    derived = Worded.derived | ValidForPeriod.derived
    texts = ("title",)
    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("office held", "appointment")
        verbose_name_plural = pgettext_lazy("offices held", "appointments")
        ordering = ["person_id", "first_day", "pk"]
        constraints = [
            ends_after_it_begins("appointment"),
            exactly_one_of(
                "appointment",
                "government",
                "organization",
                _("An office is held in a government or in an organisation."),
            ),
            models.UniqueConstraint(
                fields=["person", "government", "title_en", "valid_from"],
                name="appointment_once_per_government",
                violation_error_message=_("This office is already on record."),
            ),
            models.UniqueConstraint(
                fields=["person", "organization", "title_en", "valid_from"],
                name="appointment_once_per_organization",
                violation_error_message=_("This office is already on record."),
            ),
        ]

    def __str__(self):
        return f"{self.person}, {self.title}"

    def get_texts_url(self):
        return self.person.get_absolute_url()

    @property
    def body(self):
        """The government or organisation."""
        return self.government or self.organization

    @property
    def name_of_body(self):
        """The body's name when the office began, as far as that is known."""
        day = self.first_day or self.end_day or date.max
        return self.body.name_on(day)
