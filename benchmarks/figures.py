"""What was measured on one database as figures, each beside its aim if it has one."""

from dataclasses import dataclass
from statistics import median

STAGES = ("read", "review", "store", "confirm")
SAVING = STAGES[1:]
AGAIN = " again"


@dataclass
class Figure:
    """A figure; the aim is for its ratio to another one if there is one, else for it.

    `is_least` says that the aim is the least it should be, not the most.
    """

    name: str
    value: float
    unit: str
    against: str = ""
    compared: float | None = None
    aim: float | None = None
    is_least: bool = False
    lowest: float | None = None
    highest: float | None = None
    queries: int | None = None

    @property
    def ratio(self):
        return self.value / self.compared if self.compared else None

    @property
    def met(self):
        if self.aim is None:
            return None
        held = self.value if self.ratio is None else self.ratio
        return held >= self.aim if self.is_least else held <= self.aim


class Measured:
    """What `run` measured on one database."""

    def __init__(self, answer):
        self.seconds, self.queries = answer["seconds"], answer["queries"]
        self.growth = answer["growth"]
        self.rows, self.stock_rows = answer["rows"], answer["stock_rows"]
        self.is_postgresql = answer["database"].startswith("PostgreSQL")

    def stages(self):
        """The seconds of each stage, and of the stages together."""
        yield self.time("read", "read")
        yield self.time("  of it: unpack the workbook, in process", "unpack")
        yield self.time("  of it: recognise the list, in process", "recognise")
        for stage in SAVING:
            yield self.time(stage, stage)
        yield self.time("the whole path", *STAGES)
        for stage in STAGES:
            yield self.time(f"the same list again: {stage}", stage + AGAIN)
        yield self.time("the same list again: the whole path", *again(STAGES))
        yield self.time("floor: bulk_create alone", "floor")
        yield self.time(f"stock import-export, {self.stock_rows:,} rows", "stock")

    def aims(self):
        """The figures that there are aims for."""
        yield Figure(
            "review + store + confirm",
            self.rows / self.middle(*SAVING),
            "rows/s",
            "stock import-export",
            self.stock_rows / self.middle("stock"),
            aim=12,
            is_least=True,
        )
        yield self.compare("confirm", "floor", ["confirm"], ["floor"], 1.5)
        for stages in (["confirm"], SAVING):
            name = f"the same list again: {' + '.join(stages)}"
            yield self.compare(name, "confirm", again(stages), ["confirm"], 0.7)
        name, most = "the whole path", 60 if self.is_postgresql else None
        yield Figure(name, self.count(STAGES), "queries", aim=most)
        yield Figure("growth of memory: read", self.growth["read"], "MB", aim=20)
        yield Figure("growth of memory: path", self.growth["path"], "MB", aim=100)

    def time(self, name, *stages):
        runs = self.runs(stages)
        return Figure(
            name,
            median(runs),
            "s",
            lowest=min(runs),
            highest=max(runs),
            queries=self.count(stages),
        )

    def compare(self, name, against, stages, others, aim):
        value, compared = self.middle(*stages), self.middle(*others)
        return Figure(name, value, "s", against, compared, aim)

    def middle(self, *stages):
        return median(self.runs(stages))

    def runs(self, stages):
        """The seconds that the stages took together, run by run."""
        return [sum(run) for run in zip(*map(self.seconds.get, stages), strict=True)]

    def count(self, stages):
        return sum(self.queries[stage] for stage in stages)


def again(stages):
    return [stage + AGAIN for stage in stages]
