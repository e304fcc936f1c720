"""Tell names in Hangul and Han characters from other words, by their surnames."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from meetings.text.folding import converter, fold

FILE = Path(__file__).with_name("native_surnames.toml")
HANGUL = re.compile(r"[\uac00-\ud7a3]+")
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〆〇]+")
KANA = re.compile(
    r"[\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f]+"
)
JAPANESE = re.compile(rf"(?:{HAN.pattern[:-1]}|{KANA.pattern[:-1]})+")
KOREAN_LENGTHS = (2, 3)  # of a name with a surname of one syllable
LONGEST_IN_HAN = 6


class NativeSurnames(NamedTuple):
    """Surnames in Hangul with their Han characters, folded, and Chinese ones.

    Japanese ones are those alone that end as offices do: 長谷部.
    """

    korean: Mapping[str, frozenset[str]]
    chinese: frozenset[str]
    like_offices: frozenset[str]


@cache
def native_surnames() -> NativeSurnames:
    """Return the surnames of the file."""
    lists = tomllib.loads(FILE.read_text("utf-8"))
    pairs = (HANGUL.match(entry) for entry in lists["korean"].split())
    korean = {match[0]: _each_way(match) for match in pairs if match}
    single = fold(lists["chinese"]["single"])
    double = lists["chinese"]["double"].split()
    like_offices = frozenset(lists["japanese"]["like_offices"].split())
    return NativeSurnames(korean, frozenset([*single, *double]), like_offices)


def _each_way(surname: re.Match[str]) -> frozenset[str]:
    """Return the Han characters behind a surname; of two syllables all are one name."""
    han = fold(surname.string[surname.end() :])
    return frozenset({han} if len(surname[0]) > 1 else han)


def is_korean_name(text: str) -> bool:
    """Whether a text is a surname in Hangul with a given name: 서도현, 남궁민수."""
    if not HANGUL.fullmatch(text):
        return False
    known = native_surnames().korean
    if text[:2] in known and len(text) in (3, 4):
        return True
    return text[:1] in known and len(text) in KOREAN_LENGTHS


def is_chinese_name(text: str) -> bool:
    """Whether a text is a Chinese surname with a given name: 陈晓东, 欧阳文慧."""
    if not HAN.fullmatch(text) or not 2 <= len(text) <= 4:
        return False
    key, known = fold(text), native_surnames().chinese
    return (key[:2] in known and len(key) > 2) or (key[:1] in known and len(key) < 4)


def may_be_name(text: str) -> bool:
    """Whether a text of one script may be the name of one person."""
    bare = "".join(text.split())
    if HANGUL.fullmatch(bare):
        return is_korean_name(bare) or (bare != text and len(bare) >= 4)
    if HAN.fullmatch(bare):
        is_short = 2 <= len(bare) <= LONGEST_IN_HAN
        return is_short and (bare != text or is_chinese_name(bare) or len(bare) > 2)
    return len(bare) > 1


def is_hanja_of(han: str, hangul: str) -> bool:
    """Whether Han characters are how a Korean's name is written: 徐道賢 of 서도현."""
    han, hangul = "".join(han.split()), "".join(hangul.split())
    if len(han) != len(hangul):
        return False
    known, key = native_surnames().korean, fold(han)
    return key[:2] in known.get(hangul[:2], ()) or key[:1] in known.get(hangul[:1], ())


def is_simplified(han: str) -> bool:
    """Whether a name has a character that is written so in China alone.

    Those of Korean names are in KS X 1001, as 朴 and 采 are that look simplified.
    """
    traditional = converter("s2t").convert(han)
    changed = [a for a, b in zip(han, traditional, strict=False) if a != b]
    return any(not is_in_korean_code(sign) for sign in changed)


def is_in_korean_code(sign: str) -> bool:
    return sign.encode("euc_kr", "ignore") != b""
