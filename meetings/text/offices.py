"""Which of the offices that come first in protocol a position names.

Governors before vice-governors, those before mayors and heads of districts, those
before their deputies, and all before everybody else, in Korean, Japanese, Chinese and
English. Who works for a governor holds none of these offices: the word has to end the
position (도지사, 鳥取県知事), in English to begin it (Governor of Tottori).
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from meetings.text.folding import narrow


class Office(IntEnum):
    """In the order of protocol."""

    GOVERNOR = 0
    VICE_GOVERNOR = 1
    MAYOR = 2
    VICE_MAYOR = 3
    OTHER = 4


GOVERNOR = "지사|知事|省长|省長|自治区主席"
MAYOR = "시장|군수|구청장|市长|市長|区长|区長|县长|县長|町長|村長"
# 행정부지사 and 정무부시장 are vices, 副知事 and 副省长 too.
VICE = "부|副"
NATIVE = re.compile(
    rf"(?P<former>^(?:전|前|元)\s*)?(?:.*?)(?P<vice>{VICE})?\d?\s*"
    rf"(?:(?P<governor>{GOVERNOR})|(?P<mayor>{MAYOR}))$"
)
LATIN = re.compile(
    r"(?:acting\s+|the\s+|hon\.?\s+|h\.\s?e\.\s+)*"
    r"(?P<vice>(?:\w+\s+)?(?:vice|deputy|lieutenant)[\s-]+)?"
    r"(?:(?P<governor>governor)|(?P<mayor>mayor))\b(?!\s*['’]s|\s+office|\s*-?\s*elect)",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"[/,，、;·・(（)）\n]")
LONGEST = 60  # characters of a part that can name such an office


@lru_cache(maxsize=10_000)
def office_of(position: str) -> Office:
    """Return the first office in protocol that a position names, 시장 or “Mayor of …”.

    A position may name several: 도지사 / 회장.
    """
    parts = (part.strip() for part in BETWEEN.split(narrow(position)))
    return min((_office_of_part(part) for part in parts), default=Office.OTHER)


def _office_of_part(part: str) -> Office:
    if not part or len(part) > LONGEST:
        return Office.OTHER
    found = NATIVE.match(part) or LATIN.match(part)
    if found is None or found.groupdict().get("former"):
        return Office.OTHER
    is_vice = found["vice"] is not None
    first = Office.GOVERNOR if found["governor"] else Office.MAYOR
    return Office(first + is_vice)
