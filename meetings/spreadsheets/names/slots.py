"""What a name cell tells of a person, part by part."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields

# While a name is read: the words found for each slot. `spellings` holds a name in the
# scripts that it is written in, each as "kind text".
Slots = defaultdict[str, list[str]]


def empty_slots() -> Slots:
    return defaultdict(list)


@dataclass(frozen=True)
class ParsedName:
    """A person's name and what stands with it; each letter of the cell is in one part.

    `latin` is still to be split. `hanja` is the name in a second script and `unkept` a
    sex, courtesy or the like: neither is kept. `role`, `status` and `mode` are words of
    the vocabulary. `note` is a remark that is understood, and `leftover` what is not.
    `doubt` is the code of a question, "" if there is none.
    """

    native: str = ""
    latin: str = ""
    reading: str = ""
    hanja: str = ""
    title: str = ""
    role: str = ""
    status: str = ""
    mode: str = ""
    country: str = ""
    number: str = ""
    unkept: str = ""
    note: str = ""
    to_follow: str = ""
    leftover: str = ""
    doubt: str = ""

    @property
    def has_name(self) -> bool:
        return bool(self.native or self.latin or self.reading)


PARTS = tuple(field.name for field in fields(ParsedName))


def parsed_name(slots: Slots) -> ParsedName:
    """Return the name whose parts the slots hold; a single one is a word, not two."""
    return ParsedName(**{part: " ".join(slots[part]) for part in PARTS if slots[part]})
