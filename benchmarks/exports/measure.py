"""All measurements of the exports, on a database that holds the record alone."""

import sys
from itertools import product
from tempfile import TemporaryFile

from benchmarks.exports import floor, lists, stock
from benchmarks.exports.people import make_meetings
from benchmarks.measuring import Log, analyse, numbered, run_in_own_process
from meetings.documents.fonts import MissingFonts, required_fonts
from meetings.models.names import LANGUAGES

SUFFIXES = ("xlsx", "csv")
LISTS = ("short", "long")
WRITERS = {
    "list": lists.write,
    "floor": floor.write,
    "streamed": floor.write_streamed,
}
# For each figure: the key of its paper, the size of its meeting, and the languages.
PAPERS = {
    "badges": ("badges", "badges", ()),
    "badges-a4": ("badges-a4", "badges", ()),
    "participants 1": ("participants", "participants", LANGUAGES[:1]),
    "participants 4": ("participants", "participants", LANGUAGES),
}


def measured(rows, runs):
    """What was measured with lists of `rows` people and of ten times as many."""
    sizes = sizes_for(rows)
    by_size = make_meetings(sizes.values())
    meetings = {what: by_size[size] for what, size in sizes.items()}
    analyse()
    log = Log()
    for _run in numbered(runs):
        measure_lists(log, meetings)
        measure_stock(log, meetings["stock"])
        measure_papers(log, meetings)
    return {
        "sizes": sizes,
        "seconds": log.seconds,
        "queries": log.queries,
        "growth": growths(meetings),
    }


def sizes_for(rows):
    """How many people there are on each list and in each paper."""
    return {
        "short": rows,
        "long": 10 * rows,
        "stock": max(rows // 5, 1),
        "badges": max(rows // 10, 1),
        "participants": max(rows * 3 // 20, 1),
    }


def measure_lists(log, meetings):
    """The two lists beside their floors, and how soon a streamed one arrives."""
    for size, suffix, (name, write) in product(LISTS, SUFFIXES, WRITERS.items()):
        with TemporaryFile() as file:
            log.time(f"{name} {suffix} {size}", write, file, suffix, meetings[size])
    pieces = log.time("first byte", lists.begin_csv, meetings["long"])
    log.time("first rows", next, pieces)
    pieces.close()


def measure_stock(log, meeting):
    for name, related in (("stock", ()), ("related", stock.RELATED)):
        table = log.time(name, stock.export, meeting, related)
        for suffix in stock.SUFFIXES:
            with TemporaryFile() as file:
                log.time(f"{name} {suffix}", stock.write, file, suffix, table)


def measure_papers(log, meetings):
    """Each paper in a process of its own: typst keeps what it typeset before."""
    try:
        required_fonts()
    except MissingFonts as error:
        sys.stderr.write(f"{error}\n")
        return
    for name, (paper, size, languages) in PAPERS.items():
        given = paper, " ".join(languages), meetings[size].pk
        log.note(name, *run_in_own_process("exports.papers", *given))


def growths(meetings):
    """How much memory, in MB, a process of its own needs for each list."""
    return {
        f"{suffix} {size}": run_in_own_process(
            "exports.memory", suffix, meetings[size].pk
        )
        for suffix, size in product(SUFFIXES, LISTS)
    }
