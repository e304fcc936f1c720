"""People on record before a list comes, and whom a row of it is found to be."""

from meetings.attendee_import.people import Identity, PeopleIndex
from meetings.models import Government
from meetings.models.import_answers import Problem
from meetings.text.folding import fold
from tests.factories import make_attendee, make_person

KIM = {"family_name": "KIM", "given_name": "Gyeon-bon"}
GYUNBON = {"family_name": "KIM", "given_name": "Gyunbon"}


def government(code):
    return Government.objects.get(code=code)


def attend(meeting, code="KR-47", **person):
    """A person who attends a meeting for a government."""
    delegation, _made = meeting.delegations.get_or_create(government=government(code))
    return make_attendee(delegation=delegation, person=make_person(**person)).person


def identity_of(native="", latin="", email="", country="KR"):
    return Identity(fold(native), fold(latin), email, country)


def key_found(meeting, body="KR-47", **name):
    """The key of the person that a row is, None for somebody new, or the Problem."""
    identity = identity_of(**name)
    match = PeopleIndex(meeting, [identity], set()).find(identity, body)
    return getattr(match, "person_key", match)


def question(*people):
    keys = sorted(person.key for person in people)
    return Problem("who_is_it", "native_name", candidates=keys)
