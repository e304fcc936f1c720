"""Find the rows of people below the headings, and their cells by field."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from meetings.spreadsheets.account import Account, Fate
from meetings.spreadsheets.columns import ColumnFields, MarkedColumn
from meetings.spreadsheets.findings import (
    Doubt,
    NamesToFollow,
    PassedOver,
    ReadPerson,
)
from meetings.spreadsheets.headings import Headings
from meetings.spreadsheets.parts import PARTS_APART, Part, is_blank
from meetings.spreadsheets.person_names import is_our_row, split_person_names
from meetings.spreadsheets.remarks import with_remark_read
from meetings.spreadsheets.types import Cell, Sheet
from meetings.spreadsheets.vocabulary import NAMES, NOT_KEPT, Vocabulary
from meetings.text.folding import fold, has_native_script, tidy
from meetings.text.units import split_suffix, without_seat

NOTE = re.compile(
    r"\s*[※*#]|\s*[(（\[]?(?:주|비고|참고|注|備考|备注|Note)\s*[)）\]:：0-9.]"
)
KANA_ONLY = re.compile(r"[\u3040-\u30ff\uff66-\uff9f\s・]+")
# Fields of which people have two, of which the first is taken.
OFTEN_TWO = frozenset({"phone", "email", "languages", "dietary", "lodging"})
FATES_OF_FIELDS = {None: Fate.UNREAD, NOT_KEPT: Fate.NOT_KEPT}
FATES_OF_REASONS = {
    "total": Fate.TOTAL,
    "sample": Fate.SAMPLE,
    "heading": Fate.HEADING,
    "contact": Fate.NOT_KEPT,
    "note": Fate.NOTE,
    "section": Fate.SECTION,
}
TEXTS_OF_TITLE = 2  # more in one row are a table of something else
YES_TOO = frozenset({"예"})  # Korean for yes, and for an example
SAMPLE_MARK = re.compile(r"[(（\[【]?([^\s)）\]】:：]{1,6})[)）\]】:：]")
SENTENCE_END = re.compile(
    r"(?:[。.!]|니다|ます|です|[:：]|[（(]\s*(?:서명|签字|盖章|印).*)$"
)
DAY = re.compile(r"\d{2,4}\s?[년年.]\s?\d{1,2}\s?[월月.]|\d\s?[年月日년월일]\s*$")
LONGEST_SECTION_NAME = 40  # characters; a longer line that stands alone is a remark
# A row that has nothing but these is no person: a form comes with its numbers filled.
IMPERSONAL = frozenset({"number", "country", "government", "municipality", NOT_KEPT})
NAME_IN_PARTS = ({"native_family", "native_given"}, {"family_name", "given_name"})
SHARED = frozenset({None, NOT_KEPT, "country", "government", "municipality"})
FILLED_DOWN = (("country",), ("government", "municipality"))
COUNT_AT_END = re.compile(
    r"(?<![\s:：\d,()（）])[\s:：\d,()（）]*(?:(?:명|名|人|people|persons)[\s)）]*)?$",
    re.IGNORECASE,
)
NUMBER_OF_SECTION = re.compile(
    r"^(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[가나다라마바사아자차])[)）.．、]|[①-⑳ⅠⅡⅢⅣⅤ]\.?)\s*"
)
WORD_FOR_GROUP = re.compile(
    r"(?<!\s)\s*(?:대표단|참가자|명단|代表団|参加者|名簿|代表团|名单|一行|delegation)$",
    re.IGNORECASE,
)
ORNAMENT = re.compile(r"[■▶▷►○●◎◇◆□▣◈【\[［〔〈《<]")
ORNAMENTS_AROUND = re.compile(
    r"^[\s■▶▷►○●◎◇◆□▣◈【\[〈《<]+|(?<![\s】\]〉》>:：])[\s】\]〉》>:：]+$"
)


@dataclass
class TableReading:
    """What the rows of tables hold: people, rows passed over, seats without a name.

    `section` names the government of the people that follow, and `is_above` tells
    whether its line stands in the government's column.
    """

    people: list[ReadPerson] = field(default_factory=list)
    passed_over: list[PassedOver] = field(default_factory=list)
    to_follow: list[NamesToFollow] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    section: str = ""
    is_above: bool = False

    def read_titles(
        self, sheet: Sheet, rows_of_labels: Container[int], account: Account, end: int
    ) -> None:
        """Keep the lines before the row `end` that are titles or instructions."""
        for row in range(end):
            cells = [cell for cell in sheet.rows[row] if not is_blank(cell)]
            texts = list(dict.fromkeys(tidy(str(cell)) for cell in cells))
            if texts and row not in rows_of_labels and len(texts) <= TEXTS_OF_TITLE:
                account.mark_sheet_row(Fate.TITLE, row)
                self.titles += texts


@dataclass(frozen=True)
class Table:
    """A part of a sheet with its headings, down to before the row `end`.

    In the rows `repeated` the headings stand once more. `fields` are those of the
    columns; below those in `marked` a mark stands for the field and the word.
    """

    part: Part
    headings: Headings
    fields: ColumnFields
    end: int
    repeated: frozenset[int] = frozenset()
    marked: Mapping[int, MarkedColumn] = field(default_factory=dict)


def read_rows(
    table: Table, reading: TableReading, account: Account, words: Vocabulary
) -> None:
    """Add the people of a table to the reading, and tell the account of all cells.

    A section line (【경상북도】) names the government of the people below it.
    """
    part, fields = table.part, table.fields
    fates = bytes(FATES_OF_FIELDS.get(name, Fate.VALUE) for name in fields)
    rows = RowReader(table, words)
    before: ReadPerson | None = None
    for index in range(table.headings.below, table.end):
        row = part.rows[index]
        cells = rows.cells(row)
        is_repeated = index in table.repeated
        reason = "heading" if is_repeated else reason_to_pass(row, cells, words)
        if reason:
            account.mark_row(FATES_OF_REASONS[reason], part, index)
            place = part.place(index, 0)[0] + 1
            reading.passed_over.append(PassedOver(part.sheet.name, place, reason))
        if reason == "section" and not is_of_companions(row, words):
            reading.section = section_name(next(str(c) for c in row if not is_blank(c)))
            reading.is_above = "government" in cells
        elif not reason and set(cells) - IMPERSONAL:
            account.mark_fates(fates, part, index)
            if before and rows.goes_on(index, before.cells):
                before.cells.update(rows.joined(index, before.cells))
                continue
            if reading.section and (reading.is_above or "government" not in fields):
                cells.setdefault("government", reading.section)
            before = rows.person(index, cells)
            reading.people.append(before)
        elif not reason and cells:
            account.mark_row(Fate.EMPTY_ROW, part, index)
        if reason or not cells:
            before = None


class RowReader:
    """Turns the rows of one table into people."""

    def __init__(self, table: Table, words: Vocabulary) -> None:
        self.table = table
        self.part = table.part
        self.words = words
        counts = Counter(name for name in table.fields if name not in (None, NOT_KEPT))
        self.doubled = {name for name, count in counts.items() if count > 1}
        sheet = self.part.sheet
        self.has_marks = bool(sheet.struck or sheet.hidden_rows)
        self.covered = covered_from_above(sheet)

    def cells(self, row: Sequence[Cell]) -> dict[str, Cell]:
        """Return cells by field; of several columns of a field the first filled one.

        Notes are joined, and a mark stands for the word above it.
        """
        cells: dict[str, Cell] = {}
        for index, (cell, name) in enumerate(zip(row, self.table.fields, strict=True)):
            if not name or cell is None or name == NOT_KEPT or is_blank(cell):
                continue
            if marked := self.table.marked.get(index):
                if marked.ticks.fullmatch(str(cell).strip()):
                    cells.setdefault(marked.field, marked.word)
            elif name == "note" and name in cells and cells[name] != cell:
                cells[name] = f"{cells[name]}\n{cell}"
            else:
                cells.setdefault(name, cell)
        return cells

    def person(self, index: int, cells: dict[str, Cell]) -> ReadPerson:
        """Return the person of a row, with what is doubtful about it."""
        row, _column = self.part.place(index, 0)
        number = self.part.number
        if self.part.is_turned:
            number += index * PARTS_APART
        away = ""
        problems: list[Doubt] = []
        warnings: list[Doubt] = []
        if self.doubled:
            for doubt in self.second_values(self.part.rows[index], cells):
                (warnings if doubt.field in OFTEN_TWO else problems).append(doubt)
        if self.has_marks:
            away, struck = self.struck_cells(index, cells)
            warnings += struck
        return ReadPerson(
            self.part.sheet.name,
            row + 1,
            cells,
            number,
            away,
            tuple(problems),
            tuple(warnings),
        )

    def second_values(
        self, row: Sequence[Cell], cells: Mapping[str, Cell]
    ) -> Iterator[Doubt]:
        """Yield what a second column of a field holds, if it is another value."""
        for index, (cell, name) in enumerate(zip(row, self.table.fields, strict=True)):
            if name not in self.doubled or name == "note" or is_blank(cell):
                continue
            if index in self.table.marked:
                continue
            if fold(str(cell)) != fold(str(cells.get(name, ""))):
                first = str(cells.get(name, ""))
                yield Doubt("two_values", name, str(cell), {"first": first})

    def struck_cells(
        self, index: int, cells: dict[str, Cell]
    ) -> tuple[str, list[Doubt]]:
        """Return why the person does not come, and what else is struck through.

        A cell that is struck through as a whole is taken out.
        """
        sheet = self.part.sheet
        places = [self.part.place(index, n) for n in range(len(self.table.fields))]
        away = ""
        if not self.part.is_turned and places and places[0][0] in sheet.hidden_rows:
            away = "hidden"
        doubts = []
        for place, name in zip(places, self.table.fields, strict=True):
            text = sheet.struck.get(place)
            if not text or not name or name == NOT_KEPT:
                continue
            is_whole = tidy(str(sheet.rows[place[0]][place[1]])) == tidy(text)
            if name in NAMES and is_whole:
                away = away or "struck"
            elif name not in ("number", "country"):
                doubts.append(Doubt("struck_part", name, text))
                if is_whole and cells.get(name) is not None:
                    del cells[name]
        return away, doubts if away != "struck" else []

    def goes_on(self, index: int, before: Mapping[str, Cell]) -> bool:
        """Whether a row has only another form of the name in the row above it."""
        if self.part.is_turned or is_our_row(before):
            return False
        own = self.only_own_cell(index, before)
        if own is None or own[0] not in NAMES:
            return False
        name, cell = own
        first, second = str(before.get(name, "")), str(cell)
        if is_kana(first) != is_kana(second):
            return has_native_script(first) and has_native_script(second)
        is_other_script = has_native_script(first) != has_native_script(second)
        return bool(first) and is_other_script and self.shares_own(index, before)

    def shares_own(self, index: int, before: Mapping[str, Cell]) -> bool:
        """Whether a row shares with the row above what is one person's alone.

        A government or country is shared by many; a number or a position is not.
        """
        row, left = self.part.rows[index], self.part.left
        covered = self.covered.get(index + self.part.top, set())
        fields = enumerate(self.table.fields)
        if any(n + left in covered and name not in SHARED for n, name in fields):
            return True
        numbers = [n for n, name in enumerate(self.table.fields) if name == "number"]
        return "number" in before and all(is_blank(row[n]) for n in numbers)

    def only_own_cell(
        self, index: int, before: Mapping[str, Cell]
    ) -> tuple[str, Cell] | None:
        """Return the only cell that a row does not share with the row above, if any.

        Those of a merged cell are shared, and so is what stands there once more.
        """
        row, left = self.part.rows[index], self.part.left
        covered = self.covered.get(index + self.part.top, set())
        own: tuple[str, Cell] | None = None
        for column, (cell, name) in enumerate(zip(row, self.table.fields, strict=True)):
            if not name or name == NOT_KEPT or cell is None or is_blank(cell):
                continue
            if column + left not in covered and cell != before.get(name):
                if own:
                    return None
                own = name, cell
        return own

    def joined(self, index: int, before: Mapping[str, Cell]) -> dict[str, Cell]:
        """Return the name of a person of two rows: its reading, or its other script."""
        own = self.only_own_cell(index, before)
        assert own is not None
        name, cell = own
        first, second = str(before[name]), str(cell)
        if is_kana(first) or is_kana(second):
            reading, text = sorted((first, second), key=is_kana, reverse=True)
            return {"reading": reading, name: text}
        native, latin = sorted((first, second), key=has_native_script, reverse=True)
        return {name: f"{native} ({latin})"}


def is_kana(text: str) -> bool:
    """Whether the text is a name in kana alone."""
    return KANA_ONLY.fullmatch(text) is not None


def covered_from_above(sheet: Sheet) -> dict[int, set[int]]:
    """Return by row the columns whose value comes from a merged cell of a row above."""
    covered: dict[int, set[int]] = defaultdict(set)
    for area in sheet.merged:
        for row in range(area.top + 1, min(area.bottom + 1, len(sheet.rows))):
            covered[row].update(range(area.left, area.right + 1))
    return covered


def complete_cells(
    people: list[ReadPerson], words: Vocabulary
) -> tuple[list[ReadPerson], list[NamesToFollow]]:
    """Return people with all cells interpreted, and seats whose names are to follow.

    Only when all rows are known can a column be judged as a whole.
    """
    fill_down(people)
    people, to_follow = split_person_names(people, words)
    return [with_remark_read(person, words) for person in people], to_follow


def is_of_companions(row: Sequence[Cell], words: Vocabulary) -> bool:
    """Whether a line names who goes along, and so the government before it stays."""
    texts = {str(cell) for cell in row if not is_blank(cell)}
    return any(words.is_beside("companions", text) for text in texts)


def reason_to_pass(
    row: Sequence[Cell], cells: Mapping[str, Cell], words: Vocabulary
) -> str | None:
    """Return why a row is no person, None where it is one or is blank."""
    filled = [cell for cell in row if cell is not None and not is_blank(cell)]
    if not filled or is_our_row(cells):
        return None
    texts = [tidy(str(cell)) for cell in filled[:3]]
    last = str(filled[-1])
    if not any(parts <= set(cells) for parts in NAME_IN_PARTS):  # 계 is a surname, too
        if any(is_total(text, words) for text in texts[:2]):
            return "total"
        ends = [*texts[:2], *([last] if last not in YES_TOO else ())]
        if any(words.marks_as("samples", text) for text in ends):
            return "sample"
    if any(is_marked_sample(text, words) for text in texts):
        return "sample"
    if is_contact(texts, cells, words):
        return "contact"
    if any(cell != filled[0] for cell in filled) or texts[0].isdigit():
        return None
    if is_note(texts[0], words):
        return "note"
    may_be_name = bool(NAMES & set(cells))
    is_section = len(filled) > 1 or is_section_line(texts[0], may_be_name)
    return "section" if is_section or not may_be_name else None


def is_contact(
    texts: Sequence[str], cells: Mapping[str, Cell], words: Vocabulary
) -> bool:
    """Whether a row labels somebody else's data; 담당자 may be a person's post, too."""
    if (
        len(texts) < 2
        or not words.labels(texts[0])
        or not words.labels_others(texts[0])
    ):
        return False
    is_label = any(map(words.labels, texts[2:])) or not NAMES & set(cells)
    return is_label or tidy(str(cells.get("number", ""))) == texts[0]


def is_section_line(text: str, may_be_name: bool = False) -> bool:
    """Whether a line that stands alone is set off by a sign, a number or a count.

    So is one that is a government by its last word: 愛知県庁, 湖南省. Where it may be a
    name, that word has to be of a seat: 박은주 is no 주, and 이영구 no 구.
    """
    if ORNAMENT.match(text):
        return True
    bare = WORD_FOR_GROUP.sub("", COUNT_AT_END.sub("", text))
    if bare != text and any(sign.isdigit() for sign in text[len(bare) :]):
        return len(bare) <= LONGEST_SECTION_NAME
    if may_be_name:
        return without_seat(bare) != bare
    return bool(NUMBER_OF_SECTION.match(text) or split_suffix(without_seat(bare)))


def is_total(text: str, words: Vocabulary) -> bool:
    """Whether the text is a word for a total, or one with a number: 합계 12명."""
    return words.marks_as("totals", COUNT_AT_END.sub("", text))


def is_marked_sample(text: str, words: Vocabulary) -> bool:
    """Whether a text begins with a mark for samples: 예) 홍길동, (例) 山田."""
    if found := SAMPLE_MARK.match(text):
        return words.marks_as("samples", found[1])
    first, _blank, rest = text.partition(" ")
    is_surname = len(first) == 1 and first in "예"
    return bool(rest) and not is_surname and words.marks_as("samples", first)


def is_note(text: str, words: Vocabulary) -> bool:
    """Whether a line that stands alone is a remark, rather than a heading."""
    is_long = len(text) > LONGEST_SECTION_NAME
    is_said = NOTE.match(text) or SENTENCE_END.search(text) or DAY.search(text)
    return is_long or bool(is_said) or words.marks_as("ends", text)


def is_heading(row: Sequence[Cell], words: Vocabulary) -> bool:
    """Whether a row is one of headings: most of its texts are known words."""
    filled = [cell for cell in row if cell is not None and not is_blank(cell)]
    unknown = 0
    for cell in filled:
        unknown += not isinstance(cell, str) or not words.knows(cell)
        if unknown * 2 >= len(filled):
            return False
    return len(filled) - unknown > 1


def section_name(text: str) -> str:
    """Return a section line without ornaments, number and count: 一、【경북】 2명."""
    bare = NUMBER_OF_SECTION.sub("", COUNT_AT_END.sub("", tidy(text)))
    return WORD_FOR_GROUP.sub("", ORNAMENTS_AROUND.sub("", bare))


def fill_down(people: list[ReadPerson]) -> None:
    """Give a government that is written once above a block of people to all of them.

    Where two rows in succession have the same, it is written on every row, and a blank
    one stays blank: that is a mistake, which staff are asked about.
    """
    for fields in FILLED_DOWN:
        given = [tuple(person.cells.get(f) for f in fields) for person in people]
        if any(any(a) and a == b for a, b in pairwise(given)):
            continue
        above: dict[str, Cell] = {}
        for person in people:
            own = {f: person.cells[f] for f in fields if f in person.cells}
            above = own or above
            person.cells.update(above)
