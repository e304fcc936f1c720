"""Tell a name in Hangul, Han characters or kana from the titles around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from meetings.spreadsheets.names.slots import Slots
from meetings.spreadsheets.names.tokens import Token, is_east_asian
from meetings.spreadsheets.names.words import (
    role_at_beginning,
    slot_of,
    slot_of_title,
    title_at_beginning,
    title_at_end,
)
from meetings.spreadsheets.vocabulary import Vocabulary
from meetings.text.native_names import (
    HAN,
    KANA,
    is_chinese_name,
    is_korean_name,
    is_simplified,
    may_be_name,
    native_surnames,
)

# Where somebody belongs to, beside a name: 국제협력과, 江苏省.
AFFILIATION = re.compile(
    r"[^\s,，、;；/:：]{2,}(?:과|팀|센터|본부|협회|재단|대학교|광역시|특별시|특별자치[시도]|[남북]도|도청|시청|군청|구청"
    r"|办公室|委员会|外办|政府|厅|课|課|局|室|部|庁|省|県|府|自治区|協会|財団|协会|中心|大学)"
)
LINKED = re.compile("[·・‧•和与及]")
COURTESY_SIGNS = ("님", "씨", "様", "氏", "殿", "さん")
BEFORE_TITLES = frozenset("前元現新旧副両正准主総次")  # 前知事
KANA_AND_SIGNS = re.compile(r"[\u3041-\u30ff\uff65-\uff9f·‧]+")
GLUED_READING = re.compile(rf"({HAN.pattern})({KANA.pattern})")
SHORTEST_READING = 5  # kana of a whole name; a given name has less


def read_native(tokens: Sequence[Token], slots: Slots, words: Vocabulary) -> None:
    """Put the words of a name in a script of its own into slots."""
    texts = phrases_joined(joined_texts(tokens), words)
    whole = slot_of(" ".join(texts), words)
    if len(texts) > 1 and whole in ("to_follow", "role"):  # 추후 통보
        slots[whole].append(" ".join(texts))
        return
    meanings = [meaning_of(text, words) for text in texts]
    names = [text for text, slot in zip(texts, meanings, strict=True) if not slot]
    if not names and "to_follow" not in meanings:
        names = [text for text in texts[1:] and texts if is_whole_name(text)][:1]
    elif "to_follow" not in meanings and not is_enough(names):
        names = texts if set(meanings) - {"", "title"} else names  # 김 남
    for text, slot in zip(texts, meanings, strict=True):
        if text not in names:
            slots[slot or "leftover"].append(text)
    names = without_offices(names, slots, words)
    if len(names) == 1:
        names = [unglued(names[0], slots, words)]
    elif names:
        names[-1] = without_courtesy(names[-1], slots)
    if len(names) == 1 and slots["title"] and is_surname_alone(names[0]):
        slots["doubt"] = slots["doubt"] or ["incomplete_name"]  # 高田 国際課長
    if is_of_several(names):
        slots["doubt"] = ["several_people"]
    elif len(names) > 1 and is_whole_name(names[0]):  # 서도현 홍보
        slots["doubt"] = ["odd_name"]
    spell(names, slots)


def joined_texts(tokens: Sequence[Token]) -> list[str]:
    """Return the texts of tokens; 박(朴)민수 is one name."""
    texts: list[str] = []
    for token in tokens:
        if token.is_joined and texts and texts[-1] in native_surnames().korean:
            texts[-1] += token.text
        else:
            texts.append(token.text)
    return texts


def phrases_joined(texts: list[str], words: Vocabulary) -> list[str]:
    """Return the words, with those for a name to follow as one: 국장 추후 통보."""
    for size in (3, 2):
        for at in range(len(texts) - size + 1):
            phrase = " ".join(texts[at : at + size])
            if slot_of(phrase, words) == "to_follow":
                return [*texts[:at], phrase, *texts[at + size :]]
    return texts


def meaning_of(text: str, words: Vocabulary) -> str:
    slot = slot_of(text, words)
    if not slot and text.endswith("님"):
        slot = slot_of(text.removesuffix("님"), words)
    return slot


def is_full_name(text: str) -> bool:
    return is_korean_name(text) or is_chinese_name(text)


def is_affiliation(text: str) -> bool:
    """Whether a text is where somebody belongs to; 長谷部 is a surname."""
    is_surname = text in native_surnames().like_offices
    return AFFILIATION.fullmatch(text) is not None and not is_surname


def is_whole_name(text: str) -> bool:
    return len(text) > 2 and is_full_name(text)


def is_enough(names: Sequence[str]) -> bool:
    """Whether the words may be a whole name."""
    return len("".join(names)) > 1


def without_offices(names: list[str], slots: Slots, words: Vocabulary) -> list[str]:
    """Take out words that end in a title or name an office, if a name is left."""
    for text in names if len(names) > 1 else []:
        rest = [name for name in names if name != text]
        given = given_before_title(text, rest, words)
        if given:
            slots["title"].append(text.removeprefix(given))
            return [*rest, given]
        if is_full_name(text) or not may_be_name(" ".join(rest)):
            continue
        if title_at_end(text, words):
            slots["title"].append(text)
            names = rest
        elif is_affiliation(text):
            slots["leftover"].append(text)
            names = rest
    return names


def is_surname_alone(text: str) -> bool:
    """Whether a text may be a surname: 정, 中村; of two signs 李明 is a whole name."""
    is_short = len(text) < 3 and HAN.fullmatch(text) is not None
    return len(text) == 1 or (is_short and not is_full_name(text))


def given_before_title(text: str, rest: list[str], words: Vocabulary) -> str:
    """Return the given name that a title is written behind: 秀 of 大村 秀知事."""
    title = title_at_end(text, words)
    given = text.removesuffix(title)
    is_given = len(given) == 1 and HAN.fullmatch(given) and given not in BEFORE_TITLES
    is_surname = len(rest) == 1 and len(rest[0]) < 4 and HAN.fullmatch(rest[0])
    return given if title and is_given and is_surname else ""


def unglued(text: str, slots: Slots, words: Vocabulary) -> str:
    """Return a name without the title that is written together with it: 陈晓东主任."""
    if len(text) < 3 or (len(text) == 4 and is_korean_name(text)):
        return text
    last = next((sign for sign in COURTESY_SIGNS if text.endswith(sign)), "")
    rest = text.removesuffix(last)
    if last and (may_be_name(rest) or (len(rest) > 1 and HAN.fullmatch(rest))):
        slots["unkept"].append(last)
        return text.removesuffix(last)
    title = title_at_end(text, words)
    rest = text.removesuffix(title)
    if title and is_before_title(rest):
        slots[slot_of_title(title, words)].append(title)
        return rest
    if title and len(rest) == 1:
        slots["doubt"] = ["incomplete_name"]
        return text
    title = title_at_beginning(text, words)
    rest = text.removeprefix(title)
    if title and len(rest) > 1 + (not HAN.fullmatch(rest)) and is_before_title(rest):
        slots[slot_of_title(title, words)].append(title)
        return rest
    role = "" if is_full_name(text) else role_at_beginning(text, words)
    if role and is_before_title(text.removeprefix(role)):
        slots["role"].append(role)
        return text.removeprefix(role)
    return text


def without_courtesy(text: str, slots: Slots) -> str:
    """Return a given name without the sign of courtesy behind it: 水沢 亮様."""
    last = next((sign for sign in COURTESY_SIGNS if text.endswith(sign)), "")
    rest = text.removesuffix(last)
    if not last or not rest or script_class(text) != "han":
        return text
    slots["unkept"].append(last)
    return rest


def is_before_title(text: str) -> bool:
    """Whether a text is a name, so that the rest of the word is a title."""
    is_japanese = bool(HAN.fullmatch(text)) and 3 <= len(text) <= 5
    return is_full_name(text) or is_japanese


def is_of_several(names: Sequence[str]) -> bool:
    """Whether words are names of several people: 서도현 한지민, 陈晓东和刘雨桐."""
    if len(names) == 1:
        return are_names(names[0])
    if len({script_class(name) for name in names}) != 1:
        return False
    if all(len(name) == 3 and is_full_name(name) for name in names):
        return True
    if not all(map(HAN.fullmatch, names)):
        return False
    are_chinese = all(map(is_chinese_name, names)) and is_simplified("".join(names))
    return len(names) > 2 or are_chinese or all(len(name) > 3 for name in names)


def are_names(text: str) -> bool:
    """Whether a word is of several names that are linked; 阿卜杜·热合曼 is one."""
    parts = LINKED.split(text)
    if len(parts) < 2:
        return False
    return all(map(is_full_name, parts)) or (
        "・" in text and all(map(HAN.fullmatch, parts))
    )


def spell(names: list[str], slots: Slots) -> None:
    """Note the name in each script that it is written in."""
    match = GLUED_READING.fullmatch(names[0]) if len(names) == 1 else None
    if match and len(match[2]) >= SHORTEST_READING and len(match[1]) > 2:
        names = [match[1], match[2]]
    kana = kana_at_end(names)
    rest = names[: len(names) - len(kana)]
    if not kana and (before := kana_at_end(names[::-1])):
        kana, rest = before[::-1], names[len(before) :]
    if kana and not is_reading(rest, kana):
        rest, kana = names, []
    for _script, run in groupby(rest, script_class):
        add_spelling(" ".join(run), slots)
    if kana:
        slots["spellings"].append("kana " + " ".join(kana))


def kana_at_end(names: Sequence[str]) -> list[str]:
    start = len(names)
    while start and KANA_AND_SIGNS.fullmatch(names[start - 1]):
        start -= 1
    return list(names[start:])


def is_reading(names: Sequence[str], kana: Sequence[str]) -> bool:
    """Whether kana repeat a name: 塚本 美緒 ツカモト ミオ, but not 佐藤 エミリ."""
    if not names:
        return False
    if len(names) == 1 and len(kana) == 1:
        return len(names[0]) > 2 and len(kana[0]) >= SHORTEST_READING
    return len(kana) == len(names) or len("".join(kana)) >= SHORTEST_READING


def script_class(text: str) -> str:
    if "\uac00" <= text[0] <= "\ud7a3":
        return "hangul"
    return "han" if is_east_asian(text[0]) else "native"


def add_spelling(text: str, slots: Slots) -> None:
    """Note a name with its script: hangul, han (with kana or not), kana or native."""
    is_kana = KANA_AND_SIGNS.fullmatch("".join(text.split()))
    slots["spellings"].append(f"{'kana' if is_kana else script_class(text)} {text}")
