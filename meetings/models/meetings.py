"""Meetings: the editions of a series, and what prepares them."""

from datetime import date, timedelta

from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meetings.models.base import SingleSubmissionModel, Sourced
from meetings.models.countries import Country
from meetings.models.fields import (
    EdtfField,
    bounds,
    validate_languages,
    validate_time_zone,
)
from meetings.models.governments import Government
from meetings.models.keys import keyed_by
from meetings.models.meeting_choices import MeetingFormat, MeetingKind, MeetingStatus
from meetings.models.meeting_querysets import EXPECTED, MeetingQuerySet
from meetings.models.names import Language, Noted, Themed
from meetings.models.places import Located
from meetings.models.series import HostRole, Series
from meetings.models.titles import TitledByEdition
from meetings.models.wordings import Worded

# The zone in which a meeting's times are meant, by the country that hosts it.
ZONES = {"KR": "Asia/Seoul", "JP": "Asia/Tokyo", "CN": "Asia/Shanghai"}


@keyed_by("slug")
class Meeting(
    TitledByEdition, Themed, Located, Noted, Sourced, SingleSubmissionModel, Worded
):
    """An edition of a series, or a meeting that prepares one.

    Times are kept as local ones, in the time zone of the meeting, which its pages show.
    """

    slug = models.SlugField(_("key"), max_length=40, unique=True, blank=True)
    series = models.ForeignKey(
        Series, models.PROTECT, related_name="meetings", verbose_name=_("series")
    )
    number = models.PositiveSmallIntegerField(
        _("number"),
        null=True,
        blank=True,
        help_text=_("The edition's number; none for preparatory meetings."),
    )
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=MeetingKind.choices,
        default=MeetingKind.CONFERENCE,
    )
    date = EdtfField(
        _("date"),
        blank=True,
        help_text=_(
            "As exact as known: 2026, 2026-10 or 2026-10-21/2026-10-24;"
            " 2026? if uncertain."
        ),
    )
    earliest = models.DateField(null=True, editable=False, db_index=True)
    latest = models.DateField(null=True, editable=False, db_index=True)
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=MeetingStatus.choices,
        default=MeetingStatus.PLANNED,
    )
    status_reason = models.CharField(
        _("reason for the status"), max_length=250, blank=True
    )
    format = models.CharField(
        _("format"),
        max_length=10,
        choices=MeetingFormat.choices,
        default=MeetingFormat.UNKNOWN,
    )
    country = models.ForeignKey(
        Country,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings",
        verbose_name=_("country"),
    )
    place_government = models.ForeignKey(
        Government,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings_in_place",
        verbose_name=_("government of the place"),
    )
    host_government = models.ForeignKey(
        Government,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="hosted_meetings",
        verbose_name=_("host government"),
    )
    time_zone = models.CharField(
        _("time zone"), max_length=40, blank=True, validators=[validate_time_zone]
    )
    languages = models.CharField(
        _("working languages"),
        max_length=20,
        blank=True,
        validators=[validate_languages],
        help_text=_("Codes with a blank between: ko ja zh en."),
    )

    objects = MeetingQuerySet.as_manager()

    derived = Worded.derived | {"slug", "earliest", "latest", "time_zone"}
    texts = ("title", "theme", "place", "venue", "livestream", "note")

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["series_id", "earliest", "pk"]
        permissions = [("change_status_meeting", "Can change the status of meetings")]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "number"],
                name="meeting_number_once_per_series",
                violation_error_message=_(
                    "Another meeting of this series already has this number."
                ),
            ),
            models.CheckConstraint(
                condition=Q(number=None) | Q(number__gte=1),
                name="meeting_number_from_one",
                violation_error_message=_("The first edition has the number 1."),
            ),
            models.CheckConstraint(
                condition=Q(number=None)
                | ~Q(kind__in=[MeetingKind.PREPARATORY, MeetingKind.GENERAL_ASSEMBLY]),
                name="meeting_number_for_editions_only",
                violation_error_message=_(
                    "Only an edition of the series has a number; leave it empty here."
                ),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("meeting-detail", args=[self.slug])

    def get_texts_url(self):
        return reverse("meeting-record", args=[self.slug])

    def derive(self):
        super().derive()
        self.earliest, self.latest = bounds(self.date)
        # Once filled it stays, for a meeting that is held abroad.
        if not self.time_zone and self.country:
            self.time_zone = ZONES.get(self.country.code, "")
        # A key once given stays: addresses and file names have it.
        if not self.slug and self.series_id:
            self.slug = self.free_slug()

    def free_slug(self):
        """Return a key that is free: tlgec-27, tlgec-preparatory-2026.

        It is in addresses that people have bookmarked, so it is never computed again.
        """
        stem = self.series.slug
        # A year or a month, as far as the date is known: 2026 or 2026-11.
        parts = [self.number] if self.number else [self.kind, self.date[:7]]
        stem = "-".join([stem, *(str(part) for part in parts if part)])
        taken = set(
            Meeting.objects.filter(slug__startswith=stem).values_list("slug", flat=True)
        )
        candidates = [stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))]
        return next(slug for slug in candidates if slug not in taken)

    @property
    def day_of_names(self):
        """The day whose names governments and bodies have at this meeting."""
        return self.earliest or date.max  # without a date, the names of today

    @property
    def host_government_name(self):
        """The host government's name on the day; prefetch its `names`."""
        host = self.host_government
        return host.name_on(self.day_of_names) if host else ""

    def is_after(self, other):
        """Return whether both dates are known, and this one is the later."""
        return bool(self.earliest and other.earliest and self.earliest > other.earliest)

    def may_mark_presence_on(self, day):
        """Return whether presence may be marked: until two weeks after the end."""
        return self.latest is None or day <= self.latest + timedelta(days=14)

    @property
    def disagreements(self):
        """What sources print and the record does not follow; prefetch `citations`."""
        return [c for c in self.citations.all() if not c.adopted]

    @property
    def gaps(self):
        """What the record of the meeting lacks, in words."""
        gaps = [words for field, words in EXPECTED.items() if not getattr(self, field)]
        if self.status == MeetingStatus.UNKNOWN:
            gaps.append(_("status"))
        return gaps

    @property
    def working_languages(self):
        return [Language(code).label for code in self.languages.split()]

    @property
    def host_organizations(self):
        """The bodies with the role of host, not of co-host or supporter."""
        hosts = self.hosts.filter(role=HostRole.HOST).exclude(organization=None)
        return [host.organization for host in hosts.select_related("organization")]

    @transaction.atomic
    def set_host_organizations(self, organizations):
        """Make these bodies, and no others, the hosts; other roles stay as they are.

        Rows that stay are not written again: their sources and history are theirs.
        """
        hosts = self.hosts.filter(role=HostRole.HOST, government=None)
        for host in hosts.exclude(organization__in=organizations):
            host.delete()
        present = set(hosts.values_list("organization", flat=True))
        for organization in organizations:
            if organization.pk not in present:
                self.hosts.create(organization=organization, role=HostRole.HOST)
