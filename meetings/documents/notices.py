"""Mails to the focal points of delegations."""

from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from meetings.models import Delegation
from meetings.models.countries import language_of
from meetings.models.names import override_language


def registered_notices(batch):
    """Return a mail to each focal point of a list: how many of theirs are registered.

    It names nobody, since a mail may be read by others than it was sent to.
    """
    listed = batch.rows.filter(is_skipped=False).values("reference")
    delegations = (
        Delegation.objects.filter(attendees__reference__in=listed)
        .exclude(focal_point_email="")
        .with_bodies()
        .with_head_count()
    )
    # A list may name several people of one delegation, which gets one mail.
    return [notice(delegation) for delegation in delegations.distinct()]


def notice(delegation):
    # In the language of those who read it, not of who confirmed the list.
    with override_language(language_of(delegation.country) or "en"):
        params = {
            "meeting": delegation.meeting.title,
            "delegation": delegation.name_at_meeting,
            "count": delegation.attendee_count,
        }
        subject = _("%(meeting)s: your list is registered") % params
        body = _(
            "Your list for %(meeting)s has been registered.\n\n"
            "%(delegation)s: %(count)s people are registered now.\n\n"
            "Please write to the secretariat if this is not what you expect."
        )
        return EmailMessage(subject, body % params, to=[delegation.focal_point_email])
