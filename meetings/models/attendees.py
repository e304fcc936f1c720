"""Attendees: the people of a delegation at a meeting."""

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meetings.models.base import SingleSubmissionModel, Sourced, Tracked
from meetings.models.delegations import Delegation, Role
from meetings.models.keys import KeyedQuerySet, keyed_by
from meetings.models.meetings import Meeting
from meetings.models.orders import body_order, name_order
from meetings.models.people import Person, unmistakable_code
from meetings.text.offices import Office, office_of

# secretariat/roles.py says who has these permissions.
SEE_PERSONAL_DATA = "meetings.see_personal_data_attendee"
MARK_ATTENDANCE = "meetings.mark_attendance_attendee"


def new_reference():
    """Return a new code to print on a badge: X7K3-9QXZ."""
    code = unmistakable_code()
    return f"{code[:4]}-{code[4:]}"


class Mode(models.TextChoices):
    IN_PERSON = "in_person", _("In person")
    ONLINE = "online", _("Online")


class AttendeeStatus(models.TextChoices):
    REGISTERED = "registered", _("Registered")
    CONFIRMED = "confirmed", _("Confirmed")
    ATTENDED = "attended", _("Attended")
    ABSENT = "absent", _("Absent")
    CANCELLED = "cancelled", _("Cancelled")


class AttendeeQuerySet(KeyedQuerySet):
    def expected(self):
        """Return attendees who have not been cancelled."""
        return self.exclude(status=AttendeeStatus.CANCELLED)

    def on_site(self):
        """Return attendees who come in person, or of whom it is not known."""
        return self.exclude(mode=Mode.ONLINE)

    def search(self, text, with_passport_names=True):
        """Return those with `text` in name, reference, position or delegation."""
        people = Person.objects.search(text, with_passport_names)
        return self.filter(
            Q(person__in=people)
            | Q(reference__icontains=text)
            | Q(position__icontains=text)
            | Q(delegation__in=Delegation.objects.search(text))
        )

    def of_country(self, country):
        """Return attendees of delegations of `country`."""
        return self.filter(delegation__in=Delegation.objects.of_country(country))

    def of_body(self, code):
        """Return attendees of the government or body with this code."""
        return self.filter(delegation__in=Delegation.objects.of_body(code))

    def with_names(self):
        """Load everything that a row of a list shows."""
        return self.select_related(
            "meeting",
            "person__country",
            "delegation__government__country",
            "delegation__organization__country",
            "delegation__meeting",
        ).prefetch_related(
            "delegation__government__names", "delegation__organization__names"
        )

    def in_protocol_order(self):
        """Sort by delegation in protocol order, then its head, rank, office and name.

        This is the order of printed papers, the same in every language. Of those with
        the same office, or none, the role decides before the name.
        """
        return self.order_by(
            F("delegation__protocol_order").asc(nulls_last=True),
            F("delegation__government__country__code").asc(nulls_last=True),
            "delegation__government__code",
            "delegation__organization__key",
            Case(When(role=Role.HEAD, then=0), default=1),
            F("rank").asc(nulls_last=True),
            "office",
            role_rank(),
            "person__family_name",
            "person__given_name",
            "person__native_name",
            "pk",
        )

    def in_government_order(self):
        """Sort by government in the reader's language, then by rank and name."""
        bodies, names = body_order("delegation__"), name_order("person__")
        return self.order_by(*bodies, role_rank(), *names, "pk")

    def in_name_order(self):
        """Sort by name as a list in the reader's language does."""
        return self.order_by(*name_order("person__"), "pk")

    def through_time(self):
        """Load meetings and bodies of a person's attendances, the latest first."""
        return (
            self.select_related(
                "meeting__series",
                "delegation__meeting",
                "delegation__government",
                "delegation__organization",
            )
            .prefetch_related("meeting__series__names")
            .order_by(F("meeting__earliest").desc(nulls_last=True), "-pk")
        )


def role_rank():
    """Return an expression to sort by: the place of the role in `Role`."""
    return Case(*(When(role=role, then=Value(n)) for n, role in enumerate(Role.values)))


