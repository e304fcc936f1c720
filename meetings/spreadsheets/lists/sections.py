"""Lines between people that name the government, or tell who comes, of those below."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from meetings.spreadsheets.lists.cells import is_blank
from meetings.spreadsheets.lists.passed_rows import (
    COUNT_AT_END,
    ORNAMENTS_AROUND,
    is_of_seats,
    section_name,
)
from meetings.spreadsheets.names.native import is_full_name
from meetings.spreadsheets.types import Cell
from meetings.spreadsheets.vocabulary import STAYING_AWAY, Vocabulary, word_key
from meetings.text.folding import has_native_script
from meetings.text.units import split_latin_word, split_suffix, without_seat

# Behind a government alone: 王一行 is a name, and so may what ends in 명단 be.
WORD_FOR_DELEGATION = re.compile(
    r"(?<!\s)\s*(?:대표단|代表団|代表团|delegation)$", re.IGNORECASE
)
WORD_FOR_PEOPLE = re.compile(
    r"(?<!\s)\s*(?:자|者|人员|인원|참가자|list|people|participants|members)$",
    re.IGNORECASE,
)
# Gyeongsangbuk-do alone is one; Min-gu is given to somebody whose family is named, too.
LATIN_UNIT = re.compile(r"[A-Z][a-z]{3,}-(?:do|si|gun|gu|ken|fu|shi|cho)")
# The last signs of governments, which names seldom end in: 박은주 ends in 주.
NO_ENDS_OF_NAMES = frozenset("도시군省市県縣县府")


def status_of_section(text: str, words: Vocabulary) -> str | None:
    """Return the word by which those below a line stay away, "" if they come.

    None if the line tells nothing of that: 불참자 명단, 【欠席者】, 参会人员.
    """
    found = _word_of_section(text, words.statuses)
    if found is None:
        return None
    return found if words.statuses[word_key(found)] in STAYING_AWAY else ""


def role_of_section(text: str, words: Vocabulary) -> str | None:
    """Return the role of those below a line: 二、团员, 【通訳】, 수행원."""
    return _word_of_section(text, words.roles)


def _word_of_section(text: str, known: Container[str]) -> str | None:
    bare = ORNAMENTS_AROUND.sub("", section_name(text))
    either = bare, WORD_FOR_PEOPLE.sub("", bare)
    return next((w for w in either if len(w) > 1 and word_key(w) in known), None)


def names_government(text: str) -> bool:
    """Whether a line is a delegation or a government by its last word: 浙江省代表团."""
    if is_of_seats(text):
        return False
    bare = without_seat(WORD_FOR_DELEGATION.sub("", COUNT_AT_END.sub("", text)))
    if bare and bare != text:
        return True
    if has_native_script(bare):
        is_unit = split_suffix(bare) is not None
        return is_unit and (bare[-1] in NO_ENDS_OF_NAMES or not is_full_name(bare))
    if LATIN_UNIT.fullmatch(bare):
        return True
    return len(bare.split()) > 1 and split_latin_word(bare) is not None


def stands_above_people(rows: Iterable[Sequence[Cell]]) -> bool:
    """Whether the first of the rows below that is not blank has several cells."""
    for row in rows:
        if filled := [cell for cell in row if not is_blank(cell)]:
            return len(filled) > 1
    return False
