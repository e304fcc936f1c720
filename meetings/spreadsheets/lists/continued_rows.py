"""Rows that go on with the person above: a reading, the name in another script."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from meetings.spreadsheets.findings import Doubt, ReadPerson
from meetings.spreadsheets.lists.cells import is_blank
from meetings.spreadsheets.lists.row_reader import Table
from meetings.spreadsheets.references import is_our_row
from meetings.spreadsheets.types import Cell, Sheet
from meetings.spreadsheets.vocabulary import NAMES, NOT_KEPT
from meetings.text.folding import has_native_script

KANA_ONLY = re.compile(r"[\u3040-\u30ff\uff66-\uff9f\s・]+")
# What is of a delegation, and so says nothing of whose row it is.
SHARED = frozenset({None, NOT_KEPT, "country", "government", "municipality"})


class ContinuedRows:
    """Tells the rows of a table that go on with the person of the row above."""

    def __init__(self, table: Table) -> None:
        self.part = table.part
        self.fields = table.fields
        self.covered = covered_from_above(table.part.sheet)
        self.readings: dict[int, str] = {}  # kana below a name, by the name's row

    def covered_in(self, index: int) -> set[int]:
        """Return the columns of a row that a merged cell of a row above covers."""
        covered = self.covered.get(index + self.part.top, set())
        return {column - self.part.left for column in covered}

    def goes_on(self, index: int, before: Mapping[str, Cell]) -> bool:
        """Whether a row has only another form of the name in the row above it."""
        if self.part.is_turned or is_our_row(before) or "reading" in before:
            return False
        own = self.only_own_cell(index, before)
        if own is None or own[0] not in NAMES:
            return False
        name, cell = own
        first, second = str(before.get(name, "")), str(cell)
        if is_kana(first) != is_kana(second):
            are_native = has_native_script(first) and has_native_script(second)
            return are_native and not self.has_data_of_its_own(index)
        is_other_script = has_native_script(first) != has_native_script(second)
        return bool(first) and is_other_script and self.shares_own(index, before)

    def reading_above(self, person: ReadPerson, cells: Mapping[str, Cell]) -> str:
        """Return the kana that stand alone in the row above a name, "" if none do."""
        above = person.cells.keys() - SHARED
        name = next(iter(above)) if len(above) == 1 else ""
        if name not in NAMES or name not in cells or self.part.is_turned:
            return ""
        kana, text = str(person.cells[name]), str(cells[name])
        is_reading = is_kana(kana) and not is_kana(text) and has_native_script(text)
        return kana if is_reading and not cells.keys() & {"reading"} else ""

    def has_data_of_its_own(self, index: int) -> bool:
        """Whether a row repeats a post or the like by itself, as no reading does."""
        row, covered = self.part.rows[index], self.covered_in(index)
        return any(
            not is_blank(row[n]) and n not in covered
            for n, name in enumerate(self.fields)
            if name not in SHARED | NAMES | {"reading"}
        )

    def shares_own(self, index: int, before: Mapping[str, Cell]) -> bool:
        """Whether a row shares with the row above what is one person's alone.

        A government or country is shared by many; a number or a position is not.
        """
        row, covered = self.part.rows[index], self.covered_in(index)
        fields = enumerate(self.fields)
        if any(n in covered and name not in SHARED for n, name in fields):
            return True
        numbers = [n for n, name in enumerate(self.fields) if name == "number"]
        return "number" in before and all(is_blank(row[n]) for n in numbers)

    def only_own_cell(
        self, index: int, before: Mapping[str, Cell]
    ) -> tuple[str, Cell] | None:
        """Return the only cell that a row does not share with the row above, if any.

        Those of a merged cell are shared, and so is what stands there once more.
        """
        row, covered = self.part.rows[index], self.covered_in(index)
        own: tuple[str, Cell] | None = None
        for column, (cell, name) in enumerate(zip(row, self.fields, strict=True)):
            if not name or name == NOT_KEPT or cell is None or is_blank(cell):
                continue
            if column not in covered and cell != before.get(name):
                if own:
                    return None
                own = name, cell
        return own

    def join(self, index: int, person: ReadPerson) -> None:
        """Give the person above the name of a row: its reading, or its other script."""
        own = self.only_own_cell(index, person.cells)
        assert own is not None
        name, cell = own
        first, second = str(person.cells[name]), str(cell)
        if is_kana(second):
            self.readings[person.row] = second
        if is_kana(first) or is_kana(second):
            reading, text = sorted((first, second), key=is_kana, reverse=True)
            person.cells.update({"reading": reading, name: text})
            return
        native, latin = sorted((first, second), key=has_native_script, reverse=True)
        person.cells[name] = f"{native} ({latin})"

    def with_lone_readings_told(self, people: list[ReadPerson]) -> list[ReadPerson]:
        """Return people with a warning where hardly any has a reading below the name.

        Then it may be somebody of their own.
        """
        if len(self.readings) * 2 > len(people):
            return people
        return [
            with_warning(person, Doubt("reading_below", "reading", reading))
            if (reading := self.readings.get(person.row))
            else person
            for person in people
        ]


def with_warning(person: ReadPerson, doubt: Doubt) -> ReadPerson:
    return replace(person, warnings=(*person.warnings, doubt))


def is_kana(text: str) -> bool:
    """Whether the text is a name in kana alone."""
    return KANA_ONLY.fullmatch(text) is not None


def covered_from_above(sheet: Sheet) -> dict[int, set[int]]:
    """Return by row the columns whose value comes from a merged cell of a row above."""
    covered: dict[int, set[int]] = defaultdict(set)
    for area in sheet.merged:
        for row in range(area.top + 1, min(area.bottom + 1, len(sheet.rows))):
            covered[row].update(range(area.left, area.right + 1))
    return covered
