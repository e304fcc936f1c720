"""A row under review: compared with what is on record, and with the other rows."""

from dataclasses import dataclass, field

from meetings.attendee_import.bodies import BODY_FIELDS
from meetings.attendee_import.body_index import Body
from meetings.attendee_import.people import Identity
from meetings.attendee_import.people_on_record import PersonMatch
from meetings.attendee_import.values import shown_name
from meetings.models import ImportRow
from meetings.models.attendees import AttendeeStatus, new_reference
from meetings.models.delegations import Role
from meetings.models.import_answers import Problem
from meetings.models.imports import RowState
from meetings.models.people import new_person_key
from meetings.text.dates import json_value


@dataclass(slots=True)
class DraftRow:
    """A row on its way through the review.

    `values` are what the list gives, `match` who it is found to be, if anybody. `away`
    is by what the person stays away, as `coming.read_absence` returns it. `said` is
    what the list itself says, `corrected` the fields that staff corrected instead.
    `is_reordered` if the list has put people in another order than the last one.
    """

    row: ImportRow
    identity: Identity
    body: Body | None
    values: dict
    problems: list[Problem]
    warnings: list[Problem] = field(default_factory=list)
    away: str = ""
    is_left_out: bool = False
    is_given_first: bool = False
    said: dict = field(default_factory=dict)
    corrected: frozenset = frozenset()
    listed_rank: int | None = None
    body_text: str = ""
    is_reordered: bool = False
    match: PersonMatch | None = None
    is_somebody_new: bool = False

    def warn(self, code, name="", value="", **details):
        self.warnings.append(Problem(code, name, str(value)[:200], details=details))

    @property
    def is_body_corrected(self):
        """Whether staff said for this row whose delegation it is."""
        return not self.corrected.isdisjoint(BODY_FIELDS)

    @property
    def is_counted(self):
        """Whether the row is of somebody who comes or is cancelled with the list."""
        return not self.row.is_skipped and not self.is_left_out


def finalized_rows(drafts):
    """Yield the rows, each complete; drafts are used up, to hold nothing twice."""
    drafts.reverse()
    while drafts:
        draft = drafts.pop()
        finalize_row(draft)
        yield draft.row


def finalize_row(draft):
    """Give the row its state, problems and codes, in a form that JSON can hold.

    Newcomers get their reference and their key here: by these the row finds them again
    when the list is undone.
    """
    row, match = draft.row, draft.match
    row.problems, row.warnings = draft.problems, draft.warnings
    row.state = state_of(draft)
    row.reference = (match.reference if match else "") or new_reference()
    row.person_key = match.person_key if match else new_person_key()
    row.attendee_version = match.attendee_version if match else None
    row.person_version = match.person_version if match else None
    # A cell with a problem has no value, not even the one on record: it is in question.
    refused = {p.field for p in draft.problems if p.field not in draft.values}
    if draft.is_given_first and not match:
        row.values["name_order"] = "given_first"
    row.values = {
        name: json_value(value)
        for name, value in row.values.items()
        if value and name not in refused
    }
    row.changes = {name: [*map(json_value, pair)] for name, pair in row.changes.items()}
    row.said = what_is_new(draft)


def what_is_new(draft):
    """Return what the list says of somebody otherwise than the last one did."""
    before = draft.match.listed if draft.match else {}
    said = {name: json_value(value) for name, value in draft.said.items()}
    return {name: value for name, value in said.items() if before.get(name) != value}


def state_of(draft):
    if draft.problems:
        return RowState.PROBLEM
    if draft.is_left_out:
        return RowState.LEFT_OUT
    if not draft.match or not draft.match.is_attendee:
        return RowState.NEW
    unseen = set() if draft.is_reordered else {"rank"}
    is_changed = draft.row.changes.keys() - unseen
    return RowState.CHANGED if is_changed else RowState.UNCHANGED


def check_repeats(drafts):
    """Add a problem to every row whose person stands in an earlier row already."""
    seen = {}
    for draft in drafts:
        if not draft.is_counted:
            continue
        for mark in identifying_marks(draft):
            first = seen.setdefault(mark, draft)
            if first is not draft and not are_namesakes(first, draft):
                details = {"row": first.row.number}
                draft.problems.append(
                    Problem("same_person", "native_name", details=details)
                )
                break


def identifying_marks(draft):
    """Yield what only one person of a list can have."""
    identity, body = draft.identity, draft.body.key if draft.body else ""
    if draft.match:
        yield "person", draft.match.person_key
    if draft.is_somebody_new:  # staff said that this is another of the same name
        return
    if identity.native_key:
        yield "native", identity.native_key, body
    if identity.latin_key:
        yield "latin", identity.latin_key, body
    if identity.email:
        name = identity.native_key or identity.latin_key
        yield "mail", identity.email.casefold(), name


def are_namesakes(one, other):
    """Whether two of the same name in one script have different names in the other."""
    if one.match and other.match:
        return one.match.person_key != other.match.person_key
    pairs = (
        (one.identity.native_key, other.identity.native_key),
        (one.identity.latin_key, other.identity.latin_key),
    )
    return any(a and b and a != b for a, b in pairs)


def check_heads(drafts, attendees):
    """Add a problem to every second head of a delegation.

    The first may be on the list, or of the `attendees` who stay though not listed.
    """
    heads = {
        attendee.delegation: shown_name(attendee.values)
        for attendee in attendees
        if is_head(attendee.values)
    }
    for draft in drafts:
        if not draft.is_counted or not draft.body or not is_head(draft.row.values):
            continue
        if draft.body.key in heads:
            details = {"head": heads[draft.body.key]}
            problem = Problem("second_head", "role", Role.HEAD.value, details=details)
            draft.problems.append(problem)
        else:
            heads[draft.body.key] = shown_name(draft.row.values)


def staying(attendees, drafts, leaving):
    """Return the attendees of whom no row is counted, and who are not cancelled.

    `leaving` are the references of those who are cancelled with the list.
    """
    listed = {d.match.reference for d in drafts if d.match and d.is_counted}
    return [a for a in attendees if a.reference not in listed | leaving]


def is_head(values):
    is_expected = values["status"] != AttendeeStatus.CANCELLED
    return values["role"] == Role.HEAD and is_expected
