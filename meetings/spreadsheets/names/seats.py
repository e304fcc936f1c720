"""Find the seats in a name cell whose names are to follow: 외 2명, 2 others."""

from __future__ import annotations

import re
from typing import NamedTuple

from meetings.text.folding import narrow

NUMBERS = {
    word: number
    for number, line in enumerate(
        (
            "one 한 하나 一",
            "two 두 둘 二 两 兩",
            "three 세 셋 三",
            "four 네 넷 四",
            "five 다섯 五",
            "six 여섯 六",
            "seven 일곱 七",
            "eight 여덟 八",
            "nine 아홉 九",
            "ten 열 十",
        ),
        start=1,
    )
    for word in line.split()
}
NUMBER = rf"(?P<number>[0-9]{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
COUNTER = (
    r"(?:명|인|분|人|名|位|persons?|people|pax|others?|more|delegates?|members?|names?)"
)
AT_END = (
    r"(?:\s+(?:to follow|추가|예정|more|others))?"
    r"(?:\s?[(（][^()（）]{1,20}[)）])?[\s.)）]*\Z"
)
# Behind those who are named, or alone.
OTHERS = re.compile(
    rf"[\s,，、(（]*(?:외|기타|外|ほか|他|その他|另|另有|其他|及其他|以及|及|余|and|&|\+|plus|with)?\s*"
    rf"(?:외에|另外|随员|随行人员|工作人员|수행원|随行員)?\s*{NUMBER}\s*{COUNTER}{AT_END}",
    re.IGNORECASE,
)
LINKED = re.compile(
    r"외|기타|随员|随行|수행원|外|ほか|他|另|其他|及|余|and|&|\+|plus|others?|more",
    re.IGNORECASE,
)
# All together, with those who are named.
TOGETHER = re.compile(
    rf"[\s,，、(（]*(?:등|等)\s*{NUMBER}\s*{COUNTER}{AT_END}", re.IGNORECASE
)
PLUS = re.compile(rf"\s*\+\s*{NUMBER}{AT_END}")
WITHOUT_NUMBER = re.compile(
    r"(?:\s(?:외|등|ほか|他|外|等)|等|ほか|\set al\.?|\sand others)\s*\Z", re.IGNORECASE
)
END_LOOKED_AT = 40  # characters; all that stand behind names


class Seats(NamedTuple):
    """Seats told behind names: how many, and whether they count those named, too."""

    number: int = 0
    is_together: bool = False
    is_linked: bool = False  # said to be others, rather than a number alone
    is_word: bool = False  # a number that may be syllables of a name: 김세인


def split_seats(text: str) -> tuple[str, Seats]:
    """Return what stands before the seats that a text ends with, and these."""
    start = max(0, len(text) - END_LOOKED_AT)
    end = narrow(text[start:])
    if not any(sign.isdigit() for sign in end) and not any(w in end for w in NUMBERS):
        return text, Seats()
    for form in (TOGETHER, PLUS, OTHERS):
        if match := form.search(end):
            is_linked = form is PLUS or bool(LINKED.search(match[0]))
            number = match["number"]
            is_word = not number.isdigit()
            seats = Seats(number_of(number), form is TOGETHER, is_linked, is_word)
            return text[: start + match.start()], seats
    return text, Seats()


def has_uncounted(text: str) -> bool:
    """Whether others are told, but not how many: 서도현 외, 陈晓东等."""
    return WITHOUT_NUMBER.search(text[-END_LOOKED_AT:]) is not None


def number_of(text: str) -> int:
    return NUMBERS.get(text.casefold()) or int(text)
