"""What meetings decided."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from meetings.models.agendas import AgendaItem
from meetings.models.base import Sourced, Tracked
from meetings.models.fields import EdtfField
from meetings.models.keys import keyed_by
from meetings.models.meetings import Meeting
from meetings.models.names import InLanguage


class DecisionKind(models.TextChoices):
    DECISION = "decision", _("Decision")
    AGREEMENT = "agreement", _("Agreement")
    JOINT_STATEMENT = "joint_statement", _("Joint statement")
    PROPOSAL = "proposal", _("Proposal")
    RECOMMENDATION = "recommendation", _("Recommendation")


@keyed_by("meeting", "order")
class Decision(Sourced, Tracked):
    """What a meeting decided, agreed, stated or proposed."""

    meeting = models.ForeignKey(
        Meeting, models.CASCADE, related_name="decisions", verbose_name=_("meeting")
    )
    order = models.PositiveSmallIntegerField(_("order"))
    kind = models.CharField(_("kind"), max_length=20, choices=DecisionKind.choices)
    item = models.ForeignKey(
        AgendaItem,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("agenda item"),
    )
    text_en = models.TextField(_("text in English"), blank=True)
    text_ko = models.TextField(_("text in Korean"), blank=True)
    text_ja = models.TextField(_("text in Japanese"), blank=True)
    text_zh = models.TextField(_("text in Chinese"), blank=True)
    adopted_on = EdtfField(_("adopted on"), blank=True)

    text = InLanguage()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["meeting_id", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "order"],
                name="decision_order_once_per_meeting",
                violation_error_message=_(
                    "Another decision of this meeting already has this place."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.text}"
