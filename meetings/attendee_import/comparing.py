"""What a row will make of an attendee, beside what is known of them."""

from dataclasses import dataclass

from meetings.attendee_import.bodies import Body
from meetings.attendee_import.people import Known, Name
from meetings.attendee_import.values import DATE_FIELDS, FIELDS, all_narrow
from meetings.models import ImportRow
from meetings.models.attendees import AttendeeStatus, new_reference
from meetings.models.delegations import Role
from meetings.models.imports import RowState
from meetings.models.people import new_person_key
from meetings.text.folding import tidy
from meetings.text.json_values import json_value

NEWCOMER = dict.fromkeys(FIELDS, "") | {
    "role": Role.DELEGATE.value,
    "status": AttendeeStatus.REGISTERED.value,
    **dict.fromkeys(DATE_FIELDS),
}


@dataclass
class Draft:
    """A row on its way through the review."""

    row: ImportRow
    name: Name
    body: Body | None
    values: dict
    problems: list
    is_given_first: bool = False
    known: Known | None = None
    is_somebody_new: bool = False


def compare(draft):
    """Put on the row what the attendee will be, and what of that is a change.

    An attendee who was cancelled and is listed again is registered again.
    """
    known, row, given = draft.known, draft.row, draft.values
    before = NEWCOMER | (known.values if known else {})
    if before["status"] == AttendeeStatus.CANCELLED:
        given = {"status": AttendeeStatus.REGISTERED.value} | given
    row.values = before | given
    if known:
        comparable = given.keys() & known.values.keys()
        row.changes = {
            name: [before[name], given[name]]
            for name in FIELDS
            if name in comparable and differs(before[name], given[name])
        }
        unchanged = comparable - row.changes.keys()
        row.values |= {name: before[name] for name in unchanged}
    compare_body(draft)


def compare_body(draft):
    known, body, row = draft.known, draft.body, draft.row
    place = {"government": None, "organization": None}
    if body:
        place["government" if body.is_government else "organization"] = body.key
    row.values = place | row.values
    if known and known.is_attendee and body and body.key not in known.bodies:
        row.changes["body"] = [min(known.bodies), body.key]


def conclude(draft):
    """Give the row its state, problems and codes, in a form that JSON can hold."""
    row, known = draft.row, draft.known
    row.problems = [problem.as_json() for problem in draft.problems]
    row.state = state_of(draft)
    row.reference = (known.reference if known else "") or new_reference()
    row.person_key = known.person_key if known else new_person_key()
    row.attendee_version = known.attendee_version if known else None
    row.person_version = known.person_version if known else None
    refused = {p.field for p in draft.problems if p.field not in draft.values}
    if draft.is_given_first and not known:
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
    if not draft.known or not draft.known.is_attendee:
        return RowState.NEW
    return RowState.CHANGED if draft.row.changes else RowState.UNCHANGED


def differs(old, new):
    """Whether it is another value: blanks or widths of letters in a text are none."""
    if old == new:
        return False
    if isinstance(old, str) and isinstance(new, str):
        return tidy(all_narrow(old)) != tidy(all_narrow(new))
    return True
