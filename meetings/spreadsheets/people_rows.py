"""Find the rows of people below the headings, and their cells by field."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from meetings.spreadsheets.columns import ColumnFields
from meetings.spreadsheets.findings import NamesToFollow, PassedOver, ReadPerson
from meetings.spreadsheets.headings import Headings
from meetings.spreadsheets.person_names import is_our_row, split_person_names
from meetings.spreadsheets.remarks import with_remark_read
from meetings.spreadsheets.types import Cell, Sheet
from meetings.spreadsheets.vocabulary import NAMES, NOT_KEPT, Vocabulary
from meetings.text.folding import tidy

NOTE = re.compile(
    r"\s*[※*#]|\s*[(（\[]?(?:주|비고|참고|注|備考|备注|Note)\s*[)）\]:：0-9.]"
)
LONGEST_SECTION_NAME = 40  # characters; a longer line that stands alone is a remark
# A row that has nothing but these is no person: a form comes with its numbers filled.
IMPERSONAL = frozenset({"number", "country", "government", "municipality", NOT_KEPT})
NAME_IN_PARTS = ({"native_family", "native_given"}, {"family_name", "given_name"})
FILLED_DOWN = (("country",), ("government", "municipality"))
COUNT_AT_END = re.compile(
    r"[\s:：\d,()（）]*(?:명|名|人|people|persons)?[\s)）]*$", re.IGNORECASE
)
ORNAMENT = re.compile(r"[■▶▷►○●◎◇◆□▣◈【\[〈《<]")
ORNAMENTS_AROUND = re.compile(r"^[\s■▶▷►○●◎◇◆□▣◈【\[〈《<]+|[\s】\]〉》>:：]+$")


def find_people(
    sheet: Sheet, headings: Headings, fields: ColumnFields, words: Vocabulary
) -> tuple[list[ReadPerson], list[PassedOver], list[NamesToFollow]]:
    """Return the people of a table, the rows that are none, and seats without names.

    A section line (【경상북도】) names the government of the people below it.
    """
    people, passed = [], []
    section = labelled_government(sheet.rows[: headings.first], words)
    is_above = False  # whether the section's line stands in the government's column
    for index in range(headings.below, len(sheet.rows)):
        row, number = sheet.rows[index], index + 1
        cells = cells_of(row, fields)
        reason = reason_to_pass(row, cells, headings, words)
        if reason == "section":
            section = section_name(next(str(c) for c in row if not is_blank(c)))
            is_above = "government" in cells
        if reason:
            passed.append(PassedOver(sheet.name, number, reason))
        elif set(cells) - IMPERSONAL:
            if section and (is_above or "government" not in fields):
                cells.setdefault("government", section)
            people.append(ReadPerson(sheet.name, number, cells))
    people, to_follow = complete_cells(people, words)
    return people, passed, to_follow


def complete_cells(
    people: list[ReadPerson], words: Vocabulary
) -> tuple[list[ReadPerson], list[NamesToFollow]]:
    """Return people with all cells interpreted, and seats whose names are to follow.

    Only when all rows are known can a column be judged as a whole.
    """
    fill_down(people)
    people, to_follow = split_person_names(people, words)
    return [with_remark_read(person, words) for person in people], to_follow


def cells_of(row: Sequence[Cell], fields: ColumnFields) -> dict[str, Cell]:
    """Return cells by field; of several columns of a field the first filled one."""
    cells: dict[str, Cell] = {}
    for cell, field in zip(row, fields, strict=True):
        if field and field != NOT_KEPT and not is_blank(cell):
            cells.setdefault(field, cell)
    return cells


def is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def reason_to_pass(
    row: Sequence[Cell],
    cells: Mapping[str, Cell],
    headings: Headings,
    words: Vocabulary,
) -> str | None:
    """Return why a row is no person, None where it is one or is blank."""
    texts = [tidy(str(cell)) for cell in row if not is_blank(cell)]
    if not texts or is_our_row(cells):
        return None
    if not any(parts <= set(cells) for parts in NAME_IN_PARTS):  # 계 is a surname, too
        if any(is_total(text, words) for text in texts[:2]):
            return "total"
        if any(words.marks_as("samples", text) for text in texts[:2]):
            return "sample"
    if is_heading(texts, headings, words):
        return "heading"
    if len(set(texts)) > 1 or texts[0].isdigit():
        return None
    if is_note(texts[0], words):
        return "note"
    is_section = len(texts) > 1 or ORNAMENT.match(texts[0])
    return "section" if is_section or not NAMES & set(cells) else None


def is_total(text: str, words: Vocabulary) -> bool:
    """Whether the text is a word for a total, or one with a number: 합계 12명."""
    return words.marks_as("totals", COUNT_AT_END.sub("", text))


def is_note(text: str, words: Vocabulary) -> bool:
    """Whether a line that stands alone is a remark, rather than a heading."""
    is_long = len(text) > LONGEST_SECTION_NAME
    return is_long or bool(NOTE.match(text)) or words.marks_as("ends", text)


def is_heading(texts: list[str], headings: Headings, words: Vocabulary) -> bool:
    """Whether the headings stand here once more, as on every printed page."""
    if texts == [text for text in headings.texts if text]:
        return True
    return len(texts) > 1 and sum(map(words.knows, texts)) * 2 > len(texts)


def labelled_government(rows: Sequence[Sequence[Cell]], words: Vocabulary) -> str:
    """Return the government that a line above the headings names: 소속: 경상북도."""
    for row in rows:
        texts = [tidy(str(cell)) for cell in row if not is_blank(cell)]
        if len(set(texts)) == 1 and ORNAMENT.match(texts[0]):
            return section_name(texts[0])
        for text, after in zip(texts, [*texts[1:], ""], strict=False):
            label, _colon, rest = text.partition(":" if ":" in text else "：")
            value = rest.strip() or (after if after != text else "")
            if value and words.field_of(label) == "government" and len(label) < 12:
                return value
    return ""


def section_name(text: str) -> str:
    """Return a section line without ornaments and count: 【경상북도】 2명."""
    return ORNAMENTS_AROUND.sub("", COUNT_AT_END.sub("", tidy(text)))


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
