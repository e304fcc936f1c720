"""Tell a name in Latin letters from the titles and courtesies around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from meetings.spreadsheets.names.slots import Slots
from meetings.spreadsheets.names.tokens import Token
from meetings.spreadsheets.names.words import (
    leading_phrase,
    slot_of_phrase,
    trailing_phrase,
)
from meetings.spreadsheets.vocabulary import Vocabulary
from meetings.text.folding import fold

GLUED = re.compile(r"(mr|mrs|ms|miss|dr|prof)([.．])(?=\w)", re.IGNORECASE)
# No word of a name; Of and And are surnames, but not in small letters.
OF_SENTENCES = frozenset(
    {"of", "the", "and", "for", "to", "in", "at", "with", "by", "plus"}
)


def read_latin(tokens: Sequence[Token], slots: Slots, words: Vocabulary) -> None:
    """Put the Latin words of a name into slots; commas are among the tokens.

    A name keeps the comma between its parts, by which it is split later.
    """
    names = []
    for at, part in enumerate(parts_of(tokens)):
        if part := without_titles(part, slots, words, is_behind=at > 0):
            names.append(" ".join(part))
    if slots["latin"]:
        slots["leftover"] += names
        return
    slots["latin"] += [", ".join(names[:2])] if names else []
    slots["leftover"] += names[2:]
    if any(OF_SENTENCES & set(name.split()) for name in names):
        add_doubt("no_person", slots)


def parts_of(tokens: Sequence[Token]) -> list[list[str]]:
    """Return the words between commas."""
    parts: list[list[str]] = [[]]
    for token in tokens:
        if token.kind == "comma":
            parts.append([])
        else:
            parts[-1] += GLUED.sub(r"\1\2 ", token.text).split()
    return [part for part in parts if part]


def without_titles(
    part: list[str], slots: Slots, words: Vocabulary, is_behind: bool
) -> list[str]:
    """Return the words of a name between its titles, which go to their slots."""
    part = without_leading(part, slots, words, is_behind)
    part = without_trailing(part, slots, words)
    if len(part) == 2 and fold(part[1]) in words.titles:  # PARK Mayor
        if not is_whole_name(part):
            add_doubt("odd_name", slots)
            return part
        slots["title"].append(part[1])
        add_doubt("incomplete_name", slots)
        return part[:1]
    return part


def without_leading(
    part: list[str], slots: Slots, words: Vocabulary, is_behind: bool
) -> list[str]:
    """Return the words without the titles and roles that stand before a name.

    What begins with an office behind a comma is one as a whole: Director of Trade.
    """
    if is_behind and len(part) > 1 and slot_of_phrase(part[-1:], words) == "title":
        slots["title"].append(" ".join(part))  # Senior Officer
        return []
    while part:
        slot, size = leading_phrase(part, words)
        if not slot and len(part) > 2 and fold(part[0]) in words.roles:
            slot, size = ("role", 1) if is_whole_name(part[1:]) else ("", 0)
            if not slot:
                add_doubt("odd_name", slots)
        if not slot:
            break
        if slot == "title" and is_behind:
            size = len(part)
        slots[slot].append(" ".join(part[:size]))
        part = part[size:]
    return part


def without_trailing(part: list[str], slots: Slots, words: Vocabulary) -> list[str]:
    """Return the words without the titles and degrees that stand behind a name."""
    while len(part) > 1:
        slot, size = trailing_phrase(part, words)
        if not slot:
            break
        slots[slot].append(" ".join(part[-size:]))
        part = part[:-size]
    return part


def add_doubt(code: str, slots: Slots) -> None:
    """Note a doubt, unless there is one already."""
    slots["doubt"] = slots["doubt"] or [code]


def is_whole_name(part: Sequence[str]) -> bool:
    """Whether a word in capitals is there for the family, and another that is not."""
    capitals = [word.isupper() and len(word) > 1 for word in part]
    return len(part) > 1 and any(capitals) and not all(capitals)
