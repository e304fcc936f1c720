"""A server that dies while a list is confirmed has saved all of it, or nothing."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from psycopg import sql

ROOT = Path(__file__).resolve().parents[2]
PROJECT = "secretariat.settings"
NAME = f"secretariat_killed_{os.getpid()}"
NOTHING, ALL = "0 0 0 0 draft", "2000 2000 2000 2000 confirmed"


@pytest.fixture
def environment(tmp_path):
    """That of a process with a scratch database of the kind that the tests use."""
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        yield {"DATABASE_URL": f"sqlite:///{tmp_path}/db", "VAR_DIR": str(tmp_path)}
        return
    server = f"postgres://{database['USER']}@{database['HOST']}:{database['PORT']}"
    drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(drop.format(sql.Identifier(NAME)))
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(NAME)))
        yield {"DATABASE_URL": f"{server}/{NAME}", "VAR_DIR": str(tmp_path)}
        connection.execute(drop.format(sql.Identifier(NAME)))


@pytest.fixture
def run(environment):
    def run(act):
        return subprocess.Popen(
            [sys.executable, "-m", "tests.attendee_import.killed_process", act],
            cwd=ROOT,
            env=os.environ | environment | {"DJANGO_SETTINGS_MODULE": PROJECT},
            stdout=subprocess.PIPE,
            text=True,
        )

    return run


def answer(process):
    out, _errors = process.communicate(timeout=120)
    assert process.returncode == 0
    return out.strip()


def seconds_to_confirm(run):
    process = run("confirm")
    process.stdout.readline()
    begun = time.monotonic()
    answer(process)
    return time.monotonic() - begun


def killed_after(run, seconds):
    """What is left when the process is killed so long after it began to confirm."""
    process = run("confirm")
    process.stdout.readline()
    time.sleep(seconds)
    process.kill()
    process.communicate()
    return answer(run("count"))


@pytest.mark.drill
def test_killing_a_confirm_leaves_all_or_nothing(run):
    answer(run("prepare"))
    lasts = seconds_to_confirm(run)
    assert answer(run("count")) == ALL
    answer(run("restore"))
    left = []

    for _ in range(10):
        moment = random.uniform(0, lasts)
        left.append(killed_after(run, moment))
        if left[-1] == ALL:
            lasts = moment  # a later one would come too late to show anything
            answer(run("restore"))

    assert set(left) <= {NOTHING, ALL}
    assert NOTHING in left
