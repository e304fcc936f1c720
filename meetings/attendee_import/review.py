"""What confirming a list would do: each row new, changed, unchanged or a problem.

Nothing is saved here. The same list, answers and tables give the same review, but for
the codes that newcomers are given.
"""

from collections import Counter
from dataclasses import dataclass, field

from meetings.attendee_import.bodies import (
    BodyResolver,
    DelegationResolver,
    named_body,
)
from meetings.attendee_import.body_index import BodyIndex
from meetings.attendee_import.coming import (
    hidden_rows_warning,
    read_absence,
    settle_absences,
)
from meetings.attendee_import.comparing import REGISTERED, compare
from meetings.attendee_import.fingerprints import fingerprint
from meetings.attendee_import.names_to_follow import read_names_to_follow
from meetings.attendee_import.people import Identity, PeopleIndex
from meetings.attendee_import.plausibility import find_oddities
from meetings.attendee_import.ranking import rank_on_list, set_ranks
from meetings.attendee_import.renamed import ask_who_was_renamed
from meetings.attendee_import.roles_by_office import give_roles
from meetings.attendee_import.rows import (
    DraftRow,
    check_heads,
    check_repeats,
    finalized_rows,
)
from meetings.attendee_import.units_and_posts import with_unit_parted
from meetings.attendee_import.values import (
    CHOICE_FIELDS,
    RowValues,
    as_text,
    choice_words,
    shown_name,
)
from meetings.models import Alias, ImportRow
from meetings.models.aliases import AliasKind
from meetings.models.attendees import AttendeeStatus
from meetings.models.delegations import DelegationStatus
from meetings.models.import_answers import SOMEBODY_NEW, Problem
from meetings.models.imports import RowState, row_key
from meetings.spreadsheets.reading import unpack_people
from meetings.text.folding import fold, tidy


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
    summary: dict = field(default_factory=dict)

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
        self.remembered = remembered_meanings()
        self.words = {
            name: choice_words(name) | self._meanings_of(name) for name in CHOICE_FIELDS
        }
        index = BodyIndex(self.meeting.day_of_names)
        for code, new_body in self.answers.new_bodies.items():
            index.add_new(code, new_body)
        bodies = BodyResolver(index, self._meanings_of("body"))
        self.delegations = DelegationResolver(bodies, batch.choices.delegation)
        self.statuses = self._delegation_statuses()

    def _meanings_of(self, kind):
        """What staff said a text means: in this batch, else for an earlier list."""
        meanings = self.remembered.get(kind, {}) | self.answers.meanings_of(kind)
        if kind not in CHOICE_FIELDS:
            return meanings
        values = CHOICE_FIELDS[kind].values
        return {text: value for text, value in meanings.items() if value in values}

    def _delegation_statuses(self):
        rows = self.meeting.delegations.values_list(
            "government__code", "organization__key", "status"
        )
        return {code or key: status for code, key, status in rows}

    def review(self):
        # Before the people are read: what changes meanwhile then counts as changed.
        mark = fingerprint(self.meeting)
        drafts = [
            self._draft(position, person)
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
        check_heads(drafts, self.people.by_reference.values(), leaving)
        set_ranks(drafts)
        to_follow, nowhere = read_names_to_follow(self.batch.reading, self.delegations)
        warnings = [*self._warnings(drafts), *nowhere]
        rows = list(finalized_rows(drafts))
        return Review(rows, missing, mark, warnings, to_follow)

    def _warnings(self, drafts):
        """Return what staff should know beside the rows; tell the rows what is odd."""
        attendees = self.people.by_reference.values()
        index = self.delegations.bodies.index
        oddities = find_oddities(self.batch, drafts, attendees, index)
        return [*hidden_rows_warning(drafts), *oddities]

    def _draft(self, position, person):
        key = row_key(person.sheet, person.row, person.part)
        cells = person.cells | self.answers.corrections_of(key)
        cells = {name: cell for name, cell in cells.items() if cell != ""}
        problems = self._doubts(person.problems, key)
        cells = with_unit_parted(cells, self.delegations, problems)
        read = self._values(cells)
        problems += unless_doubted(read.problems, problems)
        warnings = [*self._doubts(person.warnings, key), *read.warnings]
        as_listed = dict(read.values)
        away = read_absence(person, read.values, key in self.answers.take_in)
        body, department = self.delegations.resolve(cells, person.sheet, problems)
        if department:
            read.values.setdefault("department", department)
        if body and self.statuses.get(body.key) == DelegationStatus.DECLINED:
            details = {"body": body.key}
            problems.append(Problem("declined", "government", details=details))
        row = ImportRow(
            position=position,
            sheet=person.sheet,
            number=person.row,
            part=person.part,
            is_skipped=self.answers.skips_row(key),
            reference=tidy(as_text(cells.get("reference", ""))),
        )
        return DraftRow(
            row,
            identity_of(read.values, body),
            body,
            read.values,
            problems,
            warnings,
            away,
            is_given_first=bool(cells.get("is_given_first")),
            said=self._said(person, key, as_listed, body),
            corrected=frozenset(self.answers.corrections_of(key)),
            listed_rank=rank_on_list(cells),
            body_text=named_body(cells)[1] or (body.key if body else ""),
        )

    def _said(self, person, key, values, body):
        """Return what the list itself says, which staff may have corrected here."""
        if self.answers.corrections_of(key):
            cells = with_unit_parted(person.cells, self.delegations, [])
            values = self._values(cells).values
            body, _office = self.delegations.resolve(cells, person.sheet, [])
        read_absence(person, values, is_taken_in=False)
        said = {"status": REGISTERED} | values
        return said | {"body": body.key} if body else said

    def _doubts(self, doubts, key):
        """Return what the reader doubted of a row, but for cells corrected since."""
        corrected = self.answers.corrections_of(key)
        return [
            Problem(doubt.code, doubt.field, doubt.value[:200], details=doubt.details)
            for doubt in doubts
            if doubt.field not in corrected
        ]

    def _values(self, cells):
        first = self.meeting.earliest
        return RowValues(cells, self.words, first.year if first else None, first)

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
            draft.body = self.delegations.bodies.index.get(min(match.bodies))

    def _missing(self, drafts):
        """Who of the bodies on the list is registered, but not on it."""
        bodies = {draft.body.key for draft in drafts if draft.body}
        listed = {d.match.reference for d in drafts if d.match and not d.is_left_out}
        return [
            {
                "reference": attendee.reference,
                "native_name": attendee.values["native_name"],
                "name": shown_name(attendee.values),
                "body": min(attendee.bodies),
                "cancel": self.answers.cancels(attendee.reference),
            }
            for attendee in self.people.by_reference.values()
            if attendee.bodies & bodies
            and attendee.reference not in listed
            and attendee.values["status"] != AttendeeStatus.CANCELLED
        ]


def remembered_meanings():
    """Return the meaning of each remembered text, by the kind of text."""
    meanings = {kind: {} for kind in AliasKind.values}
    for kind, text, value in Alias.objects.values_list("kind", "text", "value"):
        meanings[kind][text] = value
    return meanings


def unless_doubted(problems, doubts):
    """Return problems without that of a name that is missing because it is doubted."""
    is_name_doubted = any(doubt.field == "native_name" for doubt in doubts)
    return [p for p in problems if not (p.code == "no_name" and is_name_doubted)]


def identity_of(values, body):
    latin = values.get("family_name", "") + values.get("given_name", "")
    return Identity(
        fold(values.get("native_name", "")),
        fold(latin),
        values.get("email", ""),
        body.country if body else "",
    )
