"""Which rows of the historical record were loaded, so that staff's edits are kept."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RecordEntry(models.Model):
    """A row of the record as it was loaded: from what, and as which version.

    The id is no foreign key: the entry outlives a row that staff deleted, so that the
    row is not loaded again.
    """

    model = models.CharField(_("model"), max_length=60)
    key = models.TextField(_("natural key"), help_text=_("As JSON."))
    row_id = models.BigIntegerField(_("row"))
    row_version = models.PositiveIntegerField(_("version"))
    digest = models.CharField(_("digest"), max_length=64)

    class Meta:
        verbose_name = _("loaded row of the record")
        verbose_name_plural = _("loaded rows of the record")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["model", "key"], name="record_entry_once"),
        ]

    def __str__(self):
        return f"{self.model} {self.key}"
