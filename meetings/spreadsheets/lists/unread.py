"""Tell of the cells that were not read: where they are, what they hold, and why."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import islice

from meetings.spreadsheets.findings import Unread
from meetings.spreadsheets.lists.account import Account, Fate, areas_of, range_of
from meetings.spreadsheets.lists.cells import display_text, is_blank
from meetings.spreadsheets.lists.columns import MAIL
from meetings.spreadsheets.lists.layouts import layout_of
from meetings.spreadsheets.lists.sheets import MeetingMarks, is_former, is_sample
from meetings.spreadsheets.types import Area, Cell, Place, Sheet
from meetings.spreadsheets.vocabulary import NAMES, Vocabulary
from meetings.text.units import split_suffix

SAMPLE_SIZE = 10
LONGEST_SAMPLE = 60  # characters of a value
PEOPLE = re.compile(
    r"[김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민][가-힣]{1,3}"
    r"|[王李张張刘陈陳杨楊赵趙黄黃周吴吳徐孙孫朱马馬胡郭林何高梁郑鄭罗羅宋谢謝唐韩韓曹许許邓鄧][一-鿿]{1,2}"
    r"|[一-鿿々]{1,3}[ 　][一-鿿々ぁ-んァ-ヶ]{1,4}"
    r"|[A-Z]{2,} [A-Z][a-z]+|[A-Z][a-z]+ [A-Z]{2,}"
)


def unread_cells(
    account: Account, words: Vocabulary, is_form: bool = False
) -> list[Unread]:
    """Return the cells of a sheet that was read for which nothing was done.

    Those in rows of people are told by column, all others, and forms, by area.
    """
    sheet = account.sheet
    in_columns: dict[int, list[Place]] = defaultdict(list)
    beside: list[Place] = []
    for row, column in account.unread():
        is_of_person = not is_form and Fate.VALUE in account.fates[row]
        (in_columns[column] if is_of_person else beside).append((row, column))
    found = []
    for column, places in sorted(in_columns.items()):
        rows = [row for row, _column in places]
        area = Area(min(rows), column, max(rows), column)
        is_hidden = column in sheet.hidden_columns
        found.append(
            unread_area(sheet, area, "hidden_column" if is_hidden else "no_field")
        )
    for area in areas_of(beside):
        is_asked = looks_like_people(sheet, area, words)
        found.append(unread_area(sheet, area, "beside", is_asked))
    return found


def unread_area(sheet: Sheet, area: Area, why: str, is_asked: bool = False) -> Unread:
    texts = (display_text(cell)[:LONGEST_SAMPLE] for cell in cells_in(sheet, area))
    sample = list(islice(dict.fromkeys(texts), SAMPLE_SIZE))
    return Unread(sheet.name, range_of(area), sample, why, is_asked)


def cells_in(sheet: Sheet, area: Area) -> list[Cell]:
    return [
        cell
        for row in sheet.rows[area.top : area.bottom + 1]
        for cell in row[area.left : area.right + 1]
        if not is_blank(cell)
    ]


def unread_sheet(
    sheet: Sheet,
    meeting: MeetingMarks,
    words: Vocabulary,
    is_another_chosen: bool = False,
) -> list[Unread]:
    """Return what there is to say of a sheet that was not read, nothing if it is blank.

    Samples and hidden sheets are told of; staff are asked about other lists, unless
    they have chosen which sheet is the list.
    """
    if sheet.excess:
        return [Unread(sheet.name, "", [], sheet.excess)]
    width = max(map(len, sheet.rows), default=0)
    area = Area(0, 0, len(sheet.rows) - 1, width - 1)
    if not cells_in(sheet, area):
        return []
    if is_sample(sheet, words):
        return [unread_area(sheet, area, "sample_sheet")]
    if sheet.is_hidden:
        return [unread_area(sheet, area, "hidden_sheet")]
    is_asked = layout_of(sheet, words).is_of_people
    is_asked = is_asked or looks_like_people(sheet, area, words)
    why = "former_sheet" if is_former(sheet, meeting, words) else "other_sheet"
    return [unread_area(sheet, area, why, is_asked and not is_another_chosen)]


def looks_like_people(sheet: Sheet, area: Area, words: Vocabulary) -> bool:
    """Whether a heading for names, a name or an address stands among the cells."""
    for cell in cells_in(sheet, area):
        if not isinstance(cell, str):
            continue
        text = display_text(cell)
        if words.knows(text) and words.field_of(text) in NAMES:
            return True
        if MAIL.search(text):
            return True
        if PEOPLE.fullmatch(text) and not split_suffix(text):
            return True
    return False
