"""Make a sheet of what a reader found: trimmed, marked, and within the limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from meetings.spreadsheets.files.moments import is_moment, moment
from meetings.spreadsheets.files.number_formats import shown
from meetings.spreadsheets.types import (
    MAX_CELL,
    MAX_CHARACTERS,
    MAX_COLUMNS,
    MAX_ROWS,
    Area,
    Cell,
    Place,
    Sheet,
    Unreadable,
    column_letters,
)

UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"  # of no width; `strip` takes them for letters


@dataclass
class Marks:
    """What a sheet's file says beside the values of its cells, by indices from 0.

    `values` take the place of those that were read; `formats` are the number formats of
    cells that show more than their number. `struck` are the struck parts of cells, None
    where the whole cell is.
    """

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    values: dict[Place, Cell] = field(default_factory=dict)
    formats: dict[Place, str] = field(default_factory=dict)
    struck: dict[Place, str | None] = field(default_factory=dict)


def finished(
    name: str,
    rows: Iterable[Sequence[Cell]],
    marks: Marks,
    is_hidden: bool = False,
) -> Sheet:
    """Return a sheet of these rows, without the blank ones behind and beside the rest.

    One that is too large gets no rows, and the code of the sentence for it; `rows` are
    read no further then.
    """
    filled, excess = filled_rows(name, rows)
    if excess:
        return Sheet(name, [], is_hidden, excess)
    put_values(filled, marks)
    merged = [area for area in marks.merged if fill_merged_cells(filled, area)]
    struck = {
        (row, column): str(filled[row][column]) if part is None else part
        for (row, column), part in marks.struck.items()
        if is_filled(filled, row, column)
    }
    for area in merged:
        if text := struck.get((area.top, area.left)):
            struck |= dict.fromkeys(places_in(area, filled), text)
    return Sheet(
        name,
        filled,
        is_hidden,
        merged=merged,
        hidden_rows=frozenset(row for row in marks.hidden_rows if row < len(filled)),
        hidden_columns=frozenset(marks.hidden_columns),
        struck=struck,
    )


def put_values(rows: list[list[Cell]], marks: Marks) -> None:
    """Put the values that the marks give in their places, and numbers as shown."""
    for (row, column), value in marks.values.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = value
    for (row, column), code in marks.formats.items():
        if is_filled(rows, row, column):
            cell = rows[row][column]
            if isinstance(cell, int | float | str) and not isinstance(cell, bool):
                rows[row][column] = as_shown(cell, code)


def as_shown(cell: int | float | str, code: str) -> Cell:
    """Return a cell as its format shows it: a day, a text or the number."""
    if is_moment(code):
        return cell if isinstance(cell, str) else moment(cell)
    return shown(cell, code) or cell


def is_filled(rows: list[list[Cell]], row: int, column: int) -> bool:
    is_there = row < len(rows) and column < len(rows[row])
    return is_there and not is_unseen(rows[row][column])


def filled_rows(
    sheet: str, rows: Iterable[Sequence[Cell]]
) -> tuple[list[list[Cell]], str]:
    """Return the rows, equally long, up to the last filled one; or what is too many.

    Raise Unreadable for a cell that is too long, before the rest is looked at. Blank
    rows are kept only once a filled one follows, as there may be a million.
    """
    kept: list[list[Cell]] = []
    blank: list[list[Cell]] = []
    width = skipped = 0
    for index, row in enumerate(rows):
        length = filled_length(row)
        if length > MAX_COLUMNS:
            return [], "too_many_columns"
        if not length and len(blank) >= MAX_ROWS:
            skipped += 1
            continue
        check_cells(sheet, row, index)
        blank.append(list(row[:MAX_COLUMNS]))
        if length:
            kept += blank
            blank.clear()
            width = max(width, length)
            if len(kept) + skipped > MAX_ROWS:
                return [], "too_many_rows"
    for cells in kept:
        cells += [None] * (width - len(cells))
        del cells[width:]
    return kept, ""


def filled_length(row: Sequence[Cell]) -> int:
    """Return how many cells of a row there are up to its last filled one."""
    length = len(row)
    while length and is_unseen(row[length - 1]):
        length -= 1
    return length


def is_unseen(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip().strip(UNSEEN))


def fill_merged_cells(rows: list[list[Cell]], area: Area) -> bool:
    """Give all cells of an area the value of its first; return if any are there."""
    if area.top >= len(rows) or area.left >= len(rows[area.top]):
        return False
    value = rows[area.top][area.left]
    for row in rows[area.top : area.bottom + 1]:
        row[area.left : area.right + 1] = [value] * len(row[area.left : area.right + 1])
    return True


def places_in(area: Area, rows: list[list[Cell]]) -> Iterator[Place]:
    """Yield the places of an area that are there."""
    for row in range(area.top, min(area.bottom + 1, len(rows))):
        for column in range(area.left, min(area.right + 1, len(rows[row]))):
            yield row, column


def check_cells(sheet: str, row: Sequence[Cell], index: int) -> None:
    """Refuse cells that are longer than any of a list of people."""
    if max([len(cell) for cell in row if isinstance(cell, str)], default=0) > MAX_CELL:
        lengths = [len(str(cell)) for cell in row]
        address = f"{column_letters(lengths.index(max(lengths)))}{index + 1}"
        raise Unreadable("cell_too_long", sheet=sheet, cell=address)


def check_size(sheets: Iterable[Sheet]) -> None:
    """Refuse more text than a list of people has."""
    rows = (row for sheet in sheets for row in sheet.rows)
    length = sum(sum([len(c) for c in row if isinstance(c, str)]) for row in rows)
    if length > MAX_CHARACTERS:
        raise Unreadable("too_much_text")
