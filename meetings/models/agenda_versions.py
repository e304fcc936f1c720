"""An agenda as a whole at one moment: published, or about to be changed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from meetings.models.meetings import Meeting

# Each holds a whole agenda; an afternoon of edits can be taken back.
UNDOS_KEPT = 30


class AgendaVersion(models.Model):
    """A numbered version of an agenda, frozen as it was published."""

    meeting = models.ForeignKey(
        Meeting,
        models.PROTECT,
        related_name="agenda_versions",
        verbose_name=_("meeting"),
    )
    number = models.PositiveSmallIntegerField(_("number"))
    comment = models.CharField(_("comment"), max_length=250, blank=True)
    # Plain data, for what it names may be changed or deleted later.
    snapshot = models.JSONField()
    made_at = models.DateTimeField(_("published"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("published by"),
    )

    class Meta:
        verbose_name = _("version of an agenda")
        verbose_name_plural = _("versions of agendas")
        ordering = ["meeting_id", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "number"],
                name="agenda_version_number_once_per_meeting",
                violation_error_message=_("This version is published already."),
            ),
        ]

    def __str__(self):
        return str(_("Version %(number)s") % {"number": self.number})


class AgendaUndoQuerySet(models.QuerySet):
    def forget_old(self, meeting):
        """Delete all but the last few of a meeting."""
        last = self.filter(meeting=meeting).order_by("-pk")[:UNDOS_KEPT]
        kept = list(last.values_list("pk", flat=True))
        self.filter(meeting=meeting).exclude(pk__in=kept).delete()


class AgendaUndo(models.Model):
    """An edit of an agenda, with the agenda before it, so that it can be undone.

    `seen` and `after` are the fingerprints of the agenda before and after the edit. It
    is undone only while the agenda still has the latter: else it would take along what
    was changed elsewhere since.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="agenda_undos")
    # In the language of the editor, as its button says it.
    what = models.CharField(max_length=200)
    before = models.JSONField()
    seen = models.CharField(max_length=64)
    after = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    objects = AgendaUndoQuerySet.as_manager()

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ["pk"]

    def __str__(self):
        return self.what
