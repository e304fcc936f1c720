"""Boxes of printed forms, of which one is ticked: □ 참석 ■ 불참."""

from __future__ import annotations

import re

BOX = re.compile("([□☐■☑☒✅✔✓])")
OPEN = frozenset("□☐")


def has_boxes(text: str) -> bool:
    """Whether boxes stand before words, which are choices and no label."""
    return BOX.search(text) is not None and any(sign.isalpha() for sign in text)


def ticked_choice(text: str) -> str | None:
    """Return the only choice behind a box that is ticked, None if that is not clear.

    A text without boxes is its own choice.
    """
    if not has_boxes(text):
        return text
    _before, *pieces = BOX.split(text)
    pairs = zip(pieces[::2], pieces[1::2], strict=True)
    ticked = [
        choice.strip(" \u3000/／,、・·") for box, choice in pairs if box not in OPEN
    ]
    return ticked[0] if len(ticked) == 1 and ticked[0] else None
