"""What lists said of attendees, until the next list is compared with it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from meetings.models.attendees import Attendee
from meetings.models.imports import KEPT_FOR, ImportBatch


class ListedValuesQuerySet(models.QuerySet):
    def last_said(self, meeting):
        """Return what lists said last of each attendee, by reference, then by field."""
        said = {}
        rows = self.filter(attendee__meeting=meeting).order_by("pk")
        for reference, values in rows.values_list("attendee__reference", "values"):
            said.setdefault(reference, {}).update(values)
        return said

    def drop_old(self, moment):
        """Delete what was said for meetings that have been over for 14 days."""
        day = (moment - KEPT_FOR).date()
        self.filter(attendee__meeting__latest__lt=day).delete()


class ListedValues(models.Model):
    """What a confirmed list said of an attendee, as far as an earlier one did not.

    Held against the next list, it tells what the list changes from what somebody
    corrected by hand since. It is personal data: it has no history, goes with the
    attendee or with the list that is undone, and is dropped 14 days after the meeting.
    """

    attendee = models.ForeignKey(
        Attendee, models.CASCADE, related_name="listed_values", editable=False
    )
    batch = models.ForeignKey(
        ImportBatch, models.CASCADE, related_name="listed_values", editable=False
    )
    # By field as in `ImportRow.values`; the delegation is the `body`.
    values = models.JSONField(editable=False)

    objects = ListedValuesQuerySet.as_manager()

    class Meta:
        verbose_name = _("values of a list")
        verbose_name_plural = _("values of lists")
        constraints = [
            models.UniqueConstraint(
                fields=["attendee", "batch"], name="listed_values_once_per_list"
            ),
        ]

    def __str__(self):
        return f"{self.attendee_id}, {self.batch_id}"
