"""The figures of the lookups."""

from benchmarks.figures import BenchmarkFigure, Runs

MOST = 30  # milliseconds, after which who types notices that the list lags behind


class Lookups(Runs):
    """What `lookups.measure` measured on one database."""

    def stages(self):
        """The seconds of a request for each text."""
        for name in self.seconds:
            yield self.time(name, name)

    def aims(self):
        """The slowest text of each kind."""
        kinds = dict.fromkeys(name.partition(":")[0] for name in self.seconds)
        for kind in kinds:
            own = [name for name in self.seconds if name.startswith(f"{kind}:")]
            slowest = 1000 * max(map(self.median_of, own))
            yield BenchmarkFigure(f"{kind}: the slowest text", slowest, "ms", aim=MOST)
