"""Read many lists of all layouts, and count how each is read."""

import sys
from collections import Counter, defaultdict
from time import perf_counter

from benchmarks.layouts.judging import ASKED, RIGHT, WRONG, judge
from benchmarks.layouts.making import SEED, make
from benchmarks.layouts.reading import one_index, read_or_refusal
from meetings.models import Meeting

LISTS = 2_000
MEETING = "tlgec-26"  # all days and titles on the lists are those of this one


def measured(rows, runs):
    """What was measured; neither the rows of lists nor the runs matter here."""
    start = perf_counter()
    counts = counted(range(LISTS))
    return {
        "seconds": {"lists": [perf_counter() - start]},
        "queries": {"lists": 0},
        "seed": SEED,
        "counts": counts,
    }


def counted(numbers, seed=SEED, layouts=None, shown=(WRONG,)):
    """Return the counts of verdicts by layout; print the lists of those shown."""
    meeting = Meeting.objects.get(slug=MEETING)
    counts = defaultdict(Counter)
    with one_index(meeting):
        for number in numbers:
            made = make(number, seed, layouts)
            verdict, why = judge(made, *read_or_refusal(made, meeting))
            counts[made.layout][verdict] += 1
            if verdict in shown:
                print_line(f"{verdict:6} {described(made)}: {why[:400]}")
    return counts


def described(made):
    """Return what a list is, in one line."""
    kind = f"{made.format} {made.encoding}".rstrip()
    return f"list {made.number}, {made.layout}, {made.language}, {kind}"


def lines_of(counts):
    """Yield the counts as a table: a line for each layout, and their sum."""
    yield f"{'':24}{'right':>8}{'asked':>8}{'WRONG':>8}"
    every = Counter()
    for layout, count in counts.items():
        every.update(count)
        yield line_of(layout, count)
    yield line_of("all", every)


def line_of(name, count):
    shown = "".join(f"{count[verdict]:8,}" for verdict in (RIGHT, ASKED, WRONG))
    return f"{name:24}{shown}"


def print_line(text):
    sys.stderr.write(f"{text}\n")
