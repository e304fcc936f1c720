"""The child process of `reading`: bytes in, JSON out, within limits of its own."""

from __future__ import annotations

import json
import resource
import sys

from meetings.sheets.books import Book, Unreadable
from meetings.sheets.texts import read_text
from meetings.sheets.transport import encode_cell
from meetings.sheets.workbooks import is_workbook, read_workbook

CPU_SECONDS = 10
MEMORY = 1024**3


def main() -> None:
    """Answer with the book, or with why there is none."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    data = sys.stdin.buffer.read()
    try:
        book = read_workbook(data) if is_workbook(data) else read_text(data)
        answer = pack(book)
    except Unreadable as error:
        answer = {"error": error.code, "details": error.details}
    json.dump(answer, sys.stdout)


def pack(book: Book) -> dict[str, object]:
    sheets = [
        (sheet.name, [[encode_cell(cell) for cell in row] for row in sheet.rows])
        for sheet in book.sheets
    ]
    return {"sheets": sheets, "encoding": book.encoding}


if __name__ == "__main__":
    main()
