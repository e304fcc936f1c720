"""Find the list of people in a book: which sheets, which rows, which columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from meetings.spreadsheets.columns import ColumnFields, infer_fields
from meetings.spreadsheets.findings import (
    Doubt,
    ListReading,
    PassedOver,
    ReadColumn,
    ReadPerson,
    ReadTable,
)
from meetings.spreadsheets.headings import (
    Headings,
    find_headings,
    headings_at,
    no_headings,
)
from meetings.spreadsheets.people_rows import find_people, is_blank
from meetings.spreadsheets.types import Book, Cell, NoValue, Sheet, Unreadable
from meetings.spreadsheets.vocabulary import NOT_KEPT, Vocabulary, with_taught_headings
from meetings.text.folding import tidy

SAMPLES_SHOWN = 3  # cells of each column
MIN_SHARED_FIELDS = 0.8  # of all fields of two sheets, to be parts of one list


@dataclass(frozen=True)
class ReadingOptions:
    """How a file is to be read, where staff decided that.

    `header_row` counts from 1, and is 0 where there are no headings; `mapping` gives
    the fields of columns by their index from 0, NOT_KEPT for columns not to be kept;
    `taught_headings` are those that were mapped by hand before, each with its field.
    """

    encoding: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    mapping: Mapping[int, str | None] = field(default_factory=dict)
    taught_headings: Mapping[str, str] = field(default_factory=dict)


def recognize(book: Book, options: ReadingOptions) -> ListReading:
    """Find the people of a book; raise Unreadable where there is no table of people."""
    words = with_taught_headings(options.taught_headings)
    tables = chosen_tables(book, options, words)
    people: list[ReadPerson] = []
    passed: list[PassedOver] = []
    columns: list[ReadColumn] = []
    for sheet, headings in tables:
        mapping = mapping_for(headings, tables[0][1], options.mapping)
        fields = fields_of(sheet, headings, mapping, words)
        found, others = find_people(sheet, headings, fields, words)
        people += found
        passed += others
        columns = columns or described_columns(sheet, headings, fields)
    read = [read_table(*table) for table in tables]
    is_text = book.encoding is not None
    return ListReading(
        encoding=book.encoding,
        sheets=[] if is_text else [sheet.name for sheet in book.sheets],
        sheet=None if is_text or len(read) > 1 else read[0].sheet,
        tables=read,
        header_row=read[0].header_row,
        columns=columns,
        people=people,
        passed_over=passed,
        warnings=[warning_of(code, details) for code, details in book.warnings],
        near_encodings=book.near_encodings,
    )


def warning_of(code: str, details: dict[str, str | int]) -> Doubt:
    """Return a warning of the file as a doubt; its value is what it is about."""
    return Doubt(code, "", str(details.get("value", "")), details)


def read_table(sheet: Sheet, headings: Headings) -> ReadTable:
    row = headings.first + 1 if headings.depth else 0
    return ReadTable(sheet.name, row, headings.depth)


def chosen_tables(
    book: Book, options: ReadingOptions, words: Vocabulary
) -> list[tuple[Sheet, Headings]]:
    """Return the sheets to read with their headings: the one chosen, or all lists."""
    if options.sheet is not None:
        sheet = sheet_called(options.sheet, book)
        return [(sheet, headings_for(sheet, options, words))]
    if options.header_row is not None:
        sheet, _found = likely_sheets(book, words)[0]
        return [(sheet, headings_for(sheet, options, words))]
    found = likely_sheets(book, words)
    tables = [(sheet, h) for sheet, h in found if h and h.are_of_people]
    tables = tables or [(sheet, h) for sheet, h in found if h and h.score >= 1]
    if not tables:
        refuse_excess(book.sheets)
        raise Unreadable("no_header")
    return similar_tables(tables)


def refuse_excess(sheets: Sequence[Sheet]) -> None:
    """Raise Unreadable if a sheet is too large, since the list may be there."""
    for sheet in sheets:
        if sheet.excess:
            raise Unreadable(sheet.excess, sheet=sheet.name)


def sheet_called(name: str, book: Book) -> Sheet:
    for sheet in book.sheets:
        if sheet.name == name:
            refuse_excess([sheet])
            return sheet
    known = ", ".join(sheet.name for sheet in book.sheets)
    raise Unreadable("no_such_sheet", sheet=name, known=known)


def headings_for(sheet: Sheet, options: ReadingOptions, words: Vocabulary) -> Headings:
    """Return the headings of a sheet, in the row that staff chose if they did."""
    row = options.header_row
    if row is None:
        found = find_headings(sheet, words)
        if found is None:
            raise Unreadable("no_header")
        return found
    headings = headings_at(sheet, row - 1, words) if row > 0 else no_headings(sheet)
    if headings is None:
        raise Unreadable("no_such_row", sheet=sheet.name, row=str(row))
    return headings


def likely_sheets(book: Book, words: Vocabulary) -> list[tuple[Sheet, Headings | None]]:
    """Return the sheets to look at, each with its likeliest headings.

    Hidden sheets are read only where no visible one has people on it, since they hold
    last year's list; samples of how to fill in the form only where nothing else does.
    """
    ranked: dict[int, list[tuple[Sheet, Headings | None]]] = {}
    for sheet in book.sheets:
        if sheet.rows:
            rank = 2 * is_sample(sheet, words) + sheet.is_hidden
            found = sheet, find_headings(sheet, words)
            ranked.setdefault(rank, []).append(found)
    if not ranked:
        refuse_excess(book.sheets)
        raise Unreadable("empty")
    for rank in sorted(ranked):
        if any(h and h.are_of_people for _sheet, h in ranked[rank]):
            return ranked[rank]
    return ranked[min(ranked)]


def is_sample(sheet: Sheet, words: Vocabulary) -> bool:
    """Whether the sheet's name, or a line of its own above the list, says so."""
    parts = [part for part in sheet.name.replace("_", " ").split() if part]
    texts = [sheet.name, *parts]
    for row in sheet.rows[:3]:
        held = {tidy(str(cell)) for cell in row if not is_blank(cell)}
        texts += held if len(held) == 1 else ()
    return any(words.marks_as("samples", text) for text in texts)


