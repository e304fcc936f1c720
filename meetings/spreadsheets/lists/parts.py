"""Parts of a sheet that are a table each: blocks side by side, lists on their side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from meetings.spreadsheets.lists.cells import is_blank
from meetings.spreadsheets.lists.headings import Headings, Rows
from meetings.spreadsheets.types import Place, Sheet
from meetings.spreadsheets.vocabulary import NAMES


@dataclass(frozen=True)
class Part:
    """A rectangle of a sheet, its people in rows; if it `is_turned`, in columns.

    `top` and `left` are the row and the column of the sheet in which it begins.
    """

    sheet: Sheet
    rows: Rows
    top: int = 0
    left: int = 0
    is_turned: bool = False

    def place(self, row: int, column: int) -> Place:
        """Return the row and the column in the sheet, from 0."""
        if self.is_turned:
            return column + self.top, row + self.left
        return row + self.top, column + self.left

    def columns(self, left: int, right: int) -> Part:
        """Return the part from one column to before another one."""
        rows = [row[left:right] for row in self.rows]
        if self.is_turned:  # whose columns are rows of the sheet
            return replace(self, rows=rows, top=self.top + left)
        return replace(self, rows=rows, left=self.left + left)


def whole(sheet: Sheet) -> Part:
    return Part(sheet, sheet.rows)


def turned(sheet: Sheet, top: int, bottom: int, left: int) -> Part:
    """Return rows `top` to `bottom` on their side, from the column of labels on."""
    columns = list(zip(*sheet.rows[top : bottom + 1], strict=True))
    return Part(sheet, columns[left:], top, left, is_turned=True)


def block_starts(headings: Headings, rows: Rows) -> list[int]:
    """Return the columns in which blocks side by side begin, the first of them 0.

    A block begins where the headings of the one before come again, or behind a blank
    column if there are names on both sides of it.
    """
    names = [field in NAMES for field in headings.fields]
    starts = repeats(headings.lowest, names) or blank_borders(headings, rows)
    return [0, *starts]


def repeats(texts: Sequence[str], are_names: Sequence[bool]) -> list[int]:
    """Return where a sequence of headings or labels begins anew, a name among them."""
    first = next((n for n, is_name in enumerate(are_names) if is_name), None)
    if first is None:
        return []
    again = [
        index
        for index in range(first + 1, len(texts))
        if texts[index] == texts[first] and texts[index - 1] != texts[index]
    ]
    if not again:
        return []
    # What stands before the name in the first part stands before it in the others.
    size = 0
    while size < first and texts[first - size - 1] == texts[again[0] - size - 1]:
        size += 1
    starts = [index - size for index in again]
    return starts if are_alike(texts, [0, *starts]) else []


def are_alike(texts: Sequence[str], starts: Sequence[int]) -> bool:
    """Whether all parts have the headings of the first but for one, at least two."""
    parts = [
        {text for text in texts[a:b] if text}
        for a, b in zip(starts, [*starts[1:], len(texts)], strict=True)
    ]
    return len(parts[0]) > 1 and all(
        len(parts[0] & part) > 1 and len(parts[0] - part) < 2 for part in parts[1:]
    )


def blank_borders(headings: Headings, rows: Rows) -> list[int]:
    """Return the columns behind a blank one that has names on both of its sides."""
    texts, fields = headings.lowest, headings.fields
    starts: list[int] = []
    begun = 0
    for index in range(1, len(texts) - 1):
        is_border = not texts[index] and texts[index + 1] and index > begun
        if not is_border:
            continue
        here, there = fields[begun:index], fields[index + 1 :]
        if are_lists(here, there) and is_blank_column(rows, headings, index):
            starts.append(index + 1)
            begun = index + 1
    return starts


def are_lists(*blocks: list[str | None]) -> bool:
    """Whether the columns of each block have a name among them, and something else."""
    return all(NAMES & {*block} and len({*block} - {None}) > 1 for block in blocks)


def is_blank_column(rows: Rows, headings: Headings, column: int) -> bool:
    return all(is_blank(row[column]) for row in rows[headings.below :])
