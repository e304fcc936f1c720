"""A row held against what is on record, and against what the last list said.

What the list says as it did before is no change: if the record differs, somebody has
corrected it by hand. What both changed is asked, and so is whatever would rename
somebody in public office, or move somebody from one delegation to another.
"""

from meetings.attendee_import.coming import STAYS_AWAY
from meetings.attendee_import.damage import is_damage
from meetings.attendee_import.values import (
    DATE_FIELDS,
    FIELDS,
    TEXT_FIELDS,
    narrow_all,
    shown_name,
)
from meetings.models.attendees import AttendeeStatus
from meetings.models.delegations import Role
from meetings.models.import_answers import Problem
from meetings.text.dates import json_value
from meetings.text.folding import tidy

REGISTERED = AttendeeStatus.REGISTERED.value
# The values of an attendee of whom the list gives only the name.
DEFAULT_VALUES = dict.fromkeys(FIELDS, "") | {
    "role": Role.DELEGATE.value,
    "status": REGISTERED,
    **dict.fromkeys(DATE_FIELDS),
}
NAME_FIELDS = frozenset({"native_name", "family_name", "given_name", "reading"})
# Texts that a spreadsheet may have taken for a number or a day.
MAY_BE_DAMAGED = frozenset({*TEXT_FIELDS, "phone"})


def compare(draft):
    """Put on the row what the attendee will be, and what of that is a change.

    Blank cells change nothing: a shorter list must not wipe what is on record.
    """
    match, row = draft.match, draft.row
    before = DEFAULT_VALUES | (match.values if match else {})
    if match:
        listed_again(draft, before)
    row.values = before | draft.values
    if match and not draft.is_left_out:
        comparable = draft.values.keys() & match.values.keys()
        for name in FIELDS:
            is_other = name in comparable and differs(
                name, before[name], draft.values[name]
            )
            if is_other and take_or_ask(draft, name, before[name]):
                row.changes[name] = [before[name], draft.values[name]]
        # What is not taken stays as it is on record.
        unchanged = comparable - row.changes.keys()
        row.values |= {name: before[name] for name in unchanged}
    compare_body(draft)


def listed_again(draft, before):
    """Register again who did not come by the last list, or as far as is known.

    Who was cancelled by hand since then stays so.
    """
    said = draft.match.listed.get("status")
    if "status" in draft.values or before["status"] not in STAYS_AWAY:
        return
    if said and said not in STAYS_AWAY:
        draft.warn("still_cancelled", "status", shown_name(draft.match.values))
    elif said or before["status"] == AttendeeStatus.CANCELLED:
        draft.values["status"] = REGISTERED


def take_or_ask(draft, name, before):
    """Return whether a value that differs from the record is taken; if not, say why.

    Nothing is said where the list only repeats itself.
    """
    given, said = draft.values[name], draft.match.listed.get(name)
    if name in draft.corrected:
        return True
    if said is not None and not differs(name, said, json_value(given)):
        return False
    if name in MAY_BE_DAMAGED and is_damage(before, given):
        draft.warn("damaged", name, given, known=before)
        return False
    if name in NAME_FIELDS and draft.match.is_of_record:
        return take_public_name_or_ask(draft, name, before)
    if said is not None and before and differs(name, said, json_value(before)):
        ask_which(draft, "changed_by_both", name, before)
        return False
    return True


def take_public_name_or_ask(draft, name, before):
    """Take a name of somebody in public office only if there was none; return that."""
    if before:
        ask_which(draft, "public_name", name, before)
    else:
        draft.warn("public_name_added", name, draft.values[name])
    return not before


def ask_which(draft, code, name, before):
    known, given = (str(json_value(value)) for value in (before, draft.values[name]))
    details = {"known": known}
    draft.problems.append(Problem(code, name, given, [known, given], details))


def compare_body(draft):
    """Put the body on the row, and ask before somebody moves to another delegation."""
    match, body, row = draft.match, draft.body, draft.row
    place = {"government": None, "organization": None}
    if body:
        place["government" if body.is_government else "organization"] = body.key
    row.values = place | row.values
    is_attendee = match and match.is_attendee and not draft.away
    if not is_attendee or not body or body.key in match.bodies:
        return
    here = match.delegation
    row.changes["body"] = [here, body.key]
    if not draft.is_body_corrected:
        name, candidates = shown_name(match.values), [here, body.key]
        problem = Problem("other_delegation", "code", name, candidates)
        draft.problems.append(problem)


def differs(name, old, new):
    """Whether two values differ by more than blanks or the width of letters.

    A name that is there differs by more than case, too.
    """
    if old == new:
        return False
    if not isinstance(old, str) or not isinstance(new, str):
        return True
    if name in NAME_FIELDS and old:
        return bare_name(old) != bare_name(new)
    return tidy(narrow_all(old)) != tidy(narrow_all(new))


def bare_name(name):
    return "".join(tidy(narrow_all(name)).split()).casefold()
