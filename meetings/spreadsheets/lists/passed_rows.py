"""Tell rows that are no people: totals, samples, notes, headings, section lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from meetings.spreadsheets.lists.cells import is_blank
from meetings.spreadsheets.names.seats import split_seats
from meetings.spreadsheets.references import is_our_row
from meetings.spreadsheets.types import Cell, has_value
from meetings.spreadsheets.vocabulary import NAMES, Vocabulary
from meetings.text.folding import tidy
from meetings.text.units import split_unit, without_seat

NOTE = re.compile(
    r"\s*[※*#]|\s*[(（\[]?(?:주|비고|참고|注|備考|备注|Note)\s*[)）\]:：0-9.]"
)
YES_TOO = frozenset({"예"})  # Korean for yes, and for an example
SAMPLE_MARK = re.compile(r"[(（\[【]?([^\s)）\]】:：]{1,6})[)）\]】:：]")
SENTENCE_END = re.compile(
    r"(?:[。.!]|니다|ます|です|[:：]|[（(]\s*(?:서명|签字|盖章|印).*)$"
)
SEAL = re.compile(r"(?:㊞|(?<=\s)印|[(（](?:인|印|직인|印章)[)）])\s?$")
DAY = re.compile(
    r"\d{2,4}\s?[년年.]\s?\d{1,2}\s?[월月.]|\d\s?[年月日년월일]\s*$"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
    r" (?:\d\d?, )?\d{4}$",
    re.IGNORECASE,
)
LONGEST_COUNT = 5  # signs: a total may stand under any heading
LONGEST_SECTION_NAME = 60  # characters; a longer line that stands alone is a remark
NAME_IN_PARTS = ({"native_family", "native_given"}, {"family_name", "given_name"})
COUNT_AT_END = re.compile(
    r"(?<![\s:：\d,()（）])[\s:：\d,()（）]*(?:(?:명|名|人|people|persons)[\s)）]*)?$",
    re.IGNORECASE,
)
COUNT = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
NUMBER_OF_SECTION = re.compile(
    r"^(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[가나다라마바사아자차])[)）.．、]|[①-⑳ⅠⅡⅢⅣⅤ]\.?)\s*"
)
DELEGATION_OF = re.compile(r"^(?:the )?delegation (?:of|from) ", re.IGNORECASE)
WORD_FOR_GROUP = re.compile(
    r"(?<!\s)\s*(?:대표단|참가자|명단|代表団|参加者|名簿|代表团|名单|一行|delegation)$",
    re.IGNORECASE,
)
ORNAMENT = re.compile(
    r"[■▶▷►○●◎◇◆□▣◈【\[［〔〈《<]|(?P<sign>[*=~#-])(?P=sign).+(?P=sign)$"
)
ORNAMENTS_AROUND = re.compile(
    r"^[\s■▶▷►○●◎◇◆□▣◈【\[［〔〈《<*=~#-]+"
    r"|(?<![\s】\]］〕〉》>:：*=~#-])[\s】\]］〕〉》>:：*=~#-]+$"
)


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
        is_somebody = has_data_of_person(cells)  # 전체 and 소계 are names, too
        if any(is_total(text, words) for text in texts[:2]) and not is_somebody:
            return "total"
        ends = [text for text in (*texts[1:2], last) if text not in YES_TOO]
        if any(words.marks_as("samples", text) for text in (texts[0], *ends)):
            return "sample"
    if any(is_marked_sample(text, words) for text in texts):
        return "sample"
    if is_contact(texts, cells, words) or is_signed(texts[0], cells, words):
        return "contact"
    if any(cell != filled[0] for cell in filled) or texts[0].isdigit():
        return None
    if not has_value(filled[0]):
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
    labelled = {tidy(str(cells.get(name, ""))) for name in ("number", *NAMES)}
    return is_label or texts[0] in labelled


def is_signed(text: str, cells: Mapping[str, Cell], words: Vocabulary) -> bool:
    """Whether a row begins with who made the list: 작성자: 김철수, 填表人：周文慧."""
    label, colon, _name = text.replace("：", ":").partition(":")
    names = {tidy(str(cells[name])) for name in NAMES & set(cells)}
    return bool(colon) and names <= {text} and words.labels_others(label)


def has_data_of_person(cells: Mapping[str, Cell]) -> bool:
    """Whether a row has an address, a number or a post, which no total has."""
    texts = [str(cells.get(field, "")) for field in ("position", "department")]
    is_post = any(text and not any(map(str.isdigit, text)) for text in texts)
    contacts = [str(cells.get(field, "")) for field in ("email", "phone")]
    return is_post or any(len(text) > LONGEST_COUNT for text in contacts)


def is_section_line(text: str, may_be_name: bool = False) -> bool:
    """Whether a line that stands alone is set off by a sign, a number or a count.

    So is one that is a government by its last word: 愛知県庁, 湖南省. Where it may be a
    name, that word has to be of a seat: 박은주 is no 주, and 이영구 no 구.
    """
    if ORNAMENT.match(text) or DELEGATION_OF.match(text):
        return True
    if may_be_name and is_of_seats(text):
        return False
    bare = without_group_words(COUNT_AT_END.sub("", text))
    if COUNT.search(text[len(bare) :]) and not DAY.search(text):
        return len(bare) <= LONGEST_SECTION_NAME
    if may_be_name:
        return without_seat(bare) != bare
    return bool(NUMBER_OF_SECTION.match(text) or split_unit(without_seat(bare))[1])


def is_of_seats(text: str) -> bool:
    """Whether a line tells of others whose names are to follow: 외 2명."""
    before, seats = split_seats(text)
    return seats.is_linked and not before.strip()


def is_total(text: str, words: Vocabulary) -> bool:
    """Whether the text is a word for a total, or one with a number: 합계 12명."""
    return words.marks_as("totals", COUNT_AT_END.sub("", text))


def is_marked_sample(text: str, words: Vocabulary) -> bool:
    """Whether a text begins with a mark for samples: 예) 홍길동, (例) 山田."""
    if found := SAMPLE_MARK.match(text):
        return words.marks_as("samples", found[1])
    first, _blank, rest = text.partition(" ")
    is_surname = first == "예"
    return bool(rest) and not is_surname and words.marks_as("samples", first)


def is_note(text: str, words: Vocabulary) -> bool:
    """Whether a line that stands alone is a remark, rather than a heading."""
    if ORNAMENT.match(text) and not SENTENCE_END.search(text):
        return False
    is_long = len(text) > LONGEST_SECTION_NAME
    is_said = NOTE.match(text) or SENTENCE_END.search(text) or DAY.search(text)
    is_sealed = SEAL.search(text) is not None and len(text.split()) > 2
    return is_long or bool(is_said) or is_sealed or words.marks_as("ends", text)


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
    bare = DELEGATION_OF.sub("", ORNAMENTS_AROUND.sub("", bare))
    return without_group_words(bare)


def without_group_words(text: str) -> str:
    """Return 江苏省 of 江苏省代表团名单."""
    while (bare := WORD_FOR_GROUP.sub("", text)) != text:
        text = bare
    return text
