"""Parts of the benchmarks on the empty database of DATABASE_URL; JSON comes out."""

import io
import json
import sys
from importlib import import_module

from django.core.management import call_command
from django.db import connection

from benchmarks.measuring import is_postgresql


def main(rows, runs, *parts):
    """Print what each part measured with lists of `rows` people, `runs` times over."""
    rows, runs = int(rows), int(runs)
    call_command("migrate", verbosity=0)
    call_command("load_record", stdout=io.StringIO())
    about = {"database": name_of_database(), "rows": rows, "runs": runs}
    answers = [
        about
        | {"part": part}
        | import_module(f"benchmarks.{part}.measure").measured(rows, runs)
        for part in parts
    ]
    sys.stdout.write(json.dumps(answers))


def name_of_database():
    if is_postgresql():
        version = connection.pg_version
        return f"PostgreSQL {version // 10000}.{version % 10000}"
    return f"SQLite {connection.Database.sqlite_version}"
