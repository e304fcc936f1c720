"""Clashes: what contradicts itself in an agenda.

Takes an arranged agenda; returns sentences with the rows that they are about. They
are shown, and never keep anybody from saving: what is planned need not be right yet.
"""

from meetings.agenda.clashes.interpreters import without_interpreter
from meetings.agenda.clashes.people import needed_twice, not_coming
from meetings.agenda.clashes.registered import RegisteredPeople
from meetings.agenda.clashes.sessions import (
    after_the_meeting,
    outside_the_meeting,
    running_over,
    sharing_a_room,
)


def clashes(agenda):
    """Return all clashes, in the order of the agenda; two queries."""
    registered = RegisteredPeople(agenda.meeting)
    found = [
        *outside_the_meeting(agenda),
        *after_the_meeting(agenda),
        *running_over(agenda),
        *sharing_a_room(agenda),
        *needed_twice(agenda, registered),
        *not_coming(agenda, registered),
        *without_interpreter(agenda, registered),
    ]
    # By identity, since rows that were never saved have no id yet.
    places = {id(row): n for n, row in enumerate(agenda.rows())}
    return sorted(found, key=lambda clash: [places[id(row)] for row in clash.rows])
