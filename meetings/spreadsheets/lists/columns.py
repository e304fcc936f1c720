"""Decide what a column is by its cells, where its heading leaves that open."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from meetings.spreadsheets.lists.headings import Cells, ColumnFields
from meetings.spreadsheets.lists.marked_columns import are_marks
from meetings.spreadsheets.names.words import is_never_kept
from meetings.spreadsheets.references import is_reference
from meetings.spreadsheets.types import Cell, has_value
from meetings.spreadsheets.vocabulary import (
    NAMES,
    NOT_KEPT,
    Vocabulary,
    bare_heading,
)
from meetings.text.folding import fold, has_native_script
from meetings.text.units import OFFICE, is_office_alone

MAIL = re.compile(r"\S@[^\s@]+\.[^\s@]")
MAY_BE_POSTS = frozenset({"function", "capacity"})  # headings over what is no role
# What at least one cell holds, below a heading that is no known word as it stands.
EVIDENCE = {
    "email": re.compile(r"[@＠]|\(at\)"),
    "phone": re.compile(r"\d{3}"),
    "arrives_on": re.compile(r"\d"),
    "departs_on": re.compile(r"\d"),
}


def infer_fields(
    texts: list[str], fields: ColumnFields, columns: Cells, words: Vocabulary
) -> None:
    """Correct the fields of columns, in place, by what their cells hold.

    `texts` are the headings and `columns` the cells, both in the order of `fields`.
    Headings of lists are often wrong or vague: 연락처 over e-mail addresses, 구분 over
    roles, modes or countries.
    """
    _keep_exact_headings(texts, fields, words)
    _leave_contacts_of_others(texts, fields, words)
    for index, field in enumerate(fields):
        values = [str(cell).strip() for cell in columns[index] if has_value(cell)]
        if field and values:
            fields[index] = _field_by_cells(field, texts[index], values, words)
    _find_parts_of_names(fields, columns)
    _find_government_in_department(texts, fields, columns)
    _find_department_beside_code(fields, columns)
    _find_email_in_phone(fields, columns)


def _keep_exact_headings(
    texts: list[str], fields: ColumnFields, words: Vocabulary
) -> None:
    """Beside a column whose heading is a known word, one that only holds it is none."""
    exact = {f for text, f in zip(texts, fields, strict=True) if words.labels(text)}
    for index, field in enumerate(fields):
        if field in exact - {"note", NOT_KEPT} and not words.labels(texts[index]):
            fields[index] = None


def _leave_contacts_of_others(
    texts: list[str], fields: ColumnFields, words: Vocabulary
) -> None:
    """Leave the number and address behind somebody else's name: 보호자, 연락처.

    An address behind their number is the attendee's if there is no other.
    """
    is_behind = is_right_behind = False
    for index, field in enumerate(fields):
        if field not in ("phone", "email"):
            is_behind = field == NOT_KEPT and words.names_others(texts[index])
            is_right_behind = is_behind
            continue
        if is_behind and (is_right_behind or fields.count(field) > 1):
            fields[index] = NOT_KEPT
        is_right_behind = False


def _field_by_cells(
    field: str, heading: str, values: list[str], words: Vocabulary
) -> str | None:
    if field in NAMES and _are_mostly(values, is_never_kept):
        return NOT_KEPT
    if field in FIELDS_BY_SCRIPT:
        return _field_by_script(field, values)
    if field == "latin_name" and any(map(has_both_scripts, values)):
        return "name"
    if field == "reference" and not any(map(is_reference, values)):
        return "number"
    if field == "number" and all(map(is_reference, values)):
        return "reference"  # 编号 in a list that we exported
    if field == "position" and _are_mostly(
        values, lambda text: words.marks_as("honorifics", text)
    ):
        return NOT_KEPT
    if field == "role":
        return _field_of_role_heading(heading, values, words)
    if field in ("mode", "status"):
        return _field_of_attendance(heading, values, words)
    return field if words.labels(heading) or _is_plausible(field, values) else None


def _field_of_attendance(
    heading: str, values: list[str], words: Vocabulary
) -> str | None:
    """Return whether 참석 or Attendance has modes below it, or who comes at all."""
    folded = {fold(text) for text in values}
    if folded & words.modes.keys():
        return "mode"
    if folded & words.statuses.keys() or are_marks(values):
        return "status"
    return words.field_of(heading) if words.labels(heading) else None


def _is_plausible(field: str, values: list[str]) -> bool:
    """Whether a cell may be of a field that a word inside a heading suggests."""
    if field in EVIDENCE:
        return any(EVIDENCE[field].search(text) for text in values)
    return True


# The fields of the parts of a name, and the one that the given name is taken for.
PARTS_OF_NAMES = (
    ("family_name", "given_name", "latin_name"),
    ("native_family", "native_given", "native_name"),
)
# A name's field where its cells are native, and where they are Latin.
FIELDS_BY_SCRIPT = {
    "name": ("native_name", "latin_name"),
    "family_name": ("native_family", "family_name"),
    "given_name": ("native_given", "given_name"),
}


def _field_by_script(field: str, values: list[str]) -> str:
    native, latin = FIELDS_BY_SCRIPT[field]
    if field == "name" and any(map(has_both_scripts, values)):
        return field
    are_native = [has_native_script(text) for text in values]
    if all(are_native):
        return native
    return field if any(are_native) else latin


def has_both_scripts(text: str) -> bool:
    """Whether the cell gives a name twice: 김민준 (KIM Minjun)."""
    return has_native_script(text) and re.search(r"[A-Za-z]{2}", text) is not None


def _field_of_role_heading(
    heading: str, values: list[str], words: Vocabulary
) -> str | None:
    """Return the field of a heading such as 구분, which its cells have to decide."""
    if any(fold(text) in words.roles for text in values):
        return "role"
    if any(fold(text) in words.modes for text in values):
        return "mode"
    heading = bare_heading(heading)
    if not words.marks_as("vague", heading):
        return "role"
    if all(words.marks_as("countries", text) for text in values):
        return "country"
    if all(text.isdigit() for text in values):
        return "number"
    return "position" if fold(heading) in MAY_BE_POSTS else None


def _find_parts_of_names(fields: ColumnFields, columns: Cells) -> None:
    """Of “Surname, Name” the second is the given name; of 名字, 名 the first is not."""
    for family_name, given_name, whole in PARTS_OF_NAMES:
        if {family_name, whole} <= set(fields) and given_name not in fields:
            _find_part_of_name(fields, columns, family_name, whole, given_name)
        elif {given_name, whole} <= set(fields) and family_name not in fields:
            _find_part_of_name(fields, columns, given_name, whole, family_name)


def _find_part_of_name(
    fields: ColumnFields, columns: Cells, part: str, whole: str, other: str
) -> None:
    """Take the column of whole names for the other part, unless it repeats the one.

    Of 윤 and 윤우 that may be said, but not of most rows.
    """
    one, name = fields.index(part), fields.index(whole)
    pairs = zip(columns[one], columns[name], strict=True)
    are_repeated = [fold(str(p)) in fold(str(n)) for p, n in pairs if p and n]
    if sum(are_repeated) * 2 <= len(are_repeated):
        fields[name] = other


def _find_government_in_department(
    texts: list[str], fields: ColumnFields, columns: Cells
) -> None:
    """소속부서 names the government, if no other column does."""
    if {"government", "code", "municipality"} & set(fields):
        return
    for index, field in enumerate(fields):
        if field == "department" and any(word in texts[index] for word in BELONGING):
            if not _are_offices(columns[index]):
                fields[index] = "government"
            return


BELONGING = ("소속", "所属", "单位", "기관")


def _find_department_beside_code(fields: ColumnFields, columns: Cells) -> None:
    """Where a code says the government, 소속 may be the office: 국제통상과."""
    if "code" in fields and "government" in fields and "department" not in fields:
        index = fields.index("government")
        if _are_offices(columns[index]):
            fields[index] = "department"


def take_offices_for_departments(fields: ColumnFields, columns: Cells) -> None:
    """Where a line above says the government, 所属 may be the office: 交流推進課."""
    if "government" in fields and "department" not in fields:
        index = fields.index("government")
        values = [str(cell).strip() for cell in columns[index] if has_value(cell)]
        if values and all(map(is_office_alone, values)):
            fields[index] = "department"


def _are_offices(cells: Sequence[Cell]) -> bool:
    values = [str(cell).strip() for cell in cells if has_value(cell)]
    return bool(values) and _are_mostly(values, lambda text: bool(OFFICE.search(text)))


def _find_email_in_phone(fields: ColumnFields, columns: Cells) -> None:
    """연락처 may be e-mail addresses, where no other column has them."""
    if "phone" in fields and "email" not in fields:
        index = fields.index("phone")
        values = [str(cell) for cell in columns[index] if has_value(cell)]
        if values and _are_mostly(values, lambda text: MAIL.search(text) is not None):
            fields[index] = "email"


def _are_mostly(values: list[str], test: Callable[[str], bool]) -> bool:
    return sum(map(test, values)) * 2 > len(values)
