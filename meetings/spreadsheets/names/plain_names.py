"""Tell soon that a cell is a name and nothing else, as most name cells are.

What has a word or an ending that may be more than a name is left to `cells`.
"""

from __future__ import annotations

import re
from functools import cache

from meetings.spreadsheets.names.latin import OF_SENTENCES
from meetings.spreadsheets.names.slots import ParsedName
from meetings.spreadsheets.vocabulary import terms_of_file
from meetings.text.native_names import is_chinese_name, is_korean_name

LATIN_WORD = r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff][a-zA-Z\u00c0-\u024f\u1e00-\u1eff'’-]+"
LATIN = re.compile(rf"{LATIN_WORD}(?: {LATIN_WORD}){{1,3}}")
HAN = re.compile(
    r"[\u3400-\u9fff々]{2,4}|[\u3400-\u9fff々]{1,3}[ \u3000][\u3400-\u9fff々]{1,2}"
)
BOTH = re.compile(
    rf"(\w{{2,4}}|\w{{1,3}} \w{{1,2}})(?: ?[(（] ?| ?[/\n] ?)({LATIN.pattern})[)）]?"
)
# Endings of offices and bodies, which no list of words holds.
ENDINGS = frozenset(
    "과팀터부회단교시도청군구室委会办府厅课課局部庁省県市区団心学村町和与及等外他氏殿様님씨某"
)


def plain_name(text: str) -> ParsedName | None:
    """Return a name that is written in one script or two, None if there may be more."""
    if is_plain_native(text):
        return ParsedName(native=" ".join(text.split()))
    if is_plain_latin(text):
        return ParsedName(latin=text)
    if match := BOTH.fullmatch(text):
        native, latin = match.groups()
        if is_plain_native(native) and is_plain_latin(latin):
            return ParsedName(native=native, latin=latin)
    return None


def is_plain_native(text: str) -> bool:
    if is_korean_name(text):
        return not is_or_ends_in_word(text)
    if HAN.fullmatch(text) is None:
        return False
    first, *more = text.split()
    if more and is_chinese_name(first) and (len(first) > 2 or is_chinese_name(more[0])):
        return False
    is_behind_word = {text[:2], text[:3]} & native_words()
    return not is_behind_word and not any(map(is_or_ends_in_word, (text, first, *more)))


def is_or_ends_in_word(text: str) -> bool:
    """Whether a text ends in a word that may stand behind a name, or is one."""
    known = native_words()
    return not known.isdisjoint((text, text[-2:], text[-3:])) or text[-1] in ENDINGS


def is_plain_latin(text: str) -> bool:
    if LATIN.fullmatch(text) is None:
        return False
    return latin_words().isdisjoint(text.casefold().split())


@cache
def latin_words() -> frozenset[str]:
    """Return every Latin word of the vocabulary: Head, of and delegation."""
    words = (word for text in texts_of() if text.isascii() for word in text.split())
    return frozenset(word.casefold().strip(".") for word in words) | OF_SENTENCES


@cache
def native_words() -> frozenset[str]:
    return frozenset(text for text in texts_of() if not text.isascii())


def texts_of() -> list[str]:
    """Return all words of the vocabulary as they are spelt."""
    return [
        word
        for section in terms_of_file().values()
        for words in section.values()
        for word in words
    ]