def similar_tables(
    tables: list[tuple[Sheet, Headings]],
) -> list[tuple[Sheet, Headings]]:
    """Return the fullest list, and those with the same columns: one a delegation."""
    _sheet, best = max(tables, key=lambda table: table[1].score)
    known = set(best.fields)
    return [
        (sheet, headings)
        for sheet, headings in tables
        if len(known & set(headings.fields))
        >= MIN_SHARED_FIELDS * len(known | set(headings.fields))
    ]


def mapping_for(
    headings: Headings, mapped: Headings, mapping: Mapping[int, str | None]
) -> Mapping[int, str | None]:
    """Return what staff mapped on the first sheet, for the same columns of another."""
    same = zip(headings.texts, mapped.texts, strict=False)
    alike = {index for index, (here, there) in enumerate(same) if here == there}
    return {index: field for index, field in mapping.items() if index in alike}


def fields_of(
    sheet: Sheet,
    headings: Headings,
    mapping: Mapping[int, str | None],
    words: Vocabulary,
) -> ColumnFields:
    """Return the field of each column: by heading and cells, unless staff mapped it."""
    fields = list(headings.fields)
    below = sheet.rows[headings.below :]
    columns: Sequence[Sequence[Cell]] = list(zip(*below, strict=True)) or [
        () for _ in fields
    ]
    infer_fields(headings.texts, fields, columns, words)
    for index, chosen in mapping.items():
        if index < len(fields):
            fields[index] = chosen
    return fields


def described_columns(
    sheet: Sheet, headings: Headings, fields: ColumnFields
) -> list[ReadColumn]:
    """Return the columns that have a heading or hold anything, with their first cells.

    Of a column that is not kept nothing is shown: it may hold passport numbers.
    """
    columns = []
    for index, (text, name) in enumerate(zip(headings.texts, fields, strict=True)):
        below = (row[index] for row in sheet.rows[headings.below :])
        samples = list(
            dict.fromkeys(display_text(cell) for cell in below if not is_blank(cell))
        )
        if text or samples:
            shown_ones = samples[:SAMPLES_SHOWN] if name != NOT_KEPT else []
            columns.append(ReadColumn(index, text, name, shown_ones))
    return columns


def display_text(cell: Cell) -> str:
    return tidy(cell.text if isinstance(cell, NoValue) else str(cell))
