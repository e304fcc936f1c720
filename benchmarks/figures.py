"""Figures, each beside its aim if it has one, and how they follow from runs."""

from dataclasses import dataclass
from statistics import median


@dataclass
class BenchmarkFigure:
    """A figure; its aim is for the ratio to another one if there is one, else for it.

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


class Runs:
    """The seconds of each run and the queries of the last, by what was done."""

    def __init__(self, answer):
        self.answer = answer
        self.seconds, self.queries = answer["seconds"], answer["queries"]

    def time(self, name, *stages):
        runs = self.runs(stages)
        return BenchmarkFigure(
            name,
            median(runs),
            "s",
            lowest=min(runs),
            highest=max(runs),
            queries=self.count(stages),
        )

    def compare(self, name, against, stages, others, aim=None):
        value, compared = self.median_of(*stages), self.median_of(*others)
        return BenchmarkFigure(name, value, "s", against, compared, aim)

    def compare_rates(self, name, against, done, other, aim=None):
        """Compare rows a second; `done` and `other` are rows, then stages."""
        value, compared = self.rate(*done), self.rate(*other)
        return BenchmarkFigure(
            name, value, "rows/s", against, compared, aim, is_least=True
        )

    def rate(self, rows, *stages):
        return rows / self.median_of(*stages)

    def median_of(self, *stages):
        return median(self.runs(stages))

    def runs(self, stages):
        """Return the seconds that the stages took together, run by run."""
        return [sum(run) for run in zip(*map(self.seconds.get, stages), strict=True)]

    def count(self, stages):
        return sum(self.queries[stage] for stage in stages)
