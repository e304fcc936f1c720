"""Name badges: one on a sheet of A6, or eight on a sheet of A4 with their backs."""

import segno
from django.utils.translation import gettext as _

from meetings.documents.names_left_out import printed_place
from meetings.documents.people import attendees_on_site, body_texts, person_texts
from meetings.documents.typesetting import typeset
from meetings.documents.wording import heading, tagged
from meetings.models.names import active_language


def name_badges(meeting, paper="a6", with_personal_data=False):
    """Return the badges as a PDF, in protocol order.

    On "a4" a page of fronts is followed by their backs, to be turned on the long edge.
    """
    language = active_language()
    data = {
        "paper": paper,
        "heading": heading(meeting, [language], printed_place),
        "empty": [tagged(_("Nobody is registered yet who comes in person."))],
        "badges": [
            _badge(attendee, language, with_personal_data)
            for attendee in attendees_on_site(meeting)
        ],
    }
    return typeset("badges", data)


def _badge(attendee, language, with_personal_data):
    delegation = attendee.delegation
    return person_texts(attendee, delegation.country, with_personal_data) | {
        "bodies": body_texts(delegation, language),
        "role": tagged(attendee.get_role_display(), language),
        "reference": attendee.reference,
        "code": _qr(attendee.reference),
    }


def _qr(reference):
    """Return the reference as a QR code in SVG, readable with 30% of it soiled."""
    # Level H: a badge is worn, folded and stained.
    return segno.make_qr(reference, error="h").svg_inline(border=0)
