"""Find the headings of a table, and tell them from labels with values beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile, groupby
from operator import not_

from meetings.spreadsheets.lists.cells import lone_text
from meetings.spreadsheets.lists.headings import (
    Headings,
    Rows,
    heading_text,
    headings_at,
)
from meetings.spreadsheets.types import Cell
from meetings.spreadsheets.vocabulary import NAMES, NOT_KEPT, Vocabulary

ROWS_SEARCHED = 30  # titles and instructions may stand above the headings
# What may stand above names in headings of two rows: ふりがな above 氏名.
BESIDE_NAMES = frozenset({NOT_KEPT, "reading"}) | NAMES
# An address, a telephone number or a day.
OF_SOMEBODY = re.compile(
    r"\S@\S+\.\S|\d[\d -]{6,}\d"
    r"|^\d{1,4}\s?[-./년월年月]\s?\d{1,2}(?:\s?[-./월月]\s?\d{1,2})?\s?[.일日]?$"
)


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
    flags = [*dropwhile(not_, (is_label(text, words) for text in texts))]
    if flags[:2] == [True, True]:  # a group's label before that of the value
        flags = flags[1:]
    if len(flags) < 4 or flags != [n % 2 == 0 for n in range(len(flags))]:
        return False
    values = texts[len(texts) - len(flags) + 1 :: 2]
    if len(set(values)) < len(values):  # Arrival, Flight, Departure, Flight
        return False
    return not any(
        words.field_of(text) for text in values if not words.marks_as("sexes", text)
    )


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
