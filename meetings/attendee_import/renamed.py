"""Who on a list may be somebody registered whose name was corrected."""

from collections import defaultdict

from rapidfuzz.distance import Levenshtein

from meetings.attendee_import.damage import digits_of
from meetings.attendee_import.people import question_who

SHORTEST_NUMBER = 7
NUMBER_COMPARED = 8  # digits at the end: behind the prefixes of countries and networks


def ask_who_was_renamed(drafts, people):
    """Ask of newcomers who share address or telephone with a registered namesake.

    Their names are one letter apart and the delegation is the same; who stands on the
    list in another row is somebody else.
    """
    listed = {draft.match.reference for draft in drafts if draft.match}
    by_contact = defaultdict(list)
    for match in people.by_reference.values():
        if match.reference not in listed:
            for contact in contacts_of(match.values):
                by_contact[match.delegation, contact].append(match)
    for draft in drafts if by_contact else ():
        if is_newcomer(draft):
            ask_who_it_is(draft, by_contact)


def is_newcomer(draft):
    is_asked = any(problem.code == "who_is_it" for problem in draft.problems)
    is_known = draft.match or draft.is_somebody_new or draft.row.reference
    return bool(draft.body) and not is_known and not is_asked


def ask_who_it_is(draft, by_contact):
    near = {
        match.person_key: match
        for contact in contacts_of(draft.values)
        for match in by_contact.get((draft.body.key, contact), ())
        if is_one_letter_off(draft.identity, match)
    }
    if near:
        draft.problems.append(question_who(near.values()))


def contacts_of(values):
    """Yield what may show that two are one: the address, and the number's end."""
    if email := values.get("email"):
        yield email.casefold()
    digits = digits_of(values.get("phone") or "")
    if len(digits) >= SHORTEST_NUMBER:
        yield digits[-NUMBER_COMPARED:]


def is_one_letter_off(identity, match):
    pairs = (
        (identity.native_key, match.native_key),
        (identity.latin_key, match.latin_key),
    )
    return any(
        one and other and Levenshtein.distance(one, other, score_cutoff=1) <= 1
        for one, other in pairs
    )
