"""What confirming a list would do: each row new, changed, unchanged or a problem.

Nothing is saved here. The same list, answers and tables give the same review, but for
the codes that newcomers are given.
"""

from collections import Counter
from dataclasses import dataclass, field

from meetings.attendee_import.coming import hidden_rows_warning, settle_absences
from meetings.attendee_import.comparing import compare
from meetings.attendee_import.fingerprints import fingerprint
from meetings.attendee_import.names_to_follow import read_names_to_follow
from meetings.attendee_import.people import PeopleIndex
from meetings.attendee_import.plausibility import find_oddities
from meetings.attendee_import.ranking import set_ranks
from meetings.attendee_import.renamed import ask_who_was_renamed
from meetings.attendee_import.roles_by_office import give_roles
from meetings.attendee_import.row_drafts import RowDrafter
from meetings.attendee_import.rows import (
    check_heads,
    check_repeats,
    finalized_rows,
    staying,
)
from meetings.attendee_import.values import shown_name
from meetings.models import ImportRow
from meetings.models.attendees import AttendeeStatus
from meetings.models.import_answers import SOMEBODY_NEW, Problem
from meetings.models.imports import RowState
from meetings.spreadsheets.reading import unpack_people


@dataclass
class Review:
    """The rows of a list, reviewed but not saved; and who is no longer on it.

    `fingerprint` stands for everything that the rows were compared with; `warnings` are
    of the list as a whole, `to_follow` the names that it announces by delegation.
    """

    rows: list[ImportRow]
    missing: list[dict]
    fingerprint: str
    warnings: list[Problem] = field(default_factory=list)
    to_follow: list[dict] = field(default_factory=list)
    summary: dict = field(init=False)

    def __post_init__(self):
        counts = Counter(row.state for row in self.rows if not row.is_skipped)
        self.summary = {
            "rows": len(self.rows),
            "new": counts[RowState.NEW],
            "changed": counts[RowState.CHANGED],
            "unchanged": counts[RowState.UNCHANGED],
            "problems": counts[RowState.PROBLEM],
            "left_out": counts[RowState.LEFT_OUT],
            "skipped": sum(row.is_skipped for row in self.rows),
            "missing": len(self.missing),
        }


def review(batch):
    """Compare the people of a batch with what is on record; return the Review."""
    return Reviewer(batch).review()


class Reviewer:
    """Reviews one batch."""

    def __init__(self, batch):
        self.batch = batch
        self.meeting = batch.meeting
        self.answers = batch.answers
        self.drafter = RowDrafter(batch)

    def review(self):
        # Before the people are read: what changes meanwhile then counts as changed.
        mark = fingerprint(self.meeting)
        drafts = [
            self.drafter.draft(position, person)
            for position, person in enumerate(unpack_people(self.batch.people))
        ]
        identities = [draft.identity for draft in drafts]
        # All identities together, so that people are loaded in a few queries.
        self.people = PeopleIndex(self.meeting, identities, self.answers.chosen_people)
        for draft in drafts:
            self._identify(draft)
            self._leave_where_moved(draft)
        ask_who_was_renamed(drafts, self.people)
        settle_absences(drafts, self.people)
        give_roles(drafts, self.people.by_reference.values())
        for draft in drafts:
            compare(draft)
        # Only now is it known who the rows are, which both checks need.
        check_repeats(drafts)
        missing = self._missing(drafts)
        leaving = {entry["reference"] for entry in missing if entry["cancel"]}
        attendees = staying(self.people.by_reference.values(), drafts, leaving)
        check_heads(drafts, attendees)
        set_ranks(drafts)
        to_follow, nowhere = read_names_to_follow(
            self.batch.reading, self.drafter.delegations
        )
        warnings = [*self._warnings(drafts, attendees), *nowhere]
        rows = list(finalized_rows(drafts))
        return Review(rows, missing, mark, warnings, to_follow)

    def _warnings(self, drafts, attendees):
        """Return what staff should know beside the rows; tell the rows what is odd.

        `attendees` are those who stay registered, though they are not listed.
        """
        index = self.drafter.delegations.bodies.index
        oddities = find_oddities(self.batch, drafts, attendees, index)
        return [*hidden_rows_warning(drafts), *oddities]

    def _identify(self, draft):
        """Find out who it is, by reference, answer, name and body, or name and mail."""
        answer = self.answers.people.get(draft.row.key)
        if draft.row.reference:
            self._identify_by_reference(draft)
        elif answer == SOMEBODY_NEW:
            draft.is_somebody_new = True
        elif answer and self.people.get(answer):
            draft.match = self.people.get(answer)
        elif draft.identity.has_name:
            body = draft.body.key if draft.body else ""
            match = self.people.find(draft.identity, body)
            if isinstance(match, Problem):
                draft.problems.append(match)
            else:
                draft.match = match

    def _identify_by_reference(self, draft):
        reference = draft.row.reference
        draft.match = self.people.by_reference.get(reference)
        if draft.match is None:
            problem = Problem("unknown_reference", "reference", reference)
            draft.problems.append(problem)
        else:  # who it is needs no name
            draft.problems = [p for p in draft.problems if p.code != "no_name"]

    def _leave_where_moved(self, draft):
        """Leave who was moved by hand to another delegation since the list said so."""
        match, body = draft.match, draft.body
        is_moved = match and match.is_attendee and body and body.key not in match.bodies
        if is_moved and match.listed.get("body") == body.key:
            draft.body = self.drafter.delegations.bodies.index.get(match.delegation)

    def _missing(self, drafts):
        """Who of the bodies on the list is registered, but not on it."""
        bodies = {draft.body.key for draft in drafts if draft.body}
        listed = {d.match.reference for d in drafts if d.match and not d.is_left_out}
        return [
            {
                "reference": attendee.reference,
                "native_name": attendee.values["native_name"],
                "name": shown_name(attendee.values),
                "body": attendee.delegation,
                "cancel": self.answers.cancels(attendee.reference),
            }
            for attendee in self.people.by_reference.values()
            if attendee.bodies & bodies
            and attendee.reference not in listed
            and attendee.values["status"] != AttendeeStatus.CANCELLED
        ]
