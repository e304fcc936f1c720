"""Find columns in which a mark says what their heading does: ○ below オンライン."""

from __future__ import annotations

import re
from dataclasses import dataclass

from meetings.spreadsheets.lists.headings import Cells, ColumnFields
from meetings.spreadsheets.types import has_value
from meetings.spreadsheets.vocabulary import NOT_KEPT, Vocabulary, bare_heading
from meetings.text.folding import fold

# Circles, ticked boxes and ticks; crosses, empty boxes and dashes.
YES = re.compile(
    "[OoYyVv\u25cb\u3007\u25ef\u25cf\u25ce\u25a0\u2611\u2612\u221a\u2705\u2713\u2714\u2b55"
    "\u30ec\uff9a1예네是有]|はい|有り?|있음|yes",
    re.IGNORECASE,
)
NO = re.compile(
    "[XxNn\u00d7\u2715\u2717\u2718\u2610\u25a10否無无\u2015\u30fc\u2013\u2212\uff0d-]"
    "|いいえ|無し|なし|없음|아니오|아니요|no",
    re.IGNORECASE,
)
CROSS = re.compile("[Xx\uff38\u2715\u2717\u2718\u2612]")


def are_marks(values: list[str]) -> bool:
    """Whether all cells only say yes or no."""
    return all(YES.fullmatch(text) or NO.fullmatch(text) for text in values)


@dataclass(frozen=True)
class MarkedColumn:
    """A column in which a mark says what its heading does: オンライン参加.

    `ticks` matches the marks that say yes.
    """

    field: str
    word: str
    ticks: re.Pattern[str]


def _marked_word(heading: str, words: Vocabulary) -> tuple[str, str]:
    """Return the field and the word of a heading that is a mode or a role."""
    bare = bare_heading(heading)
    key = fold(bare)
    if key in words.roles:
        return "role", bare
    inside = sorted((w for w in words.modes if len(w) > 1 and w in key), key=len)
    apart = {words.modes[word] for word in inside if word not in inside[-1]}
    if inside and apart <= {words.modes[inside[-1]]}:
        return "mode", inside[-1]
    return "", ""


def marked_columns(
    texts: list[str], fields: ColumnFields, columns: Cells, words: Vocabulary
) -> dict[int, MarkedColumn]:
    """Return the columns whose headings are modes or roles, with marks below them.

    Their fields are set in place. A cross says yes where there is no other mark.
    """
    found: dict[int, tuple[str, str]] = {}
    marks: set[str] = set()
    for index, text in enumerate(texts):
        field, word = _marked_word(text, words)
        if not field or fields[index] == NOT_KEPT:
            continue
        values = [str(cell).strip() for cell in columns[index] if has_value(cell)]
        if values and are_marks(values):
            found[index] = field, word
            fields[index] = field
            marks.update(values)
    ticks = YES if any(map(YES.fullmatch, marks)) else CROSS
    return {index: MarkedColumn(*each, ticks) for index, each in found.items()}
