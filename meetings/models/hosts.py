"""Hosts: the standing ones of a series, and those of one meeting, each with a role."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from meetings.models.base import Sourced, Tracked, exactly_one_of
from meetings.models.governments import Government
from meetings.models.keys import KeyedQuerySet, keyed_by
from meetings.models.meetings import Meeting
from meetings.models.organizations import Organization
from meetings.models.series import HostRole, Series


class SeriesHostQuerySet(KeyedQuerySet):
    def of_country(self, country):
        """Return those that host when it is the turn of `country`."""
        return self.filter(role=HostRole.HOST, organization__country=country)


@keyed_by("series", "organization", "role")
class SeriesHost(Sourced, Tracked):
    """A body's standing role in a series today."""

    series = models.ForeignKey(
        Series, models.CASCADE, related_name="hosts", verbose_name=_("series")
    )
    organization = models.ForeignKey(
        Organization,
        models.PROTECT,
        related_name="hosted_series",
        verbose_name=_("organisation"),
    )
    role = models.CharField(_("role"), max_length=12, choices=HostRole.choices)

    objects = SeriesHostQuerySet.as_manager()

    class Meta:
        verbose_name = _("standing host")
        verbose_name_plural = _("standing hosts")
        ordering = ["series_id", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "organization", "role"],
                name="series_host_once",
                violation_error_message=_("The body already has this part."),
            ),
        ]

    def __str__(self):
        return f"{self.organization} ({self.get_role_display()})"


@keyed_by("meeting", "organization", "government", "role")
class MeetingHost(Sourced, Tracked):
    """The role of a body or a government in holding one meeting.

    It may differ from the series' standing hosts, which are those of today.
    """

    meeting = models.ForeignKey(
        Meeting, models.CASCADE, related_name="hosts", verbose_name=_("meeting")
    )
    organization = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="hosted",
        verbose_name=_("organisation"),
    )
    government = models.ForeignKey(
        Government,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="hosted",
        verbose_name=_("government"),
    )
    role = models.CharField(
        _("role"), max_length=12, choices=HostRole.choices, default=HostRole.HOST
    )

    class Meta:
        verbose_name = _("host")
        verbose_name_plural = _("hosts")
        ordering = ["meeting_id", "pk"]
        constraints = [
            # NULL never equals NULL, so each of the unique ones is about one kind only.
            exactly_one_of(
                "meeting_host",
                "organization",
                "government",
                _("A host is either an organisation or a government."),
            ),
            models.UniqueConstraint(
                fields=["meeting", "organization", "role"],
                name="meeting_host_organization_once",
                violation_error_message=_("The organisation already has this part."),
            ),
            models.UniqueConstraint(
                fields=["meeting", "government", "role"],
                name="meeting_host_government_once",
                violation_error_message=_("The government already has this part."),
            ),
        ]

    def __str__(self):
        return f"{self.body} ({self.get_role_display()})"

    @property
    def body(self):
        """The organisation or government."""
        return self.organization or self.government

    @property
    def name_at_meeting(self):
        """The body's name on the day of the meeting; prefetch the bodies' `names`."""
        return self.body.name_on(self.meeting.day_of_names)
