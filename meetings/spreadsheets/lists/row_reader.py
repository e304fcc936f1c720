"""Turn the rows of a table into people: their cells by field, and what is doubtful."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from meetings.spreadsheets.findings import (
    Doubt,
    ReadPerson,
)
from meetings.spreadsheets.lists.cells import is_blank, lone_text
from meetings.spreadsheets.lists.headings import ColumnFields, Headings
from meetings.spreadsheets.lists.marked_columns import YES, MarkedColumn, are_marks
from meetings.spreadsheets.lists.marks_of_coming import (
    columns_of_coming,
    doubts_of_crosses,
)
from meetings.spreadsheets.lists.parts import Part
from meetings.spreadsheets.lists.passed_rows import reason_to_pass
from meetings.spreadsheets.lists.sections import (
    names_government,
    role_of_section,
    stands_above_people,
    status_of_section,
)
from meetings.spreadsheets.references import is_our_row
from meetings.spreadsheets.types import Cell
from meetings.spreadsheets.vocabulary import NAMES, NOT_KEPT, Vocabulary
from meetings.text.folding import fold, tidy

# Fields of which people have two, of which the first is taken.
OFTEN_TWO = frozenset({"phone", "email", "languages", "dietary", "lodging"})


@dataclass(frozen=True)
class Table:
    """A part of a sheet with its headings, down to before the row `end`.

    In the rows `repeated` the headings stand once more. `fields` are those of the
    columns, `columns` the cells of each below its headings; below those in `marked` a
    mark stands for the field and the word.
    """

    part: Part
    headings: Headings
    fields: ColumnFields
    columns: Sequence[Sequence[Cell]]
    end: int
    repeated: frozenset[int] = frozenset()
    marked: Mapping[int, MarkedColumn] = field(default_factory=dict)


class RowReader:
    """Turns the rows of one table into people."""

    def __init__(self, table: Table, words: Vocabulary) -> None:
        self.table = table
        self.part = table.part
        self.words = words
        counts = Counter(name for name in table.fields if name not in (None, NOT_KEPT))
        self.doubled = {name for name, count in counts.items() if count > 1}
        sheet = self.part.sheet
        self.has_marks = bool(sheet.struck or sheet.hidden_rows)
        self.crosses = columns_of_coming(
            table.fields, table.headings.texts, table.columns, words
        )
        self.modes = {
            index: table.headings.texts[index]
            for index, marked in table.marked.items()
            if marked.field == "mode"
        }
        self.has_ticks = self.ticks_who_comes()

    def ticks_who_comes(self) -> bool:
        """Whether a column has marks for those who come, and says it by blanks, too."""
        if "status" not in self.table.fields or "reference" in self.table.fields:
            return False
        column = self.table.columns[self.table.fields.index("status")]
        marks = [str(cell).strip() for cell in column if not is_blank(cell)]
        return are_marks(marks) and any(map(YES.fullmatch, marks))

    def cells(self, row: Sequence[Cell]) -> dict[str, Cell]:
        """Return cells by field; of several columns of a field the first filled one.

        Notes are joined, and a mark stands for the word above it.
        """
        cells: dict[str, Cell] = {}
        for index, (cell, name) in enumerate(zip(row, self.table.fields, strict=True)):
            if not name or cell is None or name == NOT_KEPT or is_blank(cell):
                continue
            if marked := self.table.marked.get(index):
                if marked.ticks.fullmatch(str(cell).strip()):
                    cells.setdefault(marked.field, marked.word)
            elif name == "note" and name in cells and cells[name] != cell:
                cells[name] = f"{cells[name]}\n{cell}"
            else:
                cells.setdefault(name, cell)
        return cells

    def reason_to_pass(self, index: int, cells: Mapping[str, Cell]) -> str | None:
        """Return why a row is no person, None where it is one or is blank."""
        row, words = self.part.rows[index], self.words
        if reason := reason_to_pass(row, cells, words):
            return reason
        line = lone_text(row)
        if not line or not NAMES & set(cells) or is_our_row(cells):
            return None
        told = status_of_section(line, words), role_of_section(line, words)
        is_section = told != (None, None) or (
            "government" not in self.table.fields and names_government(line)
        )
        if self.stands_above_headings(index):
            return "section"
        below = islice(self.part.rows, index + 1, None)
        return "section" if is_section and stands_above_people(below) else None

    def stands_above_headings(self, index: int) -> bool:
        """Whether headings follow in the next row that is not blank."""
        rows, table = self.part.rows, self.table
        following = range(index + 1, min(len(rows), table.end + 1))
        below = next((n for n in following if not all(map(is_blank, rows[n]))), None)
        return below is not None and (below in table.repeated or below == table.end)

    def person(self, index: int, cells: dict[str, Cell]) -> ReadPerson:
        """Return the person of a row, with what is doubtful about it."""
        row, _column = self.part.place(index, 0)
        away = ""
        problems: list[Doubt] = []
        warnings: list[Doubt] = []
        if self.doubled:
            for doubt in self.second_values(self.part.rows[index], cells):
                (warnings if doubt.field in OFTEN_TWO else problems).append(doubt)
        if self.has_ticks and "status" not in cells:
            name = next((str(cells[f]) for f in NAMES if f in cells), "")
            warnings.append(Doubt("unmarked", "status", name))
        warnings += doubts_of_crosses(self.part.rows[index], self.crosses)
        if "mode" not in cells:
            warnings += doubts_of_crosses(self.part.rows[index], self.modes)
        if self.has_marks:
            away, struck = self.struck_cells(index, cells)
            warnings += struck
        return ReadPerson(
            self.part.sheet.name,
            row + 1,
            cells,
            away=away,
            problems=tuple(problems),
            warnings=tuple(warnings),
        )

    def second_values(
        self, row: Sequence[Cell], cells: Mapping[str, Cell]
    ) -> Iterator[Doubt]:
        """Yield what a second column of a field holds, if it is another value."""
        for index, (cell, name) in enumerate(zip(row, self.table.fields, strict=True)):
            if name not in self.doubled or name == "note" or is_blank(cell):
                continue
            if index in self.table.marked:
                continue
            if fold(str(cell)) != fold(str(cells.get(name, ""))):
                first = str(cells.get(name, ""))
                yield Doubt("two_values", name, str(cell), {"first": first})

    def struck_cells(
        self, index: int, cells: dict[str, Cell]
    ) -> tuple[str, list[Doubt]]:
        """Return why the person does not come, and what else is struck through.

        A cell that is struck through as a whole is taken out.
        """
        sheet = self.part.sheet
        places = [self.part.place(index, n) for n in range(len(self.table.fields))]
        away = ""
        if not self.part.is_turned and places and places[0][0] in sheet.hidden_rows:
            away = "hidden"
        doubts = []
        for place, name in zip(places, self.table.fields, strict=True):
            text = sheet.struck.get(place)
            if not text or not name or name == NOT_KEPT:
                continue
            is_whole = tidy(str(sheet.rows[place[0]][place[1]])) == tidy(text)
            if name in NAMES and is_whole:
                away = away or "struck"
            elif name not in ("number", "country"):
                doubts.append(Doubt("struck_part", name, text))
                if is_whole and cells.get(name) is not None:
                    del cells[name]
        return away, doubts if away != "struck" else []
