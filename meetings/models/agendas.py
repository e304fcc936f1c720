"""A meeting's agenda: its sessions and their items."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from meetings.models.base import Sourced, Tracked
from meetings.models.fields import EdtfField
from meetings.models.keys import keyed_by
from meetings.models.meeting_choices import MeetingFormat
from meetings.models.meetings import Meeting
from meetings.models.names import Titled

LAST_PLACE = 9_999  # of a session, an item or a presenter; far more than there are


class SessionKind(models.TextChoices):
    CEREMONY = "ceremony", _("Ceremony")
    PLENARY = "plenary", _("Plenary")
    PARALLEL = "parallel", _("Parallel session")
    EXCHANGE_PLAZA = "exchange_plaza", _("Exchange Plaza")
    RECEPTION = "reception", _("Reception")
    COURTESY_CALL = "courtesy_call", _("Courtesy call")
    SITE_VISIT = "site_visit", _("Site visit")
    PRESS = "press", _("Press conference")
    PREPARATORY = "preparatory", _("Preparatory meeting")
    BUSINESS = "business", _("Business")


class ItemKind(models.TextChoices):
    ADDRESS = "address", _("Address")
    KEYNOTE = "keynote", _("Keynote")
    PRESENTATION = "presentation", _("Presentation")
    VIDEO = "video", _("Video")
    TOPIC = "topic", _("Topic")
    DISCUSSION = "discussion", _("Discussion")
    ADOPTION = "adoption", _("Adoption")
    OTHER = "other", _("Other")


@keyed_by("meeting", "order")
class Session(Titled, Sourced, Tracked):
    """A part of a meeting's programme; times are in the meeting's own zone."""

    meeting = models.ForeignKey(
        Meeting, models.CASCADE, related_name="sessions", verbose_name=_("meeting")
    )
    order = models.PositiveSmallIntegerField(
        _("order"), validators=[MaxValueValidator(LAST_PLACE)]
    )
    kind = models.CharField(_("kind"), max_length=20, choices=SessionKind.choices)
    date = EdtfField(_("date"), blank=True)
    start = models.TimeField(_("start"), null=True, blank=True)
    end = models.TimeField(_("end"), null=True, blank=True)
    room = models.CharField(_("room or place"), max_length=200, blank=True)
    mode = models.CharField(
        _("mode"),
        max_length=10,
        choices=MeetingFormat.choices,
        default=MeetingFormat.UNKNOWN,
    )

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["meeting_id", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "order"],
                name="session_order_once_per_meeting",
                violation_error_message=_(
                    "Another session of this meeting already has this place."
                ),
            ),
            models.CheckConstraint(
                condition=Q(start=None) | Q(end=None) | Q(end__gt=F("start")),
                name="session_ends_after_it_starts",
                violation_error_message=_("A session ends after it starts."),
            ),
        ]

    def __str__(self):
        return self.title or self.get_kind_display()


@keyed_by("session", "order")
class AgendaItem(Titled, Sourced, Tracked):
    """An item within a session."""

    session = models.ForeignKey(
        Session, models.CASCADE, related_name="items", verbose_name=_("session")
    )
    order = models.PositiveSmallIntegerField(
        _("order"), validators=[MaxValueValidator(LAST_PLACE)]
    )
    number = models.CharField(_("number as printed"), max_length=10, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=ItemKind.choices)
    duration = models.PositiveSmallIntegerField(
        _("minutes allotted"), null=True, blank=True
    )
    is_internal = models.BooleanField(
        _("internal"), default=False, help_text=_("Not in the printed programme.")
    )

    class Meta:
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        ordering = ["session_id", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "order"],
                name="agenda_item_order_once_per_session",
                violation_error_message=_(
                    "Another item of this session already has this place."
                ),
            ),
        ]

    def __str__(self):
        return self.title or self.get_kind_display()
