"""Part the people of one cell: 陈晓东、刘雨桐(列席), 参会：甲 请假：乙."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from meetings.spreadsheets.names.latin import is_whole_name
from meetings.spreadsheets.names.native import (
    KANA_AND_SIGNS,
    is_affiliation,
    is_full_name,
)
from meetings.spreadsheets.names.one_name import NATIVE, read_name
from meetings.spreadsheets.names.slots import PARTS, ParsedName
from meetings.spreadsheets.names.tokens import FIRST_BRACKET, LAST_BRACKET, kind_of
from meetings.spreadsheets.names.words import slot_of
from meetings.spreadsheets.vocabulary import NAMES, Vocabulary
from meetings.text.native_names import may_be_name

SEPARATOR = re.compile(
    r"(\n|[;；、，,/／&＆|]|(?<!\s)[^\S\n]+(?:and|및|그리고|和|及)\s+|\s[-–—]\s)"
)
LABEL = re.compile(r"([^\s:：]{1,20}(?: [^\s:：]{1,20}){0,2})\s?[:：]\s*")
KOREANS = re.compile(
    r"(?<![\uac00-\ud7a3])([\uac00-\ud7a3]{3})[·ㆍ・](?=[\uac00-\ud7a3]{3}(?![\uac00-\ud7a3]))"
)
# A surname in Han characters, and more of them or kana: 三浦 亮, 大久保さくら.
HAN = "\u3400-\u9fff々"
JAPANESE_NAME = rf"[{HAN}](?: ?[{HAN}\u3041-\u30faー]){{1,9}}"
JAPANESE = re.compile(rf"(?<![{HAN}])({JAPANESE_NAME}) ?[・･] ?(?={JAPANESE_NAME})")
IS_JAPANESE = re.compile(rf"[{HAN}](?: [{HAN}\u30a1-\u30fa]| ?[\u3041-\u3096])")
# Behind a title in brackets: 北条 文乃(課長)・山吹 蓮(主事).
POINT_BEHIND_BRACKET = re.compile(
    rf"(?<=[{chr(FIRST_BRACKET)}-{chr(LAST_BRACKET)}]) ?[·ㆍ・] ?"
)
LABEL_AFTER_BLANKS = re.compile(
    r"(?<![ \u3000])[ \u3000]+(?=[^\s:：、，,;；]{1,8}[:：])"
)
COMMAS = frozenset(",，、")
LINE_BEFORE_BRACKET = re.compile(
    rf"(?<!\s)[^\S\n]*\n\s*(?=[{chr(FIRST_BRACKET)}-{chr(LAST_BRACKET)}])"
)


class Group(NamedTuple):
    """A person with the text that was read, and in how many spellings it is."""

    text: str
    label: ParsedName
    person: ParsedName
    spellings: int


class Segment(NamedTuple):
    """A part of a cell, the sign before it, and what its label says."""

    text: str
    sign: str
    label: ParsedName


def people_in(
    text: str, inside: list[str], words: Vocabulary
) -> tuple[list[ParsedName], str]:
    """Return who stands in a text, some without a name, and the code of a doubt."""
    segments = segments_of(text, words)
    if len(segments) == 1 and segments[0].label == ParsedName():
        return [read_name(segments[0].text, inside, words)], ""
    groups = grouped(segments, inside, words)
    people = [labelled(group.person, group.label) for group in groups]
    # Of three names and one spelling besides, nobody can tell whose it is.
    spellings = {group.spellings for group in groups if group.person.has_name}
    named = [person for person in people if person.has_name]
    are_plausible = len(named) < 2 or all(map(is_plausible, named))
    is_plain = len(spellings) < 2 and are_plausible
    return people, "" if is_plain else "several_people"


def segments_of(text: str, words: Vocabulary) -> list[Segment]:
    """Cut a text at what parts people; commas within a Latin name part nobody."""
    text = POINT_BEHIND_BRACKET.sub("\n", KOREANS.sub(r"\1\n", text))
    text = japanese_apart(text)
    text = LABEL_AFTER_BLANKS.sub("\n", LINE_BEFORE_BRACKET.sub(" ", text))
    pieces = SEPARATOR.split(text)
    segments: list[Segment] = []
    label = ParsedName()
    for piece, sign in zip(pieces[::2], ["\n", *pieces[1::2]], strict=True):
        piece, sign = piece.strip(), sign.strip() or "\n"
        if match := LABEL.match(piece):
            if is_unused(label, segments):
                return [Segment(text, "\n", ParsedName())]
            piece, label = piece[match.end() :], read_label(match[1], words)
        if not piece:
            continue
        last = segments[-1] if segments else None
        if last and sign in COMMAS and is_latin_going_on(last.text, piece):
            segments[-1] = last._replace(text=f"{last.text}, {piece}")
        else:
            segments.append(Segment(piece, sign, label))
    if is_unused(label, segments):  # what ends in a colon is no label
        return [Segment(text, "\n", ParsedName())]
    return [each for s in segments for each in latin_names_apart(s)]


def japanese_apart(text: str) -> str:
    """Part 三浦 亮・林田健太; without blank or kana, 阿卜杜・热合曼 may be one."""
    return JAPANESE.sub(r"\1\n", text) if IS_JAPANESE.search(text) else text


def is_unused(label: ParsedName, segments: Sequence[Segment]) -> bool:
    last = segments[-1].label if segments else ParsedName()
    return label is not last and label != ParsedName()


def read_label(text: str, words: Vocabulary) -> ParsedName:
    """Return what a label says of those behind it: 请假：, 단장：, 성명："""
    if words.field_of(text) in NAMES:
        return ParsedName(unkept=text)
    return ParsedName(**{slot_of(text, words) or "leftover": text})


def latin_names_apart(segment: Segment) -> list[Segment]:
    """Part KIM Minjun, LEE Jun; but O'BRIEN, Mary Ann is one."""
    names = segment.text.split(", ")
    if len(names) < 2 or not all(is_whole_name(name.split()) for name in names):
        return [segment]
    return [segment._replace(text=name) for name in names]


