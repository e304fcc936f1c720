"""References, by which rows of the lists that we exported are known."""

from __future__ import annotations

import re
from collections.abc import Mapping

from meetings.spreadsheets.types import Cell

REFERENCE = re.compile(r"[A-Z0-9]{4}-[A-Z0-9]{4}")  # as `new_reference` makes them


def is_reference(cell: Cell) -> bool:
    return cell is not None and REFERENCE.fullmatch(str(cell)) is not None


def is_our_row(cells: Mapping[str, Cell]) -> bool:
    """Whether the row has a reference: then it is of a list that we exported.

    Nothing in it is to be interpreted, or what was exported would not come back equal.
    """
    return is_reference(cells.get("reference"))
