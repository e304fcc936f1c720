"""Who is registered for a meeting, as far as its agenda asks."""

from itertools import combinations

from meetings.agenda.clashes.spoken import languages_named
from meetings.models import Attendee, Delegation
from meetings.models.attendees import AttendeeStatus
from meetings.models.delegations import DelegationStatus, Role

COLUMNS = (
    "person_id",
    "status",
    "role",
    "languages",
    "delegation__status",
    "delegation__government_id",
)


class RegisteredPeople:
    """The people of a meeting by their ids, loaded in two queries."""

    def __init__(self, meeting):
        self.people = set()
        # Those who do not come: themselves, or with their whole delegation.
        self.cancelled, self.declined = set(), set()
        # The head of each government; and all heads, those of other bodies too.
        self.heads, self.all_heads = {}, set()
        # The pairs of languages that somebody interprets between.
        self.interpreted = set()
        attendees = Attendee.objects.filter(meeting=meeting).order_by()
        # Tuples, since no more than this is asked of up to 1,500 attendees.
        for attendee in attendees.values_list(*COLUMNS):
            self._add(*attendee)
        declined = Delegation.objects.filter(
            meeting=meeting, status=DelegationStatus.DECLINED, government__isnull=False
        )
        self.absent_governments = set(declined.values_list("government_id", flat=True))

    def _add(self, person, status, role, languages, delegation_status, government):
        self.people.add(person)
        if status == AttendeeStatus.CANCELLED:
            self.cancelled.add(person)
        elif delegation_status == DelegationStatus.DECLINED:
            self.declined.add(person)
        elif role == Role.HEAD:
            self.all_heads.add(person)
            if government:
                self.heads[government] = person
        elif role == Role.INTERPRETER:
            pairs = combinations(languages_named(languages), 2)
            self.interpreted.update(map(frozenset, pairs))

    def is_coming(self, person):
        """Whether nothing is known that keeps the person with this id away."""
        return person not in self.cancelled and person not in self.declined
