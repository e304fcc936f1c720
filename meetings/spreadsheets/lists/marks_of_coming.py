"""Doubts about who comes, where all marks of a row are crosses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from meetings.spreadsheets.findings import Doubt
from meetings.spreadsheets.lists.cells import is_blank
from meetings.spreadsheets.lists.headings import ColumnFields
from meetings.spreadsheets.lists.marked_columns import NO, YES
from meetings.spreadsheets.types import Cell
from meetings.spreadsheets.vocabulary import Vocabulary
from meetings.text.folding import fold

DAY = re.compile(
    r"\d{1,2} ?[/.月월일日]|\d ?(?:일차|日目)|第.天|\bday ?\d", re.IGNORECASE
)


def columns_of_coming(
    fields: ColumnFields,
    texts: Sequence[str],
    columns: Sequence[Sequence[Cell]],
    words: Vocabulary,
) -> dict[int, str]:
    """Return the columns of marks that no field has, with their headings.

    There are none unless one of them is about the meeting or a day of it.
    """
    found = {
        index: text
        for index, text in enumerate(texts)
        if fields[index] is None and text and are_crosses_and_ticks(columns[index])
    }
    is_told = "status" in fields or not any(
        is_of_meeting(text, words) for text in found.values()
    )
    return {} if is_told else found


def are_crosses_and_ticks(cells: Sequence[Cell]) -> bool:
    """Whether a column has crosses and nothing but marks."""
    marks = {str(cell).strip() for cell in cells if not is_blank(cell)}
    crosses = {mark for mark in marks if NO.fullmatch(mark)}
    return bool(crosses) and all(map(YES.fullmatch, marks - crosses))


def is_of_meeting(heading: str, words: Vocabulary) -> bool:
    key = fold(heading)
    is_meeting = any(word in key for word in words.words_for("meetings"))
    return is_meeting or DAY.search(heading) is not None


def doubts_of_crosses(
    row: Sequence[Cell], columns: Mapping[int, str]
) -> Iterator[Doubt]:
    """Yield a doubt where all marks of a row say no."""
    marks = {n: str(row[n]).strip() for n in columns if not is_blank(row[n])}
    if marks and all(map(NO.fullmatch, marks.values())):
        told = ", ".join(f"{columns[n]}: {mark}" for n, mark in marks.items())
        yield Doubt("may_stay_away", "status", told)
