"""The figures of the exports."""

from itertools import product

from benchmarks.figures import BenchmarkFigure, Runs

SUFFIXES = ("xlsx", "csv")
LISTS = ("short", "long")
# How many times as many rows a second as the stock export, without and with the
# related rows loaded at once.
LEAST = {"xlsx": {"stock": 30, "related": 9}, "csv": {"stock": 40, "related": None}}
WRITTEN_BY = {"xlsx": "the same writer", "csv": "the csv module"}
STOCK = {"stock": "stock", "related": "stock, select_related"}
# For each paper: the size of its meeting, its label, and the seconds it may take.
PAPERS = {
    "badges": ("badges", "badges, A6", 10),
    "badges-a4": ("badges", "badges, eight on A4", 10),
    "participants 1": ("participants", "participants, one language", 3),
    "participants 4": ("participants", "participants, four languages", 3),
}


class Exports(Runs):
    """What `exports.measure` measured on one database."""

    def __init__(self, answer):
        super().__init__(answer)
        self.sizes = answer["sizes"]
        self.in_stock = [s for s in SUFFIXES if f"stock {s}" in self.seconds]
        self.papers = [paper for paper in PAPERS if paper in self.seconds]

    def stages(self):
        """The seconds of each file, of what it is held against, and of each paper."""
        for size, suffix in product(LISTS, SUFFIXES):
            name = self.list_name(suffix, size)
            yield self.time(name, f"list {suffix} {size}")
            floor = f"  floor: raw SQL, {WRITTEN_BY[suffix]}"
            yield self.time(floor, f"floor {suffix} {size}")
            yield self.time("  the same, streamed", f"streamed {suffix} {size}")
        for stock, suffix in product(STOCK, self.in_stock):
            name = f"{STOCK[stock]}: {suffix.upper()}, {self.sizes['stock']:,} rows"
            yield self.time(name, stock, f"{stock} {suffix}")
        yield self.time(f"first byte, {self.list_name('csv', 'long')}", "first byte")
        yield self.time("  first rows of it", "first byte", "first rows")
        for paper in self.papers:
            yield self.time(self.name_of(paper), paper)

    def aims(self):
        """The figures that there are aims for."""
        for size, suffix in product(LISTS, SUFFIXES):
            yield from self.aims_of_list(suffix, size)
        for suffix in SUFFIXES:
            yield self.growth(suffix)
        first = self.median_of("first byte")
        yield BenchmarkFigure("first byte of the long CSV", first, "s", aim=1)
        for paper in self.papers:
            seconds, most = self.median_of(paper), PAPERS[paper][2]
            yield BenchmarkFigure(self.name_of(paper), seconds, "s", aim=most)

    def aims_of_list(self, suffix, size):
        stage, name = f"list {suffix} {size}", self.list_name(suffix, size)
        for stock, aim in LEAST[suffix].items() if suffix in self.in_stock else ():
            done = self.sizes[size], stage
            other = self.sizes["stock"], stock, f"{stock} {suffix}"
            yield self.compare_rates(name, STOCK[stock], done, other, aim)
        yield self.compare(name, "floor", [stage], [f"floor {suffix} {size}"], 1.5)
        yield self.compare(name, "streamed", [stage], [f"streamed {suffix} {size}"])
        yield BenchmarkFigure(name, self.count([stage]), "queries", aim=1)

    def growth(self, suffix):
        """The memory that ten times the rows take beyond what the first take."""
        short, long = (self.answer["growth"][f"{suffix} {size}"] for size in LISTS)
        name = f"growth of memory by ten times the rows, {suffix.upper()}"
        return BenchmarkFigure(name, long - short, "MB", aim=40)

    def list_name(self, suffix, size):
        return f"{suffix.upper()}, {self.sizes[size]:,} rows"

    def name_of(self, paper):
        size, label, _most = PAPERS[paper]
        return f"{self.sizes[size]:,} {label}"
