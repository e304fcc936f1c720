"""Find known words inside a text: Latin ones as whole words, others anywhere."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from meetings.text.folding import fold

TOKEN = re.compile(r"[a-z0-9]+|[^\W_a-z0-9]+")
LONGEST_PHRASE = 5  # Latin words
LONGEST_WORD = 16  # signs of another script
SHORTEST_LATIN, SHORTEST_OTHER = 4, 2  # signs; shorter ones stand in too many words


class Found(NamedTuple):
    """A word in a text, with where it begins and ends among its letters and digits."""

    end: int
    size: int
    word: str


def inside_key(word: str) -> str:
    """Return a word as it is looked for: Latin ones with blanks; "" if too short."""
    tokens, joined = split_tokens(word)
    key = " ".join(tokens) if joined.isascii() else joined
    return (
        key if len(key) >= (SHORTEST_LATIN if key.isascii() else SHORTEST_OTHER) else ""
    )


@lru_cache(maxsize=2_000)
def split_tokens(text: str) -> tuple[tuple[str, ...], str]:
    """Return the folded words of a text, and all of them in one."""
    tokens = [fold(token) for token in TOKEN.findall(text.casefold())]
    kept = tuple(token for token in tokens if token)
    return kept, "".join(kept)


def words_inside(text: str, known: Container[str]) -> Iterator[Found]:
    """Yield the known words in a text, made by `inside_key`."""
    tokens, joined = split_tokens(text)
    ends = list(accumulate(map(len, tokens)))
    for first in range(len(tokens)):
        for last in range(first, min(first + LONGEST_PHRASE, len(tokens))):
            phrase = " ".join(tokens[first : last + 1])
            if phrase in known and phrase.isascii():
                size = ends[last] - ends[first] + len(tokens[first])
                yield Found(ends[last], size, phrase)
    if joined.isascii():
        return
    for begin in range(len(joined) - 1):
        for end in range(begin + 2, min(begin + LONGEST_WORD, len(joined)) + 1):
            word = joined[begin:end]
            if word in known and not word.isascii():
                yield Found(end, end - begin, word)


def length_of(text: str) -> int:
    """Return how many letters and digits a text has."""
    return len(split_tokens(text)[1])