@keyed_by("reference")
class Attendee(Sourced, SingleSubmissionModel, Tracked):
    """A person in a delegation at a meeting."""

    reference = models.CharField(
        _("reference"),
        max_length=9,
        unique=True,
        default=new_reference,
        editable=False,
        help_text=_("The permanent code on lists and badges."),
    )
    delegation = models.ForeignKey(
        Delegation,
        models.PROTECT,
        related_name="attendees",
        verbose_name=_("delegation"),
    )
    # Always that of the delegation; see `derive`.
    meeting = models.ForeignKey(
        Meeting,
        models.PROTECT,
        related_name="attendees",
        editable=False,
        verbose_name=_("meeting"),
    )
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="attendances", verbose_name=_("person")
    )
    role = models.CharField(
        _("role"), max_length=12, choices=Role.choices, default=Role.DELEGATE
    )
    rank = models.PositiveSmallIntegerField(
        _("rank"),
        null=True,
        blank=True,
        help_text=_("The place within the delegation, after its head."),
    )
    position = models.CharField(_("position"), max_length=200, blank=True)
    # The place in protocol of the office that the position names.
    office = models.PositiveSmallIntegerField(
        default=Office.OTHER.value, editable=False
    )
    department = models.CharField(_("department"), max_length=200, blank=True)
    mode = models.CharField(_("mode"), max_length=10, choices=Mode.choices, blank=True)
    # Cancelled attendees stay: their badges may be printed, and letters refer to them.
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=AttendeeStatus.choices,
        default=AttendeeStatus.REGISTERED,
    )
    languages = models.CharField(_("languages"), max_length=100, blank=True)
    dietary = models.CharField(_("dietary need"), max_length=200, blank=True)
    arrives_on = models.DateField(_("arrives on"), null=True, blank=True)
    departs_on = models.DateField(_("departs on"), null=True, blank=True)
    lodging = models.CharField(_("lodging"), max_length=200, blank=True)
    note = models.TextField(_("note"), blank=True)

    objects = AttendeeQuerySet.as_manager()

    sensitive = frozenset({"dietary", "arrives_on", "departs_on", "lodging", "note"})
    derived = frozenset({"meeting", "office"})
    derived_from = ("delegation",)

    class Meta:
        verbose_name = _("attendee")
        verbose_name_plural = _("attendees")
        ordering = ["meeting_id", "delegation_id", "pk"]
        # Roles have them by secretariat/roles.py; nothing grants them in the database.
        permissions = [
            (
                "see_personal_data_attendee",
                "Can see contact, dietary, travel and passport-name data",
            ),
            ("mark_attendance_attendee", "Can mark who is present"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"],
                name="attendee_once_per_meeting",
                violation_error_message=_(
                    "This person is already registered for the meeting."
                ),
            ),
            # A cancelled head stays on record beside the one who comes instead.
            models.UniqueConstraint(
                fields=["delegation"],
                condition=Q(role=Role.HEAD) & ~Q(status=AttendeeStatus.CANCELLED),
                name="delegation_has_one_head",
                violation_error_message=_("This delegation already has a head."),
            ),
            models.CheckConstraint(
                condition=Q(arrives_on=None)
                | Q(departs_on=None)
                | Q(departs_on__gte=F("arrives_on")),
                name="attendee_departs_after_arriving",
                violation_error_message=_("The departure is before the arrival."),
            ),
        ]

    def __str__(self):
        return f"{self.person}, {self.delegation}"

    def get_absolute_url(self):
        return reverse("attendee-detail", args=[self.meeting.slug, self.reference])

    def derive(self):
        self.office = office_of(self.position).value
        # Kept beside the delegation's own, for “once per meeting” to be a constraint.
        if self.delegation_id:
            self.meeting_id = self.delegation.meeting_id

    @property
    def is_cancelled(self):
        return self.status == AttendeeStatus.CANCELLED

    def set_status(self, status, reason=""):
        """Change the status, with the reason in the history.

        Raise ValidationError where a rule forbids it: a second head, for example.
        """
        self.status = status
        self._change_reason = reason
        self.full_clean()
        self.save()
