"""The list of participants, by delegation, in one to four languages."""

from collections import defaultdict

from django.utils.translation import gettext as _

from meetings.documents.people import person_texts, printed_delegations
from meetings.documents.typesetting import typeset
from meetings.documents.wording import heading, in_each
from meetings.models import Attendee
from meetings.models.delegations import DelegationStatus, Role


def list_of_participants(meeting, languages=("en",), with_personal_data=False):
    """The list as a PDF: who is expected, the heads first, delegation by delegation."""
    data = {
        "heading": heading(meeting, languages),
        "name": in_each(languages, lambda: _("List of participants")),
        "empty": in_each(languages, lambda: _("Nobody is registered yet.")),
        "columns": [
            in_each(languages, lambda: _("Name")),
            in_each(languages, lambda: _("Position")),
            in_each(languages, lambda: _("Role")),
        ],
        "roles": {
            role: in_each(languages, lambda role=role: role.label) for role in Role
        },
        "delegations": list(_delegations(meeting, languages, with_personal_data)),
    }
    return typeset("participants", data)


def _delegations(meeting, languages, with_personal_data):
    people = _people_by_delegation(meeting)
    for delegation in printed_delegations(meeting):
        yield {
            "name": in_each(languages, lambda d=delegation: d.name_at_meeting),
            "note": in_each(languages, lambda d=delegation: _instead_of_people(d)),
            "people": [
                person_texts(attendee, delegation.country, with_personal_data)
                | {"role": attendee.role}
                for attendee in people[delegation.pk]
            ],
        }


def _people_by_delegation(meeting):
    attendees = Attendee.objects.filter(meeting=meeting).expected()
    people = defaultdict(list)
    for attendee in attendees.select_related("person__country").in_protocol_order():
        people[attendee.delegation_id].append(attendee)
    return people


def _instead_of_people(delegation):
    """In what part the body comes if nobody is named."""
    return delegation.get_capacity_display() or DelegationStatus.NAMES_TO_FOLLOW.label
