"""What sources say of a series as a whole, in their own words."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from meetings.models.base import Sourced
from meetings.models.keys import keyed_by
from meetings.models.names import InLanguage, lacking
from meetings.models.series import Series
from meetings.models.wordings import Worded


class StatementKind(models.TextChoices):
    PURPOSE = "purpose", _("Purpose")
    ATTENDANCE = "attendance", _("Attendance")
    CONTENTS = "contents", _("Contents")
    MEMBERSHIP = "membership", _("Membership")
    INTERRUPTION = "interruption", _("Interruption")


@keyed_by("series", "order")
class Statement(Sourced, Worded):
    """What a source says of a series: what it is for, who comes, why it paused."""

    series = models.ForeignKey(
        Series, models.CASCADE, related_name="statements", verbose_name=_("series")
    )
    order = models.PositiveSmallIntegerField(_("order"))
    kind = models.CharField(_("kind"), max_length=20, choices=StatementKind.choices)
    text_en = models.TextField(_("text in English"), blank=True)
    text_ko = models.TextField(_("text in Korean"), blank=True)
    text_ja = models.TextField(_("text in Japanese"), blank=True)
    text_zh = models.TextField(_("text in Chinese"), blank=True)

    text = InLanguage()
    texts = ("text",)

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        ordering = ["series_id", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "order"],
                name="statement_order_once_per_series",
                violation_error_message=_(
                    "Another statement of this series already has this place."
                ),
            ),
            models.CheckConstraint(
                condition=~lacking("text"),
                name="statement_has_a_text",
                violation_error_message=_("A text in one language at least is needed."),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.text}"

    def get_texts_url(self):
        return self.series.get_texts_url()
