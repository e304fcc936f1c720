"""The papers of a meeting by their keys: how each is made, and how fast."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from meetings.documents.badges import name_badges
from meetings.documents.names_left_out import names_left_out
from meetings.documents.participants import list_of_participants
from meetings.documents.people import (
    attendees_on_site,
    delegations_with_badges,
    delegations_with_plates,
    printed_attendees,
)
from meetings.documents.plates import PLATE_LANGUAGE, name_plates
from meetings.documents.programme import programme, run_of_show
from meetings.models import Session
from meetings.models.exports import Exported
from meetings.models.names import active_language, override_language


@dataclass(frozen=True)
class Paper:
    """A paper: its key, what makes it, what it has a row for, and how many a second.

    `make` takes the meeting, the languages if it `is_in_languages`, and whether names
    are printed as in the passport. `per_second` was measured with `make bench`, on the
    first paper that a process makes.

    Plates and badges leave out names that nobody confirmed: of the `delegations` that
    they name, in `name_language` or else the reader's.
    """

    key: str
    make: Callable
    rows: Callable
    per_second: int
    is_in_languages: bool = False
    delegations: Callable | None = None
    name_language: str = ""

    @property
    def name(self):
        return Exported(self.key).label

    def pdf(self, meeting, languages, with_personal_data):
        given = [languages] if self.is_in_languages else []
        return self.make(meeting, *given, with_personal_data=with_personal_data)

    def writer(self, meeting, languages, with_personal_data):
        """Return a function that writes the PDF to a file and returns its rows.

        The language is bound now: it may be called in a thread, which has none. How
        far it is cannot be reported, as typst makes a paper in one piece.
        """
        language = active_language()

        def write(file, report_progress):
            with override_language(language):
                file.write(self.pdf(meeting, languages, with_personal_data))
            return self.count(meeting)

        return write

    def names_left_out(self, meeting):
        """Return whose names by rule are not printed, each with its language."""
        if not self.delegations:
            return []
        language = self.name_language or active_language()
        return names_left_out(meeting, self.delegations(meeting), language)

    def count(self, meeting):
        return self.rows(meeting).count()

    def takes_long(self, meeting):
        """Return whether somebody would have to wait for more than two seconds."""
        return self.count(meeting) > 2 * self.per_second


def _sessions(meeting):
    return Session.objects.filter(meeting=meeting)


def _badges(key, paper):
    make = partial(name_badges, paper=paper)
    return Paper(key, make, attendees_on_site, 200, delegations=delegations_with_badges)


EVERY = (
    Paper("participants", list_of_participants, printed_attendees, 1000, True),
    Paper("programme", programme, _sessions, 200, True),
    Paper("run-of-show", run_of_show, _sessions, 200, True),
    _badges("badges", "a6"),
    _badges("badges-a4", "a4"),
    Paper(
        "plates",
        name_plates,
        attendees_on_site,
        200,
        delegations=delegations_with_plates,
        name_language=PLATE_LANGUAGE,
    ),
)
PAPERS = {paper.key: paper for paper in EVERY}
