"""Delegations: the part a government or a body takes in a meeting."""

from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meetings.models.base import (
    SingleSubmissionModel,
    Sourced,
    Tracked,
    exactly_one_of,
)
from meetings.models.government_rules import refuse_ended
from meetings.models.governments import Government
from meetings.models.keys import KeyedQuerySet, keyed_by
from meetings.models.meetings import Meeting
from meetings.models.organizations import Organization


class Role(models.TextChoices):
    """What somebody is at a meeting, in the order of protocol."""

    HEAD = "head", _("Head of delegation")
    DEPUTY = "deputy", _("Deputy for the head")
    HOST = "host", _("Host")
    CHAIR = "chair", _("Chair")
    SPEAKER = "speaker", _("Speaker")
    DELEGATE = "delegate", _("Delegate")
    GUEST = "guest", _("Guest")
    OBSERVER = "observer", _("Observer")
    INTERPRETER = "interpreter", _("Interpreter")
    STAFF = "staff", _("Staff")
    PRESS = "press", _("Press")


class DelegationStatus(models.TextChoices):
    INVITED = "invited", _("Invited")
    ACCEPTED = "accepted", _("Accepted")
    NAMES_TO_FOLLOW = "names_to_follow", _("Names to follow")
    COMPLETE = "complete", _("Complete")
    ATTENDED = "attended", _("Attended")
    DECLINED = "declined", _("Declined")


# Written out, since `models.attendees`, which has the choice, imports this module.
NOT_CANCELLED = ~Q(attendees__status="cancelled")


class DelegationQuerySet(KeyedQuerySet):
    def taking_part(self):
        return self.exclude(status=DelegationStatus.DECLINED)

    def search(self, text):
        """Return those of a body that `text` finds, or of a meeting with such a key."""
        return self.filter(
            Q(meeting__slug__icontains=text)
            | Q(government__in=Government.objects.search(text))
            | Q(organization__in=Organization.objects.search(text))
        )

    def of_country(self, country):
        """Return delegations of governments or bodies of `country`."""
        return self.filter(
            Q(government__country=country) | Q(organization__country=country)
        )

    def of_body(self, code):
        """Return the delegations of the government or body with this code."""
        return self.filter(Q(government__code=code) | Q(organization__key=code))

    def with_bodies(self):
        """Load the governments and organisations, with the names they have had."""
        return self.select_related(
            "government__country", "organization__country", "meeting"
        ).prefetch_related("government__names", "organization__names")

    def with_head_count(self):
        """Annotate `attendee_count` and `head_count`, cancelled attendees left out."""
        return self.annotate(
            attendee_count=Count("attendees", filter=NOT_CANCELLED),
            head_count=Count(
                "attendees", filter=NOT_CANCELLED & Q(attendees__role=Role.HEAD)
            ),
        )

    def in_time_order(self):
        """Sort by the date of the meeting, the latest first."""
        return self.order_by(
            F("meeting__earliest").desc(nulls_last=True), "meeting__slug"
        )

    def in_protocol_order(self):
        """Sort by the order given, then by country and code, other bodies last."""
        return self.order_by(
            F("protocol_order").asc(nulls_last=True),
            F("government__country__code").asc(nulls_last=True),
            "government__code",
            "organization__key",
        )


@keyed_by("meeting", "government", "organization")
class Delegation(Sourced, SingleSubmissionModel, Tracked):
    """A government or an organisation at a meeting."""

    meeting = models.ForeignKey(
        Meeting, models.PROTECT, related_name="delegations", verbose_name=_("meeting")
    )
    government = models.ForeignKey(
        Government,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="delegations",
        verbose_name=_("government"),
    )
    organization = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="delegations",
        verbose_name=_("organisation"),
    )
    status = models.CharField(
        _("status"),
        max_length=20,
        choices=DelegationStatus.choices,
        default=DelegationStatus.INVITED,
    )
    # “Represented by its consul general”: of many delegations no name is known.
    capacity = models.CharField(
        _("takes part as"),
        max_length=12,
        choices=Role.choices,
        blank=True,
        help_text=_("Where no name is known: who represents it, or in what part."),
    )
    focal_point_name = models.CharField(
        _("focal point"),
        max_length=100,
        blank=True,
        help_text=_("Whom the secretariat writes to about this delegation."),
    )
    focal_point_email = models.EmailField(_("focal point's e-mail"), blank=True)
    seats_expected = models.PositiveSmallIntegerField(
        _("seats expected"), null=True, blank=True
    )
    names_to_follow = models.PositiveSmallIntegerField(
        _("names to follow"),
        null=True,
        blank=True,
        help_text=_("Seats for whom the delegation has not named anybody yet."),
    )
    protocol_order = models.PositiveSmallIntegerField(
        _("protocol order"), null=True, blank=True
    )
    note = models.TextField(_("note"), blank=True)

    objects = DelegationQuerySet.as_manager()

    sensitive = frozenset({"focal_point_name", "focal_point_email", "note"})

    class Meta:
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")
        ordering = ["meeting_id", "protocol_order", "pk"]
        constraints = [
            exactly_one_of(
                "delegation",
                "government",
                "organization",
                _("A delegation is of a government or of an organisation."),
            ),
            models.UniqueConstraint(
                fields=["meeting", "government"],
                name="delegation_government_once_per_meeting",
                violation_error_message=_(
                    "This government already has a delegation at the meeting."
                ),
            ),
            models.UniqueConstraint(
                fields=["meeting", "organization"],
                name="delegation_organization_once_per_meeting",
                violation_error_message=_(
                    "This organisation already has a delegation at the meeting."
                ),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return (
            reverse("attendee-list", args=[self.meeting.slug])
            + f"?delegation={self.code}"
        )

    def clean(self):
        super().clean()
        if self.government and self.meeting_id and not self.is_declined:
            refuse_ended(self.government, self.meeting.earliest)

    @property
    def body(self):
        """The government or organisation."""
        return self.government or self.organization

    @property
    def name(self):
        return self.body.name if self.body else ""

    @property
    def name_at_meeting(self):
        """The body's name on the day of the meeting; prefetch the bodies' `names`."""
        return self.body.name_on(self.meeting.day_of_names)

    @property
    def code(self):
        """The government's code or the organisation's key."""
        return self.government.code if self.government else self.organization.key

    @property
    def is_declined(self):
        return self.status == DelegationStatus.DECLINED

    @property
    def lacks_head(self):
        """Whether people are named, but no head; needs `with_head_count`."""
        return bool(self.attendee_count and not self.head_count)

    @property
    def country(self):
        return self.body.country

    def decline(self, reason):
        """Record that the delegation does not come; its attendees stay on record."""
        self.status = DelegationStatus.DECLINED
        self._change_reason = reason
        self.save()
