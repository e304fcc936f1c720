"""Roles that a position tells where no other cell does: interpreters and heads.

An interpreter stands under position in many lists. The governor or mayor leads the
delegation of their government, unless the list or the record says who else does.
"""

import re
from collections import defaultdict

from meetings.attendee_import.coming import STAYS_AWAY
from meetings.attendee_import.rows import is_head
from meetings.models.delegations import Role
from meetings.spreadsheets.names.words import ends_in_interpreting, title_at_end
from meetings.spreadsheets.vocabulary import vocabulary
from meetings.text.folding import fold

# Roles that a position may be called by, and no office that somebody holds at home.
OF_POSITIONS = frozenset({Role.HEAD, Role.DEPUTY, Role.INTERPRETER})
# Who held the office, or stands in for it, does not lead.
FORMER = re.compile(r"전\s|前|元|former\b|ex-", re.IGNORECASE)
LATIN_HEAD = re.compile(r"(?:the )?(?:governor|mayor)(?:,| of\b|$)", re.IGNORECASE)


def role_of_position(position):
    """Return the role that a position is the word for, "" if it is none."""
    key, words = fold(position), vocabulary()
    if key in words.interpreting or ends_in_interpreting(key):
        return Role.INTERPRETER.value
    role = "" if key.isascii() else words.roles.get(key, "")
    return role if role in OF_POSITIONS else ""


def is_head_of_body(position):
    """Whether a position is the first of a government: 도지사, but not 부지사."""
    if FORMER.match(position.strip()):
        return False
    title = title_at_end(position.strip(), vocabulary())
    if title and not title.isascii():
        return vocabulary().titles.get(fold(title)) == "heads"
    return LATIN_HEAD.match(position.strip()) is not None


def give_roles(drafts, attendees):
    """Give roles to newcomers without one, by their positions.

    The head is proposed where one person alone of a body on the list holds its first
    office and nobody leads the delegation, on the list or on record.
    """
    for draft in drafts:
        if may_be_given(draft) and (role := role_of_position(position_of(draft))):
            draft.values["role"] = role
    led = {min(each.bodies) for each in attendees if is_head(each.values)}
    led |= {d.body.key for d in drafts if d.body and d.values.get("role") == Role.HEAD}
    holders = defaultdict(list)
    for draft in drafts:
        if draft.body and comes(draft) and is_head_of_body(position_of(draft)):
            holders[draft.body.key].append(draft)
    for body, held_by in holders.items():
        if body not in led and len(held_by) == 1 and may_be_given(held_by[0]):
            held_by[0].values["role"] = Role.HEAD.value


def may_be_given(draft):
    """Whether neither the list nor the record says a role."""
    is_registered = draft.match is not None and draft.match.is_attendee
    is_said = "role" in draft.values or any(p.field == "role" for p in draft.problems)
    return not is_registered and not is_said


def comes(draft):
    is_out = draft.is_left_out or draft.row.is_skipped
    return not is_out and draft.values.get("status") not in STAYS_AWAY


def position_of(draft):
    return draft.values.get("position", "")
