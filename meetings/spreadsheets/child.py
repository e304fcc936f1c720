"""The child process of `reading`: a job and bytes in, JSON out, within limits.

A hostile or damaged file can crash it or exhaust it, and nothing else.
"""

from __future__ import annotations

import json
import resource
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, replace
from itertools import islice
from typing import Any

from meetings.spreadsheets.files.kinds import read_book
from meetings.spreadsheets.findings import ListReading, ReadPerson
from meetings.spreadsheets.lists.recognition import ReadingOptions, recognize
from meetings.spreadsheets.lists.sheets import MeetingMarks, refuse_excess
from meetings.spreadsheets.marking import marked_book
from meetings.spreadsheets.reading import encode_cell
from meetings.spreadsheets.types import Book, Unreadable

# Set by the child itself: `preexec_fn` is unsafe in a process with threads.
CPU_SECONDS = 10
MEMORY = 1024**3
MAX_FILLED = 300_000  # cells of a book that is handed over as a whole
Answer = tuple[dict[str, Any], Iterable[bytes]]
PACKED_AT_ONCE = 500  # people
TO_JSON = json.JSONEncoder(ensure_ascii=False).encode
DOUBTS = frozenset({"problems", "warnings"})
BESIDE_CELLS = ("part", "away", "problems", "warnings")


def main() -> None:
    """Do the job in the first line of standard input on the bytes that follow it.

    The answer is a line of JSON, which may be an error; what is large follows it: the
    people of a list, packed; the rows of a book, a line each; or a workbook.
    """
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    job = json.loads(sys.stdin.buffer.readline())
    rest: Iterable[bytes] = ()
    answer: dict[str, Any]
    try:
        book = read_book(sys.stdin.buffer.read(), job.get("encoding"))
        answer, rest = JOBS[job["do"]](book, job)
    except Unreadable as error:
        answer = {"error": error.code, "details": error.details}
    except MemoryError:
        answer = {"error": "unpacks_too_large", "details": {}}
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
    sys.stdout.buffer.writelines(rest)


def find_people(book: Book, job: dict[str, Any]) -> Answer:
    return pack_reading(recognize(book, options_from_job(job)))


def options_from_job(job: dict[str, Any]) -> ReadingOptions:
    mapping = {int(index): field for index, field in job["mapping"].items()}
    return ReadingOptions(
        sheet=job["sheet"],
        header_row=job["header_row"],
        mapping=mapping,
        taught_headings=job["taught_headings"],
        meeting=MeetingMarks(*job["meeting"]),
    )


def pack_book(book: Book, _job: dict[str, Any]) -> Answer:
    """Return the sheets with their numbers of rows, and the rows; raise if too large.

    Who asked holds all of it in memory, so it may hold less than a list of people.
    """
    refuse_excess(book.sheets)
    filled = sum(len(row) - row.count(None) for s in book.sheets for row in s.rows)
    if filled > MAX_FILLED:
        raise Unreadable("too_much_text")
    sheets = [(sheet.name, len(sheet.rows)) for sheet in book.sheets]
    rows = (row for sheet in book.sheets for row in sheet.rows)
    packed = (packed_line([encode_cell(cell) for cell in row]) for row in rows)
    return {"sheets": sheets, "encoding": book.encoding}, packed


def mark_book(book: Book, job: dict[str, Any]) -> Answer:
    return {}, [marked_book(book, job["tables"], job["problems"], job["headings"])]


def pack_reading(reading: ListReading) -> Answer:
    """Return the reading as JSON without its people, and the people, packed.

    `reading.unpack_people` unpacks them.
    """
    head = asdict(replace(reading, people=[], to_follow=[]))
    head |= {"people": len(reading.people), "to_follow": []}
    for seats in reading.to_follow:
        cells = {field: encode_cell(cell) for field, cell in seats.cells.items()}
        head["to_follow"].append(asdict(seats) | {"cells": cells})
    return head, packed_people(reading.people)


def packed_people(people: Iterable[ReadPerson]) -> Iterator[bytes]:
    """Yield the people as lines of JSON, compressed."""
    # Level 1: it is unpacked again at every review, so speed counts more than size.
    packer = zlib.compressobj(1)
    lines = (packed_line(pack_person(person)) for person in people)
    while some := b"".join(islice(lines, PACKED_AT_ONCE)):
        yield packer.compress(some)
    yield packer.flush()


def packed_line(values: list[Any]) -> bytes:
    return TO_JSON(values).encode("utf-8", "replace") + b"\n"


def pack_person(person: ReadPerson) -> list[Any]:
    """Return a person as JSON can hold it, without what most people lack."""
    cells = {field: encode_cell(cell) for field, cell in person.cells.items()}
    packed = [person.sheet, person.row, cells]
    rest = {name: value for name in BESIDE_CELLS if (value := getattr(person, name))}
    for name in DOUBTS & rest.keys():
        rest[name] = [asdict(doubt) for doubt in rest[name]]
    return [*packed, rest] if rest else packed


JOBS: dict[str, Callable[[Book, dict[str, Any]], Answer]] = {
    "find people": find_people,
    "read": pack_book,
    "mark": mark_book,
}

if __name__ == "__main__":
    main()
