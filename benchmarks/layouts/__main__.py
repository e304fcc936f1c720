"""Make lists of all layouts at random, read them, and count how each is read."""

import argparse
import json
import os
import subprocess
import sys

from benchmarks.__main__ import SETTINGS
from benchmarks.databases import sqlite
from benchmarks.layouts.making import SEED


def main():
    options = parse_arguments()
    command = [sys.executable, "-m", "benchmarks.child", "layouts.alone"]
    command.append(json.dumps(vars(options)))
    if options.here:
        sys.exit(subprocess.call(command, env=os.environ | SETTINGS))
    with sqlite() as place:
        sys.exit(subprocess.call(command, env=os.environ | SETTINGS | place))


def parse_arguments():
    parser = argparse.ArgumentParser(prog="benchmarks.layouts", description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--lists", type=int, default=2_000, help="how many to make")
    parser.add_argument("--layout", nargs="+", help="these layouts alone")
    parser.add_argument("--asked", action="store_true", help="print those asked, too")
    parser.add_argument(
        "--only-list",
        type=int,
        metavar="N",
        help="make this one alone, and write it to var/ with what is right of it",
    )
    parser.add_argument(
        "--here",
        action="store_true",
        help="read on the database of DATABASE_URL, which holds the record",
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
