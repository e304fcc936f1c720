"""Who on a list does not come: by a column, a remark, a row struck or hidden.

Nobody is registered who does not come. Who is registered already is cancelled if the
list says so; a row that is only hidden says nothing, so that staff are asked as they
are of everybody whom a list no longer names.
"""

from meetings.attendee_import.values import NAMES, shown_name, with_blanks
from meetings.models.attendees import AttendeeStatus
from meetings.models.import_answers import Problem

STAYS_AWAY = frozenset({AttendeeStatus.CANCELLED, AttendeeStatus.ABSENT})
BY_STATUS, STRUCK, HIDDEN, ABOVE = "status", "struck", "hidden", "above"
SAY_NOTHING = frozenset({HIDDEN, ABOVE})  # of whether somebody comes
# Problems with these fields leave it open who the row is.
IDENTIFYING = frozenset({*NAMES, "name", "latin_name", "reference"})
LONGEST_LIST = 200  # characters of names in one warning


def read_absence(person, values, is_taken_in):
    """Return by what the person stays away, "" if they come.

    The status among `values` is set to what that means; where staff take the row in
    again, it is taken off.
    """
    says_so = values.get("status") in STAYS_AWAY
    if is_taken_in:
        if says_so:
            del values["status"]
        return ""
    if says_so:
        return BY_STATUS
    if person.away:
        values["status"] = AttendeeStatus.CANCELLED.value
    return person.away


def settle_absences(drafts, people):
    """Leave out the rows of those who stay away, but for those who are registered.

    Who stands on another row, too, and comes by that one, comes.
    """
    coming = {
        draft.match.reference
        for draft in drafts
        if draft.match and not draft.away and not draft.row.is_skipped
    } - {""}
    for draft in drafts:
        if draft.away:
            settle_absence(draft, coming, people)


def settle_absence(draft, coming, people):
    match, name = draft.match, shown_name(with_blanks(draft.values))
    draft.problems = [p for p in draft.problems if asks_who_it_is(p, people)]
    draft.warnings = []
    is_registered = bool(match and match.is_attendee)
    if (
        is_registered
        and draft.away not in SAY_NOTHING
        and match.reference not in coming
    ):
        cancel_registered(draft)
        return
    draft.is_left_out = True
    is_hidden = draft.away == HIDDEN
    if is_registered and is_hidden and match.reference not in coming:
        draft.warn("registered_but_hidden", value=name)
    else:
        draft.warn(f"left_out_{draft.away}", value=name)


def cancel_registered(draft):
    """Have the status of an attendee change, and nothing else.

    Who is recorded not to come already stays so, whatever the word for it; so does who
    was registered all the same when the last list said this.
    """
    before, status = draft.match.values["status"], draft.values["status"]
    if before in STAYS_AWAY and draft.away == STRUCK:
        status = before
    draft.values = {"status": status}
    if before not in STAYS_AWAY and draft.match.listed.get("status") != status:
        draft.warn("registered_stays_away", "status", shown_name(draft.match.values))


def asks_who_it_is(problem, people):
    """Whether somebody who is registered may be meant by the row."""
    if problem.code == "who_is_it":
        return any(key in people.here.by_person for key in problem.candidates)
    return problem.field in IDENTIFYING


def hidden_rows_warning(drafts):
    """Return the warning that names who was left out for a hidden row, if anybody."""
    names = [
        shown_name(with_blanks(draft.row.values))
        for draft in drafts
        if draft.is_left_out and draft.away == HIDDEN
    ]
    if not names:
        return []
    return [Problem("hidden_rows", "", ", ".join(names)[:LONGEST_LIST])]
