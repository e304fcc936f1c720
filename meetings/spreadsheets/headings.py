"""Find the row of headings, which may be two rows deep, and what each stands for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from meetings.spreadsheets.types import Cell, Sheet
from meetings.spreadsheets.vocabulary import NAMES, Vocabulary
from meetings.text.folding import tidy

SEARCHED = 30  # rows
LONGEST = 60  # characters of a heading
INSIDE = 0.6  # what a word counts that is only part of a heading
ENOUGH = 2.0


@dataclass(frozen=True)
class Headings:
    """The headings of a table: the index of their first row, and how many rows.

    `texts` and `fields` have an entry for each column of the sheet.
    """

    first: int
    depth: int
    texts: list[str]
    fields: list[str | None]
    score: float

    @property
    def below(self) -> int:
        """The index of the first row below."""
        return self.first + self.depth

    @property
    def are_of_people(self) -> bool:
        """Whether there is a name among them, and enough else to be sure."""
        return self.score >= ENOUGH and bool(NAMES & set(self.fields))


def find_headings(sheet: Sheet, words: Vocabulary) -> Headings | None:
    """The likeliest headings in the first 30 rows, None where no name is among them."""
    found = [headings_at(sheet, first, words) for first in range(SEARCHED)]
    named = [h for h in found if h and NAMES & set(h.fields)]
    return max(named, key=lambda headings: headings.score, default=None)


def headings_at(sheet: Sheet, first: int, words: Vocabulary) -> Headings | None:
    """The headings that begin in this row, None below the last row."""
    if first >= len(sheet.rows):
        return None
    top = [text_of(cell) for cell in sheet.rows[first]]
    bottom = (
        [text_of(cell) for cell in sheet.rows[first + 1]]
        if first + 1 < len(sheet.rows)
        else []
    )
    one = Headings(first, 1, top, [words.field_of(text) for text in top], 0)
    if is_second_row(top, bottom, words):
        top = grouped(top, bottom)
        texts = [joined(*pair) for pair in zip(top, bottom, strict=True)]
        fields = [words.field_below(*pair) for pair in zip(top, bottom, strict=True)]
        two = Headings(first, 2, texts, fields, 0)
        return max(rated(two, words), rated(one, words), key=lambda h: h.score)
    return rated(one, words)


def no_headings(sheet: Sheet) -> Headings:
    """Where staff say that there are none: every row is one of people."""
    width = len(sheet.rows[0]) if sheet.rows else 0
    return Headings(0, 0, [""] * width, [None] * width, 0)


def rated(headings: Headings, words: Vocabulary) -> Headings:
    """With the score: one for each field that is found, less for parts of words."""
    best: dict[str, float] = {}
    for text, field in zip(headings.texts, headings.fields, strict=True):
        if field:
            worth = 1.0 if words.knows(text) or headings.depth == 2 else INSIDE
            best[field] = max(worth, best.get(field, 0))
    return replace(headings, score=sum(best.values()))


def is_second_row(top: list[str], bottom: list[str], words: Vocabulary) -> bool:
    """Whether the row below goes on with headings: most of its own are known words."""
    above = {text for text in top if text}
    own = [b for t, b in zip(top, bottom, strict=False) if b and b != t]
    known = [text for text in own if words.knows(text) or words.is_qualifier(text)]
    return (
        len(above) > 1
        and any(words.knows(text) for text in above)
        and len(known) * 2 > len(own)
    )


def grouped(top: list[str], bottom: list[str]) -> list[str]:
    """The upper row, each group's heading repeated over the columns that it spans."""
    result: list[str] = []
    for text, below in zip(top, bottom, strict=True):
        before = len(result) - 1
        is_group = bool(result and bottom[before] and bottom[before] != top[before])
        result.append(text or (result[before] if below and is_group else ""))
    return result


def joined(top: str, bottom: str) -> str:
    return top if top == bottom else " ".join(filter(None, (top, bottom)))


def text_of(cell: Cell) -> str:
    """A heading's text; nothing where the cell is too long to be one, or no text."""
    text = tidy(cell) if isinstance(cell, str) else ""
    return text if len(text) <= LONGEST else ""
