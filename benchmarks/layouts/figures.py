"""The figures of the layouts."""

from collections import Counter

from benchmarks.figures import BenchmarkFigure, Runs
from benchmarks.layouts.judging import ASKED, RIGHT, WRONG


class Layouts(Runs):
    """What `layouts.measure` measured on one database."""

    def stages(self):
        """The seconds that all lists took together."""
        yield self.time("make, read and review all lists", "lists")

    def aims(self):
        """How many lists are read right and how many wrong, in all and by layout."""
        every = Counter()
        for count in self.answer["counts"].values():
            every.update(count)
        share = 100 * every[RIGHT] / every.total()
        yield BenchmarkFigure("read right", share, "%", aim=95, is_least=True)
        yield BenchmarkFigure("silently wrong", every[WRONG], "lists", aim=0)
        for layout, count in self.answer["counts"].items():
            rest = f"right, {count.get(ASKED, 0)} asked, {count.get(WRONG, 0)} wrong"
            yield BenchmarkFigure(f"  {layout}", count.get(RIGHT, 0), rest)
