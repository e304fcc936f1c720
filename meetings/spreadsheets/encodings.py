"""Tell the encoding of delimited text, which no file says.

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
SCORED = 20_000  # characters are enough to tell


def detect(data: bytes, count_known_words: Callable[[str], int]) -> str | None:
    """Python's name of the codec, or None; known words of headers tip the scales."""
    for mark, codec in BOMS:
        if data.startswith(mark):
            return codec
    if decodes(data, "utf-8") and b"\0" not in data:
        return "utf-8"
    if unmarked := without_mark(data):
        return unmarked
    texts = {codec: decodes(data, codec) for codec in LEGACY}
    scores = {
        codec: score(text, codec) + min(count_known_words(text), 5)
        for codec, text in texts.items()
        if text and "\0" not in text
    }
    best = max(scores, key=lambda codec: scores[codec], default=None)
    return best if best and scores[best] > 0 else None


def decodes(data: bytes, codec: str) -> str | None:
    """The text, or None where the bytes are none of the codec."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def without_mark(data: bytes) -> str | None:
    """UTF-16 without a mark, by the zero bytes of its commas and line ends."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    if len(data) % 2 or not even + odd:
        return None
    codec = "utf-16-le" if odd > even else "utf-16-be"
    text = decodes(data, codec)
    return codec if text and "\0" not in text else None


def score(text: str, codec: str) -> float:
    """How much the text looks like what is written in this codec, per character."""
    characters = [c for c in text[:SCORED] if c > "\x7f"]
    if not characters:
        return 0.0
    return sum(weight(c, codec) for c in characters) / len(characters)


def weight(character: str, codec: str) -> float:
    """Positive for an everyday character of the codec, negative for a rare one."""
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
    """The characters in the rows of a codec that hold its everyday ones."""
    by, first, last = EVERYDAY[codec]
    pairs = (
        bytes((lead, trail))
        for lead in range(first, last + 1)
        for trail in range(0x40, 0xFF)
    )
    return frozenset(text for pair in pairs if (text := decodes(pair, by)))
