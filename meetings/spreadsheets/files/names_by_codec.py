"""How much of a text reads as names of people and places, by the codec it is read with.

A short list of names decodes to common characters in several codecs, but only in its
own to names: 李军 in GBK is 잎엊 in CP949, which nobody is called.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

FILE = Path(__file__).with_name("surnames_by_language.toml")
LANGUAGES = {
    "cp949": "korean",
    "cp932": "japanese",
    "euc_jp": "japanese",
    "gb18030": "chinese",
    "big5": "taiwanese",
}
# How names of places and of offices end, and posts.
ENDINGS = {
    "korean": "도시군구청과장관원국실부팀감사위무",
    "japanese": "県市町村都道府区長課部局室員事官",
    "chinese": "省市县区州长处科委局办任员会部",
    "taiwanese": "省市縣區州長處科委局辦任員會部",
}
BREAKS = re.compile(r"[,;|\t\r\n\" ()/]+")
CELLS_SAMPLED = 200
LONGEST_NAME = 5  # characters
SHORTEST_PLACE = 3


def native_cells(text: str) -> Iterator[str]:
    """Yield the first cells that are in other letters than Latin ones."""
    cells = (cell for cell in BREAKS.split(text[:20_000]) if not cell.isascii())
    return islice(cells, CELLS_SAMPLED)


def share_of_names(text: str, codec: str) -> float:
    """Return which share of the native cells reads as a name or a post, 0 to 1."""
    language = LANGUAGES[codec]
    cells = list(native_cells(text))
    if not cells:
        return 0.0
    return sum(is_name_or_post(cell, language) for cell in cells) / len(cells)


def is_name_or_post(cell: str, language: str) -> bool:
    if not is_in_script(cell, language):
        return False
    if len(cell) >= SHORTEST_PLACE and cell[-1] in ENDINGS[language]:
        return True
    known = surnames(language)
    return len(cell) <= LONGEST_NAME and any(
        cell[:size] in known and len(cell) > size - (size > 1) for size in (1, 2, 3)
    )


def is_in_script(cell: str, language: str) -> bool:
    if language == "korean":
        return all("\uac00" <= c <= "\ud7a3" for c in cell)
    is_kana = language == "japanese"
    return all(
        "\u4e00" <= c <= "\u9fff" or (is_kana and "\u3041" <= c <= "\u30fe")
        for c in cell
    )


@cache
def surnames(language: str) -> frozenset[str]:
    return frozenset(tomllib.loads(FILE.read_text("utf-8"))[language].split())
