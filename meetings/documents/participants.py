"""The list of participants, by delegation, in one to four languages."""

from collections import defaultdict
from functools import partial

from django.utils.translation import gettext as _

from meetings.documents.people import person_texts, printed_delegations
from meetings.documents.typesetting import typeset
from meetings.documents.wording import heading, in_each_language
from meetings.models import Attendee
from meetings.models.delegations import DelegationStatus, Role


def list_of_participants(meeting, languages=("en",), with_personal_data=False):
    """Return the list as a PDF: who is expected, by delegation, the heads first."""
    people = _people_by_delegation(meeting)
    data = {
        "heading": heading(meeting, languages),
        "name": in_each_language(languages, lambda: _("List of participants")),
        "empty": in_each_language(languages, lambda: _("Nobody is registered yet.")),
        "columns": [
            in_each_language(languages, lambda: _("Name")),
            in_each_language(languages, lambda: _("Position")),
            in_each_language(languages, lambda: _("Role")),
        ],
        "roles": {
            role: in_each_language(languages, partial(label, role)) for role in Role
        },
        "delegations": [
            _delegation(each, people[each.pk], languages, with_personal_data)
            for each in printed_delegations(meeting)
        ],
    }
    return typeset("participants", data)


def label(choice):
    return choice.label


def _delegation(delegation, people, languages, with_personal_data):
    return {
        "name": in_each_language(languages, lambda: delegation.name_at_meeting),
        "note": in_each_language(languages, lambda: _instead_of_people(delegation)),
        "people": [
            person_texts(attendee, delegation.country, with_personal_data)
            | {"role": attendee.role}
            for attendee in people
        ],
    }


def _people_by_delegation(meeting):
    attendees = Attendee.objects.filter(meeting=meeting).expected()
    people = defaultdict(list)
    for attendee in attendees.select_related("person__country").in_protocol_order():
        people[attendee.delegation_id].append(attendee)
    return people


def _instead_of_people(delegation):
    """Return in what capacity the body takes part, where nobody is named."""
    return delegation.get_capacity_display() or DelegationStatus.NAMES_TO_FOLLOW.label
