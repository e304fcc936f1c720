"""Grids as HTML and as SpreadsheetML 2003, both of which are called .xls."""

import datetime as dt
from xml.sax.saxutils import escape, quoteattr

PAGE = """<html xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv="Content-Type" content="text/html; charset={encoding}">
<style>td {{mso-number-format:"\\@"}} br {{mso-data-placement:same-cell}}</style></head>
<body><table border="1">
{rows}
</table></body></html>
"""
BOOK = """<?xml version="1.0" encoding="UTF-8"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
{sheets}
</Workbook>
"""


class Merged:
    """Which cells begin a merged area, and which lie below one."""

    def __init__(self, grid):
        self.spans = {
            (top, left): (bottom - top + 1, right - left + 1)
            for top, left, bottom, right in grid.merged
        }
        self.covered = {
            (row, column)
            for top, left, bottom, right in grid.merged
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        } - self.spans.keys()


def html_of(grid, encoding):
    merged = Merged(grid)
    rows = [
        "".join(
            td(grid.cells.get((row, column), ""), merged.spans.get((row, column)))
            for column in range(grid.width)
            if (row, column) not in merged.covered
        )
        for row in range(grid.height)
    ]
    lines = "\n".join(f"<tr>{row}</tr>" for row in rows)
    return PAGE.format(encoding=encoding, rows=lines)


def td(value, span):
    attributes = f" rowspan={span[0]} colspan={span[1]}" if span else ""
    text = escape(str(value)).replace("\n", "<br>")
    return f"<td{attributes}>{text or '&nbsp;'}</td>"


def spreadsheetml_of(grids):
    sheets = "\n".join(map(worksheet, grids))
    return BOOK.format(sheets=sheets).encode()


def worksheet(grid):
    merged = Merged(grid)
    rows = "\n".join(xml_row(grid, row, merged) for row in range(grid.height))
    name = quoteattr(grid.name)
    return f"<Worksheet ss:Name={name}><Table>\n{rows}\n</Table></Worksheet>"


def xml_row(grid, row, merged):
    """Return a row; blank cells are left out, so each cell tells its column."""
    places = [
        (row, column)
        for column in range(grid.width)
        if (row, column) in grid.cells.keys() | merged.spans.keys()
    ]
    cells = "".join(
        xml_cell(place[1], grid.cells.get(place, ""), merged.spans.get(place))
        for place in places
    )
    return f'<Row ss:Index="{row + 1}">{cells}</Row>'


def xml_cell(column, value, span):
    attributes = f' ss:Index="{column + 1}"'
    for name, count in zip(("Down", "Across"), span or (), strict=False):
        if count > 1:
            attributes += f' ss:Merge{name}="{count - 1}"'
    return f"<Cell{attributes}>{data(value)}</Cell>"


def data(value):
    if isinstance(value, dt.date):
        return f'<Data ss:Type="DateTime">{value.isoformat()}T00:00:00.000</Data>'
    kind = "String" if isinstance(value, str) else "Number"
    text = escape(str(value)).replace("\n", "&#10;")
    return f'<Data ss:Type="{kind}">{text}</Data>'
