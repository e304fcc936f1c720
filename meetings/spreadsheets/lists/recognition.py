"""Find the list of people in a book: which sheets, which rows, which columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from meetings.spreadsheets.findings import (
    Doubt,
    ListReading,
    ReadColumn,
    ReadTable,
    Unread,
)
from meetings.spreadsheets.lists.account import Account
from meetings.spreadsheets.lists.form_people import read_records
from meetings.spreadsheets.lists.headings import headings_at, no_headings
from meetings.spreadsheets.lists.layouts import Layout, layout_of
from meetings.spreadsheets.lists.mapped_fields import MappedFields
from meetings.spreadsheets.lists.parts import whole
from meetings.spreadsheets.lists.people_rows import TableReading, complete_cells
from meetings.spreadsheets.lists.sheets import (
    MeetingMarks,
    rank_of,
    refuse_excess,
    sheet_called,
)
from meetings.spreadsheets.lists.tables import read_tables
from meetings.spreadsheets.lists.unread import unread_cells, unread_sheet
from meetings.spreadsheets.types import MAX_PEOPLE, Book, Sheet, Unreadable
from meetings.spreadsheets.vocabulary import Vocabulary, with_taught_headings

MIN_SHARED_FIELDS = 0.8  # of all fields of two sheets, to be parts of one list


@dataclass(frozen=True)
class ReadingOptions:
    """How a file is to be read, where staff decided that.

    `header_row` counts from 1, and is 0 where there are no headings; `mapping` gives
    the fields of columns by their index from 0, NOT_KEPT for columns not to be kept;
    `taught_headings` are those that were mapped by hand before, each with its field.
    `meeting` is whose list it is.
    """

    encoding: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    mapping: Mapping[int, str | None] = field(default_factory=dict)
    taught_headings: Mapping[str, str] = field(default_factory=dict)
    meeting: MeetingMarks = field(default_factory=MeetingMarks)


def recognize(book: Book, options: ReadingOptions) -> ListReading:
    """Find the people of a book; raise Unreadable where there is none to be read."""
    words = with_taught_headings(options.taught_headings)
    layouts = chosen_layouts(book, options, words)
    reading, mapping = TableReading(), MappedFields(options.mapping)
    columns: list[ReadColumn] = []
    unread: list[Unread] = []
    for layout in layouts:
        account = Account(layout.sheet)
        read = read_records if layout.records else read_tables
        found = read(layout, reading, account, mapping, words)
        columns = columns or found
        unread += unread_cells(account, words, bool(layout.records))
    people, to_follow = complete_cells(reading, words)
    if len(people) > MAX_PEOPLE:
        raise Unreadable("too_many_people")
    unread += unread_elsewhere(book, layouts, options, words)
    tables = [read_table(layout) for layout in layouts]
    is_text = book.encoding is not None
    return ListReading(
        encoding=book.encoding,
        sheets=[] if is_text else [sheet.name for sheet in book.sheets],
        sheet=None if is_text or len(tables) > 1 else tables[0].sheet,
        tables=tables,
        header_row=tables[0].header_row,
        columns=columns,
        people=people,
        passed_over=reading.passed_over,
        unread=unread,
        warnings=[warning_of(code, details) for code, details in book.warnings],
        near_encodings=book.near_encodings,
        to_follow=to_follow,
        titles=reading.titles,
    )


def unread_elsewhere(
    book: Book, layouts: list[Layout], options: ReadingOptions, words: Vocabulary
) -> list[Unread]:
    """Return what there is to say of the sheets that were not read."""
    used = {layout.sheet.name for layout in layouts}
    is_chosen = options.sheet is not None
    return [
        unread
        for sheet in book.sheets
        if sheet.name not in used
        for unread in unread_sheet(sheet, options.meeting, words, is_chosen)
    ]


def warning_of(code: str, details: Mapping[str, str | int]) -> Doubt:
    """Return a warning of the file as a doubt; its value is what it is about."""
    return Doubt(code, "", str(details.get("value", "")), details)


def read_table(layout: Layout) -> ReadTable:
    headings = layout.headings
    if headings is None or not headings.depth or layout.part.is_turned:
        return ReadTable(layout.sheet.name, 0, 0)
    return ReadTable(layout.sheet.name, headings.first + 1, headings.depth)


def chosen_layouts(
    book: Book, options: ReadingOptions, words: Vocabulary
) -> list[Layout]:
    """Return the layouts of the sheets to read: the one chosen, or all of the list."""
    if options.sheet is not None:
        return [layout_for(sheet_called(options.sheet, book), options, words)]
    found = likely_layouts(book, options.meeting, words)
    if options.header_row is not None:
        return [layout_for(found[0].sheet, options, words)]
    lists = [layout for layout in found if layout.is_of_people]
    lists = lists or [layout for layout in found if layout.score >= 1]
    if not lists:
        refuse_excess(book.sheets)
        raise Unreadable("no_header")
    return similar_layouts(lists)


def layout_for(sheet: Sheet, options: ReadingOptions, words: Vocabulary) -> Layout:
    """Return the layout of a sheet, with the headings in the row that staff chose."""
    row = options.header_row
    if row is None:
        layout = layout_of(sheet, words)
        if layout.headings is None and not layout.records:
            raise Unreadable("no_header")
        return layout
    part = whole(sheet)
    headings = headings_at(part.rows, row - 1, words) if row else no_headings(part.rows)
    if headings is None:
        raise Unreadable("no_such_row", sheet=sheet.name, row=str(row))
    return Layout(sheet, part, headings)


def likely_layouts(
    book: Book, meeting: MeetingMarks, words: Vocabulary
) -> list[Layout]:
    """Return the layouts of the sheets to look at: the likeliest that have people.

    Sheets of another year, hidden ones and samples of how to fill in the form are read
    only where nothing else has people on it.
    """
    ranked: dict[int, list[Sheet]] = {}
    for sheet in book.sheets:
        if sheet.rows:
            ranked.setdefault(rank_of(sheet, meeting, words), []).append(sheet)
    if not ranked:
        refuse_excess(book.sheets)
        raise Unreadable("empty")
    found = {}
    for rank in sorted(ranked):
        found[rank] = [layout_of(sheet, words) for sheet in ranked[rank]]
        if any(layout.is_of_people for layout in found[rank]):
            return found[rank]
    return found[min(found)]


def similar_layouts(layouts: list[Layout]) -> list[Layout]:
    """Return the fullest list, and those with the same columns: one a delegation.

    Forms belong together as they are.
    """
    best = max(layouts, key=lambda layout: layout.score)
    if best.headings is None:
        return [layout for layout in layouts if layout.records]
    known = set(best.headings.fields)
    return [
        layout
        for layout in layouts
        if layout.headings
        and len(known & set(layout.headings.fields))
        >= MIN_SHARED_FIELDS * len(known | set(layout.headings.fields))
    ]
