"""Fold text to what it is searched and compared by; never to what is stored or shown.

NFKC and case folding, no blanks or punctuation, and one form for each Han character:
Japanese and traditional forms become simplified ones by OpenCC (https://opencc.byvoid.com).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

import opencc

# Forms of names that neither NFKC nor OpenCC unites with the ordinary character.
VARIANTS = str.maketrans("髙﨑𠮷濵邉邊嶋嶌冨淸神", "高崎吉浜辺辺島島富清神")
IGNORED = re.compile(r"[\s\W_]+")
IGNORED_IN_LINES = re.compile(r"[^\w\n]+|_+")
ACCENTS = re.compile("[\u0300-\u036f]+")
# Digits and letters only: NFKC would turn ＝ into =, which a name may not become.
NARROW = {
    code: code - 0xFEE0
    for first, last in ((0xFF10, 0xFF19), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A))
    for code in range(first, last + 1)
}


@cache
def converter(config: str) -> opencc.OpenCC:
    return opencc.OpenCC(config)


# A review folds each text of a list many times over; a list has at most 20,000 rows.
@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Return the key by which a text is found: fold("廣島 県") == fold("广岛县").

    Keys of people and of bodies are stored in columns: a change here needs a migration
    that derives them anew.
    """
    text = IGNORED.sub("", ordinary_letters(text))
    return text if text.isascii() else simplified(text)


def fold_all(texts: Iterable[str]) -> dict[str, str]:
    """Return the key of each text; of many, several times as fast as one by one."""
    each = list(dict.fromkeys(texts))
    if not each:
        return {}
    lines = "\n".join(text.replace("\n", " ") for text in each)
    lines = IGNORED_IN_LINES.sub("", ordinary_letters(lines))
    return dict(zip(each, simplified(lines).split("\n"), strict=True))


def ordinary_letters(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().translate(VARIANTS)


def simplified(text: str) -> str:
    """Make Han characters simplified ones, and strip Latin letters of their accents."""
    traditional = converter("jp2t").convert(without_accents(text))
    return str(converter("t2s").convert(traditional))


def without_accents(text: str) -> str:
    """Strip Latin letters of their accents: hokkaidō -> hokkaido; kana keep theirs."""
    plain = ACCENTS.sub("", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", plain)


def tidy(text: str) -> str:
    """Return text as it is stored: NFC, one blank for each run, none at the ends."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def narrow(text: str) -> str:
    """Make full-width letters and digits narrow; leave all else as it stands."""
    return text.translate(NARROW)


def has_native_script(text: str) -> bool:
    """Whether the text has a letter of Hangul, kana or Han."""
    return any(
        "\u1100" <= c <= "\u11ff"
        or ("\u3040" <= c <= "\u30ff" and c != "・")
        or "\uff66" <= c <= "\uff9d"
        or "\u3400" <= c <= "\u9fff"
        or "\uac00" <= c <= "\ud7a3"
        or "\uf900" <= c <= "\ufaff"
        or c >= "\U00020000"
        for c in text
    )
