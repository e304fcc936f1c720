"""Read a file in a child process, so that a hostile one harms nothing but the child."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from meetings.sheets.books import MAX_BYTES, Book, Sheet, Unreadable
from meetings.sheets.transport import decode_cell

WALL_SECONDS = 20
HERE = Path(__file__).resolve().parents[2]


def read(data: bytes) -> Book:
    """Read a spreadsheet or delimited text; raise Unreadable with a sentence.

    The kind of file is told by its content, never by its name. Limits: 10 MB, 100 MB
    unpacked, 20,000 rows, 100 columns, 10 s of processor time, 1 GiB of memory.
    """
    if not data:
        raise Unreadable("empty")
    if len(data) > MAX_BYTES:
        raise Unreadable("too_large")
    answer = json.loads(_ask_child(data))
    if code := answer.get("error"):
        raise Unreadable(code, **answer["details"])
    sheets = [
        Sheet(name, [[decode_cell(cell) for cell in row] for row in rows])
        for name, rows in answer["sheets"]
    ]
    return Book(sheets, answer["encoding"])


def _ask_child(data: bytes) -> bytes:
    try:
        child = subprocess.run(
            [sys.executable, "-m", "meetings.sheets.child"],
            input=data,
            capture_output=True,
            timeout=WALL_SECONDS,
            cwd=HERE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Unreadable("takes_too_long") from None
    if child.returncode:
        raise Unreadable("broken")
    return child.stdout
