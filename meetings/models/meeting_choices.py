"""The kinds, statuses and formats of meetings.

They have a module of their own because both Meeting and its queryset need them.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MeetingKind(models.TextChoices):
    CONFERENCE = "conference", _("Conference")
    GOVERNORS_MEETING = "governors_meeting", _("Governors' meeting")
    PREPARATORY = "preparatory", _("Preparatory meeting")
    GENERAL_ASSEMBLY = "general_assembly", _("General assembly")


class MeetingStatus(models.TextChoices):
    PLANNED = "planned", _("Planned")
    ANNOUNCED = "announced", _("Announced")
    HELD = "held", _("Held")
    POSTPONED = "postponed", _("Postponed")
    CANCELLED = "cancelled", _("Cancelled")
    NOT_HELD = "not_held", _("Not held")
    UNKNOWN = "unknown", _("Unknown")


class MeetingFormat(models.TextChoices):
    IN_PERSON = "in_person", _("In person")
    ONLINE = "online", _("Online")
    HYBRID = "hybrid", _("Hybrid")
    UNKNOWN = "unknown", _("Unknown")
