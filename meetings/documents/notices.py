"""Mails to the focal points of delegations."""

from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from meetings.documents.wording import language_of
from meetings.models import Delegation
from meetings.models.names import override_language


def registered_notices(batch):
    """A mail to each focal point on a list: how many of theirs are registered now.

    It names nobody, since a mail may be read by others than it was sent to.
    """
    listed = batch.rows.filter(is_skipped=False).values("reference")
    delegations = (
        Delegation.objects.filter(attendees__reference__in=listed)
        .exclude(focal_point_email="")
        .with_bodies()
        .with_head_count()
    )
    return [notice(delegation) for delegation in delegations.distinct()]


def notice(delegation):
    with override_language(language_of(delegation.country) or "en"):
        told = {
            "meeting": delegation.meeting.title,
            "delegation": delegation.name_at_meeting,
            "count": delegation.attendee_count,
        }
        subject = _("%(meeting)s: your list is registered") % told
        body = _(
            "Your list for %(meeting)s has been registered.\n\n"
            "%(delegation)s: %(count)s people are registered now.\n\n"
            "Please write to the secretariat if this is not what you expect."
        )
        return EmailMessage(subject, body % told, to=[delegation.focal_point_email])
