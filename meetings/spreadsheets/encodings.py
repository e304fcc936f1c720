"""Detect the encoding of delimited text, which no file states.

A byte-order mark, then strict UTF-8, then UTF-16 by its zero bytes; else each of the
legacy codecs of East Asia is tried and scored by how common the characters are that it
yields, since most of these files decode silently in most of these codecs.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from functools import cache

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LEGACY = ("cp949", "cp932", "gb18030", "big5", "euc_jp")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", *LEGACY)

# The everyday characters of each codec: a codec to decode by, and its rows of them.
EVERYDAY = {
    "cp949": ("euc_kr", 0xB0, 0xC8),  # the 2,350 Hangul syllables of KS X 1001
    "cp932": ("euc_jp", 0xB0, 0xCF),  # JIS X 0208, level 1
    "euc_jp": ("euc_jp", 0xB0, 0xCF),
    "gb18030": ("gb2312", 0xB0, 0xD7),  # GB 2312, level 1
    "big5": ("big5", 0xA4, 0xC6),  # Big5, level 1
}
SCORED = 20_000  # characters; more do not change the result


def detect(data: bytes, count_known_words: Callable[[str], int]) -> str | None:
    """Return Python's name of the codec of `data`, None if none of ours decodes it.

    `count_known_words` counts the headings in a text that are known; they decide where
    the characters do not.
    """
    for mark, codec in BOMS:
        if data.startswith(mark):
            return codec
    if try_decode(data, "utf-8") and b"\0" not in data:
        return "utf-8"
    if unmarked := utf16_without_mark(data):
        return unmarked
    texts = {codec: try_decode(data, codec) for codec in LEGACY}
    scores = {
        codec: score(text, codec) + min(count_known_words(text), 5)
        for codec, text in texts.items()
        if text and "\0" not in text
    }
    best = max(scores, key=lambda codec: scores[codec], default=None)
    return best if best and scores[best] > 0 else None


def try_decode(data: bytes, codec: str) -> str | None:
    """Return the text, None where the bytes are not valid in the codec."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def utf16_without_mark(data: bytes) -> str | None:
    """Return the codec of UTF-16 without a mark, None if it is not UTF-16.

    Its commas and line ends have a zero byte, after or before the character.
    """
    even, odd = data[::2].count(0), data[1::2].count(0)
    if len(data) % 2 or not even + odd:
        return None
    codec = "utf-16-le" if odd > even else "utf-16-be"
    text = try_decode(data, codec)
    return codec if text and "\0" not in text else None


def score(text: str, codec: str) -> float:
    """Return how plausible a text is for a codec: the mean weight of its characters."""
    characters = [c for c in text[:SCORED] if c > "\x7f"]
    if not characters:
        return 0.0
    return sum(weight(c, codec) for c in characters) / len(characters)


def weight(character: str, codec: str) -> float:
    """Return a positive number for an everyday character of the codec, else negative.

    Kana weigh most, since only the Japanese codecs give them to Japanese text; a
    character for private use shows that the codec is wrong.
    """
    is_japanese = codec in ("cp932", "euc_jp")
    if "\u3041" <= character <= "\u30fe":
        return 2.2 if is_japanese else 0.2
    if "\uac00" <= character <= "\ud7a3":
        return 2.0 if codec == "cp949" and character in everyday(codec) else -1.5
    if "\u4e00" <= character <= "\u9fff":
        if codec == "cp949":
            return -0.5
        return 1.6 if character in everyday(codec) else -1.5
    if "\uff61" <= character <= "\uff9f":
        return -1.0
    if "\ue000" <= character <= "\uf8ff":
        return -5.0
    return -0.3


@cache
def everyday(codec: str) -> frozenset[str]:
    """Return the characters in the rows of a codec that hold its everyday ones."""
    by, first, last = EVERYDAY[codec]
    pairs = (
        bytes((lead, trail))
        for lead in range(first, last + 1)
        for trail in range(0x40, 0xFF)
    )
    return frozenset(text for pair in pairs if (text := try_decode(pair, by)))
