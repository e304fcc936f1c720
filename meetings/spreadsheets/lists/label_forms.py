"""Read labels with the values beside or below them: forms, cards, lines above lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from meetings.spreadsheets.lists.cells import is_blank
from meetings.spreadsheets.lists.headings import heading_text
from meetings.spreadsheets.lists.parts import repeats
from meetings.spreadsheets.types import Cell, Place, Sheet
from meetings.spreadsheets.vocabulary import NAMES, NOT_KEPT, Vocabulary
from meetings.text.folding import tidy

MOST_ROWS = 1_000  # of a sheet of forms; a longer one is a table or nothing
COLONS = ":："
VALUES_TOO = frozenset({"dietary"})  # whose labels may be values: 식사 | 채식


@dataclass(frozen=True)
class Labelled:
    """A label and its value, each with its place in the sheet; a value may be blank.

    Both places are the same where one cell holds both: 소속: 경상북도.
    """

    label: str
    field: str | None
    label_place: Place
    cell: Cell
    place: Place | None


def find_labelled(
    sheet: Sheet, first: int, end: int, words: Vocabulary
) -> list[Labelled]:
    """Return the labels of rows `first` to before `end` in reading order."""
    covered = covered_places(sheet, first, end)
    found: list[Labelled] = []
    taken: set[Place] = set()
    of_others: int | None = None  # the column of a group that is somebody else's
    for row in range(first, end):
        cells = [
            ((row, column), cell)
            for column, cell in enumerate(sheet.rows[row])
            if not is_blank(cell)
            and (row, column) not in covered
            and (row, column) not in taken
        ]
        if not cells or (of_others is not None and cells[0][0][1] <= of_others):
            of_others = None
        is_of_others = of_others is not None
        of_others = of_others if is_of_others else group_of_others(cells, words)
        for each in labels_in_row(cells, words, is_of_others):
            below = value_below(sheet, each, covered, words)
            found.append(below or each)
            if below and below.place:
                taken.add(below.place)
    return found


def group_of_others(cells: list[tuple[Place, Cell]], words: Vocabulary) -> int | None:
    """Return the column of a label of somebody else that stands beside a label."""
    for (place, cell), (_place, after) in pairwise(cells):
        is_label = words.labels(heading_text(after))
        if is_label and words.labels_others(heading_text(cell)):
            return place[1]
    return None


def labels_in_row(
    cells: list[tuple[Place, Cell]], words: Vocabulary, is_of_others: bool
) -> Iterator[Labelled]:
    """Yield the labels of a row, each with the cell at its right unless that is one.

    Where the label of somebody else is followed by a label, as in “Contact person |
    Name | …”, the whole rest of the row `is_of_others`, and the rows of its group.
    """
    value_at = -1
    for index, (place, cell) in enumerate(cells):
        text = heading_text(cell)
        if index == value_at:
            continue
        if words.marks_as("sexes", text):
            yield Labelled("", NOT_KEPT, place, cell, place)
            continue
        label, value = split_at_colon(text, words)
        if label:
            field = NOT_KEPT if is_of_others else words.field_of(label)
            yield Labelled(label, field, place, value, place)
        elif text and words.labels(text):
            field = NOT_KEPT if is_of_others else words.field_of(text)
            after = cells[index + 1] if index + 1 < len(cells) else None
            is_group = after is not None and is_label_behind(after[1], field, words)
            is_of_others = is_of_others or words.labels_others(text)
            if after is None or is_group:
                yield Labelled(text, field, place, None, None)
            else:
                value_at = index + 1
                yield Labelled(text, field, place, after[1], after[0])


def is_label_behind(cell: Cell, field: str | None, words: Vocabulary) -> bool:
    """Whether a cell behind the label of a field is a label, too, and no value."""
    text = heading_text(cell)
    return words.labels(text) and not (
        field in VALUES_TOO and words.field_of(text) == field
    )


def split_at_colon(text: str, words: Vocabulary) -> tuple[str, str]:
    """Return the label and the value of a cell that holds both, else two blanks."""
    for colon in COLONS:
        label, found, value = text.partition(colon)
        if found and value.strip() and words.labels(label):
            return tidy(label), tidy(value)
    return "", ""


def value_below(
    sheet: Sheet, each: Labelled, covered: set[Place], words: Vocabulary
) -> Labelled | None:
    """Return the label with the cell below as its value, if it has none beside it."""
    row, column = each.label_place
    while (row + 1, column) in covered:
        row += 1
    if each.place is not None or row + 1 >= len(sheet.rows):
        return None
    cell = sheet.rows[row + 1][column]
    if is_blank(cell) or words.labels(heading_text(cell)):
        return None
    return Labelled(each.label, each.field, each.label_place, cell, (row + 1, column))


def covered_places(sheet: Sheet, first: int, end: int) -> set[Place]:
    """Return the places of these rows to which a merged cell gave its value."""
    return {
        (row, column)
        for area in sheet.merged
        for row in range(max(area.top, first), min(area.bottom + 1, end))
        for column in range(area.left, area.right + 1)
        if (row, column) != (area.top, area.left)
    }


def records_of(labelled: list[Labelled]) -> list[list[Labelled]]:
    """Return the labels of each person: the cards begin where labels come again."""
    names = [each.field in NAMES for each in labelled]
    starts = [0, *repeats([each.label for each in labelled], names)]
    ends = [*starts[1:], len(labelled)]
    return [labelled[a:b] for a, b in zip(starts, ends, strict=True)]


def is_of_person(record: list[Labelled]) -> bool:
    """Whether there is a name among the values of a record, and something else."""
    fields = {
        each.field
        for each in record
        if each.field not in (None, NOT_KEPT) and not is_blank(each.cell)
    }
    return bool(fields & NAMES) and len(fields) > 1
