"""Blocks of a table that stand side by side: their headings, and whose people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from meetings.spreadsheets.findings import ReadPerson
from meetings.spreadsheets.lists.cells import is_blank, lone_text
from meetings.spreadsheets.lists.headings import Headings
from meetings.spreadsheets.lists.parts import Part, block_starts
from meetings.spreadsheets.lists.row_reader import Table
from meetings.spreadsheets.types import Cell


@dataclass(frozen=True)
class Block:
    """A block with its headings, and the `group` that stands above it alone."""

    part: Part
    headings: Headings
    group: str = ""


def blocks_of(part: Part, headings: Headings) -> list[Block]:
    """Return the blocks of a table; what stands above one of several is a title."""
    starts = block_starts(headings, part.rows)
    if len(starts) == 1:
        return [Block(part, headings)]
    ends = [*starts[1:], len(headings.texts)]
    blocks = [
        block_between(part, headings, left, right)
        for left, right in zip(starts, ends, strict=True)
    ]
    if all(block.group for block in blocks):
        return blocks
    return [replace(block, group="") for block in blocks]


def block_between(part: Part, headings: Headings, left: int, right: int) -> Block:
    own = replace(
        headings,
        texts=headings.texts[left:right],
        fields=headings.fields[left:right],
        lowest=headings.lowest[left:right],
    )
    block = part.columns(left, right)
    return Block(block, own, group_above(block, own))


def group_above(part: Part, headings: Headings) -> str:
    """Return the text above a block that stands over no other one, "" if none does."""
    groups = {
        text.removesuffix(lowest).strip()
        for text, lowest in zip(headings.texts, headings.lowest, strict=True)
        if text
    }
    if headings.first and groups == {""}:
        return lone_text(part.rows[headings.first - 1])
    return groups.pop() if len(groups) == 1 else ""


def governments_by_row(table: Table) -> dict[int, Cell]:
    """Return the government of each row of a block, by the row's number from 1."""
    found: dict[int, Cell] = {}
    if "government" in table.fields and not table.part.is_turned:
        column = table.fields.index("government")
        above: Cell = ""
        for index in range(table.headings.below, table.end):
            cell = table.part.rows[index][column]
            above = above if is_blank(cell) else cell
            found[table.part.place(index, 0)[0] + 1] = above
    return found


def share_governments(
    table: Table, people: Sequence[ReadPerson], governments: Mapping[int, Cell]
) -> None:
    """Give the people of a block the government of their row, which stands once.

    Where the block numbers its people, the row is none of the one beside it.
    """
    is_own = "number" in table.fields
    for person in people:
        government = "" if is_own else governments.get(person.row, "")
        person.cells.setdefault("government", government)
