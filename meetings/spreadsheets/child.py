"""The child process of `reading`: a job and bytes in, JSON out, within limits.

A hostile or damaged file can crash it or exhaust it, and nothing else.
"""

from __future__ import annotations

import json
import resource
import sys
import zlib
from dataclasses import asdict, replace
from typing import Any

from meetings.spreadsheets.delimited import read_text
from meetings.spreadsheets.findings import ListReading, ReadPerson
from meetings.spreadsheets.reading import encode_cell
from meetings.spreadsheets.recognition import ReadingOptions, recognize
from meetings.spreadsheets.types import Book, Unreadable
from meetings.spreadsheets.workbooks import is_workbook, read_workbook

# Set by the child itself: `preexec_fn` is unsafe in a process with threads.
CPU_SECONDS = 10
MEMORY = 1024**3
BESIDE_CELLS = ("part", "away", "problems", "warnings")


def main() -> None:
    """Do the job in the first line of standard input on the bytes that follow it.

    The answer is a line of JSON, which may be an error; the people of a list follow
    it, packed.
    """
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    job = json.loads(sys.stdin.buffer.readline())
    people = b""
    answer: dict[str, Any]
    try:
        book = read_book(sys.stdin.buffer.read(), job.get("encoding"))
        if job["recognize"]:
            answer, people = pack_reading(recognize(book, options_from_job(job)))
        else:
            answer = pack_book(book)
    except Unreadable as error:
        answer = {"error": error.code, "details": error.details}
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + people)


def read_book(data: bytes, encoding: str | None) -> Book:
    return read_workbook(data) if is_workbook(data) else read_text(data, encoding)


def options_from_job(job: dict[str, Any]) -> ReadingOptions:
    mapping = {int(index): field for index, field in job["mapping"].items()}
    return ReadingOptions(
        sheet=job["sheet"],
        header_row=job["header_row"],
        mapping=mapping,
        taught_headings=job["taught_headings"],
    )


def pack_book(book: Book) -> dict[str, Any]:
    sheets = [
        (sheet.name, [[encode_cell(cell) for cell in row] for row in sheet.rows])
        for sheet in book.sheets
    ]
    return {"sheets": sheets, "encoding": book.encoding}


def pack_reading(reading: ListReading) -> tuple[dict[str, Any], bytes]:
    """Return the reading as JSON without its people, and the people, packed.

    `reading.unpack_people` unpacks them.
    """
    people = [pack_person(person) for person in reading.people]
    # Level 1: it is unpacked again at every review, so speed counts more than size.
    packed = zlib.compress(json.dumps(people, ensure_ascii=False).encode(), 1)
    head = asdict(replace(reading, people=[], to_follow=[]))
    head |= {"people": len(people), "to_follow": []}
    for seats in reading.to_follow:
        cells = {field: encode_cell(cell) for field, cell in seats.cells.items()}
        head["to_follow"].append(asdict(seats) | {"cells": cells})
    return head, packed


def pack_person(person: ReadPerson) -> list[Any]:
    """Return a person as JSON can hold it, without what most people lack."""
    cells = {field: encode_cell(cell) for field, cell in person.cells.items()}
    packed = [person.sheet, person.row, cells]
    if person.part or person.away or person.problems or person.warnings:
        rest = asdict(person)
        packed.append({name: rest[name] for name in BESIDE_CELLS if rest[name]})
    return packed


if __name__ == "__main__":
    main()
