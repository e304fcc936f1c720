"""Read what stands above a list: titles, whose list it is, whom to ask about it."""

from __future__ import annotations

import re

from meetings.spreadsheets.findings import PassedOver, ReadPerson
from meetings.spreadsheets.lists.account import Account, Fate
from meetings.spreadsheets.lists.cells import is_blank, lone_text
from meetings.spreadsheets.lists.form_people import (
    mark_labelled,
    person_of,
    with_inferred_fields,
)
from meetings.spreadsheets.lists.headings import Headings
from meetings.spreadsheets.lists.label_forms import (
    Labelled,
    find_labelled,
    is_of_person,
    records_of,
)
from meetings.spreadsheets.lists.parts import Part
from meetings.spreadsheets.lists.passed_rows import (
    ORNAMENT,
    is_section_line,
    section_name,
)
from meetings.spreadsheets.lists.people_rows import TableReading
from meetings.spreadsheets.lists.sections import status_of_section
from meetings.spreadsheets.types import Sheet
from meetings.spreadsheets.vocabulary import NOT_KEPT, Vocabulary
from meetings.text.folding import tidy

OF_DELEGATION = re.compile(
    r"\S{2,20} ?(?:대표단|代表団|代表团|delegation)", re.IGNORECASE
)


def read_lines_above(
    part: Part,
    headings: Headings,
    reading: TableReading,
    account: Account,
    words: Vocabulary,
) -> None:
    """Tell the account of the lines above a table; keep its government and titles.

    A person whom they name as a form does may be one of the list.
    """
    sheet, end = part.sheet, part.top if part.is_turned else headings.first
    labelled = find_labelled(sheet, 0, end, words)
    for each in labelled:
        mark_labelled(each, account, {NOT_KEPT})
    rows_of_labels = {each.label_place[0] for each in labelled}
    reading.read_titles(sheet, rows_of_labels, account, end)
    others = {e.label_place[0] for e in labelled if words.labels_others(e.label)}
    for row in sorted(others):
        reading.passed_over.append(PassedOver(sheet.name, row + 1, "contact"))
    told = next((e for e in labelled if tells_government(e)), None)
    if told and told.place:
        account.mark(Fate.VALUE, *told.place)
    reading.section = (
        tidy(str(told.cell)) if told else government_above(part, end, words)
    )
    reading.status, reading.role = status_above(part, end, words), ""
    records = with_inferred_fields(records_of(labelled), words)
    is_form = is_titled_as_form(sheet, reading.titles, words)
    is_form = is_form or are_companions_below(sheet, rows_of_labels, end, words)
    reading.people += people_above(sheet, records, account, is_form)


def is_titled_as_form(sheet: Sheet, titles: list[str], words: Vocabulary) -> bool:
    """Whether the sheet's name or a line above the table says that it is a form."""
    return any(words.is_beside("forms", text) for text in [sheet.name, *titles])


def are_companions_below(
    sheet: Sheet, rows_of_labels: set[int], end: int, words: Vocabulary
) -> bool:
    """Whether the table is said to be of those who go along with whom labels name."""
    first = max(rows_of_labels, default=end) + 1
    lines = map(lone_text, sheet.rows[first:end])
    return any(words.is_beside("companions", line) for line in lines if line)


def tells_government(each: Labelled) -> bool:
    """Whether a label says whose the list is: 소속: 경북."""
    return each.field == "government" and not is_blank(each.cell)


def government_above(part: Part, end: int, words: Vocabulary) -> str:
    """Return the government that a line above a table names: 【경북】."""
    lines = [lone_text(row) for row in part.sheet.rows[:end]]
    named = [line for line in lines if not is_of_some(line, words)]
    for line in named:
        if ORNAMENT.match(line):
            return section_name(line)
    last = next((line for line in reversed(named) if line), "")
    is_section = is_section_line(last) or OF_DELEGATION.fullmatch(last)
    return section_name(last) if is_section else ""


def is_of_some(line: str, words: Vocabulary) -> bool:
    """Whether a line names a part of a delegation, and so no government."""
    tells_status = bool(line) and status_of_section(line, words) is not None
    return tells_status or words.is_beside("companions", line)


def status_above(part: Part, end: int, words: Vocabulary) -> str:
    """Return the word of lines above a table, or of its sheet, for staying away."""
    lines = [part.sheet.name, *(lone_text(row) for row in part.sheet.rows[:end])]
    told = [status_of_section(line, words) for line in lines if line]
    return next(filter(None, reversed(told)), "")


def people_above(
    sheet: Sheet, records: list[list[Labelled]], account: Account, is_form: bool
) -> list[ReadPerson]:
    """Return who is named by labels above a table.

    Above a form's table they come with those in it, above any other they may have sent
    the list only.
    """
    away = "" if is_form else "above"
    return [
        person_of(record, sheet, account, away=away)
        for record in records
        if is_of_person(record)
    ]
