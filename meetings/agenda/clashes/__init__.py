"""What contradicts itself in an agenda: it is shown, and never keeps from saving."""

from meetings.agenda.clashes.interpreters import without_interpreter
from meetings.agenda.clashes.people import needed_twice, not_coming
from meetings.agenda.clashes.registered import Registered
from meetings.agenda.clashes.sessions import (
    after_the_meeting,
    outside_the_meeting,
    running_over,
    sharing_a_room,
)


def clashes(plan):
    """The clashes of an arranged plan, in the order of the agenda; two queries."""
    registered = Registered(plan.meeting)
    found = [
        *outside_the_meeting(plan),
        *after_the_meeting(plan),
        *running_over(plan),
        *sharing_a_room(plan),
        *needed_twice(plan, registered),
        *not_coming(plan, registered),
        *without_interpreter(plan, registered),
    ]
    place = {id(row): n for n, row in enumerate(plan.rows())}
    return sorted(found, key=lambda clash: [place[id(row)] for row in clash.rows])
