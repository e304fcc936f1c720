"""What is wrong with a row only because of another row of the list."""

from meetings.attendee_import.values import Problem, shown_name
from meetings.models.attendees import AttendeeStatus
from meetings.models.delegations import Role


def check_repeats(drafts):
    """Refuse whoever stands in an earlier row already."""
    seen = {}
    for draft in drafts:
        if draft.row.is_skipped:
            continue
        for mark in marks_of(draft):
            first = seen.setdefault(mark, draft)
            if first is not draft and not are_namesakes(first, draft):
                told = {"row": first.row.number}
                draft.problems.append(
                    Problem("same_person", "native_name", details=told)
                )
                break


def marks_of(draft):
    """Yield what tells a person apart in a list."""
    name, body = draft.name, draft.body.key if draft.body else ""
    if draft.known:
        yield "person", draft.known.person_key
    if draft.is_somebody_new:
        return
    if name.native_key:
        yield "native", name.native_key, body
    if name.latin_key:
        yield "latin", name.latin_key, body
    if name.email:
        yield "mail", name.email.casefold(), name.native_key or name.latin_key


def are_namesakes(one, other):
    """Whether two of the same name in one script have different names in the other."""
    if one.known and other.known:
        return one.known.person_key != other.known.person_key
    pairs = (
        (one.name.native_key, other.name.native_key),
        (one.name.latin_key, other.name.latin_key),
    )
    return any(a and b and a != b for a, b in pairs)


def check_heads(drafts, attendees, leaving):
    """Refuse a second head of a delegation, be the first on the list or not.

    `leaving` are the references of those who will be cancelled with this list.
    """
    listed = {d.known.reference for d in drafts if d.known and not d.row.is_skipped}
    heads = {
        min(known.bodies): shown_name(known.values)
        for known in attendees
        if is_head(known.values)
        and known.reference not in listed
        and known.reference not in leaving
    }
    for draft in drafts:
        if draft.row.is_skipped or not draft.body or not is_head(draft.row.values):
            continue
        if draft.body.key in heads:
            told = {"head": heads[draft.body.key]}
            problem = Problem("second_head", "role", Role.HEAD.value, details=told)
            draft.problems.append(problem)
        else:
            heads[draft.body.key] = shown_name(draft.row.values)


def is_head(values):
    is_expected = values["status"] != AttendeeStatus.CANCELLED
    return values["role"] == Role.HEAD and is_expected
