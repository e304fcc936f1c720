"""Turn the labels and values of forms into people."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from meetings.spreadsheets.findings import (
    SAMPLES_SHOWN,
    Doubt,
    PassedOver,
    ReadColumn,
    ReadPerson,
)
from meetings.spreadsheets.lists.account import Account, Fate
from meetings.spreadsheets.lists.cells import display_text, is_blank
from meetings.spreadsheets.lists.columns import infer_fields
from meetings.spreadsheets.lists.label_forms import Labelled, is_of_person
from meetings.spreadsheets.lists.layouts import Layout
from meetings.spreadsheets.lists.mapped_fields import MappedFields
from meetings.spreadsheets.lists.people_rows import TableReading
from meetings.spreadsheets.lists.row_reader import OFTEN_TWO
from meetings.spreadsheets.types import Cell, Sheet
from meetings.spreadsheets.vocabulary import NAMES, NOT_KEPT, Vocabulary
from meetings.text.folding import fold


def read_records(
    layout: Layout,
    reading: TableReading,
    account: Account,
    mapping: MappedFields,
    words: Vocabulary,
) -> list[ReadColumn]:
    """Add the people of the forms of a sheet to the reading; return the labels.

    The labels are columns to staff, numbered in their order.
    """
    name = layout.sheet.name
    records = with_inferred_fields(layout.records, words, mapping)
    for record in records:
        if is_of_person(record):
            reading.people.append(person_of(record, layout.sheet, account))
        else:
            for each in record:
                mark_labelled(each, account, {NOT_KEPT})
    rows = {each.label_place[0] for record in records for each in record}
    reading.read_titles(layout.sheet, rows, account, len(layout.sheet.rows))
    others = {e.label_place[0] for r in records for e in r if is_of_others(e, words)}
    for row in sorted(others):
        reading.passed_over.append(PassedOver(name, row + 1, "contact"))
    return columns_of(records)


def mark_labelled(each: Labelled, account: Account, used: Container[str]) -> None:
    """Tell the account of a label, and of its value if that is of a field used."""
    account.mark(Fate.HEADING, *each.label_place)
    if each.place and each.field in used:
        is_kept = each.field != NOT_KEPT
        account.mark(Fate.VALUE if is_kept else Fate.NOT_KEPT, *each.place)


def with_inferred_fields(
    records: list[list[Labelled]],
    words: Vocabulary,
    mapping: MappedFields | None = None,
) -> list[list[Labelled]]:
    """Return the records with the fields that their values or staff gave to labels."""
    fields: dict[str, str | None] = {}
    for each in (each for record in records for each in record):
        if each.field != NOT_KEPT:
            fields.setdefault(each.label, each.field)
    for each in (each for record in records for each in record):
        fields.setdefault(each.label, each.field)
    labels, chosen = list(fields), list(fields.values())
    values = [{e.label: e.cell for e in reversed(record)} for record in records]
    columns = [[record.get(label) for record in values] for label in labels]
    infer_fields(labels, chosen, columns, words)
    if mapping:
        mapping.apply(0, labels, chosen)
    mapped = dict(zip(labels, chosen, strict=True))
    return [
        [
            replace(each, field=mapped[each.label])
            if each.field == fields[each.label]
            else each
            for each in record
        ]
        for record in records
    ]


def is_of_others(each: Labelled, words: Vocabulary) -> bool:
    return each.field == NOT_KEPT and words.is_of_others(each.label)


def row_of(record: list[Labelled]) -> int:
    """Return the row of the label of the name, from 0."""
    return next(each.label_place[0] for each in record if each.field in NAMES)


def person_of(
    record: list[Labelled], sheet: Sheet, account: Account, away: str = ""
) -> ReadPerson:
    """Return the person of a form, and tell the account of labels and values."""
    cells: dict[str, Cell] = {}
    doubts: list[Doubt] = []
    for each in record:
        account.mark(Fate.HEADING, *each.label_place)
        if each.place is None or not each.field or is_blank(each.cell):
            continue
        is_kept = each.field != NOT_KEPT
        account.mark(Fate.VALUE if is_kept else Fate.NOT_KEPT, *each.place)
        if is_kept:
            doubts += second_value(each, cells)
            cells.setdefault(each.field, each.cell)
    row = row_of(record)
    warnings = tuple(doubt for doubt in doubts if doubt.field in OFTEN_TWO)
    problems = tuple(doubt for doubt in doubts if doubt.field not in OFTEN_TWO)
    return ReadPerson(
        sheet.name,
        row + 1,
        cells,
        away=away,
        problems=problems,
        warnings=warnings,
    )


def second_value(each: Labelled, cells: dict[str, Cell]) -> list[Doubt]:
    """Return the doubt of a label whose field has another value already."""
    first = cells.get(each.field or "")
    if first is None or fold(str(first)) == fold(str(each.cell)):
        return []
    return [
        Doubt("two_values", each.field or "", str(each.cell), {"first": str(first)})
    ]


def columns_of(records: list[list[Labelled]]) -> list[ReadColumn]:
    """Return each label with its field and its first values, as a column."""
    fields: dict[str, str | None] = {}
    values: dict[str, list[str]] = {}
    for record in records:
        for each in record:
            fields.setdefault(each.label, each.field)
            shown = values.setdefault(each.label, [])
            if not is_blank(each.cell) and each.field != NOT_KEPT:
                shown.append(display_text(each.cell))
    return [
        ReadColumn(
            index, label, name, list(dict.fromkeys(values[label]))[:SAMPLES_SHOWN]
        )
        for index, (label, name) in enumerate(fields.items())
    ]
