"""Family and given name, told apart in a column of names in Latin letters.

Lists of Korea, Japan and China write both orders, often in one column. Letters stay as
they are written: only runs of blanks become one, and full-width letters narrow.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from meetings.text.folding import fold, narrow, tidy

FILE = Path(__file__).with_name("surnames.toml")
TITLES = re.compile(
    r"\A(?:(?:mr|mrs|ms|miss|dr|prof|professor)(?:[.．]\s*|\s+|$))+", re.IGNORECASE
)
COMMA = re.compile(r"\s*[,，、]\s*")
HYPHENATED = re.compile(r"\w[-－\u2010-\u2013]\w")
# One letter, or letters each with its point or hyphen: M, M., M.J., M.-J.
INITIALS = re.compile(r"[^\W\d_](?:[.．-]+[^\W\d_])*[.．]?")
# In small letters only: Da and Di are syllables of Chinese names.
PARTICLES = {"da", "de", "del", "den", "der", "di", "dos", "du", "la", "van", "von"}


class LatinName(NamedTuple):
    """A name in its two parts; `is_given_first` is the order it was written in."""

    family: str
    given: str
    is_given_first: bool


class Surnames(NamedTuple):
    """Folded surnames; those in `also_given` are parts of given names as well."""

    single: frozenset[str]
    double: frozenset[str]
    also_given: frozenset[str]


@cache
def surnames() -> Surnames:
    """The surnames of the file, those of all countries together."""
    lists = tomllib.loads(FILE.read_text("utf-8")).values()
    return Surnames(
        *(
            frozenset(fold(name) for kinds in lists for name in kinds.get(kind, ()))
            for kind in Surnames._fields
        )
    )


def split_names(texts: Sequence[str]) -> list[LatinName]:
    """The names of one column, each split; a blank text gives a blank name.

    A name that does not tell its own order has that of most names that do, and the
    family name first where there are none or as many of either.
    """
    cells = [_parts(text) for text in texts]
    told = [_told(parts) for parts in cells]
    votes = [name.is_given_first for name in told if name and name.given]
    is_given_first = 2 * sum(votes) > len(votes)
    return [
        name or _cut(_words(parts), is_given_first)
        for name, parts in zip(told, cells, strict=True)
    ]


def _parts(text: str) -> list[str]:
    """The text without titles: in two parts if it has a comma, none if it is blank."""
    parts = COMMA.split(tidy(narrow(text)), maxsplit=1)
    return [bare for part in parts if (bare := TITLES.sub("", part))]


def _words(parts: list[str]) -> list[str]:
    return " ".join(parts).split()


def _told(parts: list[str]) -> LatinName | None:
    """The name by what it shows itself, None if it shows nothing of its order."""
    if len(parts) == 2:
        return LatinName(parts[0], parts[1], False)
    words = _words(parts)
    if len(words) < 2:
        return LatinName(" ".join(words), "", False)
    if name := _by_capitals(words):
        return name
    is_given_first = _order(words)
    return None if is_given_first is None else _cut(words, is_given_first)


def _by_capitals(words: list[str]) -> LatinName | None:
    """Capitals at one end are the family, if other words are not in capitals."""
    capitals = [_is_in_capitals(word) for word in words]
    start = _run(word in PARTICLES for word in words[:-1])
    if capitals[start] == capitals[-1] or not any(_is_plain(word) for word in words):
        return None
    if capitals[start]:
        return _name(words, start + _run(capitals[start:]), False)
    size = _with_particles(words, _run(reversed(capitals)))
    return _name(words, len(words) - size, True)


def _order(words: list[str]) -> bool | None:
    """Whether the given name is first, None if its words do not tell."""
    is_first, is_last = _is_given(words[0]), _is_given(words[-1])
    if is_first != is_last:
        return is_first
    first, last = (_weight(_cut(words, order).family) for order in (False, True))
    # Kim and Min may stand in either order; beside Min Jun, only Kim is the family.
    if first == last or (len(words) == 2 and {first, last} == {1, 2}):
        return None
    return last > first


def _cut(words: list[str], is_given_first: bool) -> LatinName:
    """Words split by their order: the family is one word, or two it is known by."""
    if is_given_first:
        size = 2 if len(words) > 2 and _is_double(words[-2:]) else 1
        return _name(words, len(words) - _with_particles(words, size), True)
    start = _run(word in PARTICLES for word in words)
    size = 2 if _is_double(words[start : start + 2]) else 1
    return _name(words, min(start + size, len(words) - 1), False)


def _name(words: list[str], at: int, is_given_first: bool) -> LatinName:
    first, last = " ".join(words[:at]), " ".join(words[at:])
    if is_given_first:
        return LatinName(last, first, True)
    return LatinName(first, last, False)


def _with_particles(words: list[str], size: int) -> int:
    """The size of a family at the end with its particles; one word is left over."""
    return size + _run(word in PARTICLES for word in reversed(words[1:-size]))


def _run(flags: Iterable[bool]) -> int:
    return sum(takewhile(bool, flags))


def _weight(family: str) -> int:
    """How surely a family is one: Min, a given name too, then Kim, then Namgung."""
    key, known = fold(family), surnames()
    if key in known.also_given:
        return 1
    return 3 if key in known.double else 2 * (key in known.single)


def _is_double(words: list[str]) -> bool:
    return fold("".join(words)) in surnames().double


def _is_in_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper() and not _is_initials(word)


def _is_plain(word: str) -> bool:
    neutral = len(word) == 1 or word in PARTICLES or _is_initials(word)
    return not neutral and not word.isupper()


def _is_given(word: str) -> bool:
    """Initials and hyphens are of given names, but Nam-gung is a surname."""
    return _is_initials(word) or bool(HYPHENATED.search(word) and _weight(word) < 3)


def _is_initials(word: str) -> bool:
    """Whether the word is M, M.J. or MJ; O and Ng are surnames, and MA may be one."""
    if len(word) > 1 and INITIALS.fullmatch(word):
        return True
    bare = word.isupper() and len(word) <= 3 and not set("aeiou") & set(fold(word))
    return (bare or len(word) == 1) and not _weight(word)
