"""Read a file in a child process, so that a hostile one harms nothing but the child."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import signal
import subprocess
import sys
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, BinaryIO

from meetings.spreadsheets.findings import Doubt, ReadPerson
from meetings.spreadsheets.lists.recognition import ReadingOptions
from meetings.spreadsheets.types import (
    MAX_BYTES,
    Book,
    Cell,
    NoValue,
    Sheet,
    Unreadable,
)

WALL_SECONDS = 20
BLOCK = 64 * 1024  # bytes of packed people that are unpacked at once
OUT_OF_TIME = (-signal.SIGXCPU, -signal.SIGKILL)  # what its limits end the child by
ROOT = Path(__file__).resolve().parents[2]  # where `meetings` can be imported

# Cells as JSON, as they come from the child and as drafts store them. What JSON has no
# type for is a pair of its type and its text in ISO 8601. Drafts of earlier releases
# are read by the same functions: types may be added, not renamed.
Packed = None | str | int | float | bool | list[str]


def read(data: bytes, encoding: str | None = None) -> Book:
    """Read a spreadsheet or delimited text; raise Unreadable with a sentence.

    The kind of file is recognised by its content, never by its name, and so is the
    encoding of text unless it is given. Limits: 10 MB, 100 MB unpacked, 20,000 rows and
    100 columns a sheet, 300,000 cells, 20 million characters, 10 s of processor time,
    1 GiB of memory, 20 s in all.
    """
    with _ask_child({"do": "read", "encoding": encoding}, data) as (answer, lines):
        sheets = [
            Sheet(name, [_unpack_row(line) for line in islice(lines, count)])
            for name, count in answer["sheets"]
        ]
    return Book(sheets, answer["encoding"])


def _unpack_row(line: bytes) -> list[Cell]:
    return [decode_cell(cell) for cell in json.loads(line)]


def read_people(data: bytes, options: ReadingOptions) -> tuple[dict[str, Any], bytes]:
    """Find the list of people in a file, within the limits of `read`.

    Return the fields of a `ListReading` as JSON, with the number of people in the place
    of `people`; and the people as bytes for `unpack_people`, so that the caller need
    not hold them in memory. Raise Unreadable with a sentence.
    """
    with _ask_child({"do": "find people"} | asdict(options), data) as (answer, people):
        return answer, people.read()


def unpack_people(packed: bytes) -> Iterator[ReadPerson]:
    """Yield the people that `read_people` gave."""
    for sheet, row, cells, *rest in _unpacked_lines(packed):
        beside = dict(rest[0]) if rest else {}
        for name in {"problems", "warnings"} & beside.keys():
            beside[name] = tuple(Doubt(**doubt) for doubt in beside[name])
        cells = {f: decode_cell(cell) for f, cell in cells.items()}
        yield ReadPerson(sheet, row, cells, **beside)


def _unpacked_lines(packed: bytes) -> Iterator[list[Any]]:
    """Yield what stands on each line; earlier releases put all people on one."""
    unpacker = zlib.decompressobj()
    begun = b""
    for start in range(0, len(packed), BLOCK):
        block = begun + unpacker.decompress(packed[start : start + BLOCK])
        *lines, begun = block.split(b"\n")
        yield from map(json.loads, lines)
    if begun:
        yield from json.loads(begun)


def mark(
    file: BinaryIO, data: bytes, encoding: str | None, marks: Mapping[str, Any]
) -> None:
    """Write the list in a file as XLSX with its problems; raise Unreadable.

    `marks` are the `tables` of its reading, `problems` (sheet, row and text of each)
    and the `headings` of the columns for problems and rows.
    """
    job = {"do": "mark", "encoding": encoding, **marks}
    with _ask_child(job, data) as (_answer, book):
        shutil.copyfileobj(book, file)


@contextmanager
def _ask_child(
    job: dict[str, Any], data: bytes
) -> Iterator[tuple[dict[str, Any], IO[bytes]]]:
    """Give the child's answer, and the file that what follows it can be read from."""
    if not data:
        raise Unreadable("empty")
    if len(data) > MAX_BYTES:
        raise Unreadable("too_large")
    # Files instead of pipes: `subprocess` would hold copies of both in memory.
    with TemporaryFile() as request, TemporaryFile() as response:
        request.writelines((json.dumps(job).encode(), b"\n", data))
        request.seek(0)
        _run_child(request, response)
        response.seek(0)
        answer: dict[str, Any] = json.loads(response.readline())
        if code := answer.get("error"):
            raise Unreadable(code, **answer["details"])
        yield answer, response


def _run_child(request: IO[bytes], response: IO[bytes]) -> None:
    try:
        child = subprocess.run(
            [sys.executable, "-m", "meetings.spreadsheets.child"],
            stdin=request,
            stdout=response,
            stderr=subprocess.DEVNULL,
            timeout=WALL_SECONDS,
            cwd=ROOT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Unreadable("takes_too_long") from None
    if child.returncode in OUT_OF_TIME:
        raise Unreadable("takes_too_long")
    if child.returncode:
        raise Unreadable("broken")


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
