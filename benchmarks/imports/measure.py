"""All measurements of the import, on a database that holds the record alone."""

import tempfile
from pathlib import Path

from django.utils import timezone

from benchmarks.imports import floor, path, stock
from benchmarks.imports.lists import make_list
from benchmarks.measuring import Log, Tables, new_meeting, numbered, run_in_own_process
from secretariat.models import User


def measured(rows, runs):
    """What was measured with a list of `rows` people, `runs` times over."""
    by = User.objects.create_user("bench@example.org", name="Bench")
    meeting = new_meeting()
    content, log, tables = make_list(rows), Log(), Tables()
    stock_rows = max(rows // 5, 1)
    tables.restore()
    for _run in numbered(runs):
        measure(log, tables, meeting, content, by, stock_rows)
    return {
        "stock_rows": stock_rows,
        "seconds": log.seconds,
        "queries": log.queries,
        "growth": growths(tables, meeting, content),
    }


def measure(log, tables, meeting, content, by, stock_rows):
    """One run of everything, each from the tables as they were."""
    path.take_apart(log, content)
    path.read_with_few_and_all_governments(log, meeting, content)
    reviewed = path.do(log, meeting, content, by)
    rows = path.clean_rows(reviewed)
    del reviewed
    path.do(log, meeting, content, by, suffix=" again")
    tables.restore()
    log.time("floor", floor.write, meeting, rows, by, timezone.now())
    tables.restore()
    log.time("stock", stock.load, stock.tables(meeting, rows[:stock_rows]))
    tables.restore()


def growths(tables, meeting, content):
    """How much memory, in MB, a process of its own needs for parts of the path."""
    found = {}
    with tempfile.TemporaryDirectory() as place:
        file = Path(place, "list.xlsx")
        file.write_bytes(content)
        for part in ("read", "path"):
            found[part] = run_in_own_process("imports.memory", part, file, meeting.pk)
            tables.restore()
    return found
