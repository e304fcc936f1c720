"""Split names in Latin letters into family and given name, a column at a time.

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
from meetings.text.pinyin import is_given_name

FILE = Path(__file__).with_name("surnames.toml")
TITLES = re.compile(
    r"\A(?:(?:mr|mrs|ms|miss|dr|prof|professor)(?:[.．]\s*|\s+|$))+", re.IGNORECASE
)
COMMA = re.compile(r"(?<!\s)\s*[,，、]\s*")
HYPHENATED = re.compile(r"\w[-－\u2010-\u2013]\w")
# One letter, or letters each with its point or hyphen: M, M., M.J., M.-J.
INITIALS = re.compile(r"[^\W\d_](?:[.．-]+[^\W\d_])*[.．]?")
# O'Brien, D’Angelo and MacLeod are surnames wherever they stand.
WITH_PREFIX = re.compile(r"[OD]['’`\u02bc]\w{2,}|Ma?c[A-Z][a-z]\w*")
# Only in small letters, since Da and Di are syllables of Chinese given names.
PARTICLES = {"da", "de", "del", "den", "der", "di", "dos", "du", "la", "van", "von"}


class LatinName(NamedTuple):
    """A name in its two parts, and the order that it was written in."""

    family: str
    given: str
    is_given_first: bool


class Surnames(NamedTuple):
    """Folded surnames; those in `also_given` are common in given names, too.

    `given` are given names that are no surname of a list of Korea, Japan or China,
    `given_in_japan` surnames of China that are given names in Japan.
    """

    single: frozenset[str]
    double: frozenset[str]
    also_given: frozenset[str]
    given: frozenset[str]
    given_in_japan: frozenset[str]


@cache
def surnames() -> Surnames:
    """Return the surnames of the file, those of all countries together.

    A column mixes the countries, and no cell says which one a name is of.
    """
    lists = tomllib.loads(FILE.read_text("utf-8")).values()
    return Surnames(
        *(
            frozenset(fold(name) for kinds in lists for name in kinds.get(kind, ()))
            for kind in Surnames._fields
        )
    )


def split_names(texts: Sequence[str]) -> list[LatinName]:
    """Split the names of one column; a blank text gives a blank name.

    A name whose form does not show its order is split in the order of most names that
    do; the family name is first where there are none, or as many of either.
    """
    cells = [_split_at_comma(text) for text in texts]
    by_form = [_name_by_its_form(parts) for parts in cells]
    votes = [name.is_given_first for name in by_form if name and name.given]
    is_given_first = 2 * sum(votes) > len(votes)
    return [
        name or _split_by_order(_words(parts), is_given_first)
        for name, parts in zip(by_form, cells, strict=True)
    ]


def _split_at_comma(text: str) -> list[str]:
    """Return the text without titles: two parts if it has a comma, none if blank."""
    parts = COMMA.split(tidy(narrow(text)), maxsplit=1)
    return [bare for part in parts if (bare := TITLES.sub("", part))]


def _words(parts: list[str]) -> list[str]:
    return " ".join(parts).split()


def _name_by_its_form(parts: list[str]) -> LatinName | None:
    """Split a name by its comma, capitals or words; return None if none decides."""
    if len(parts) == 2:
        return LatinName(parts[0], parts[1], False)
    words = _words(parts)
    if len(words) < 2:
        return LatinName(" ".join(words), "", False)
    if name := _by_capitals(words):
        return name
    is_given_first = _is_given_first(words)
    return None if is_given_first is None else _split_by_order(words, is_given_first)


def _by_capitals(words: list[str]) -> LatinName | None:
    """Split a name by capitals at one end, the family, if other words have none."""
    capitals = [_is_in_capitals(word) for word in words]
    start = _count_particles(words[:-1])
    if capitals[start] == capitals[-1] or not any(_is_plain(word) for word in words):
        return None
    if capitals[start]:
        return _join_parts(words, start + _count_leading(capitals[start:]), False)
    size = _with_particles(words, _count_leading(reversed(capitals)))
    return _join_parts(words, len(words) - size, True)


def _is_given_first(words: list[str]) -> bool | None:
    """Whether the given name is first, None if its words do not show it."""
    if _count_particles(words):
        return False
    if not PARTICLES.isdisjoint(words[1:-1]):
        return True
    is_first, is_last = _is_given(words[0]), _is_given(words[-1])
    if is_first != is_last:
        return is_first
    first, last = (
        _surname_certainty(_split_by_order(words, order).family)
        for order in (False, True)
    )
    # Hojo Ren is Japanese, Xiaodong Ren Chinese.
    if last and not first and fold(words[-1]) in surnames().given_in_japan:
        return is_given_name(words[0]) or None
    # Kim and Min may stand in either order; beside Min Jun, only Kim is the family.
    if first == last or (len(words) == 2 and {first, last} == {1, 2}):
        return None
    return last > first


def _split_by_order(words: list[str], is_given_first: bool) -> LatinName:
    """Split words by their order: the family is one word, or two known together."""
    if is_given_first:
        size = 2 if len(words) > 2 and _is_double(words[-2:]) else 1
        return _join_parts(words, len(words) - _with_particles(words, size), True)
    start = _count_particles(words)
    size = 2 if _is_double(words[start : start + 2]) else 1
    return _join_parts(words, min(start + size, len(words) - 1), False)


def _join_parts(words: list[str], at: int, is_given_first: bool) -> LatinName:
    first, last = " ".join(words[:at]), " ".join(words[at:])
    if is_given_first:
        return LatinName(last, first, True)
    return LatinName(first, last, False)


def _with_particles(words: list[str], size: int) -> int:
    """Return how many words at the end are the family with its particles (van der).

    One word is left for the given name.
    """
    return size + _count_leading(word in PARTICLES for word in reversed(words[1:-size]))


def _count_particles(words: list[str]) -> int:
    """Return how many particles a name begins with: two of “Van den Berg”."""
    count = _count_leading(word in PARTICLES for word in words[1:])
    begins = words[:1] and words[0].lower() in PARTICLES
    return count + 1 if begins and (count or words[0] in PARTICLES) else 0


def _count_leading(flags: Iterable[bool]) -> int:
    return sum(takewhile(bool, flags))


def _surname_certainty(family: str) -> int:
    """Return how surely a word is a surname: 1 Min, 2 Kim, 3 Namgung, 0 unknown."""
    if WITH_PREFIX.fullmatch(family):
        return 3
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
    if _is_initials(word) or fold(word) in surnames().given:
        return True
    return bool(HYPHENATED.search(word) and _surname_certainty(word) < 3)


def _is_initials(word: str) -> bool:
    """Whether the word is M, M.J. or MJ; O and Ng are surnames, and MA may be one."""
    if len(word) > 1 and INITIALS.fullmatch(word):
        return True
    bare = word.isupper() and len(word) <= 3 and not set("aeiou") & set(fold(word))
    return (bare or len(word) == 1) and not _surname_certainty(word)
