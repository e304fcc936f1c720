"""What `python -m benchmarks.layouts` does in a process that uses Django."""

import io
import json
import sys
from dataclasses import asdict

from django.core.management import call_command

from benchmarks.databases import VAR
from benchmarks.layouts.judging import ASKED, RIGHT, WRONG
from benchmarks.layouts.making import make
from benchmarks.layouts.measure import counted, lines_of, print_line


def main(given):
    """Read lists as the options say; exit with 1 if any is silently wrong."""
    options = json.loads(given)
    if not options["here"]:
        call_command("migrate", verbosity=0)
        call_command("load_record", stdout=io.StringIO())
    shown, numbers = {WRONG}, range(options["lists"])
    if options["asked"]:
        shown.add(ASKED)
    if (only := options["only_list"]) is not None:
        write_to_var(make(only, options["seed"], options["layout"]))
        shown, numbers = {RIGHT, ASKED, WRONG}, [only]
    counts = counted(numbers, options["seed"], options["layout"], shown)
    for line in lines_of(counts):
        print_line(line)
    sys.exit(any(count[WRONG] for count in counts.values()))


def write_to_var(made):
    """Write a list, and beside it what is right of it."""
    VAR.mkdir(exist_ok=True)
    file = VAR / made.file_name
    file.write_bytes(made.content)
    right = asdict(made)
    del right["content"]
    text = json.dumps(right, ensure_ascii=False, indent=1)
    file.with_suffix(".json").write_text(f"{text}\n", encoding="utf-8")
    print_line(f"{file} and what is right of it beside it")
