"""Cut the text of a name into words of one script each, and what stands in brackets."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from meetings.text.folding import tidy

BRACKETS = re.compile(r"[(（\[［【〔]([^()（）\[\]［］【】〔〕]*)[)）\]］】〕]?")
# Stand for brackets, of which a cell has not more than these.
FIRST_BRACKET, LAST_BRACKET = 0xF0000, 0xF0FFF
LETTERS = ("hangul", "east_asian", "native", "latin")
# Kinds of which the second goes on with a word of the first: 김철수2 is one.
GO_ON = frozenset((kind, kind) for kind in (*LETTERS, "digits")) | frozenset(
    (kind, "digits") for kind in LETTERS
)
GRADE = "급"  # of a Korean official, behind its digit: 6급
WITHIN_LATIN = ".．'’‘`´ʼ-‐‑–·"
WITHIN_NATIVE = "·・‧•･∙.'’-"


class Token(NamedTuple):
    """A word: its kind, its text, and whether it is joined to what stands before.

    The kinds are "hangul", "east_asian", "native" (any other script), "latin",
    "digits", "comma" and "bracket", whose text is what stands inside.
    """

    kind: str
    text: str
    is_joined: bool = False


def clean(text: str) -> str:
    """Return a text without signs of no width, its blanks plain but for line breaks."""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = unicodedata.normalize("NFC", text)
    text = "".join(
        sign
        for sign in text
        if unicodedata.category(sign) != "Cf" and not is_bracket(sign)
    )
    return "\n".join(line for line in map(tidy, text.splitlines()) if line)


def without_brackets(text: str) -> tuple[str, list[str]]:
    """Return a text with a sign for each pair of brackets, and what these hold."""
    inside: list[str] = []

    def keep(match: re.Match[str]) -> str:
        if len(inside) > LAST_BRACKET - FIRST_BRACKET:
            return match[0]
        inside.append(match[1].strip())
        return chr(FIRST_BRACKET + len(inside) - 1)

    return BRACKETS.sub(keep, text), inside


def is_bracket(sign: str) -> bool:
    return FIRST_BRACKET <= ord(sign) <= LAST_BRACKET


def tokens_of(text: str, inside: list[str]) -> list[Token]:
    """Cut a text into tokens; points and hyphens within a word belong to it."""
    tokens: list[Token] = []
    is_open = False  # whether the last token may go on
    joint = before = ""
    for kind, signs in groupby(text, kind_of):
        run = "".join(signs)
        if kind == "sign":
            is_open, joint = _after_signs(tokens, run, is_open)
        elif kind == "bracket":
            tokens += [Token(kind, inside[ord(sign) - FIRST_BRACKET]) for sign in run]
        elif is_open and (tokens[-1].kind, kind) in GO_ON:
            last = tokens.pop()
            tokens.append(last._replace(text=last.text + joint + run))
        elif is_open and tokens[-1].kind == "digits" and run.startswith(GRADE):
            tokens.append(Token(kind, tokens.pop().text + run))
        elif kind != "blank":
            tokens.append(Token(kind, run, is_joined=before == "bracket"))
        if kind != "sign":
            is_open, joint = kind not in ("bracket", "blank"), ""
        before = kind
    return tokens


def _after_signs(tokens: list[Token], run: str, is_open: bool) -> tuple[bool, str]:
    """Whether the last token goes on behind signs, and with which between."""
    if any(sign in ",，、" for sign in run):
        tokens.append(Token("comma", ","))
        return False, ""
    kind = tokens[-1].kind if tokens else ""
    within = WITHIN_LATIN if kind == "latin" else WITHIN_NATIVE
    if not is_open or not tokens or any(sign not in within for sign in run):
        return False, ""
    if kind == "latin" and run[0] in ".．":  # Jr., H.E.
        last = tokens.pop()
        tokens.append(last._replace(text=last.text + run[0]))
        return True, run[1:]
    return True, run


@lru_cache(maxsize=20_000)
def kind_of(sign: str) -> str:
    """Return the kind of token that a sign belongs to, or "blank" or "sign"."""
    if sign.isspace():
        return "blank"
    if is_bracket(sign):
        return "bracket"
    if "\uac00" <= sign <= "\ud7a3" or "\u1100" <= sign <= "\u11ff":
        return "hangul"
    if is_east_asian(sign):
        return "east_asian"
    category = unicodedata.category(sign)
    if category[0] == "N":
        return "digits"
    if category[0] not in "LM":
        return "sign"
    return "latin" if is_latin(sign) else "native"


def is_east_asian(sign: str) -> bool:
    return (
        "\u3400" <= sign <= "\u9fff"
        or "\uf900" <= sign <= "\ufaff"
        or "\u3041" <= sign <= "\u3096"
        or "\u309d" <= sign <= "\u309f"
        or "\u30a1" <= sign <= "\u30fa"
        or "\u30fc" <= sign <= "\u30ff"
        or "\uff66" <= sign <= "\uff9f"
        or sign in "々〆〇"
        or (sign >= "\U00020000" and not is_bracket(sign))
    )


def is_latin(sign: str) -> bool:
    """Whether a sign is a Latin letter, or an accent that is put on one."""
    return (
        sign < "\u0370" or "\u1d00" <= sign <= "\u1eff" or "\uff21" <= sign <= "\uff5a"
    )
