"""Scratch databases: made for one benchmark, and dropped after it."""

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path

import psycopg

SERVER = "postgres://postgres@127.0.0.1:5432/"
VAR = Path(__file__).resolve().parent.parent / "var"


def postgresql_is_running():
    try:
        psycopg.connect(f"{SERVER}postgres", connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


@contextmanager
def sqlite():
    """Yield the environment of a process that works on a new SQLite file."""
    VAR.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=VAR) as place:
        yield {"VAR_DIR": place, "DATABASE_URL": f"sqlite:///{place}/bench.sqlite3"}


@contextmanager
def postgresql():
    """Yield the environment of a process that works on a new PostgreSQL database."""
    name = f"secretariat_bench_{os.getpid()}"
    with (
        sqlite() as place,
        psycopg.connect(f"{SERVER}postgres", autocommit=True) as server,
    ):
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield place | {"DATABASE_URL": f"{SERVER}{name}"}
        finally:
            # A process that was stopped may have left a connection open.
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


KINDS = {"sqlite": sqlite, "postgresql": postgresql}
