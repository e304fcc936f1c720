"""Measure on each database in turn; print a table and write var/bench.json."""

import argparse
import json
import os
import platform
import subprocess
import sys
from dataclasses import asdict

from benchmarks.databases import KINDS, VAR, answers
from benchmarks.figures import Measured

SETTINGS = {"DJANGO_SETTINGS_MODULE": "secretariat.settings", "DEBUG": "0"}


def main():
    options = parsed()
    kinds = [options.only] if options.only else list(KINDS)
    if "postgresql" in kinds and not answers():
        say("PostgreSQL does not answer at 127.0.0.1:5432: not measured.")
        kinds.remove("postgresql")
    found = {"python": platform.python_version(), "processors": os.cpu_count()}
    found["databases"] = []
    for kind in kinds:
        answer = measured_on(kind, options)
        figures = Measured(answer)
        show(answer, figures)
        stages, aims = map(as_json, figures.stages()), map(as_json, figures.aims())
        found["databases"].append(answer | {"stages": [*stages], "aims": [*aims]})
    file = VAR / "bench.json"
    file.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n")


def parsed():
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000, help="people on the list")
    parser.add_argument("--runs", type=int, default=5, help="of which the median")
    parser.add_argument("--only", choices=KINDS, help="the database to measure on")
    return parser.parse_args()


def measured_on(kind, options):
    """What `benchmarks.run` says, on a database that is there for it alone."""
    command = [sys.executable, "-m", "benchmarks.child", "run"]
    command += [str(options.rows), str(options.runs)]
    with KINDS[kind]() as place:
        done = subprocess.run(
            command,
            env=os.environ | SETTINGS | place,
            stdout=subprocess.PIPE,
            check=True,
        )
    return json.loads(done.stdout)


def show(answer, figures):
    say()
    say("{database}, {rows:,} rows, medians of {runs} runs".format(**answer))
    say(f"{'':47}{'seconds':>9}{'from':>9}{'to':>9}{'queries':>9}")
    for f in figures.stages():
        seconds = f"{f.value:9.3f}{f.lowest:9.3f}{f.highest:9.3f}"
        say(f"{f.name:47}{seconds}{f.queries:9,}")
    say()
    for f in figures.aims():
        value = f"{shown(f.value):>9} {f.unit:8}"
        say(f"{f.name:47}{value}{beside(f):46}{verdict(f)}")


def beside(figure):
    """What a figure is compared with."""
    if figure.ratio is None:
        return ""
    compared = f"{shown(figure.compared)} {figure.unit}"
    return f"{figure.ratio:6.2f} x {figure.against} ({compared})"


def shown(value):
    return f"{value:,.0f}" if value >= 20 else f"{value:.2f}"


def verdict(figure):
    if figure.aim is None:
        return ""
    bound = "at least" if figure.is_least else "at most"
    return f"{bound} {figure.aim:g}: {'met' if figure.met else 'NOT MET'}"


def as_json(figure):
    return asdict(figure) | {"ratio": figure.ratio, "met": figure.met}


def say(text=""):
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
