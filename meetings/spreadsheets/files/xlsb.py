"""What calamine does not tell of an XLSB file: hidden and struck cells, and formats.

Structure: MS-XLSB, 2.1.4 (records) and 2.4 (their contents). Struck parts of a cell are
not looked for.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from xlrd import error_text_from_code

from meetings.spreadsheets.files.finishing import Marks
from meetings.spreadsheets.files.moments import is_moment
from meetings.spreadsheets.files.number_formats import shows_more
from meetings.spreadsheets.files.packages import Package, Relations
from meetings.spreadsheets.files.xlsx_styles import BUILT_IN_MOMENTS
from meetings.spreadsheets.types import MAX_COLUMNS, MAX_ROWS, Area, NoValue

WORKBOOK = "xl/workbook.bin"
ROW, COLUMNS, MERGED, SHEET = 0, 60, 176, 156
ERROR, FORMULA_ERROR, LAST_OF_CELLS = 3, 11, 11
FONT, FORMAT, STYLE, BEGIN_STYLES, END_STYLES = 43, 44, 47, 617, 618
IS_STRUCK, IS_ROW_HIDDEN, IS_COLUMN_HIDDEN = 0x08, 0x10, 0x01


def xlsb_marks(package: Package) -> dict[str, Marks]:
    """Return the marks of each sheet, by its name."""
    styles = BinaryStyles(package.read("xl/styles.bin"))
    targets = Relations(package, WORKBOOK).targets
    marks = {}
    for kind, body in records(package.read(WORKBOOK)):
        if kind == SHEET:
            relation, behind = wide_text(body, 8)
            name, _behind = wide_text(body, behind)
            sheet = package.read(targets.get(relation, ""))
            marks[name] = marks_of(sheet, styles)
    return marks


def records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the number and the content of each record."""
    at = 0
    while at < len(data):
        kind, at = packed_number(data, at, 2)
        size, at = packed_number(data, at, 4)
        yield kind, data[at : at + size]
        at += size


def packed_number(data: bytes, at: int, most: int) -> tuple[int, int]:
    """Return a number of bytes of seven bits each, and the place behind it.

    The number of a record keeps the eighth bit of its first byte.
    """
    value = shift = 0
    for byte in data[at : at + most]:
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if not byte & 0x80:
            break
    return value, at


def wide_text(body: bytes, at: int) -> tuple[str, int]:
    """Return a text that begins with its length, and the place behind it."""
    (length,) = struct.unpack_from("<I", body, at)
    end = at + 4 + 2 * length
    return body[at + 4 : end].decode("utf-16-le"), end


class BinaryStyles:
    """The cell formats by number: those that strike out, and codes that tell more."""

    def __init__(self, data: bytes) -> None:
        fonts: list[bool] = []
        codes: dict[int, str] = {}
        self.struck: set[int] = set()
        self.telling: dict[int, str] = {}
        count, is_cells = 0, False
        for kind, body in records(data):
            if kind == FONT:
                fonts.append(bool(body[2] & IS_STRUCK))
            elif kind == FORMAT:
                codes[body[0] + 256 * body[1]] = wide_text(body, 2)[0]
            elif kind in (BEGIN_STYLES, END_STYLES):
                is_cells = kind == BEGIN_STYLES
            elif kind == STYLE and is_cells:
                _parent, number, font = struct.unpack_from("<HHH", body)
                if font < len(fonts) and fonts[font]:
                    self.struck.add(count)
                built_in = "yyyy-mm-dd" if number in BUILT_IN_MOMENTS else ""
                code = codes.get(number, built_in)
                if shows_more(code) or is_moment(code):
                    self.telling[count] = code
                count += 1


def marks_of(data: bytes, styles: BinaryStyles) -> Marks:
    marks = Marks()
    row = 0
    for kind, body in records(data):
        if kind == ROW:
            (row,) = struct.unpack_from("<I", body)
            if body[11] & IS_ROW_HIDDEN:
                marks.hidden_rows.add(row)
        elif kind <= LAST_OF_CELLS:
            if row < MAX_ROWS:
                add_cell(marks, kind, row, body, styles)
        elif kind == COLUMNS and body[16] & IS_COLUMN_HIDDEN:
            first, last = struct.unpack_from("<II", body)
            marks.hidden_columns.update(range(first, min(last + 1, MAX_COLUMNS)))
        elif kind == MERGED:
            top, bottom, left, right = struct.unpack_from("<IIII", body)
            marks.merged.append(Area(top, left, bottom, right))
    return marks


def add_cell(
    marks: Marks, kind: int, row: int, body: bytes, styles: BinaryStyles
) -> None:
    column, style = struct.unpack_from("<II", body)
    style &= 0xFFFFFF
    if column >= MAX_COLUMNS:
        return
    if kind in (ERROR, FORMULA_ERROR):
        text = error_text_from_code.get(body[8], "#ERROR!")
        marks.values[row, column] = NoValue(text)
    if style in styles.struck:
        marks.struck[row, column] = None
    if style in styles.telling:
        marks.formats[row, column] = styles.telling[style]
