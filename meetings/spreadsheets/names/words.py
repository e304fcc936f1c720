"""The words beside a name: titles, roles, courtesies, sexes, marks of who comes."""

from __future__ import annotations

import re
from functools import cache

from meetings.spreadsheets.vocabulary import Vocabulary, spelled_words, word_key
from meetings.text.folding import fold, narrow, tidy

# What is never kept: a people, an age, a day of birth, a passport's number.
PEOPLE = re.compile(r"[\u3400-\u9fff]{1,6}族|[가-힣]{1,6}족")
AGE = re.compile(r"(?:만\s*)?\d{1,3}\s*(?:세|살|歳|才|岁)|age\s*\d{1,3}", re.IGNORECASE)
BIRTH = re.compile(
    r"(?:b\.?\s*)?(?:19|20)\d\d[-./년年]?\s*(?:\d{1,2}[-./월月]?\s*)?(?:\d{1,2}[.일日]?)?\s*(?:生|생)?"
)
PASSPORT = re.compile(r"[A-Z]{1,2}\d{7,8}")
GRADE = re.compile(r"\d급(?: ?상당)?")  # of a Korean official
SHORTEST_TITLE, LONGEST_TITLE = 2, 8  # characters of one at the end of a longer word
LONGEST_PHRASE = 5  # words of a Latin title

# The slot of each mark of the vocabulary.
SLOTS_OF_MARKS = {
    "to_follow": "to_follow",
    "sexes": "unkept",
    "honorifics": "unkept",
    "degrees": "unkept",
    "suffixes": "note",
    "reasons": "note",
    "countries": "country",
}


def slot_of(text: str, words: Vocabulary) -> str:
    """Return what a text in brackets or beside a name tells, "" if it is unknown."""
    key = word_key(text)
    if not key:
        return ""
    if mark := SLOTS_OF_MARKS.get(words.marks.get(key, "")):
        return mark
    if key in words.interpreting or key in words.roles or ends_in_interpreting(key):
        return "role"
    if key in words.titles or GRADE.fullmatch(text):
        return "title"
    for section, slot in ((words.statuses, "status"), (words.modes, "mode")):
        if key in section:
            return slot
    return "unkept" if is_never_kept(text) else ""


def is_never_kept(text: str) -> bool:
    bare = narrow(tidy(text))
    return any(form.fullmatch(bare) for form in (PEOPLE, AGE, BIRTH, PASSPORT))


def ends_in_interpreting(key: str) -> bool:
    """Whether a word in a native script names an interpreter: 영어통역, 随行翻译."""
    return not key.isascii() and key.endswith(interpreting_ends())


@cache
def interpreting_ends() -> tuple[str, ...]:
    """Return the folded words that a role as interpreter may end in."""
    return tuple(map(fold, ("통역", "통역사", "통역원", "通訳", "翻译", "口译")))


def title_at_end(text: str, words: Vocabulary) -> str:
    """Return the longest title at the end of a word: 부시장 of 경제부시장, or ""."""
    for size in range(min(LONGEST_TITLE, len(text)), SHORTEST_TITLE - 1, -1):
        if is_title(text[-size:], words):
            return text[-size:]
    return ""


def title_at_beginning(text: str, words: Vocabulary) -> str:
    for size in range(min(LONGEST_TITLE, len(text) - 1), SHORTEST_TITLE - 1, -1):
        if is_title(text[:size], words):
            return text[:size]
    return ""


def role_at_beginning(text: str, words: Vocabulary) -> str:
    """Return the longest role that a word begins with: 翻译 of 翻译赵立新, or ""."""
    for size in range(min(LONGEST_TITLE, len(text) - 2), SHORTEST_TITLE - 1, -1):
        if fold(text[:size]) in words.roles:
            return text[:size]
    return ""


def is_title(text: str, words: Vocabulary) -> bool:
    key = fold(text)
    return key in words.titles or words.marks_as("honorifics", text)


def slot_of_title(title: str, words: Vocabulary) -> str:
    """Courtesies are not kept; an office goes to the position."""
    return "title" if fold(title) in words.titles else "unkept"


def courtesies() -> frozenset[str]:
    """Courtesies and degrees as they are spelt: H.E. is one, and He a surname."""
    return spelled_words("honorifics") | spelled_words("degrees")


def leading_phrase(parts: list[str], words: Vocabulary) -> tuple[str, int]:
    """Return the slot of Latin words that a name begins with, and how many they are."""
    if parts[0].casefold() in courtesies():
        return "unkept", 1
    for size in range(min(LONGEST_PHRASE, len(parts)), 0, -1):
        slot = slot_of_phrase(parts[:size], words)
        if slot:
            return slot, size
    return "", 0


def trailing_phrase(parts: list[str], words: Vocabulary) -> tuple[str, int]:
    """Return the slot of Latin words that a name ends with, and how many they are."""
    last = parts[-1].casefold()
    if last in courtesies():
        return "unkept", 1
    if last in spelled_words("suffixes"):
        return "note", 1
    for size in range(min(LONGEST_PHRASE, len(parts) - 2), 0, -1):
        if slot := slot_of_phrase(parts[-size:], words):
            return slot, size
    return "", 0


def slot_of_phrase(parts: list[str], words: Vocabulary) -> str:
    key = fold(" ".join(parts))
    if key in words.titles:
        return "title"
    if key in words.interpreting or (len(parts) > 1 and key in words.roles):
        return "role"
    return "to_follow" if words.marks.get(key) == "to_follow" else ""
