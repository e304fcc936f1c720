"""All measurements on the database of DATABASE_URL, which is empty; JSON comes out."""

import io
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from benchmarks import floor, path, stock
from benchmarks.import_lists import make_list
from benchmarks.measuring import Log, Tables, is_postgresql
from meetings.models import Country, Meeting, Series
from secretariat.models import User

STOCK_ROWS = 2_000


def main(rows, runs):
    """Print what was measured with a list of `rows` people, `runs` times over."""
    rows, runs = int(rows), int(runs)
    call_command("migrate", verbosity=0)
    call_command("load_record", stdout=io.StringIO())
    by = User.objects.create_user("bench@example.org", name="Bench")
    meeting = new_meeting()
    content, log, tables = make_list(rows), Log(), Tables()
    tables.restore()
    for run in range(1, runs + 1):
        sys.stderr.write(f"{connection.vendor}: run {run} of {runs}\n")
        measure(log, tables, meeting, content, by)
    answer = {
        "database": name_of_database(),
        "rows": rows,
        "runs": runs,
        "stock_rows": min(rows, STOCK_ROWS),
        "seconds": log.seconds,
        "queries": log.queries,
        "growth": growths(tables, meeting, content),
    }
    sys.stdout.write(json.dumps(answer))


def new_meeting():
    return Meeting.objects.create(
        series=Series.objects.first(),
        number=999,
        date="2026-10-21/2026-10-24",
        country=Country.objects.get(code="KR"),
    )


def measure(log, tables, meeting, content, by):
    """One run of everything, each from the tables as they were."""
    path.take_apart(log, content)
    reviewed = path.do(log, meeting, content, by)
    rows = path.clean_rows(reviewed)
    del reviewed
    path.do(log, meeting, content, by, suffix=" again")
    tables.restore()
    log.time("floor", floor.write, meeting, rows, by, timezone.now())
    tables.restore()
    log.time("stock", stock.load, stock.tables(meeting, rows[:STOCK_ROWS]))
    tables.restore()


def growths(tables, meeting, content):
    """How much memory, in MB, a process of its own needs for parts of the path."""
    found = {}
    with tempfile.TemporaryDirectory() as place:
        file = Path(place, "list.xlsx")
        file.write_bytes(content)
        for part in ("read", "path"):
            command = [sys.executable, "-m", "benchmarks.child", "memory"]
            command += [part, str(file), str(meeting.pk)]
            done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
            found[part] = float(done.stdout)
            tables.restore()
    return found


def name_of_database():
    if is_postgresql():
        version = connection.pg_version
        return f"PostgreSQL {version // 10000}.{version % 10000}"
    return f"SQLite {connection.Database.sqlite_version}"
