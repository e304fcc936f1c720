"""Put what a name cell tells into the other cells of its row, and share these out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from meetings.spreadsheets.findings import Doubt, ReadPerson
from meetings.spreadsheets.names.slots import ParsedName
from meetings.spreadsheets.types import Cell, NoValue
from meetings.spreadsheets.vocabulary import NAMES, Vocabulary, word_key
from meetings.text.folding import fold

BETWEEN_VALUES = re.compile(r"(?<!\s)[^\S\n]*[\n、;；/／,，]\s*")
# Of several people in a row each has their own; the rest may hold for all of them.
PERSONAL = ("email", "phone", "reading")
SHARED_OUT = (*PERSONAL, "position", "department", "role", "mode", "status", "dietary")


def without_names(cells: Mapping[str, Cell]) -> dict[str, Cell]:
    """Return the cells of a row but for names; a name without a value stays one."""
    kept = {name: cell for name, cell in cells.items() if name not in NAMES}
    for field in NAMES:
        if isinstance(cell := cells.get(field), NoValue):
            own = "family_name" if field in ("latin_name", "given_name") else field
            is_native = own in ("name", "native_family", "native_given")
            kept.setdefault("native_name" if is_native else own, cell)
    return kept


def apart(person: ReadPerson, of: int) -> list[ReadPerson]:
    """Return the row of several people once for each, with their own cells.

    A cell with as many values as people has one for each. One telephone number of two
    people is nobody's.
    """
    each: list[dict[str, Cell]] = [{} for _ in range(of)]
    doubts = []
    for field, cell in person.cells.items():
        values = BETWEEN_VALUES.split(tidy_lines(cell)) if field in SHARED_OUT else []
        if field in PERSONAL and len(values) != of:
            doubts.append(Doubt("shared_by_several", field, str(cell)))
            continue
        shares: Sequence[Cell] = values if len(values) == of else [cell] * of
        for own, value in zip(each, shares, strict=True):
            own[field] = value
    warnings = (*person.warnings, *doubts)
    return [replace(person, cells=own, warnings=warnings) for own in each]


def tidy_lines(cell: Cell) -> str:
    return str(cell).strip() if isinstance(cell, str) else ""


class NamedCells:
    """The cells of a person, and warnings of what stands beside the name."""

    def __init__(self, cells: Mapping[str, Cell]) -> None:
        self.cells = dict(cells)
        self.warnings: list[Doubt] = []

    def add(self, name: ParsedName, words: Vocabulary) -> None:
        """Add a name and what stands with it."""
        if name.native:
            self.cells.setdefault("native_name", name.native)
        self.put("reading", name.reading)
        self.put("position", name.title)
        self.put("country", name.country)
        for field, text, known in (
            ("role", name.role, words.roles),
            ("status", name.status, words.statuses),
            ("mode", name.mode, words.modes),
        ):
            self.put(field, text, known)
        if name.note:
            self._note(name.note)
        self._leave_over(name.leftover)

    def put(
        self, field: str, text: str, known: Mapping[str, str] | None = None
    ) -> None:
        """Fill a cell that is blank; what another cell says otherwise is left over.

        Words that mean the same by `known` say the same.
        """
        there = self.cells.get(field)
        if not text:
            return
        if there is None or (isinstance(there, str) and not there.strip()):
            self.cells[field] = text
        elif not says_the_same(text, str(there), known or {}):
            self._leave_over(text)

    def _leave_over(self, text: str) -> None:
        if text:
            self._note(text)
            self.warnings.append(Doubt("beside_name", "native_name", text))

    def _note(self, text: str) -> None:
        note = self.cells.get("note")
        if isinstance(note, NoValue) or (isinstance(note, str) and text in note):
            return
        there = "" if note is None else str(note)
        self.cells["note"] = "\n".join(filter(None, (there, text)))


def says_the_same(text: str, there: str, known: Mapping[str, str]) -> bool:
    if fold(text) in fold(there) or fold(there) in fold(text):
        return True
    meaning = known.get(word_key(text))
    return meaning is not None and meaning == known.get(word_key(there))
