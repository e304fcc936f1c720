"""What a sheet holds before it is written in any format: cells, and how they look."""

from dataclasses import dataclass, field


@dataclass
class Grid:
    """A sheet that is being laid out; rows and columns count from 0.

    `merged` are areas (top, left, bottom, right); `formats` are number formats by cell.
    """

    name: str
    cells: dict = field(default_factory=dict)
    merged: list = field(default_factory=list)
    formats: dict = field(default_factory=dict)
    struck: set = field(default_factory=set)
    hidden_rows: set = field(default_factory=set)
    hidden_columns: set = field(default_factory=set)

    @property
    def height(self):
        return 1 + max((row for row, _column in self.cells), default=-1)

    @property
    def width(self):
        return 1 + max((column for _row, column in self.cells), default=-1)

    def put(self, row, column, value):
        if value not in (None, ""):
            self.cells[row, column] = value

    def put_row(self, row, values, left=0):
        for column, value in enumerate(values, left):
            self.put(row, column, value)

    def put_column(self, column, values, top=0):
        for row, value in enumerate(values, top):
            self.put(row, column, value)

    def merge(self, top, left, bottom, right):
        if (top, left) != (bottom, right):
            self.merged.append((top, left, bottom, right))

    def rows(self):
        """Return the cells row by row, None where there is nothing."""
        return [
            [self.cells.get((row, column)) for column in range(self.width)]
            for row in range(self.height)
        ]
