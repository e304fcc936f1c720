"""Fold text to what it is searched and compared by; never to what is stored or shown.

NFKC and case folding, no blanks or punctuation, and one form for each Han character:
Japanese and traditional forms become simplified ones by OpenCC (https://opencc.byvoid.com).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

import opencc

# Forms of names that neither NFKC nor OpenCC unites with the ordinary character.
VARIANTS = str.maketrans("髙﨑𠮷濵邉邊嶋嶌冨淸神", "高崎吉浜辺辺島島富清神")
IGNORED = re.compile(r"[\s\W_]+")
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

    Keys of people are stored in columns: a change here needs a migration that derives
    them anew.
    """
    text = unicodedata.normalize("NFKC", text).casefold().translate(VARIANTS)
    text = IGNORED.sub("", text)
    if text.isascii():
        return text
    traditional = converter("jp2t").convert(without_accents(text))
    return str(converter("t2s").convert(traditional))


def without_accents(text: str) -> str:
    """Strip Latin letters of their accents: hokkaidō -> hokkaido; kana keep theirs."""
    split = unicodedata.normalize("NFD", text)
    plain = "".join(c for c in split if not "\u0300" <= c <= "\u036f")
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
