"""Tell the sheets of this list from samples, hidden ones and those of earlier years."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from meetings.spreadsheets.lists.cells import lone_text
from meetings.spreadsheets.types import Book, Sheet, Unreadable
from meetings.spreadsheets.vocabulary import Vocabulary
from meetings.text.editions import editions_in, years_in

ROWS_OF_TITLE = 3


class MeetingMarks(NamedTuple):
    """The year and the number of the meeting that a list is for, if they are known."""

    year: int | None = None
    number: int | None = None


def sheet_called(name: str, book: Book) -> Sheet:
    for sheet in book.sheets:
        if sheet.name == name:
            refuse_excess([sheet])
            return sheet
    known = ", ".join(sheet.name for sheet in book.sheets)
    raise Unreadable("no_such_sheet", sheet=name, known=known)


def refuse_excess(sheets: Iterable[Sheet]) -> None:
    """Raise Unreadable if a sheet is too large, since the list may be there."""
    for sheet in sheets:
        if sheet.excess:
            raise Unreadable(sheet.excess, sheet=sheet.name)


def rank_of(sheet: Sheet, of: MeetingMarks, words: Vocabulary) -> int:
    """Return how unlikely it is that a sheet is this list: 0 is the likeliest.

    Sheets of another year come next, then hidden ones, then samples.
    """
    if is_sample(sheet, words):
        return 4 + sheet.is_hidden
    return 2 * sheet.is_hidden + is_former(sheet, of, words)


def is_sample(sheet: Sheet, words: Vocabulary) -> bool:
    """Whether the sheet's name, or a line of its own above the list, says so."""
    parts = [part for part in sheet.name.replace("_", " ").split() if part]
    texts = [sheet.name, *parts, *map(lone_text, sheet.rows[:ROWS_OF_TITLE])]
    return any(words.marks_as("samples", text) for text in texts)


def is_former(sheet: Sheet, of: MeetingMarks, words: Vocabulary) -> bool:
    """Whether the sheet's name says that it is of an earlier time, or another year."""
    if words.is_beside("former", sheet.name):
        return True
    name = sheet.name.replace("_", " ")
    years, editions = {*years_in(name)}, {*editions_in(name)}
    return bool(
        (of.year and years and of.year not in years)
        or (of.number and editions and of.number not in editions)
    )
