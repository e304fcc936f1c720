"""Read the text of one person's name, with what stands beside it and in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from meetings.spreadsheets.names.latin import is_whole_name, read_latin
from meetings.spreadsheets.names.native import add_spelling, read_native
from meetings.spreadsheets.names.slots import (
    ParsedName,
    Slots,
    empty_slots,
    parsed_name,
)
from meetings.spreadsheets.names.tokens import Token, tokens_of
from meetings.spreadsheets.names.words import slot_of, slot_of_phrase, title_at_end
from meetings.spreadsheets.vocabulary import Vocabulary
from meetings.text.folding import fold
from meetings.text.native_names import (
    is_hanja_of,
    is_korean_name,
    is_simplified,
)

NATIVE = frozenset({"hangul", "east_asian", "native"})
LATIN = frozenset({"latin", "comma"})
BETWEEN_REMARKS = re.compile(r"(?<!\s)\s*[,，、;；/／|]\s*")


def read_name(text: str, inside: list[str], words: Vocabulary) -> ParsedName:
    """Return the parts of one person's name; `inside` is what its brackets hold."""
    tokens = tokens_of(text, inside)
    slots = empty_slots()
    read_native([token for token in tokens if token.kind in NATIVE], slots, words)
    read_latin([token for token in tokens if token.kind in LATIN], slots, words)
    slots["leftover"] += [token.text for token in tokens if token.kind == "digits"]
    for token in tokens:
        if token.kind == "bracket":
            read_remark(token.text, slots, words)
    choose_spellings(slots)
    if any(sign.isdigit() for sign in "".join(slots["native"] + slots["latin"])):
        slots["doubt"] = slots["doubt"] or ["odd_name"]  # a footnote, or a namesake
    return parsed_name(slots)


def read_remark(text: str, slots: Slots, words: Vocabulary) -> None:
    """Put what stands in brackets into slots, as a whole or else part by part."""
    if slot := slot_of(text, words):
        slots[slot].append(text)
        return
    tokens = tokens_of(text, [])
    kinds = {token.kind for token in tokens}
    parts = [part for part in BETWEEN_REMARKS.split(text) if part]
    if not kinds <= LATIN and len(parts) > 1:
        for part in parts:
            read_remark(part, slots, words)
    elif kinds and kinds <= LATIN:
        read_latin_remark(text, tokens, slots, words)
    elif len(kinds) == 1:
        read_native_remark(" ".join(token.text for token in tokens), slots, words)
    elif kinds and kinds <= NATIVE | {"latin"} and are_apart(tokens, text):
        for _kind, run in groupby(tokens, lambda token: token.kind):
            read_remark(" ".join(token.text for token in run), slots, words)
    elif text:
        slots["leftover"].append(text)


def are_apart(tokens: Sequence[Token], text: str) -> bool:
    """Whether words of two scripts stand apart: 徐道賢 SEO Dohyun, but not A조."""
    return len(text.split()) == len(tokens)


def read_latin_remark(
    text: str, tokens: Sequence[Token], slots: Slots, words: Vocabulary
) -> None:
    """The Latin name beside a native one, or else titles, or a remark."""
    parts = text.split()
    if len(parts) > 1 and slot_of_phrase(parts[-1:], words) == "title":
        slots["title" if not is_whole_name(parts) else "leftover"].append(text)
        return
    beside = empty_slots()
    read_latin(tokens, beside, words)
    is_name = bool(beside["latin"] and slots["spellings"] and not beside["doubt"])
    if beside["latin"] and (slots["latin"] or not is_name):
        slots["leftover"].append(text)
        return
    for slot, found in beside.items():
        slots[slot] += found


def read_native_remark(text: str, slots: Slots, words: Vocabulary) -> None:
    """The name in another script, or a title, or a remark."""
    parts = text.split()
    meanings = [slot_of(part, words) for part in parts]
    if len(parts) > 1 and all(meanings):
        for slot, part in zip(meanings, parts, strict=True):
            slots[slot].append(part)
    elif title_at_end(text, words) and not is_korean_name(text):
        slots["title"].append(text)
    elif is_surname_of(text, slots["spellings"]):
        slots["hanja"].append(text)
    elif len(text) > 1 and (slots["spellings"] or slots["latin"]):
        add_spelling(text, slots)
    else:
        slots["leftover"].append(text)


def is_surname_of(han: str, spellings: Sequence[str]) -> bool:
    """Whether a character is how a Korean's surname is written: 박(朴)민수."""
    script, _blank, name = spellings[0].partition(" ") if spellings else ("", "", "")
    return script == "hangul" and len(han) == 1 and is_hanja_of(han, name[0])


def choose_spellings(slots: Slots) -> None:
    """Decide which spelling is the name, which its reading, and which is not kept."""
    by_script: dict[str, str] = {}
    for spelling in slots.pop("spellings", []):
        script, _blank, text = spelling.partition(" ")
        if script not in by_script:
            by_script[script] = text
        elif fold(text) == fold(by_script[script]):  # 陈晓东（陳曉東）
            slots["hanja"].append(text)
        else:
            slots["leftover"].append(text)
    native = by_script.pop("native", "")
    hangul, han, kana = (by_script.get(s, "") for s in ("hangul", "han", "kana"))
    if native:
        slots["native"], slots["reading"] = [native], [hangul or kana]
        slots["leftover"] += [text for text in (han, kana if hangul else "") if text]
        return
    if hangul and han:
        name, reading, hanja, unsure = korean_or_not(hangul, han, [*by_script])
        slots["leftover"] += [unsure] if unsure else []
    else:
        name, reading, hanja = hangul or han, "", ""
    if kana and name:
        slots["leftover"] += [reading] if reading else []
        reading = kana
    slots["native"] += [name or kana]
    slots["reading"] += [reading] if reading else []
    slots["hanja"] += [hanja] if hanja else []


def korean_or_not(hangul: str, han: str, order: list[str]) -> tuple[str, str, str, str]:
    """Return the name, its reading, its Hanja and what is unsure of two spellings.

    A Korean's Hanja begin with a character of the surname, one for each syllable; of
    anybody else, the Hangul are how Koreans read the name.
    """
    if is_simplified(han):  # as in China alone
        return han, hangul, "", ""
    if is_hanja_of(han, hangul):
        return hangul, "", han, ""
    if len("".join(han.split())) != len("".join(hangul.split())):
        return han, hangul, "", ""
    return (hangul, "", "", han) if order[0] == "hangul" else (han, "", "", hangul)
