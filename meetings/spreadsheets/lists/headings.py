"""The headings of a table, in up to three rows, and the field of each column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from meetings.spreadsheets.lists.cells import lone_text
from meetings.spreadsheets.lists.passed_rows import is_section_line
from meetings.spreadsheets.types import Cell
from meetings.spreadsheets.vocabulary import NAMES, NOT_KEPT, Vocabulary
from meetings.text.folding import tidy

DEEPEST = 3  # rows of headings: groups, groups within them, columns
LONGEST_HEADING = 300  # characters: forms export whole questions
SCORE_OF_PART = 0.6  # of a known word inside a longer heading, which may mislead
SCORE_OF_LIST = 2.0  # a name and one more field: a name alone may be a title

Rows = Sequence[Sequence[Cell]]
Cells = Sequence[Sequence[Cell]]  # the cells of each column, below its heading
ColumnFields = list[str | None]  # the field of each column, None where unknown


@dataclass(frozen=True)
class Headings:
    """The headings of a table: the index of their first row, and how many rows.

    `texts` and `fields` have an entry for each column; `lowest` are the texts of the
    last row, without those of groups above.
    """

    first: int
    depth: int
    texts: list[str]
    fields: ColumnFields
    lowest: list[str]
    score: float = 0

    @property
    def below(self) -> int:
        """The index of the first row below."""
        return self.first + self.depth

    @property
    def are_of_people(self) -> bool:
        """Whether there is a name among them, and enough else to be sure."""
        return self.score >= SCORE_OF_LIST and bool(NAMES & set(self.fields))


def headings_at(rows: Rows, first: int, words: Vocabulary) -> Headings | None:
    """Return the headings that begin in the row of this index, None if there is none.

    If the rows below go on with headings, the likeliest depth is taken.
    """
    if first >= len(rows):
        return None
    deeper = [[heading_text(cell) for cell in row] for row in rows[first:][:DEEPEST]]
    found = [with_score(headings_of(first, deeper[:1], words), words)]
    for depth in range(1, len(deeper)):
        if not is_continued(deeper[:depth], deeper[depth], words):
            break
        deep = headings_of(first, deeper[: depth + 1], words)
        found.append(with_score(deep, words))
    return max(found, key=lambda headings: (headings.score, headings.depth))


def headings_of(first: int, levels: list[list[str]], words: Vocabulary) -> Headings:
    """Return the headings of these rows of texts, each row below the one before."""
    for depth in range(len(levels) - 1):
        levels[depth] = spread_group_headings(levels[depth], levels[depth + 1])
    columns = [distinct(column) for column in zip(*levels, strict=True)]
    texts = [" ".join(column) for column in columns]
    fields = [field_of_column(column, words) for column in columns]
    if not NAMES & set(fields):  # 氏名 above ふりがな: the rows have either in turn
        fields = [
            words.field_of(column[0]) if field == "reading" else field
            for column, field in zip(columns, fields, strict=True)
        ]
    return Headings(first, len(levels), texts, fields, list(levels[-1]))


def distinct(texts: Sequence[str]) -> list[str]:
    """Return the texts without blanks, and without those that a merged cell repeats."""
    return [text for text, _same in groupby(texts) if text]


def field_of_column(texts: list[str], words: Vocabulary) -> str | None:
    """Return the field of a column by its headings from top to bottom."""
    if any(words.is_of_others(text) for text in texts[:-1]):
        return NOT_KEPT
    if len(texts) < 2:
        return words.field_of(texts[0]) if texts else None
    return words.field_below(texts[-2], texts[-1]) or words.field_of(texts[0])


def no_headings(rows: Rows) -> Headings:
    """Return what stands for headings where staff say that there are none."""
    width = len(rows[0]) if rows else 0
    return Headings(0, 0, [""] * width, [None] * width, [""] * width)


def with_score(headings: Headings, words: Vocabulary) -> Headings:
    """Return the headings with their score: up to one for each field among them."""
    best: dict[str, float] = {}
    for text, field in zip(headings.texts, headings.fields, strict=True):
        if field:
            worth = 1.0 if words.labels(text) or headings.depth > 1 else SCORE_OF_PART
            best[field] = max(worth, best.get(field, 0))
    return replace(headings, score=sum(best.values()))


def is_continued(levels: list[list[str]], below: list[str], words: Vocabulary) -> bool:
    """Whether the row below goes on with headings: most of its own are known words."""
    if is_section_line(lone_text(below)):
        return False
    above = {text for text in levels[-1] if text}
    own = [b for t, b in zip(levels[-1], below, strict=False) if b and b != t]
    # A row of people has no known words, but for a role here and there.
    known = [text for text in own if words.labels(text) or words.is_qualifier(text)]
    return (
        len(above) > 1
        and any(words.labels(text) for level in levels for text in level)
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


def heading_text(cell: Cell) -> str:
    """Return the text of a cell, "" where it cannot be a heading."""
    text = tidy(cell) if isinstance(cell, str) else ""
    return text if len(text) <= LONGEST_HEADING else ""
