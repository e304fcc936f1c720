"""Read XLS files (Excel 2 to 2003) by xlrd, which knows their styles.

Structure: MS-XLS. Only in the child process.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import xlrd

from meetings.spreadsheets.files.finishing import Marks, finished
from meetings.spreadsheets.files.moments import moment
from meetings.spreadsheets.files.number_formats import shows_more
from meetings.spreadsheets.types import (
    LINE_ENDS,
    Area,
    Cell,
    NoValue,
    Place,
    Sheet,
    Unreadable,
)


def read_xls(data: bytes) -> list[Sheet]:
    """Return the sheets of a file, none where xlrd cannot read it."""
    book = open_xls(data)
    return [read_sheet(book, sheet) for sheet in book.sheets()] if book else []


def open_xls(data: bytes) -> Any:
    """Open a file with its styles, or else without; None if it is damaged.

    xlrd raises whatever reading beyond an end or an index raises.
    """
    for with_styles in (True, False):
        try:
            return xlrd.open_workbook(
                file_contents=data,
                formatting_info=with_styles,
                ragged_rows=True,
                logfile=io.StringIO(),
            )
        except xlrd.XLRDError as error:
            if "encrypted" in str(error):
                raise Unreadable("password") from None
        except MemoryError:
            raise
        except Exception:
            pass
    return None


def read_sheet(book: Any, sheet: Any) -> Sheet:
    marks = marks_of(book, sheet) if book.formatting_info else Marks()
    rows = rows_of(sheet, book.datemode)
    return finished(sheet.name, rows, marks, is_hidden=bool(sheet.visibility))


def rows_of(sheet: Any, datemode: int) -> Iterator[list[Cell]]:
    for row in range(sheet.nrows):
        pairs = zip(sheet.row_types(row), sheet.row_values(row), strict=True)
        yield [cell_of(kind, value, datemode) for kind, value in pairs]


def cell_of(kind: int, value: Any, datemode: int) -> Cell:
    """Return a cell of xlrd as ours."""
    if kind == xlrd.XL_CELL_TEXT:
        return LINE_ENDS.sub("\n", value) or None
    if kind == xlrd.XL_CELL_NUMBER:
        return int(value) if value.is_integer() else value
    if kind == xlrd.XL_CELL_DATE:
        return moment(value, from_1904=bool(datemode))
    if kind == xlrd.XL_CELL_BOOLEAN:
        return bool(value)
    if kind == xlrd.XL_CELL_ERROR:
        return NoValue(xlrd.error_text_from_code.get(value, "#ERROR!"))
    return None


def marks_of(book: Any, sheet: Any) -> Marks:
    """Return what the styles of a sheet say."""
    marks = Marks(
        hidden_rows={n for n, row in sheet.rowinfo_map.items() if is_out_of_sight(row)},
        hidden_columns={n for n, c in sheet.colinfo_map.items() if is_out_of_sight(c)},
        merged=[
            Area(top, left, below - 1, beside - 1)
            for top, below, left, beside in sheet.merged_cells
        ],
    )
    struck = {n for n, font in enumerate(book.font_list) if font.struck_out}
    struck_styles = {n for n, s in enumerate(book.xf_list) if s.font_index in struck}
    codes = {n: code_of(book, style) for n, style in enumerate(book.xf_list)}
    telling = {n: code for n, code in codes.items() if shows_more(code)}
    if struck_styles or telling:
        for row in range(sheet.nrows):
            for column in range(sheet.row_len(row)):
                style = sheet.cell_xf_index(row, column)
                if style in struck_styles:
                    marks.struck[row, column] = None
                if style in telling:
                    marks.formats[row, column] = telling[style]
    for place, runs in sheet.rich_text_runlist_map.items() if struck else ():
        add_struck_part(marks, place, sheet.cell_value(*place), runs, struck)
    return marks


def is_out_of_sight(about: Any) -> bool:
    return bool(about.hidden) or getattr(about, "height", 1) == 0


def code_of(book: Any, style: Any) -> str:
    known = book.format_map.get(style.format_key)
    return str(known.format_str) if known else ""


def add_struck_part(
    marks: Marks,
    place: Place,
    text: str,
    runs: list[tuple[int, int]],
    struck: set[int],
) -> None:
    """Add the parts of a text that are struck; a run is its begin and its font.

    Before the first run the text has the font of the cell.
    """
    kept = gone = ""
    is_struck = place in marks.struck
    begin = 0
    for end, font in [*runs, (len(text), -1)]:
        piece = text[begin:end]
        kept, gone = (kept, gone + piece) if is_struck else (kept + piece, gone)
        begin, is_struck = end, font in struck
    marks.struck.pop(place, None)
    if gone.strip():
        marks.struck[place] = gone if kept.strip() else None
        if kept.strip():
            marks.values[place] = kept
