"""Cells as JSON, as they come from the child process and as drafts store them.

What JSON has no type for is a pair of its type and its text in ISO 8601. Drafts of
earlier releases are read by the same functions: types may be added, not renamed.
"""

from __future__ import annotations

import datetime as dt

from meetings.spreadsheets.types import Cell, NoValue

Packed = None | str | int | float | bool | list[str]


def encode_cell(cell: Cell) -> Packed:
    """Pack a cell for JSON."""
    if isinstance(cell, dt.datetime):
        return ["datetime", cell.isoformat()]
    if isinstance(cell, dt.date):
        return ["date", cell.isoformat()]
    if isinstance(cell, dt.time):
        return ["time", cell.isoformat()]
    if isinstance(cell, NoValue):
        return ["no value", cell.text]
    return cell


def decode_cell(packed: Packed) -> Cell:
    """Unpack what `encode_cell` packed."""
    if not isinstance(packed, list):
        return packed
    kind, text = packed
    if kind == "datetime":
        return dt.datetime.fromisoformat(text)
    if kind == "date":
        return dt.date.fromisoformat(text)
    if kind == "time":
        return dt.time.fromisoformat(text)
    return NoValue(text)
