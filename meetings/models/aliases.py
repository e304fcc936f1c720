"""What texts in lists mean, remembered from the answers that staff gave."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from meetings.models.base import Tracked
from meetings.models.keys import keyed_by
from meetings.text.folding import fold


class AliasKind(models.TextChoices):
    HEADER = "header", _("Heading of a column")
    BODY = "body", _("Government or organisation")
    ROLE = "role", _("Role")
    MODE = "mode", _("Mode")


@keyed_by("kind", "text")
class Alias(Tracked):
    """What a text in a list means, remembered from an answer that staff gave."""

    kind = models.CharField(_("kind"), max_length=10, choices=AliasKind.choices)
    text = models.CharField(
        _("text"),
        max_length=200,
        help_text=_("As it is compared: without blanks, case or script variants."),
    )
    value = models.CharField(
        _("means"), max_length=60, help_text=_("A field, a code, a role or a mode.")
    )

    class Meta:
        verbose_name = _("remembered answer")
        verbose_name_plural = _("remembered answers")
        ordering = ["kind", "text"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "text"],
                name="alias_once",
                violation_error_message=_("This text has a meaning already."),
            ),
        ]

    def __str__(self):
        return f"{self.text} → {self.value}"

    def full_clean(self, *args, **kwargs):
        self.text = fold(self.text)
        super().full_clean(*args, **kwargs)
