"""Find the rows of headings, up to three of them, and the field of each column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, groupby
from operator import not_

from meetings.spreadsheets.lists.cells import lone_text
from meetings.spreadsheets.lists.passed_rows import is_section_line
from meetings.spreadsheets.types import Cell
from meetings.spreadsheets.vocabulary import NAMES, NOT_KEPT, Vocabulary
from meetings.text.folding import tidy

ROWS_SEARCHED = 30  # titles and instructions may stand above the headings
DEEPEST = 3  # rows of headings: groups, groups within them, columns
LONGEST_HEADING = 300  # characters: forms export whole questions
SCORE_OF_PART = 0.6  # of a known word inside a longer heading, which may mislead
SCORE_OF_LIST = 2.0  # a name and one more field: a name alone may be a title

# An address, a telephone number or a day.
OF_SOMEBODY = re.compile(
    r"\S@\S+\.\S|\d[\d -]{6,}\d|^\d{1,4}\s?[-./년월年月]\s?\d{1,2}(?!\d)"
)

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


def find_headings(rows: Rows, words: Vocabulary) -> Headings | None:
    """Return the likeliest headings of the first 30 rows, None if no name is there.

    Of several that are surely a list's, the first: another table may follow.
    """
    candidates = [headings_at(rows, first, words) for first in range(ROWS_SEARCHED)]
    found = [h for h in candidates if h and NAMES & set(h.fields)]
    found = [h for h in found if not are_labels(rows, h, words)]
    sure = [h for h in found if h.are_of_people]
    # Rows of one table's headings overlap: the fullest reading of them counts.
    first = [h for h in sure if h.first < sure[0].below] if sure else found
    return max(first, key=lambda headings: headings.score, default=None)


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


def are_labels(rows: Rows, headings: Headings, words: Vocabulary) -> bool:
    """Whether the texts label the cells beside them, as in a form, not those below.

    Either each has its value at its right, or labels stand below again, as they do
    below the heading of the names at least.
    """
    levels = rows[headings.first : headings.below]
    if any(alternate_with_values(level, words) for level in levels):
        return True
    if len(levels) > 1 and stand_above_names(levels, words):
        return True
    if goes_on_from_above(rows, headings) or are_above_labels(rows, headings, words):
        return True
    below = rows[headings.below : headings.below + 2]
    own = [
        (n, text)
        for n, text in enumerate(headings.lowest)
        if headings.fields[n] and not words.marks_as("sexes", text)
    ]
    return bool(below) and all(are_mostly_labels(row, own, words) for row in below)


# What may stand above names in headings of two rows: ふりがな above 氏名.
BESIDE_NAMES = frozenset({NOT_KEPT, "reading"}) | NAMES


def stand_above_names(levels: Rows, words: Vocabulary) -> bool:
    """Whether a label of something else stands above a heading of names: 부서, 성명."""
    for top, bottom in zip(levels[0], levels[-1], strict=True):
        above, below = heading_text(top), heading_text(bottom)
        field = words.field_of(above) if above != below else None
        if words.field_of(below) in NAMES and field not in (None, *BESIDE_NAMES):
            return True
    return False


def alternate_with_values(row: Sequence[Cell], words: Vocabulary) -> bool:
    """Whether each label of a row has a cell behind it that is none.

    An address or a number among them is one of somebody, and no heading.
    """
    texts = [text for text, _same in groupby(map(heading_text, row)) if text]
    if any(OF_SOMEBODY.search(text) for text in texts):
        return True
    are_labels = (is_label(text, words) for text in texts)
    flags = [*dropwhile(not_, are_labels)]
    if flags[:2] == [True, True]:  # a group's label before that of the value
        flags = flags[1:]
    if len(flags) < 4 or flags != ([True, False] * len(flags))[: len(flags)]:
        return False
    values = texts[len(texts) - len(flags) + 1 :: 2]
    if len(set(values)) < len(values):  # Arrival, Flight, Departure, Flight
        return False
    return not any(
        words.field_of(text) for text in values if not words.marks_as("sexes", text)
    )


def goes_on_from_above(rows: Rows, headings: Headings) -> bool:
    """Whether each heading of names is that of a group, merged with the rows above."""
    if not headings.first:
        return False
    above, row = rows[headings.first - 1], rows[headings.first]
    return not lone_text(above) and all(above[n] == row[n] for n in names_in(headings))


def are_above_labels(rows: Rows, headings: Headings, words: Vocabulary) -> bool:
    """Whether most of what stands below the headings of names are other labels.

    Where nothing stands there, what stands below all headings counts.
    """
    below = rows[headings.below :][:ROWS_SEARCHED]
    columns = names_in(headings)
    if not any(heading_text(row[n]) for row in below for n in columns):
        columns = list(range(len(headings.fields)))
    texts = [
        text
        for row in below
        for n in columns
        if (text := heading_text(row[n])) and text != headings.lowest[n]
    ]
    return sum(map(words.labels, texts)) * 2 > len(texts)


def names_in(headings: Headings) -> list[int]:
    """Return the indices of the columns of names."""
    return [n for n, field in enumerate(headings.fields) if field in NAMES]


def is_label(text: str, words: Vocabulary) -> bool:
    """Whether a text labels what is beside it; 女 is what stands beside 性別."""
    return words.labels(text) and not words.marks_as("sexes", text)


def are_mostly_labels(
    row: Sequence[Cell], own: Sequence[tuple[int, str]], words: Vocabulary
) -> bool:
    """Whether most texts of a row are labels, but for those of the headings above.

    `own` are the columns to look at, each with its heading.
    """
    texts = {
        text for column, above in own if (text := heading_text(row[column])) != above
    }
    known = [text for text in texts - {""} if words.labels(text)]
    return len(known) * 2 > len(texts - {""})


def heading_text(cell: Cell) -> str:
    """Return the text of a cell, "" where it cannot be a heading."""
    text = tidy(cell) if isinstance(cell, str) else ""
    return text if len(text) <= LONGEST_HEADING else ""
