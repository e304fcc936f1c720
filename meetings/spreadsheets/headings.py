"""Find the row of headings, which may be two rows deep, and the field of each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from meetings.spreadsheets.types import Cell, Sheet
from meetings.spreadsheets.vocabulary import NAMES, Vocabulary
from meetings.text.folding import tidy

ROWS_SEARCHED = 30  # titles and instructions may stand above the headings
LONGEST_HEADING = 60  # characters of a heading
SCORE_OF_PART = 0.6  # of a known word inside a longer heading, which may mislead
SCORE_OF_LIST = 2.0  # a name and one more field: a name alone may be a title


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
        return self.score >= SCORE_OF_LIST and bool(NAMES & set(self.fields))


def find_headings(sheet: Sheet, words: Vocabulary) -> Headings | None:
    """Return the likeliest headings of the first 30 rows, None if no name is there."""
    found = [headings_at(sheet, first, words) for first in range(ROWS_SEARCHED)]
    named = [h for h in found if h and NAMES & set(h.fields)]
    return max(named, key=lambda headings: headings.score, default=None)


def headings_at(sheet: Sheet, first: int, words: Vocabulary) -> Headings | None:
    """Return the headings that begin in the row of this index, None if there is none.

    If the row below goes on with headings, the likelier of one row and two is taken.
    """
    if first >= len(sheet.rows):
        return None
    top = [heading_text(cell) for cell in sheet.rows[first]]
    bottom = (
        [heading_text(cell) for cell in sheet.rows[first + 1]]
        if first + 1 < len(sheet.rows)
        else []
    )
    one = Headings(first, 1, top, [words.field_of(text) for text in top], 0)
    if is_second_row(top, bottom, words):
        top = spread_group_headings(top, bottom)
        texts = [join_headings(*pair) for pair in zip(top, bottom, strict=True)]
        fields = [words.field_below(*pair) for pair in zip(top, bottom, strict=True)]
        two = Headings(first, 2, texts, fields, 0)
        return max(
            with_score(two, words), with_score(one, words), key=lambda h: h.score
        )
    return with_score(one, words)


def no_headings(sheet: Sheet) -> Headings:
    """Return what stands for headings where staff say that there are none."""
    width = len(sheet.rows[0]) if sheet.rows else 0
    return Headings(0, 0, [""] * width, [None] * width, 0)


def with_score(headings: Headings, words: Vocabulary) -> Headings:
    """Return the headings with their score: up to one for each field among them."""
    best: dict[str, float] = {}
    for text, field in zip(headings.texts, headings.fields, strict=True):
        if field:
            worth = 1.0 if words.knows(text) or headings.depth == 2 else SCORE_OF_PART
            best[field] = max(worth, best.get(field, 0))
    return replace(headings, score=sum(best.values()))


def is_second_row(top: list[str], bottom: list[str], words: Vocabulary) -> bool:
    """Whether the row below goes on with headings: most of its own are known words."""
    above = {text for text in top if text}
    own = [b for t, b in zip(top, bottom, strict=False) if b and b != t]
    # A row of people has no known words, but for a role here and there.
    known = [text for text in own if words.knows(text) or words.is_qualifier(text)]
    return (
        len(above) > 1
        and any(words.knows(text) for text in above)
        and len(known) * 2 > len(own)
    )


def spread_group_headings(top: list[str], bottom: list[str]) -> list[str]:
    """Return the upper row with each group's heading over all columns that it spans.

    Only its first column has the text if the cells are not merged.
    """
    result: list[str] = []
    for text, below in zip(top, bottom, strict=True):
        before = len(result) - 1
        is_group = bool(result and bottom[before] and bottom[before] != top[before])
        result.append(text or (result[before] if below and is_group else ""))
    return result


def join_headings(top: str, bottom: str) -> str:
    return top if top == bottom else " ".join(filter(None, (top, bottom)))


def heading_text(cell: Cell) -> str:
    """Return the text of a cell, "" where it cannot be a heading."""
    text = tidy(cell) if isinstance(cell, str) else ""
    return text if len(text) <= LONGEST_HEADING else ""
