"""What stands in a cell, and in a row that has one text alone."""

from __future__ import annotations

from collections.abc import Sequence

from meetings.spreadsheets.types import Cell, NoValue
from meetings.text.folding import tidy


def is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def display_text(cell: Cell) -> str:
    """Return what stands in a cell as one line."""
    return tidy(str(cell))


def lone_text(row: Sequence[Cell]) -> str:
    """Return the text of a row that has no other, "" for any other row.

    What a formula would say is not known, and so it is none.
    """
    found = ""
    for cell in row:
        if is_blank(cell):
            continue
        text = "" if isinstance(cell, NoValue) else display_text(cell)
        if not text or (found and text != found):
            return ""
        found = text
    return found
