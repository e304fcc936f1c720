"""Find the editions and years of meetings that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator

HAN_DIGITS = {sign: n for n, sign in enumerate("〇一二三四五六七八九")}
HAN_NUMBER = "〇一二三四五六七八九十百"
EDITION = re.compile(
    rf"[제第]\s?(?:(?P<digits>\d{{1,3}})|(?P<han>[{HAN_NUMBER}]{{1,5}}))\s?[회차回届次]"
    r"|(?<!\d)(?P<bare>\d\d)\s?[회回届](?!차)"
    r"|(?<![\d.])(?P<ordinal>\d{1,3})(?:st|nd|rd|th)(?:\s[\w’'&-]{1,20}){0,6}?"
    r"\s(?:conference|meeting|forum|assembly|congress|summit|edition)",
    re.IGNORECASE,
)
YEAR = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:(?!\d)|(?=[01]\d[0-3]\d(?!\d)))|['’‘](\d\d)(?=[.년年])"
)
REIWA = re.compile(r"(?:令和|R)\s*(\d{1,2}|元)\s*年")
FIRST_OF_REIWA = 2019


def editions_in(text: str) -> Iterator[int]:
    """Yield the numbers of editions: 제25회, 第二十五届, the 25th Conference."""
    for match in EDITION.finditer(text):
        digits = match["digits"] or match["bare"] or match["ordinal"]
        yield int(digits) if digits else number_in_han(match["han"])


def number_in_han(text: str) -> int:
    """Return a number below 1,000: 二十五 is 25, as 二五 is; 十 is 10."""
    if not set(text) & set("十百"):
        return int("".join(str(HAN_DIGITS[sign]) for sign in text))
    number, digit = 0, 0
    for sign in text:
        if sign in "十百":
            number += (digit or 1) * (10 if sign == "十" else 100)
            digit = 0
        else:
            digit = HAN_DIGITS[sign]
    return number + digit


def years_in(text: str) -> Iterator[int]:
    """Yield years: 2026, ’26년, 令和8年; and that of 20261021."""
    for match in YEAR.finditer(text):
        yield int(match[1]) if match[1] else 2000 + int(match[2])
    for match in REIWA.finditer(text):
        yield FIRST_OF_REIWA - 1 + (1 if match[1] == "元" else int(match[1]))
