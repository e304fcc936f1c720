"""What meetings said and decided: minutes of items, and decisions."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from meetings.models.agendas import AgendaItem
from meetings.models.base import Sourced, Tracked
from meetings.models.fields import EdtfField
from meetings.models.governments import Government
from meetings.models.keys import KeyedQuerySet, keyed_by
from meetings.models.meetings import Meeting
from meetings.models.names import InLanguage, lacking
from meetings.models.organizations import Organization
from meetings.models.wordings import Worded


class DecisionKind(models.TextChoices):
    DECISION = "decision", _("Decision")
    AGREEMENT = "agreement", _("Agreement")
    JOINT_STATEMENT = "joint_statement", _("Joint statement")
    PROPOSAL = "proposal", _("Proposal")
    RECOMMENDATION = "recommendation", _("Recommendation")


class FollowUp(models.TextChoices):
    OPEN = "open", pgettext_lazy("follow-up", "Open")
    DONE = "done", _("Done")


@keyed_by("item")
class ItemMinutes(Tracked):
    """What was said on an item, as plain text."""

    item = models.OneToOneField(
        AgendaItem,
        models.PROTECT,
        related_name="minutes",
        verbose_name=_("agenda item"),
    )
    text = models.TextField(_("minutes"), blank=True)

    # When and by whom this version was saved, set by `minutes_with_savers`.
    saved_at = None
    saver = None

    class Meta:
        verbose_name = _("minutes of an item")
        verbose_name_plural = _("minutes of items")
        ordering = ["item_id"]

    def __str__(self):
        return str(self.item)


class DecisionQuerySet(KeyedQuerySet):
    def open_of(self, series):
        """Decisions of a series that are still to be followed up, the oldest first."""
        decisions = self.filter(meeting__series=series, follow_up=FollowUp.OPEN)
        return decisions.order_by(
            # A meeting whose date is not known is likely an old one.
            F("meeting__earliest").asc(nulls_first=True),
            "meeting_id",
            "order",
        )


@keyed_by("meeting", "order")
class Decision(Sourced, Worded):
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

    follow_up = models.CharField(
        _("follow-up"),
        max_length=5,
        choices=FollowUp.choices,
        blank=True,
        help_text=_("What is open comes back as a matter arising at the next edition."),
    )
    responsible_government = models.ForeignKey(
        Government,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="duties",
        verbose_name=_("responsible government"),
    )
    responsible_organization = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="duties",
        verbose_name=_("responsible organisation"),
    )
    due_on = models.DateField(_("due on"), null=True, blank=True)

    text = InLanguage()
    texts = ("text",)
    objects = DecisionQuerySet.as_manager()

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
            models.CheckConstraint(
                condition=Q(responsible_government=None)
                | Q(responsible_organization=None),
                name="decision_one_responsible",
                violation_error_message=_(
                    "A government or an organisation is responsible, not both."
                ),
            ),
            models.CheckConstraint(
                condition=~lacking("text"),
                name="decision_has_a_text",
                violation_error_message=_("A text in one language at least is needed."),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.text}"

    def get_absolute_url(self):
        page = reverse("outcomes", args=[self.meeting.slug])
        return f"{page}#decision-{self.pk}"

    def get_texts_url(self):
        return self.meeting.get_texts_url()

    def clean(self):
        if self.item and self.item.session.meeting_id != self.meeting_id:
            raise ValidationError(
                {"item": _("This item is on the agenda of another meeting.")}
            )

    @property
    def responsible(self):
        """The government or organisation that has to follow it up, or None."""
        return self.responsible_government or self.responsible_organization
