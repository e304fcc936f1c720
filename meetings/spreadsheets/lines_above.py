"""Read what stands above a list: titles, whose list it is, whom to ask about it."""

from __future__ import annotations

from collections.abc import Sequence

from meetings.spreadsheets.account import Account, Fate
from meetings.spreadsheets.findings import PassedOver, ReadPerson
from meetings.spreadsheets.form_people import person_of
from meetings.spreadsheets.headings import Headings
from meetings.spreadsheets.label_forms import (
    Labelled,
    find_labelled,
    is_of_person,
    records_of,
)
from meetings.spreadsheets.parts import Part, is_blank
from meetings.spreadsheets.people_rows import (
    ORNAMENT,
    TableReading,
    is_section_line,
    section_name,
)
from meetings.spreadsheets.types import Cell
from meetings.spreadsheets.vocabulary import NOT_KEPT, Vocabulary
from meetings.text.folding import tidy


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
        mark_labelled(each, account)
    rows_of_labels = {each.label_place[0] for each in labelled}
    reading.read_titles(sheet, rows_of_labels, account, end)
    for row in {e.label_place[0] for e in labelled if words.labels_others(e.label)}:
        reading.passed_over.append(PassedOver(sheet.name, row + 1, "contact"))
    reading.section = government_above(part, labelled, end, words)
    is_form = any(
        words.is_beside("forms", text) for text in [sheet.name, *reading.titles]
    )
    reading.people += people_above(part, labelled, account, is_form)


def government_above(
    part: Part, labelled: list[Labelled], end: int, words: Vocabulary
) -> str:
    """Return the government that lines above a table name: 소속: 경북, 【경북】."""
    for each in labelled:
        if each.field == "government" and not is_blank(each.cell):
            return tidy(str(each.cell))
    lines = [lone_text(row) for row in part.sheet.rows[:end]]
    named = [line for line in lines if not words.is_beside("companions", line)]
    for line in named:
        if ORNAMENT.match(line):
            return section_name(line)
    last = next((line for line in reversed(named) if line), "")
    return section_name(last) if is_section_line(last) else ""


def lone_text(row: Sequence[Cell]) -> str:
    """Return the text of a row that has no other, "" for any other row."""
    texts = {tidy(str(cell)) for cell in row if not is_blank(cell)}
    return texts.pop() if len(texts) == 1 else ""


def mark_labelled(each: Labelled, account: Account) -> None:
    """Tell the account of a label, and of its value if that is used."""
    account.mark(Fate.HEADING, *each.label_place)
    if each.place and each.field in (NOT_KEPT, "government"):
        is_kept = each.field != NOT_KEPT
        account.mark(Fate.VALUE if is_kept else Fate.NOT_KEPT, *each.place)


def people_above(
    part: Part, labelled: list[Labelled], account: Account, is_form: bool
) -> list[ReadPerson]:
    """Return who is named by labels above a table.

    Above a form's table they come with those in it, above any other they may have sent
    the list only.
    """
    away = "" if is_form else "above"
    return [
        person_of(record, part.sheet, account, away=away)
        for record in records_of(labelled)
        if is_of_person(record)
    ]
