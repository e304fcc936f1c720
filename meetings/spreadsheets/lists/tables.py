"""Read the tables of a sheet: one, several stacked, or blocks side by side."""

from __future__ import annotations

from collections.abc import Sequence

from meetings.spreadsheets.findings import SAMPLES_SHOWN, ReadColumn
from meetings.spreadsheets.lists.account import Account, Fate
from meetings.spreadsheets.lists.blocks import (
    Block,
    blocks_of,
    governments_by_row,
    share_governments,
)
from meetings.spreadsheets.lists.cells import display_text, is_blank
from meetings.spreadsheets.lists.columns import (
    infer_fields,
    take_offices_for_departments,
)
from meetings.spreadsheets.lists.headings import (
    ColumnFields,
    Headings,
    Rows,
    headings_at,
)
from meetings.spreadsheets.lists.layouts import Layout
from meetings.spreadsheets.lists.lines_above import read_lines_above
from meetings.spreadsheets.lists.mapped_fields import MappedFields
from meetings.spreadsheets.lists.marked_columns import MarkedColumn, marked_columns
from meetings.spreadsheets.lists.parts import Part
from meetings.spreadsheets.lists.passed_rows import is_heading
from meetings.spreadsheets.lists.people_rows import TableReading, read_rows
from meetings.spreadsheets.lists.row_reader import Table
from meetings.spreadsheets.references import is_reference
from meetings.spreadsheets.types import Cell
from meetings.spreadsheets.vocabulary import NAMES, NOT_KEPT, Vocabulary


def read_tables(
    layout: Layout,
    reading: TableReading,
    account: Account,
    mapping: MappedFields,
    words: Vocabulary,
) -> list[ReadColumn]:
    """Add the people of all tables of a sheet to the reading; return the columns.

    The columns are those of the first table, all its blocks together.
    """
    part, first = layout.part, layout.headings
    assert first is not None
    read_lines_above(part, first, reading, account, words)
    columns: list[ReadColumn] = []
    for headings, end, repeated in stacked_tables(part.rows, first, words):
        for row in range(headings.first, headings.below):
            account.mark_row(Fate.HEADING, part, row)
        found: list[ReadColumn] = []
        governments: dict[int, Cell] = {}
        for block in blocks_of(part, headings):
            is_section_told = bool(reading.section) and not reading.is_above
            table = table_of(block, end, repeated, is_section_told, mapping, words)
            reading.begin_block(block.group, words)
            first_person = len(reading.people)
            read_rows(table, reading, account, words)
            if governments and "government" not in table.fields:
                share_governments(table, reading.people[first_person:], governments)
            governments = governments or governments_by_row(table)
            found += described_columns(table)
        columns = columns or found
    return columns


def table_of(
    block: Block,
    end: int,
    repeated: frozenset[int],
    is_section_told: bool,
    mapping: MappedFields,
    words: Vocabulary,
) -> Table:
    """Return a block as a table, with the fields that its columns have at last."""
    below = cells_below(block.part, block.headings, end)
    fields, marked = fields_of(block.headings, below, words)
    if is_section_told:
        take_offices_for_departments(fields, below)
    mapping.apply(block.part.left, block.headings.texts, fields)
    leave_hidden_columns(block.part, fields)
    return Table(block.part, block.headings, fields, below, end, repeated, marked)


def stacked_tables(
    rows: Rows, first: Headings, words: Vocabulary
) -> list[tuple[Headings, int, frozenset[int]]]:
    """Return the headings of tables one below the other, the row where each ends.

    With them come the rows in which the headings stand once more. Where other headings
    than those of people come, a table of something else begins, which is left alone.
    """
    found: list[tuple[Headings, int, list[int]]] = []
    current: Headings | None = first
    repeated: list[int] = []
    own = texts_of_headings(rows, first)
    index = first.below
    while index < len(rows):
        row = rows[index]
        is_other = is_below_title(rows, index, words)
        may_be_headings = is_heading(row, words) or texts_of(row) in own or is_other
        if not may_be_headings or any(map(is_reference, row)):
            index += 1
            continue
        if current and texts_of(row) in own:
            repeated.append(index)
            index += 1
            continue
        following = headings_at(rows, index, words)
        assert following is not None
        if current and following.fields == current.fields:
            own |= texts_of_headings(rows, following)
            continue
        if current:
            is_title_apart = is_other and not following.are_of_people
            end = title_above(rows, index) if is_title_apart else index
            found.append((current, end, repeated))
        current = following if following.are_of_people else None
        own = texts_of_headings(rows, following)
        repeated = []
        index = following.below
    if current:
        found.append((current, len(rows), repeated))
    return [(headings, end, frozenset(again)) for headings, end, again in found]


def is_below_title(rows: Rows, index: int, words: Vocabulary) -> bool:
    """Whether a row with a label is set off by a title, as the headings of a table."""
    title = title_above(rows, index)
    if title == index or not title or texts_of(rows[title - 1]):
        return False
    texts = texts_of(rows[index])
    are_texts = len(texts) == sum(not is_blank(cell) for cell in rows[index])
    return len(texts) > 1 and are_texts and any(map(words.labels, texts))


def title_above(rows: Rows, index: int) -> int:
    """Return the index of the title right above a row, its own if there is none."""
    above = texts_of(rows[index - 1]) if index else ()
    return index - 1 if len(set(above)) == 1 else index


def texts_of_headings(rows: Rows, headings: Headings) -> set[tuple[str, ...]]:
    return {texts_of(row) for row in rows[headings.first : headings.below]}


def texts_of(row: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(cell for cell in row if isinstance(cell, str) and cell.strip())


def fields_of(
    headings: Headings, below: Sequence[Sequence[Cell]], words: Vocabulary
) -> tuple[ColumnFields, dict[int, MarkedColumn]]:
    """Return the field of each column, by its heading and its cells.

    With them come the columns in which marks say what their headings do.
    """
    fields = list(headings.fields)
    marked = marked_columns(headings.lowest, fields, below, words)
    infer_fields(headings.lowest, fields, below, words)
    for index, column in marked.items():
        fields[index] = column.field
    return fields, marked


def cells_below(part: Part, headings: Headings, end: int) -> Sequence[Sequence[Cell]]:
    """Return the cells of each column of a table."""
    below = part.rows[headings.below : end]
    return list(zip(*below, strict=True)) or [() for _field in headings.fields]


def leave_hidden_columns(part: Part, fields: ColumnFields) -> None:
    """Leave out hidden columns, unless the names stand in one, in place."""
    hidden = {
        index
        for index in range(len(fields))
        if not part.is_turned and index + part.left in part.sheet.hidden_columns
    }
    if NAMES & {name for index, name in enumerate(fields) if index not in hidden}:
        for index in hidden:
            fields[index] = None


def described_columns(table: Table) -> list[ReadColumn]:
    """Return the columns that have a heading or hold anything, with their first cells.

    Of a column that is not kept nothing is shown: it may hold passport numbers.
    """
    columns = []
    for index, text in enumerate(table.headings.texts):
        name = table.fields[index]
        samples = first_texts(table.columns[index]) if name != NOT_KEPT else []
        if text or samples:
            columns.append(ReadColumn(index + table.part.left, text, name, samples))
    return columns


def first_texts(column: Sequence[Cell]) -> list[str]:
    """Return the first texts of a column that differ."""
    found: dict[str, None] = {}
    for cell in column:
        if not is_blank(cell):
            found[display_text(cell)] = None
            if len(found) == SAMPLES_SHOWN:
                break
    return list(found)
