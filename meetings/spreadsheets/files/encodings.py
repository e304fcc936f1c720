"""Detect the encoding of delimited text, which no file states.

A byte-order mark, then strict UTF-8, the escapes of the codecs of mails, and UTF-16 by
its zero bytes; else each of the legacy codecs of East Asia is tried and scored by how
common the characters are that it yields, since most of these files decode silently in
most of these codecs. Of short lists only the names tell: see `names_by_codec`.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from functools import cache

from meetings.spreadsheets.files.names_by_codec import native_cells, share_of_names

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LEGACY = ("cp949", "cp932", "gb18030", "big5", "euc_jp")
# The codecs of mails, of seven bits, by what a text in them has.
ISO_2022 = ("iso2022_jp", "iso2022_kr", "hz")
ESCAPES = (
    (b"\x1b$)C", "iso2022_kr"),
    (b"\x1b$", "iso2022_jp"),
    (b"\x1b(", "iso2022_jp"),
    (b"~{", "hz"),
)
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
ENCODINGS = (*UNICODE, *LEGACY, *ISO_2022)
PADDING = b"\0\x1a"  # behind the text, as DOS and old programs leave it
SURE = 100.0  # the score of a codec that the bytes leave no doubt of
NAMES_WEIGH = 2.0  # the score of a text that consists of names
# Scores that differ by less do not decide: of one name, and of many.
NEAR, NEAREST = 1.0, 0.3
MOST_BROKEN = 5  # characters of a text that is read all the same
SAMPLE = 60  # characters of a text that show how it would read
LONGEST_CUT = 3  # bytes of a character that is cut off at the end

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
    return next(iter(likely_codecs(data, count_known_words)), None)


def likely_codecs(
    data: bytes, count_known_words: Callable[[str], int]
) -> dict[str, float]:
    """Return the codecs that `data` may be in, the likeliest first, with their scores.

    There is only one where the bytes leave no doubt.
    """
    if codec := codec_by_signs(data):
        return {codec: SURE}
    texts = {codec: try_decode(data, codec) for codec in LEGACY}
    scores = {
        codec: score(text, codec)
        + min(count_known_words(text), 5)
        + NAMES_WEIGH * share_of_names(text, codec)
        for codec, text in texts.items()
        if text and "\0" not in text
    }
    likely = sorted(scores, key=lambda codec: scores[codec], reverse=True)
    found = {codec: scores[codec] for codec in likely if scores[codec] > 0}
    is_utf8 = b"\0" not in data and try_decode(data, "utf-8")
    return found or ({"utf-8": SURE} if is_utf8 else {})


def near_codecs(data: bytes, scores: dict[str, float]) -> list[tuple[str, str]]:
    """Return the codecs that are about as likely as the first, with how it would read.

    None where there is only one such codec, or all say the same.
    """
    cells = {c: list(native_cells(try_decode(data, c) or "")) for c in scores}
    count = max(map(len, cells.values()), default=0)
    least = max(scores.values(), default=0) - max(NEAR / max(count, 1) ** 0.5, NEAREST)
    samples: dict[str, str] = {}
    for codec, value in scores.items():
        if value > least:
            samples.setdefault(" ".join(cells[codec])[:SAMPLE], codec)
    near = [(codec, sample) for sample, codec in samples.items()]
    return near if len(near) > 1 else []


def codec_by_signs(data: bytes) -> str | None:
    """Return the codec that marks, escapes, zero bytes or strict UTF-8 tell."""
    for mark, codec in BOMS:
        if data.startswith(mark):
            return codec
    if data.isascii() and b"\0" not in data:
        found = (c for sign, c in ESCAPES if sign in data and try_decode(data, c))
        return next(found, "utf-8")
    if b"\0" in data:
        return utf16_without_mark(data)
    text = try_decode(data, "utf-8")
    if text is None:
        return "utf-8" if is_utf8_with_faults(data) else None
    return None if is_utf8_by_accident(text) else "utf-8"


def is_utf8_by_accident(text: str) -> bool:
    """Whether the few characters of a text are of scripts that no list here is in.

    石强 in GBK is ʯǿ in UTF-8.
    """
    characters = {c for c in text if c > "\x7f"}
    return max(characters, default="") < "\u0800" and any(
        "\u0180" <= c <= "\u036f" or c >= "\u0530" for c in characters
    )


def is_utf8_with_faults(data: bytes) -> bool:
    """Whether a text is UTF-8 but for a few broken characters."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(data) - len(text)  # grows with each character of several bytes
    return broken <= MOST_BROKEN and whole > 20 * broken


def without_padding(data: bytes) -> bytes:
    """Return the data without zero bytes and DOS's end-of-file signs behind it."""
    bare = data.rstrip(PADDING)
    return bare if b"\0" not in bare else data  # UTF-16 ends with a zero byte itself


def decode_leniently(data: bytes, codec: str) -> tuple[str | None, str]:
    """Return the text, and the code of the warning if it is not whole.

    A character that is cut off at the end is left out; of UTF-8, a few broken ones are
    replaced. None is the text of what is not in the codec.
    """
    try:
        return data.decode(codec), ""
    except UnicodeDecodeError as error:
        if error.start > 0 and error.start >= len(data) - LONGEST_CUT:
            return try_decode(data[: error.start], codec), "cut_at_end"
    if codec in ("utf-8", "utf-8-sig") and is_utf8_with_faults(data):
        return data.decode(codec, "replace"), "broken_characters"
    return None, ""


def try_decode(data: bytes, codec: str) -> str | None:
    """Return the text, None where the bytes are not valid in the codec.

    Of the last character a part may be cut off.
    """
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        if error.start > 0 and error.start >= len(data) - LONGEST_CUT:
            return data[: error.start].decode(codec)
        return None


def utf16_without_mark(data: bytes) -> str | None:
    """Return the codec of UTF-16 without a mark, None if it is not UTF-16.

    Its commas and line ends have a zero byte, after or before the character.
    """
    texts = {
        codec: text
        for codec in ("utf-16-le", "utf-16-be")
        if (text := try_decode(data, codec)) and "\0" not in text.rstrip("\0")
    }
    marks = {codec: sum(map(text.count, ",\t;|\n\r")) for codec, text in texts.items()}
    best = max(marks, key=lambda codec: marks[codec], default=None)
    return best if best and marks[best] else None


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
