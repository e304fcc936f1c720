"""Find the list of people in a book: which sheets, which rows, which columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from meetings.spreadsheets.columns import Fields, infer_fields
from meetings.spreadsheets.headings import (
    Headings,
    find_headings,
    headings_at,
    no_headings,
)
from meetings.spreadsheets.people_rows import (
    PassedOver,
    ReadPerson,
    is_blank,
    people_of,
)
from meetings.spreadsheets.types import Book, Cell, NoValue, Sheet, Unreadable
from meetings.spreadsheets.vocabulary import NOT_KEPT, Vocabulary, with_taught_headings
from meetings.text.folding import tidy

SAMPLES = 3  # cells shown of each column
ALIKE = 0.8  # of the fields of two lists that are parts of one


@dataclass(frozen=True)
class ReadingOptions:
    """What staff decided about the reading of a file, where it was not as they meant.

    `header_row` counts from 1, and is 0 where there are no headings; `mapping` gives
    the fields of columns by their index from 0, None for columns not to be kept;
    `taught` are headings that were mapped by hand before.
    """

    encoding: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    mapping: Mapping[int, str | None] = field(default_factory=dict)
    taught_headings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ReadColumn:
    """A column: its index from 0, heading, field if it has one, and first cells."""

    index: int
    header: str
    field: str | None
    samples: list[str]


@dataclass(frozen=True)
class ReadTable:
    """A sheet that was read, the row of its headings and how many rows they take."""

    sheet: str
    header_row: int
    depth: int


@dataclass(frozen=True)
class ListReading:
    """What was found: the people, and how the file was understood.

    `sheet` is the one that was read, None for text or where several were. The row
    `header_row` counts from 1, as a spreadsheet does.
    """

    encoding: str | None
    sheets: list[str]
    sheet: str | None
    tables: list[ReadTable]
    header_row: int
    columns: list[ReadColumn]
    people: list[ReadPerson]
    passed_over: list[PassedOver]


def recognize(book: Book, choices: ReadingOptions) -> ListReading:
    """Read the people of a book; raise Unreadable where no table of people is found."""
    words = with_taught_headings(choices.taught_headings)
    tables = chosen_tables(book, choices, words)
    people: list[ReadPerson] = []
    passed: list[PassedOver] = []
    columns: list[ReadColumn] = []
    for sheet, headings in tables:
        mapping = mapping_for(headings, tables[0][1], choices.mapping)
        fields = fields_of(sheet, headings, mapping, words)
        found, others = people_of(sheet, headings, fields, words)
        people += found
        passed += others
        columns = columns or columns_of(sheet, headings, fields)
    read = [
        ReadTable(
            sheet.name, headings.first + 1 if headings.depth else 0, headings.depth
        )
        for sheet, headings in tables
    ]
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
    )


def chosen_tables(
    book: Book, choices: ReadingOptions, words: Vocabulary
) -> list[tuple[Sheet, Headings]]:
    """The sheets to read, with their headings: the one chosen, or all likely lists."""
    if choices.sheet is not None:
        sheet = sheet_called(choices.sheet, book)
        return [(sheet, headings_for(sheet, choices, words))]
    if choices.header_row is not None:
        sheet, _found = likely_sheets(book, words)[0]
        return [(sheet, headings_for(sheet, choices, words))]
    found = likely_sheets(book, words)
    tables = [(sheet, h) for sheet, h in found if h and h.are_of_people]
    tables = tables or [(sheet, h) for sheet, h in found if h and h.score >= 1]
    if not tables:
        raise Unreadable("no_header")
    return alike(tables)


def sheet_called(name: str, book: Book) -> Sheet:
    for sheet in book.sheets:
        if sheet.name == name:
            return sheet
    known = ", ".join(sheet.name for sheet in book.sheets)
    raise Unreadable("no_such_sheet", sheet=name, known=known)


def headings_for(sheet: Sheet, choices: ReadingOptions, words: Vocabulary) -> Headings:
    """The headings of a sheet, in the row that staff chose if they did."""
    row = choices.header_row
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
    """The sheets to look at, each with its likeliest headings.

    Those in sight come before hidden ones, samples last of all.
    """
    ranked: dict[int, list[tuple[Sheet, Headings | None]]] = {}
    for sheet in book.sheets:
        if sheet.rows:
            rank = 2 * is_sample(sheet, words) + sheet.is_hidden
            found = sheet, find_headings(sheet, words)
            ranked.setdefault(rank, []).append(found)
    if not ranked:
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


def alike(tables: list[tuple[Sheet, Headings]]) -> list[tuple[Sheet, Headings]]:
    """The fullest list, and those that are made like it: one for each delegation."""
    _sheet, best = max(tables, key=lambda table: table[1].score)
    known = set(best.fields)
    return [
        (sheet, headings)
        for sheet, headings in tables
        if len(known & set(headings.fields))
        >= ALIKE * len(known | set(headings.fields))
    ]


def mapping_for(
    headings: Headings, mapped: Headings, mapping: Mapping[int, str | None]
) -> Mapping[int, str | None]:
    """What staff mapped on the first sheet, for the same columns of another."""
    same = zip(headings.texts, mapped.texts, strict=False)
    alike = {index for index, (here, there) in enumerate(same) if here == there}
    return {index: field for index, field in mapping.items() if index in alike}


def fields_of(
    sheet: Sheet,
    headings: Headings,
    mapping: Mapping[int, str | None],
    words: Vocabulary,
) -> Fields:
    """The field of each column, told by headings and cells unless staff said so."""
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


def columns_of(sheet: Sheet, headings: Headings, fields: Fields) -> list[ReadColumn]:
    """The columns that have a heading or hold anything, with their first cells."""
    columns = []
    for index, (text, name) in enumerate(zip(headings.texts, fields, strict=True)):
        below = (row[index] for row in sheet.rows[headings.below :])
        samples = list(
            dict.fromkeys(shown(cell) for cell in below if not is_blank(cell))
        )
        if text or samples:
            shown_ones = samples[:SAMPLES] if name != NOT_KEPT else []
            columns.append(ReadColumn(index, text, name, shown_ones))
    return columns


def shown(cell: Cell) -> str:
    return tidy(cell.text if isinstance(cell, NoValue) else str(cell))
