"""Grids as XLSX, with all that a grid can have, and as ODS by our own writer."""

import datetime as dt
import io

from xlsxwriter import Workbook

from meetings.spreadsheets import Column, write_ods
from meetings.spreadsheets.output import sheet_names

DAY = "yyyy-mm-dd"


def xlsx_of(grids):
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        looks = Looks(book)
        names = sheet_names([grid.name for grid in grids])
        for grid, name in zip(grids, names, strict=True):
            write_sheet(book.add_worksheet(name), grid, looks)
    return file.getvalue()


class Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, book):
        self.book = book
        self.made = {}

    def of(self, grid, place):
        value = grid.cells.get(place)
        form = grid.formats.get(place, DAY if isinstance(value, dt.date) else "")
        key = form, place in grid.struck
        if not any(key):
            return None
        if key not in self.made:
            about = {"num_format": form} if form else {}
            about |= {"font_strikeout": True} if key[1] else {}
            self.made[key] = self.book.add_format(about)
        return self.made[key]


def write_sheet(sheet, grid, looks):
    for (row, column), value in grid.cells.items():
        if isinstance(value, str):
            sheet.write_string(row, column, value, looks.of(grid, (row, column)))
        elif isinstance(value, dt.date):
            sheet.write_datetime(row, column, value, looks.of(grid, (row, column)))
        else:
            sheet.write(row, column, value, looks.of(grid, (row, column)))
    for area in grid.merged:
        value = grid.cells.get(area[:2], "")
        sheet.merge_range(*area, value, looks.of(grid, area[:2]))
    for row in grid.hidden_rows:
        sheet.set_row(row, options={"hidden": True})
    for column in grid.hidden_columns:
        sheet.set_column(column, column, options={"hidden": True})


def ods_of(grids):
    """Return what our own writer makes, whose first row is one of headings."""
    file = io.BytesIO()
    sheets = []
    for grid in grids:
        first, *rows = grid.rows()
        sheets.append((grid.name, [Column(str(cell or "")) for cell in first], rows))
    write_ods(file, sheets)
    return file.getvalue()
