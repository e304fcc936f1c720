"""Measure seconds, queries and memory, and put the tables back as they were."""

import gc
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from time import perf_counter

from django.apps import apps
from django.db import connection, models, transaction
from django.db.models import Max

from meetings.models import Country, Meeting, Series
from meetings.text.folding import fold

# Linux says here how much memory a process has, and has had at most; writing 5 to the
# other forgets that peak.
STATUS = Path("/proc/self/status")
FORGET_PEAK = Path("/proc/self/clear_refs"), "5"


class Log:
    """The seconds of each run, by what was done, and the queries of the last."""

    def __init__(self):
        self.seconds = defaultdict(list)
        self.queries = {}

    def time(self, name, action, *given):
        """Time an action as if in a new process; return what it returns.

        Folded names are kept by a process, and a second run would find all of them.
        """
        queries = []

        def tally(execute, *query):
            queries.append(query)
            return execute(*query)

        gc.collect()
        fold.cache_clear()
        with connection.execute_wrapper(tally):
            start = perf_counter()
            result = action(*given)
            seconds = perf_counter() - start
        self.note(name, seconds, len(queries))
        return result

    def note(self, name, seconds, queries):
        self.seconds[name].append(seconds)
        self.queries[name] = queries


class Tables:
    """All rows that there are now; `restore` deletes those that came since."""

    def __init__(self):
        every = apps.get_models(include_auto_created=True)
        self.last = {
            model: model._base_manager.aggregate(last=Max("pk"))["last"] or 0
            for model in every
            if model._meta.managed and isinstance(model._meta.pk, models.AutoField)
        }

    def restore(self):
        with transaction.atomic():
            for model, last in self.last.items():
                rows = model._base_manager.filter(pk__gt=last).order_by()
                # `delete()` would load every row that refers to these.
                rows._raw_delete(rows.db)
        analyse()


def analyse():
    """Let the database count its rows, by which it plans its queries."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if is_postgresql() else "ANALYZE")


def new_meeting(number=999):
    return Meeting.objects.create(
        series=Series.objects.first(),
        number=number,
        date="2026-10-21/2026-10-24",
        country=Country.objects.get(code="KR"),
    )


def numbered(runs):
    """Count the runs, and print each as it begins."""
    for run in range(1, runs + 1):
        sys.stderr.write(f"{connection.vendor}: run {run} of {runs}\n")
        yield run


def is_postgresql():
    return connection.vendor == "postgresql"


class Memory:
    """How many MB the process has grown by at most since this was made."""

    def __init__(self):
        gc.collect()
        file, number = FORGET_PEAK
        file.write_text(number)
        self.before = megabytes("VmRSS")

    @property
    def growth(self):
        return megabytes("VmHWM") - self.before


def megabytes(name):
    """A figure of the kernel's about this process."""
    lines = dict(line.split(":", 1) for line in STATUS.read_text().splitlines())
    return int(lines[name].split()[0]) / 1024


def run_in_own_process(module, *given):
    """Return what the `main` of a module prints in a process of its own, as JSON.

    Only so is its memory its own, and nothing kept from what was measured before.
    """
    command = [sys.executable, "-m", "benchmarks.child", module, *map(str, given)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)
