"""The account of a sheet: what became of each of its filled cells."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from meetings.spreadsheets.lists.cells import is_blank
from meetings.spreadsheets.lists.parts import Part
from meetings.spreadsheets.types import Area, Place, Sheet, column_letters


class Fate(IntEnum):
    """What became of a cell. A person's are values; nobody looked at an unread one."""

    UNREAD = 0
    HEADING = 1
    VALUE = 2
    NOT_KEPT = 3
    TITLE = 4
    TOTAL = 5
    NOTE = 6
    SECTION = 7
    SAMPLE = 8
    EMPTY_ROW = 9


class Account:
    """Each filled cell of a sheet with its fate, which is one and no other."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        width = max(map(len, sheet.rows), default=0)
        self.fates = [bytearray(width) for _row in sheet.rows]

    def mark(self, fate: Fate, row: int, column: int) -> None:
        """Tell the fate of one cell of the sheet."""
        self.fates[row][column] = fate

    def mark_sheet_row(self, fate: Fate, row: int) -> None:
        """Tell the fate of all cells of a row of the sheet."""
        self.fates[row][:] = bytes([fate]) * len(self.fates[row])

    def mark_row(self, fate: Fate, part: Part, row: int) -> None:
        """Tell the fate of all cells of a part's row."""
        self.mark_fates(bytes([fate]) * len(part.rows[row]), part, row)

    def mark_fates(self, fates: bytes, part: Part, row: int) -> None:
        """Tell the fates of the cells of a part's row, one each."""
        if not part.is_turned:
            self.fates[row][part.left : part.left + len(fates)] = fates
            return
        for column, fate in enumerate(fates):
            at, across = part.place(row, column)
            self.fates[at][across] = fate

    def fate_of(self, row: int, column: int) -> Fate:
        return Fate(self.fates[row][column])

    def unread(self) -> list[Place]:
        """Return the filled cells that nothing was done with, by row and column.

        What a merged cell covers shares its fate.
        """
        for area in self.sheet.merged:
            self.share_fate(area)
        return [
            (row, column)
            for row, fates in enumerate(self.fates)
            if 0 in fates
            for column, cell in enumerate(self.sheet.rows[row])
            if not fates[column] and not is_blank(cell)
        ]

    def share_fate(self, area: Area) -> None:
        """Tell the fate of the first cell of an area for its others without one."""
        shared = self.fates[area.top][area.left]
        for row in range(area.top, area.bottom + 1):
            fates = self.fates[row]
            for column in range(area.left, area.right + 1):
                fates[column] = fates[column] or shared


def areas_of(places: list[Place]) -> Iterator[Area]:
    """Yield the areas around places in rows that follow one another."""
    run: list[Place] = []
    for place in sorted(places):
        if run and place[0] > run[-1][0] + 1:
            yield area_around(run)
            run = []
        run.append(place)
    if run:
        yield area_around(run)


def area_around(places: list[Place]) -> Area:
    rows, columns = zip(*places, strict=True)
    return Area(min(rows), min(columns), max(rows), max(columns))


def range_of(area: Area) -> str:
    """Return the name of an area as spreadsheets have it: B4:D9, or B4 alone."""
    first = f"{column_letters(area.left)}{area.top + 1}"
    last = f"{column_letters(area.right)}{area.bottom + 1}"
    return first if first == last else f"{first}:{last}"
