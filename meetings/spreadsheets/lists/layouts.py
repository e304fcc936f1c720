"""Find out how a sheet is laid out: a table, one on its side, or forms."""

from __future__ import annotations

from dataclasses import dataclass, field

from meetings.spreadsheets.lists.cells import is_blank, lone_text
from meetings.spreadsheets.lists.heading_search import find_headings
from meetings.spreadsheets.lists.headings import Headings, heading_text, headings_at
from meetings.spreadsheets.lists.label_forms import (
    MOST_ROWS,
    Labelled,
    find_labelled,
    is_of_person,
    records_of,
)
from meetings.spreadsheets.lists.parts import Part, turned, whole
from meetings.spreadsheets.types import Sheet
from meetings.spreadsheets.vocabulary import Vocabulary

COLUMNS_OF_LABELS = 4  # in which the labels of a list on its side are looked for
FEWEST_LABELS = 3  # of a form; two may be a row of headings with one below


@dataclass(frozen=True)
class Layout:
    """How a sheet is laid out: the headings of a part of it, or the labels of forms."""

    sheet: Sheet
    part: Part
    headings: Headings | None = None
    records: list[list[Labelled]] = field(default_factory=list)

    @property
    def is_of_people(self) -> bool:
        return bool(self.records or (self.headings and self.headings.are_of_people))

    @property
    def score(self) -> float:
        return self.headings.score if self.headings else float(len(self.records))


def layout_of(sheet: Sheet, words: Vocabulary) -> Layout:
    """Return the likeliest layout: a table if it has surely headings of people.

    Without that, a list on its side, then forms; last, a table with a name only.
    """
    part = whole(sheet)
    headings = find_headings(part.rows, words)
    if headings and headings.are_of_people:
        return Layout(sheet, part, headings)
    if len(sheet.rows) <= MOST_ROWS:
        if on_its_side := turned_layout(sheet, words):
            return on_its_side
        labelled = find_labelled(sheet, 0, len(sheet.rows), words)
        records = records_of(labelled)
        if len(labelled) >= FEWEST_LABELS and any(map(is_of_person, records)):
            return Layout(sheet, part, records=records)
    return Layout(sheet, part, headings)


def turned_layout(sheet: Sheet, words: Vocabulary) -> Layout | None:
    """Return the layout of a list on its side, None if the sheet is no such list.

    One of the first columns has the labels, and there are two people at least.
    """
    width = len(sheet.rows[0]) if sheet.rows else 0
    for left in range(min(COLUMNS_OF_LABELS, width)):
        labels = [
            "" if lone_text(row) else heading_text(row[left]) for row in sheet.rows
        ]
        known = [n for n, text in enumerate(labels) if text and words.labels(text)]
        # Labels that come again are those of cards, one below the other.
        if len(known) < 2 or len({labels[n] for n in known}) < len(known):
            continue
        part = turned(sheet, *rows_of_list(sheet, known[0], known[-1], left), left)
        headings = headings_at(part.rows, 0, words)
        if headings is None or not headings.are_of_people or headings.depth > 1:
            continue
        if is_list_beside(part, headings, words):
            return Layout(sheet, part, headings)
    return None


def rows_of_list(sheet: Sheet, top: int, bottom: int, left: int) -> tuple[int, int]:
    """Return the rows of a list on its side: those of labels, and what adjoins them."""

    def goes_on(row: int) -> bool:
        filled = [cell for cell in sheet.rows[row] if not is_blank(cell)]
        is_title = len({str(cell) for cell in filled}) == 1
        return not is_blank(sheet.rows[row][left]) and len(filled) > 2 and not is_title

    while top and goes_on(top - 1):
        top -= 1
    while bottom + 1 < len(sheet.rows) and goes_on(bottom + 1):
        bottom += 1
    return top, bottom


def is_list_beside(part: Part, headings: Headings, words: Vocabulary) -> bool:
    """Whether two columns or more have values for most labels, and are none."""
    named = [index for index, name in enumerate(headings.fields) if name]
    people = 0
    for row in part.rows[headings.below :]:
        texts = [text for index in named if (text := heading_text(row[index]))]
        if sum(map(words.labels, texts)) * 2 > len(texts):
            return False
        filled = [row[index] for index in named if row[index] is not None]
        people += len(filled) * 2 > len(named)
    return people > 1
