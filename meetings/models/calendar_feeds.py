"""Secret addresses that calendar programs subscribe to."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meetings.models.delegations import Delegation
from meetings.models.meetings import Meeting
from meetings.models.people import Person


def new_token():
    # Calendar programs cannot sign in: whoever has the address may read it.
    return secrets.token_urlsafe(24)


class CalendarFeedQuerySet(models.QuerySet):
    def in_use(self):
        return self.filter(revoked_at=None)


class CalendarFeed(models.Model):
    """An address with the published agenda of a meeting, of a delegation or a person.

    Whoever knows it may read it until it is revoked.
    """

    token = models.CharField(max_length=40, unique=True, default=new_token)
    meeting = models.ForeignKey(
        Meeting,
        models.CASCADE,
        related_name="calendar_feeds",
        verbose_name=_("meeting"),
    )
    delegation = models.ForeignKey(
        Delegation,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="calendar_feeds",
        verbose_name=_("delegation"),
    )
    person = models.ForeignKey(
        Person,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="calendar_feeds",
        verbose_name=_("person"),
    )
    made_at = models.DateTimeField(_("made"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("made by"),
    )
    # Revoked rather than deleted: which addresses were given out stays on record.
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("calendar address")
        verbose_name_plural = _("calendar addresses")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(delegation=None) | Q(person=None),
                name="calendar_feed_of_one",
                violation_error_message=_(
                    "A calendar is of a delegation or of a person, not both."
                ),
            ),
        ]

    def __str__(self):
        return str(self.subject or self.meeting)

    @property
    def subject(self):
        """The person or the delegation whose calendar it is; None for everybody's."""
        return self.person or self.delegation
