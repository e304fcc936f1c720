"""Show numbers as a number format does, where it shows more than the number.

901 is “0901” by 0000, 1012345678 “010-1234-5678” by 000-0000-0000. Formats that only
round, group or colour leave a number as it is. Grammar: ECMA-376, part 1, 18.8.31.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|[_*](?P<filler>.)'
    r"|\[(?P<bracket>[^\]]*)\]|(?P<general>General|G/通用格式|G/標準|G/표준)"
    r"|(?P<sign>.)",
    re.DOTALL | re.IGNORECASE,
)
CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)")
CURRENCY = re.compile(r"\$([^-\]]*)")
MAX_CODE = 255  # characters; Excel allows no more
LONGEST_NUMBER = 10**15  # Excel keeps 15 digits
PLACEHOLDERS = "0#?"
# A format with one of these shows a day or a time, or a fraction.
UNKNOWN = set("/ymdhsgebYMDHSGEB")
COMPARE = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "=": lambda a, b: a == b,
    "<>": lambda a, b: a != b,
}


@dataclass(frozen=True)
class Section:
    """One of the up to four parts of a format: its tokens, and when it holds.

    A token is a kind and a text: “digit” 0, # or ?, “literal”, “point”, “comma”,
    “percent”, “general” or “text” (@).
    """

    tokens: tuple[tuple[str, str], ...]
    condition: tuple[str, float] | None = None

    @property
    def shows_more(self) -> bool:
        """Whether it adds signs of its own, or zeros in front."""
        if any(kind == "literal" and text.strip() for kind, text in self.tokens):
            return True
        before = [token for token in self.whole if token == ("digit", "0")]
        return len(before) > 1

    @property
    def whole(self) -> tuple[tuple[str, str], ...]:
        """The tokens before the decimal point."""
        kinds = [kind for kind, _text in self.tokens]
        return self.tokens[: kinds.index("point")] if "point" in kinds else self.tokens

    def holds(self, number: Decimal) -> bool:
        if self.condition is None:
            return True
        sign, limit = self.condition
        return bool(COMPARE[sign](number, Decimal(str(limit))))


@lru_cache(maxsize=1_000)
def sections(code: str) -> tuple[Section, ...]:
    """Return the parts of a format; none for formats of moments and unknown ones."""
    found: list[Section] = []
    tokens: list[tuple[str, str]] = []
    condition = None
    for match in TOKEN.finditer(code[:MAX_CODE]):
        kind, text = match.lastgroup or "quoted", match[match.lastgroup or 0]
        if kind == "sign" and text == ";":
            found.append(Section(tuple(tokens), condition))
            tokens, condition = [], None
        elif kind == "bracket":
            limit = CONDITION.match(text)
            condition = (limit[1], float(limit[2])) if limit else condition
            if sign := CURRENCY.match(text):
                tokens.append(("literal", sign[1]))
        elif kind == "sign" and text in UNKNOWN:
            return ()
        elif kind != "filler":
            tokens.append(token_of(kind, text))
    return (*found, Section(tuple(tokens), condition))


def token_of(kind: str, text: str) -> tuple[str, str]:
    if kind == "general":
        return "general", text
    if kind == "sign":
        if text in PLACEHOLDERS:
            return "digit", text
        known = {".": "point", ",": "comma", "%": "percent", "@": "text"}
        return known.get(text, "literal"), text
    return "literal", text


def shows_more(code: str) -> bool:
    """Whether any part of a format shows more than the number."""
    return any(section.shows_more for section in sections(code))


def shown(value: float | str, code: str) -> str | None:
    """Return a cell as its format shows it; None where it shows nothing more."""
    parts = sections(code)
    if not parts:
        return None
    if isinstance(value, str):
        return shown_text(value, parts)
    if not abs(value) < LONGEST_NUMBER:
        return None
    number = Decimal(repr(value))
    section, is_negative = section_for(number, parts)
    if not section.shows_more:
        return None
    return ("-" if is_negative else "") + in_section(abs(number), section)


def shown_text(value: str, parts: tuple[Section, ...]) -> str | None:
    of_text = parts[3] if len(parts) > 3 else parts[-1]
    kinds = [kind for kind, _text in of_text.tokens]
    if "text" not in kinds or not of_text.shows_more:
        return None
    return "".join(value if kind == "text" else text for kind, text in of_text.tokens)


def section_for(number: Decimal, parts: tuple[Section, ...]) -> tuple[Section, bool]:
    """Return the part for a number, and whether a minus is to stand before it."""
    if any(section.condition for section in parts):
        found = next((s for s in parts[:3] if s.holds(number)), parts[-1])
        return found, number < 0
    if number < 0:
        return (parts[1], False) if len(parts) > 1 else (parts[0], True)
    is_third = number == 0 and len(parts) > 2
    return (parts[2] if is_third else parts[0]), False


def in_section(number: Decimal, section: Section) -> str:
    """Return a number that is not negative in the signs of a part."""
    kinds = [kind for kind, _text in section.tokens]
    if "general" in kinds or "text" in kinds:
        plain = f"{number.normalize():f}"
        held = ("general", "text")
        return "".join(plain if k in held else text for k, text in section.tokens)
    whole = section.whole
    behind = section.tokens[len(whole) :]
    number = number * 100 ** kinds.count("percent")
    places = sum(kind == "digit" for kind, _text in behind)
    rounded = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    digits, _point, decimals = f"{rounded:f}".partition(".")
    return whole_part(digits, whole) + decimal_part(decimals, behind)


def whole_part(digits: str, tokens: tuple[tuple[str, str], ...]) -> str:
    """Return the digits in their places, from the last one to the first."""
    places = [index for index, (kind, _text) in enumerate(tokens) if kind == "digit"]
    is_grouped = any(
        kind == "comma" and places and places[0] < index < places[-1]
        for index, (kind, _text) in enumerate(tokens)
    )
    if is_grouped:
        digits = f"{int(digits):,}"
    left = [*digits.lstrip("0")]
    pieces = []
    for index in range(len(tokens) - 1, -1, -1):
        kind, text = tokens[index]
        if kind == "digit":
            blank = {"0": "0", "?": " ", "#": ""}[text]
            if places and index == places[0]:
                pieces.append("".join(left) or blank)
            else:
                pieces.append(left.pop() if left else blank)
                if left and left[-1] == ",":
                    pieces.append(left.pop())
        elif kind != "comma":
            pieces.append(text)
    return "".join(reversed(pieces))


def decimal_part(decimals: str, tokens: tuple[tuple[str, str], ...]) -> str:
    """Return what stands behind the decimal point, with the point."""
    left = iter(decimals)
    return "".join(next(left, "") if k == "digit" else text for k, text in tokens)
