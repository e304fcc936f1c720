"""A meeting's agenda: its sessions, their items, and when each of them begins."""

import datetime as dt

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from meetings.models.base import Sourced
from meetings.models.fields import EdtfField
from meetings.models.keys import keyed_by
from meetings.models.meeting_choices import MeetingFormat
from meetings.models.meetings import Meeting
from meetings.models.names import InLanguage, Titled
from meetings.models.wordings import Worded

LAST_PLACE = 9_999  # of a session, an item or a presenter; far more than there are
MINUTES_A_DAY = 24 * 60


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


class Scheduled(models.Model):
    """A row of an agenda in memory, with a label and times that are stored nowhere.

    They depend on what stands before the row, so `Session.schedule` sets them for all
    at once. Until it has run, a row has no label and no times.
    """

    label = ""
    begin = None
    finish = None

    class Meta:
        abstract = True


@keyed_by("meeting", "order")
class Session(Titled, Sourced, Scheduled, Worded):
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
    room_en = models.CharField(
        _("room or place in English"), max_length=200, blank=True
    )
    room_ko = models.CharField(_("room or place in Korean"), max_length=200, blank=True)
    room_ja = models.CharField(
        _("room or place in Japanese"), max_length=200, blank=True
    )
    room_zh = models.CharField(
        _("room or place in Chinese"), max_length=200, blank=True
    )
    room = InLanguage()
    mode = models.CharField(
        _("mode"),
        max_length=10,
        choices=MeetingFormat.choices,
        default=MeetingFormat.UNKNOWN,
    )

    texts = ("title", "room")

    # Both are in minutes, and set by `schedule`.
    allotted = 0
    overrun = 0

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

    def get_texts_url(self):
        # The sessions of a published version stand apart from their meeting.
        return self.meeting.get_texts_url() if self.meeting_id else ""

    @cached_property
    def item_list(self):
        """The items in their order, as a list that an agenda in memory may change."""
        # The relation of a row without an id cannot be asked for anything.
        return list(self.items.all()) if self.pk else []

    @property
    def length(self):
        """The minutes from its start to its end, or None unless both are known."""
        if self.start is None or self.end is None:
            return None
        return minutes_of(self.end) - minutes_of(self.start)

    def schedule(self, number):
        """Set the labels and times of the session, the `number`th, and of its items.

        Items follow one another from the start of the session. Without a start nothing
        has a time; without an end the session ends with its last item.
        """
        self.label, self.allotted = str(number), 0
        for n, item in enumerate(self.item_list, start=1):
            item.label = item.number or f"{number}.{n}"
            item.offset = self.allotted
            self.allotted += item.duration or 0
            item.begin = time_after(self.start, item.offset)
            item.finish = time_after(self.start, self.allotted)
        # Without seconds, as the times of the items are.
        self.begin = time_after(self.start, 0)
        self.finish = time_after(self.end, 0) or time_after(self.start, self.allotted)
        is_open = self.length is None
        self.overrun = 0 if is_open else max(self.allotted - self.length, 0)


@keyed_by("session", "order")
class AgendaItem(Titled, Sourced, Scheduled, Worded):
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

    texts = ("title",)

    # Minutes after the start of the session, set by `Session.schedule`.
    offset = 0

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

    def get_texts_url(self):
        return self.session.get_texts_url()

    @cached_property
    def presenter_list(self):
        """The presenters in their order: a list that an agenda in memory may change."""
        return list(self.presenters.all()) if self.pk else []


def clock_span(begin, finish):
    """From when to when: 10:20–10:40, one of them if only that is known, or "".

    Where both are the same minute, it stands once.
    """
    known = [f"{time:%H:%M}" for time in (begin, finish) if time]
    return "–".join(dict.fromkeys(known))


def schedule_all(sessions):
    """Set the labels and times of sessions in their order; return them as a list."""
    sessions = list(sessions)
    for number, session in enumerate(sessions, start=1):
        session.schedule(number)
    return sessions


def minutes_of(time):
    """The minutes from midnight to a time of day."""
    return time.hour * 60 + time.minute


def time_after(start, minutes):
    """The time of day so many minutes after a start, past midnight if need be.

    None if the start is not known.
    """
    if start is None:
        return None
    return dt.time(*divmod((minutes_of(start) + minutes) % MINUTES_A_DAY, 60))
