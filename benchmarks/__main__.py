"""Measure on each database in turn; print a table and write var/bench.json."""

import argparse
import json
import os
import platform
import subprocess
import sys
from dataclasses import asdict
from importlib.util import find_spec

from benchmarks.databases import KINDS, VAR, postgresql_is_running
from benchmarks.exports.figures import Exports
from benchmarks.imports.figures import Imports
from benchmarks.layouts.figures import Layouts
from benchmarks.lookups.figures import Lookups

PARTS = {
    "imports": Imports,
    "exports": Exports,
    "lookups": Lookups,
    "layouts": Layouts,
}
SETTINGS = {"DJANGO_SETTINGS_MODULE": "secretariat.settings", "DEBUG": "0"}


def main():
    options = parse_arguments()
    kinds, parts = (selected(every, options.only) for every in (KINDS, PARTS))
    if "postgresql" in kinds and not postgresql_is_running():
        print_line("PostgreSQL does not answer at 127.0.0.1:5432: not measured.")
        kinds.remove("postgresql")
    if "exports" in parts and not find_spec("openpyxl"):
        print_line(
            "openpyxl is not installed: the stock export of XLSX is not measured."
        )
    results = {"python": platform.python_version(), "processors": os.cpu_count()}
    results["measured"] = [
        with_figures(answer)
        for kind in kinds
        for answer in measured_on(kind, parts, options)
    ]
    file = VAR / "bench.json"
    file.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n")


def parse_arguments():
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000, help="people on a list")
    parser.add_argument("--runs", type=int, default=5, help="of which the median")
    parser.add_argument(
        "--only",
        nargs="+",
        choices=[*KINDS, *PARTS],
        default=[],
        help="a database to measure on, a part to measure, or both",
    )
    return parser.parse_args()


def selected(every, only):
    """Return those that are named in `only`, or all if none is."""
    return [one for one in every if one in only] or [*every]


def measured_on(kind, parts, options):
    """Return what `benchmarks.run` prints, on a scratch database of its own."""
    command = [sys.executable, "-m", "benchmarks.child", "run"]
    command += [str(options.rows), str(options.runs), *parts]
    with KINDS[kind]() as place:
        done = subprocess.run(
            command,
            env=os.environ | SETTINGS | place,
            stdout=subprocess.PIPE,
            check=True,
        )
    return json.loads(done.stdout)


def with_figures(answer):
    """Print what was measured; return it with all figures."""
    figures = PARTS[answer["part"]](answer)
    stages, aims = [*figures.stages()], [*figures.aims()]
    show(answer, stages, aims)
    return answer | {
        "stages": [as_json(figure) for figure in stages],
        "aims": [as_json(figure) for figure in aims],
    }


def show(answer, stages, aims):
    print_line()
    print_line(
        "{database}, {part} of {rows:,} rows, medians of {runs} runs".format(**answer)
    )
    print_line(f"{'':47}{'seconds':>9}{'from':>9}{'to':>9}{'queries':>9}")
    for f in stages:
        seconds = f"{f.value:9.3f}{f.lowest:9.3f}{f.highest:9.3f}"
        print_line(f"{f.name:47}{seconds}{f.queries:9,}")
    print_line()
    for f in aims:
        value = f"{format_number(f.value):>9} {f.unit:8}"
        print_line(f"{f.name:47}{value}{comparison(f):46}{verdict(f)}")


def comparison(figure):
    """Return what a figure is compared with, as text."""
    if figure.ratio is None:
        return ""
    compared = f"{format_number(figure.compared)} {figure.unit}"
    return f"{figure.ratio:6.2f} x {figure.against} ({compared})"


def format_number(value):
    is_whole = isinstance(value, int) or value >= 20
    return f"{value:,.0f}" if is_whole else f"{value:.2f}"


def verdict(figure):
    if figure.aim is None:
        return ""
    bound = "at least" if figure.is_least else "at most"
    return f"{bound} {figure.aim:g}: {'met' if figure.met else 'NOT MET'}"


def as_json(figure):
    return asdict(figure) | {"ratio": figure.ratio, "met": figure.met}


def print_line(text=""):
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
