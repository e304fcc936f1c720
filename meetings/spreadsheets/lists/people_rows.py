"""Go through the rows below the headings: people, section lines, and all others."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from meetings.spreadsheets.findings import (
    NamesToFollow,
    PassedOver,
    ReadPerson,
)
from meetings.spreadsheets.lists.account import Account, Fate
from meetings.spreadsheets.lists.cells import is_blank, lone_text
from meetings.spreadsheets.lists.continued_rows import ContinuedRows
from meetings.spreadsheets.lists.headings import ColumnFields
from meetings.spreadsheets.lists.parts import Part
from meetings.spreadsheets.lists.passed_rows import is_of_companions, section_name
from meetings.spreadsheets.lists.remarks import with_notes_read, with_remark_read
from meetings.spreadsheets.lists.row_reader import RowReader, Table
from meetings.spreadsheets.lists.sections import role_of_section, status_of_section
from meetings.spreadsheets.names.person_names import split_person_names
from meetings.spreadsheets.types import Cell, Sheet
from meetings.spreadsheets.vocabulary import NAMES, NOT_KEPT, Vocabulary, spelled_words
from meetings.text.folding import tidy

FATES_OF_FIELDS = {None: Fate.UNREAD, NOT_KEPT: Fate.NOT_KEPT}
FATES_OF_REASONS = {
    "total": Fate.TOTAL,
    "sample": Fate.SAMPLE,
    "heading": Fate.HEADING,
    "contact": Fate.NOT_KEPT,
    "note": Fate.NOTE,
    "section": Fate.SECTION,
}
# A row that has nothing but these is no person: a form comes with its numbers filled.
IMPERSONAL = frozenset({"number", "country", "government", "municipality", NOT_KEPT})
FILLED_DOWN = (("country",), ("government", "municipality"))


@dataclass
class TableReading:
    """What the rows of tables hold: people, and rows passed over.

    `titles` are the lines above and beside them. `section` names the government of the
    people that follow, and `is_above` tells whether its line stands in the government's
    column; `status` is the word by which they stay away, "" if they come, and `role`
    that of a line for them.
    """

    people: list[ReadPerson] = field(default_factory=list)
    passed_over: list[PassedOver] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    section: str = ""
    is_above: bool = False
    status: str = ""
    role: str = ""

    def pass_over(
        self, part: Part, index: int, reason: str, is_above: bool, words: Vocabulary
    ) -> None:
        """Keep why a row is no person, and what it tells of those below it."""
        row, (place, _column) = part.rows[index], part.place(index, 0)
        self.passed_over.append(PassedOver(part.sheet.name, place + 1, reason))
        if reason in ("note", "section", "contact"):
            texts = (tidy(str(cell)) for cell in row if not is_blank(cell))
            self.notes += dict.fromkeys(texts)
        if reason == "section":
            self.begin_section(row, is_above, words)

    def complete_by_section(self, cells: dict[str, Cell], fields: ColumnFields) -> None:
        """Give a row what the line or the block above says of it, in place."""
        if self.section and (self.is_above or "government" not in fields):
            cells.setdefault("government", self.section)
        for name, word in ("status", self.status), ("role", self.role):
            if word:
                cells.setdefault(name, word)

    def begin_section(
        self, row: Sequence[Cell], is_above: bool, words: Vocabulary
    ) -> None:
        """Keep what a section line tells of the people below it."""
        line = next(str(cell) for cell in row if not is_blank(cell))
        status = status_of_section(line, words)
        role = role_of_section(line, words)
        if status is not None:
            self.status = status
        elif role is not None:
            self.role = role
        elif not is_of_companions(row, words):
            self.section, self.is_above = section_name(line), is_above
            self.role = ""

    def begin_block(self, group: str, words: Vocabulary) -> None:
        """Keep what the text above a block alone tells of its people."""
        status = status_of_section(group, words)
        if status is not None:
            self.status = status
        elif group:
            self.section = group

    def read_titles(
        self, sheet: Sheet, rows_of_labels: Container[int], account: Account, end: int
    ) -> None:
        """Keep the lines before the row `end` that are titles or instructions."""
        for row in range(end):
            if row not in rows_of_labels and (title := lone_text(sheet.rows[row])):
                account.mark_sheet_row(Fate.TITLE, row)
                self.titles.append(title)


def read_rows(
    table: Table, reading: TableReading, account: Account, words: Vocabulary
) -> None:
    """Add the people of a table to the reading, and tell the account of all cells.

    A section line (【경상북도】) names the government of the people below it.
    """
    part = table.part
    fates = bytes(FATES_OF_FIELDS.get(name, Fate.VALUE) for name in table.fields)
    rows, continued = RowReader(table, words), ContinuedRows(table)
    people: list[ReadPerson] = []
    before: ReadPerson | None = None
    for index in range(table.headings.below, table.end):
        cells = rows.cells(part.rows[index])
        is_repeated = index in table.repeated
        reason = "heading" if is_repeated else rows.reason_to_pass(index, cells)
        if reason:
            account.mark_row(FATES_OF_REASONS[reason], part, index)
            reading.pass_over(part, index, reason, "government" in cells, words)
        elif set(cells) - IMPERSONAL:
            account.mark_fates(fates, part, index)
            if before and continued.goes_on(index, before.cells):
                continued.join(index, before)
                continue
            fill_dittos(cells, people)
            reading.complete_by_section(cells, table.fields)
            if before and (kana := continued.reading_above(before, cells)):
                people.pop()
                cells["reading"] = kana
            before = rows.person(index, cells)
            people.append(before)
        elif cells:
            account.mark_row(Fate.EMPTY_ROW, part, index)
        if reason or not set(cells) - IMPERSONAL:
            before = None
    reading.people += continued.with_lone_readings_told(people)


def fill_dittos(cells: dict[str, Cell], above: Sequence[ReadPerson]) -> None:
    """Put the cell above in the place of 同上 and 〃, in place; names have none."""
    dittos = spelled_words("ditto")
    for name, cell in cells.items() if above else ():
        is_ditto = isinstance(cell, str) and cell.strip().casefold() in dittos
        if is_ditto and name not in NAMES and name in above[-1].cells:
            cells[name] = above[-1].cells[name]


def complete_cells(
    reading: TableReading, words: Vocabulary
) -> tuple[list[ReadPerson], list[NamesToFollow]]:
    """Return people with all cells interpreted, and seats whose names are to follow.

    Only when all rows are known can a column be judged as a whole.
    """
    fill_down(reading.people)
    people, to_follow = split_person_names(reading.people, words)
    read = [with_remark_read(person, words) for person in people]
    return with_notes_read(read, [*reading.titles, *reading.notes], words), to_follow


def fill_down(people: list[ReadPerson]) -> None:
    """Give a government that is written once above a block of people to all of them.

    Where two rows in succession have the same, it is written on every row, and a blank
    one stays blank: that is a mistake, which staff are asked about.
    """
    for fields in FILLED_DOWN:
        given = [tuple(person.cells.get(f) for f in fields) for person in people]
        if any(any(a) and a == b for a, b in pairwise(given)):
            continue
        above: dict[str, Cell] = {}
        for person in people:
            own = {f: person.cells[f] for f in fields if f in person.cells}
            above = own or above
            person.cells.update(above)
