"""Read a file in a child process, so that a hostile one harms nothing but the child."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import zlib
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from meetings.spreadsheets.findings import Doubt, ReadPerson
from meetings.spreadsheets.recognition import ReadingOptions
from meetings.spreadsheets.types import (
    MAX_BYTES,
    Book,
    Cell,
    NoValue,
    Sheet,
    Unreadable,
)

WALL_SECONDS = 20
ROOT = Path(__file__).resolve().parents[2]  # where `meetings` can be imported

# Cells as JSON, as they come from the child and as drafts store them. What JSON has no
# type for is a pair of its type and its text in ISO 8601. Drafts of earlier releases
# are read by the same functions: types may be added, not renamed.
Packed = None | str | int | float | bool | list[str]


def read(data: bytes, encoding: str | None = None) -> Book:
    """Read a spreadsheet or delimited text; raise Unreadable with a sentence.

    The kind of file is recognised by its content, never by its name, and so is the
    encoding of text unless it is given. Limits: 10 MB, 100 MB unpacked, 20,000 rows,
    100 columns, 10 s of processor time, 1 GiB of memory, 20 s in all.
    """
    answer, _rest = _ask_child({"recognize": False, "encoding": encoding}, data)
    sheets = [
        Sheet(name, [[decode_cell(cell) for cell in row] for row in rows])
        for name, rows in answer["sheets"]
    ]
    return Book(sheets, answer["encoding"])


def read_people(data: bytes, options: ReadingOptions) -> tuple[dict[str, Any], bytes]:
    """Find the list of people in a file, within the limits of `read`.

    Return the fields of a `ListReading` as JSON, with the number of people in the place
    of `people`; and the people as bytes for `unpack_people`, so that the caller need
    not hold them in memory. Raise Unreadable with a sentence.
    """
    return _ask_child({"recognize": True} | asdict(options), data)


def unpack_people(packed: bytes) -> Iterator[ReadPerson]:
    """Yield the people that `read_people` gave."""
    for sheet, row, cells, *rest in json.loads(zlib.decompress(packed)):
        beside = dict(rest[0]) if rest else {}
        for name in {"problems", "warnings"} & beside.keys():
            beside[name] = tuple(Doubt(**doubt) for doubt in beside[name])
        cells = {f: decode_cell(cell) for f, cell in cells.items()}
        yield ReadPerson(sheet, row, cells, **beside)


def _ask_child(job: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    if not data:
        raise Unreadable("empty")
    if len(data) > MAX_BYTES:
        raise Unreadable("too_large")
    head, _newline, rest = _run_child(json.dumps(job).encode(), data).partition(b"\n")
    answer: dict[str, Any] = json.loads(head)
    if code := answer.get("error"):
        raise Unreadable(code, **answer["details"])
    return answer, rest


def _run_child(job: bytes, data: bytes) -> bytes:
    # A file instead of a pipe: `subprocess` would hold another copy in memory.
    with TemporaryFile() as request:
        request.writelines((job, b"\n", data))
        request.seek(0)
        try:
            child = subprocess.run(
                [sys.executable, "-m", "meetings.spreadsheets.child"],
                stdin=request,
                capture_output=True,
                timeout=WALL_SECONDS,
                cwd=ROOT,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise Unreadable("takes_too_long") from None
    if child.returncode:
        raise Unreadable("broken")
    return child.stdout


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
