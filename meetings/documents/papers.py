"""The papers of a meeting by their keys: how each is made, and for how many."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from meetings.documents.badges import name_badges
from meetings.documents.participants import list_of_participants
from meetings.documents.people import attendees_on_site, printed_attendees
from meetings.documents.plates import name_plates
from meetings.documents.programme import programme, run_of_show
from meetings.models import Session
from meetings.models.exports import Exported


@dataclass(frozen=True)
class Paper:
    """A paper: its key, what makes it, what it has a row for, and how many a second.

    `make` takes the meeting, the languages if it `is_in_languages`, and whether names
    are printed as in the passport.
    """

    key: str
    make: Callable
    rows: Callable
    per_second: int
    is_in_languages: bool = False

    @property
    def name(self):
        return Exported(self.key).label

    def pdf(self, meeting, languages, with_personal_data):
        given = [languages] if self.is_in_languages else []
        return self.make(meeting, *given, with_personal_data=with_personal_data)

    def count(self, meeting):
        return self.rows(meeting).count()

    def takes_long(self, meeting):
        """Whether somebody would have to wait for it, more than two seconds."""
        return self.count(meeting) > 2 * self.per_second


def _sessions(meeting):
    return Session.objects.filter(meeting=meeting)


EVERY = (
    Paper("participants", list_of_participants, printed_attendees, 1000, True),
    Paper("programme", programme, _sessions, 200, True),
    Paper("run-of-show", run_of_show, _sessions, 200, True),
    Paper("badges", partial(name_badges, paper="a6"), attendees_on_site, 200),
    Paper("badges-a4", partial(name_badges, paper="a4"), attendees_on_site, 200),
    Paper("plates", name_plates, attendees_on_site, 200),
)
PAPERS = {paper.key: paper for paper in EVERY}
