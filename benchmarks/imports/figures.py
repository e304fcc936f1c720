"""The figures of the import."""

from benchmarks.figures import BenchmarkFigure, Runs

STAGES = ("read", "review", "store", "confirm")
SAVING = STAGES[1:]
READING = STAGES[:2]
AGAIN = " again"
FEW, ALL = " with few governments", " with all governments"


class Imports(Runs):
    """What `imports.measure` measured on one database."""

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
        for known in (FEW, ALL):
            yield self.time(f"read + review{known}", *named(READING, known))
        yield self.time("floor: bulk_create alone", "floor")
        stock_rows = self.answer["stock_rows"]
        yield self.time(f"stock import-export, {stock_rows:,} rows", "stock")

    def aims(self):
        """The figures that there are aims for."""
        yield self.compare_rates(
            "review + store + confirm",
            "stock import-export",
            (self.answer["rows"], *SAVING),
            (self.answer["stock_rows"], "stock"),
            aim=12,
        )
        yield self.compare("confirm", "floor", ["confirm"], ["floor"], 1.5)
        for stages in (["confirm"], SAVING):
            name = f"the same list again: {' + '.join(stages)}"
            yield self.compare(name, "confirm", again(stages), ["confirm"], 0.7)
        yield self.compare(
            "read + review with all governments",
            "without municipalities",
            named(READING, ALL),
            named(READING, FEW),
            1.15,
        )
        most = 60 if self.answer["database"].startswith("PostgreSQL") else None
        yield BenchmarkFigure("the whole path", self.count(STAGES), "queries", aim=most)
        growth = self.answer["growth"]
        yield BenchmarkFigure("growth of memory: read", growth["read"], "MB", aim=20)
        yield BenchmarkFigure("growth of memory: path", growth["path"], "MB", aim=100)


def again(stages):
    return named(stages, AGAIN)


def named(stages, suffix):
    return [stage + suffix for stage in stages]