def is_latin_going_on(text: str, piece: str) -> bool:
    """Whether a Latin name goes on behind a comma: 欧阳远明 Ouyang, Yuanming."""
    *_before, last = text.split()
    is_family = len(_before) == 1 and len(piece.split()) == 1
    return is_latin(piece) and (is_latin(text) or (is_latin(last) and is_family))


def is_latin(text: str) -> bool:
    return not any(kind_of(sign) in NATIVE for sign in text)


def grouped(
    segments: Sequence[Segment], inside: list[str], words: Vocabulary
) -> list[Group]:
    """Put a spelling or a title on a line of its own to the name that it is of."""
    groups: list[Group] = []
    for segment in segments:
        person = read_name(segment.text, inside, words)
        last = groups[-1] if groups else None
        is_labelled = last and without_unkept(last.label) != without_unkept(
            segment.label
        )
        if (
            last is None
            or is_labelled
            or not belongs_to(last.person, person, segment.sign)
        ):
            spellings = int(person.has_name)
            groups.append(Group(segment.text, segment.label, person, spellings))
            continue
        text = joined_text(last, segment.text, person)
        whole = read_name(text, inside, words)
        spellings = last.spellings + person.has_name
        both = dict.fromkeys((last.label.unkept, segment.label.unkept))
        label = replace(last.label, unkept=" ".join(filter(None, both)))
        groups[-1] = Group(text, label, whole, spellings)
    return groups


def without_unkept(label: ParsedName) -> ParsedName:
    return replace(label, unkept="")


def belongs_to(last: ParsedName, part: ParsedName, sign: str) -> bool:
    """Whether a part goes on with the person before: another script, or a title."""
    if part.to_follow or last.to_follow:
        return False
    if not part.has_name:
        return not (part.title and last.title)
    if not last.has_name:
        return bool(last.title or last.role or last.unkept)
    if part.native and last.native:
        scripts = {script_of(person.native) for person in (part, last)}
        return sign not in COMMAS and len(scripts) > 1
    if part.native or last.native:
        return not (part.latin and last.latin)
    return " " not in part.latin and " " not in last.latin


def script_of(native: str) -> str:
    """Kana alone is a script beside Han characters: it is how these are read."""
    is_kana = KANA_AND_SIGNS.fullmatch("".join(native.split()))
    return "kana" if is_kana else kind_of(native[0])


def joined_text(last: Group, text: str, person: ParsedName) -> str:
    """Return the text of a person with more of it; kana stand behind the name."""
    if person.native and last.person.native and script_of(last.person.native) == "kana":
        return f"{text} {last.text}"
    is_beside = not person.has_name and is_latin(text)
    return f"{last.text}, {text}" if is_beside else f"{last.text} {text}"


def labelled(person: ParsedName, label: ParsedName) -> ParsedName:
    """Return a person with what the label before says; a second role is left over."""
    values: dict[str, str] = {}
    for name in PARTS:
        if said := getattr(label, name):
            is_known = getattr(person, name) and name != "unkept"
            slot = "leftover" if is_known else name
            there = values.get(slot, getattr(person, slot))
            values[slot] = " ".join(filter(None, (there, said)))
    return replace(person, **values)


def is_plausible(person: ParsedName) -> bool:
    """Whether this may be one of several: not an office that was taken for a name."""
    if not person.native:
        return " " in person.latin
    is_office = is_affiliation(person.native) and not is_full_name(person.native)
    is_name = may_be_name(person.native) or bool(person.title)
    return is_name and not is_office
