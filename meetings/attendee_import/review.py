"""What confirming a list would do: each row new, changed, unchanged or a problem.

Nothing is saved here. The same list, answers and tables give the same review, but for
the codes that newcomers are given.
"""

from collections import Counter
from dataclasses import dataclass, field

from meetings.attendee_import.bodies import BodyIndex
from meetings.attendee_import.comparing import Draft, compare, conclude
from meetings.attendee_import.crosschecks import check_heads, check_repeats
from meetings.attendee_import.fingerprints import fingerprint
from meetings.attendee_import.people import KnownPeople, Name
from meetings.attendee_import.values import (
    CHOICE_FIELDS,
    Problem,
    Values,
    as_text,
    shown_name,
    words_of,
)
from meetings.attendee_import.whose import Whose
from meetings.models import Alias, ImportRow
from meetings.models.attendees import AttendeeStatus
from meetings.models.delegations import DelegationStatus
from meetings.models.imports import AliasKind, RowState, row_key
from meetings.spreadsheets.reading import unpack_people
from meetings.text.folding import fold, tidy

SOMEBODY_NEW = "new"


@dataclass
class Review:
    """The rows of a list, reviewed but not saved; and who is on it no longer."""

    rows: list[ImportRow]
    missing: list[dict]
    fingerprint: str
    summary: dict = field(default_factory=dict)

    def __post_init__(self):
        counts = Counter(row.state for row in self.rows if not row.is_skipped)
        self.summary = {
            "rows": len(self.rows),
            "new": counts[RowState.NEW],
            "changed": counts[RowState.CHANGED],
            "unchanged": counts[RowState.UNCHANGED],
            "problems": counts[RowState.PROBLEM],
            "skipped": sum(row.is_skipped for row in self.rows),
            "missing": len(self.missing),
        }


def review(batch):
    """Hold the people of a batch against what is known; return the Review."""
    return Reviewer(batch).review()


class Reviewer:
    """Reviews one batch."""

    def __init__(self, batch):
        self.batch = batch
        self.meeting = batch.meeting
        self.answers = batch.answers
        learnt = Alias.objects.values_list("kind", "text", "value")
        self.learnt = {kind: {} for kind in AliasKind.values}
        for kind, text, value in learnt:
            self.learnt[kind][text] = value
        self.words = {
            name: words_of(name) | self._answered(name)
            for name in ("role", "mode", "status")
        }
        self.index = BodyIndex(self.meeting.day_of_names, self._answered("body"))
        for code, new in self.answers.get("new_bodies", {}).items():
            self.index.add_new(code, new)
        self.whose = Whose(self.index, batch.choices.get("delegation"))
        self.delegations = self._delegations()

    def _answered(self, kind):
        """What staff said a text means: in this batch, else for an earlier list."""
        known = self.learnt.get(kind, {}) | self.answers.get(kind, {})
        if kind not in CHOICE_FIELDS:
            return known
        values = CHOICE_FIELDS[kind].values
        return {text: value for text, value in known.items() if value in values}

    def _delegations(self):
        rows = self.meeting.delegations.values_list(
            "government__code", "organization__key", "status"
        )
        return {code or key: status for code, key, status in rows}

    def review(self):
        mark = fingerprint(self.meeting)
        drafts = [
            self._draft(position, person)
            for position, person in enumerate(unpack_people(self.batch.people))
        ]
        chosen = set(self.answers.get("people", {}).values()) - {SOMEBODY_NEW}
        names = [draft.name for draft in drafts]
        self.known = KnownPeople(self.meeting, names, chosen)
        for draft in drafts:
            self._recognize(draft)
            compare(draft)
        check_repeats(drafts)
        missing = self._missing(drafts)
        leaving = {gone["reference"] for gone in missing if gone["cancel"]}
        check_heads(drafts, self.known.by_reference.values(), leaving)
        for draft in drafts:
            conclude(draft)
        return Review([draft.row for draft in drafts], missing, mark)

    def _draft(self, position, person):
        key = row_key(person.sheet, person.row)
        cells = person.cells | self.answers.get("cells", {}).get(key, {})
        cells = {name: cell for name, cell in cells.items() if cell != ""}
        read = Values(cells, self.words, self._year())
        problems = list(read.problems)
        body, department = self.whose.answer(cells, person.sheet, problems)
        if department:
            read.values.setdefault("department", department)
        if body and self.delegations.get(body.key) == DelegationStatus.DECLINED:
            told = {"body": body.key}
            problems.append(Problem("declined", "government", details=told))
        row = ImportRow(
            position=position,
            sheet=person.sheet,
            number=person.row,
            is_skipped=key in self.answers.get("skip", ()),
        )
        row.reference = tidy(as_text(cells.get("reference", "")))
        return Draft(
            row,
            self._name(read.values, body),
            body,
            read.values,
            problems,
            bool(cells.get("is_given_first")),
        )

    def _year(self):
        return self.meeting.earliest.year if self.meeting.earliest else None

    def _name(self, values, body):
        latin = values.get("family_name", "") + values.get("given_name", "")
        return Name(
            fold(values.get("native_name", "")),
            fold(latin),
            values.get("email", ""),
            body.country if body else "",
        )

    def _recognize(self, draft):
        """Find out who it is, by reference, answer, name and body, or name and mail."""
        answer = self.answers.get("people", {}).get(draft.row.key)
        if draft.row.reference:
            draft.known = self.known.by_reference.get(draft.row.reference)
            if draft.known is None:
                value = draft.row.reference
                draft.problems.append(Problem("unknown_reference", "reference", value))
            else:  # who it is needs no name
                named = [p for p in draft.problems if p.code != "no_name"]
                draft.problems = named
        elif answer == SOMEBODY_NEW:
            draft.is_somebody_new = True
        elif answer:
            draft.known = self.known.get(answer)
        elif draft.name.native_key or draft.name.latin_key:
            found = self.known.find(draft.name, draft.body.key if draft.body else "")
            if isinstance(found, Problem):
                draft.problems.append(found)
            else:
                draft.known = found

    def _missing(self, drafts):
        """Who of the bodies on the list is registered, but not on it."""
        bodies = {draft.body.key for draft in drafts if draft.body}
        listed = {draft.known.reference for draft in drafts if draft.known}
        cancelled = self.answers.get("missing", {})
        return [
            {
                "reference": known.reference,
                "native_name": known.values["native_name"],
                "name": shown_name(known.values),
                "body": min(known.bodies),
                "cancel": cancelled.get(known.reference) == "cancel",
            }
            for known in self.known.by_reference.values()
            if known.bodies & bodies
            and known.reference not in listed
            and known.values["status"] != AttendeeStatus.CANCELLED
        ]
