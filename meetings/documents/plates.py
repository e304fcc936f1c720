"""Name plates for the table: sheets of A4 to fold, read from both sides."""

from django.db.models import Q
from django.utils.translation import gettext as _

from meetings.documents.people import (
    attendees_on_site,
    body_texts,
    delegations_with_plates,
    person_texts,
)
from meetings.documents.typesetting import typeset
from meetings.documents.wording import tagged
from meetings.models import Presenter
from meetings.models.delegations import Role

# Whoever sits at the table has a plate; others wear a badge.
AT_THE_TABLE = [Role.HEAD, Role.DEPUTY, Role.HOST, Role.CHAIR, Role.SPEAKER]

PLATE_LANGUAGE = "en"  # beside the language of the delegation's country


def name_plates(meeting, with_personal_data=False):
    """Return the plates as a PDF: of heads and speakers, else of the delegation alone.

    They are in English and in the language of the delegation's country. Who takes part
    online only has none.
    """
    people = list(_seated(meeting))
    plates = [_plate(attendee, with_personal_data) for attendee in people]
    # A delegation whose head is named needs no plate of its own.
    seated = {attendee.delegation_id for attendee in people}
    plates += [
        {"bodies": body_texts(delegation, PLATE_LANGUAGE)[::-1]}
        for delegation in delegations_with_plates(meeting)
        if delegation.pk not in seated
    ]
    empty = [tagged(_("No delegation takes part yet."))]
    return typeset("plates", {"empty": empty, "plates": plates})


def _seated(meeting):
    presentations = Presenter.objects.filter(item__session__meeting=meeting)
    return attendees_on_site(meeting).filter(
        Q(role__in=AT_THE_TABLE) | Q(pk__in=presentations.values("attendee"))
    )


def _plate(attendee, with_personal_data):
    delegation = attendee.delegation
    return person_texts(attendee, delegation.country, with_personal_data) | {
        "bodies": body_texts(delegation, PLATE_LANGUAGE)[::-1]
    }
