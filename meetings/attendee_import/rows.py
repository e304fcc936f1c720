"""A row under review: compared with what is on record, and with the other rows."""

from dataclasses import dataclass, field

from meetings.attendee_import.body_index import Body
from meetings.attendee_import.people import Identity, PersonMatch
from meetings.attendee_import.values import (
    DATE_FIELDS,
    FIELDS,
    narrow_all,
    shown_name,
)
from meetings.models import ImportRow
from meetings.models.attendees import AttendeeStatus, new_reference
from meetings.models.delegations import Role
from meetings.models.import_answers import Problem
from meetings.models.imports import RowState
from meetings.models.people import new_person_key
from meetings.text.dates import json_value
from meetings.text.folding import tidy

# The values of an attendee of whom the list gives only the name.
DEFAULT_VALUES = dict.fromkeys(FIELDS, "") | {
    "role": Role.DELEGATE.value,
    "status": AttendeeStatus.REGISTERED.value,
    **dict.fromkeys(DATE_FIELDS),
}


@dataclass
class DraftRow:
    """A row on its way through the review.

    `values` are what the list gives, `match` who it is found to be, if anybody. `away`
    is by what the person stays away, as `coming.read_absence` returns it.
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
    match: PersonMatch | None = None
    is_somebody_new: bool = False

    def warn(self, code, name="", value="", **details):
        self.warnings.append(Problem(code, name, str(value)[:200], details=details))

    @property
    def is_counted(self):
        """Whether the row is of somebody who comes or is cancelled with the list."""
        return not self.row.is_skipped and not self.is_left_out


def compare(draft):
    """Put on the row what the attendee will be, and what of that is a change.

    An attendee who was cancelled and is listed again is registered again. Blank cells
    change nothing: a shorter list must not wipe what is on record.
    """
    match, row, given = draft.match, draft.row, draft.values
    before = DEFAULT_VALUES | (match.values if match else {})
    if before["status"] == AttendeeStatus.CANCELLED:
        given = {"status": AttendeeStatus.REGISTERED.value} | given
    row.values = before | given
    if match and not draft.is_left_out:
        comparable = given.keys() & match.values.keys()
        row.changes = {
            name: [before[name], given[name]]
            for name in FIELDS
            if name in comparable and differs(before[name], given[name])
        }
        # What differs by blanks only stays as it is on record.
        unchanged = comparable - row.changes.keys()
        row.values |= {name: before[name] for name in unchanged}
    compare_body(draft)


def compare_body(draft):
    match, body, row = draft.match, draft.body, draft.row
    place = {"government": None, "organization": None}
    if body:
        place["government" if body.is_government else "organization"] = body.key
    row.values = place | row.values
    is_attendee = match and match.is_attendee and not draft.away
    if is_attendee and body and body.key not in match.bodies:
        row.changes["body"] = [min(match.bodies), body.key]


def differs(old, new):
    """Whether two values differ by more than blanks or the width of letters."""
    if old == new:
        return False
    if isinstance(old, str) and isinstance(new, str):
        return tidy(narrow_all(old)) != tidy(narrow_all(new))
    return True


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


def state_of(draft):
    if draft.problems:
        return RowState.PROBLEM
    if draft.is_left_out:
        return RowState.LEFT_OUT
    if not draft.match or not draft.match.is_attendee:
        return RowState.NEW
    return RowState.CHANGED if draft.row.changes else RowState.UNCHANGED


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


def check_heads(drafts, attendees, leaving):
    """Add a problem to every second head of a delegation.

    The first may be on the list or registered before; `leaving` are the references of
    those who will be cancelled with this list.
    """
    listed = {d.match.reference for d in drafts if d.match and d.is_counted}
    heads = {
        min(attendee.bodies): shown_name(attendee.values)
        for attendee in attendees
        if is_head(attendee.values)
        and attendee.reference not in listed
        and attendee.reference not in leaving
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


def is_head(values):
    is_expected = values["status"] != AttendeeStatus.CANCELLED
    return values["role"] == Role.HEAD and is_expected
