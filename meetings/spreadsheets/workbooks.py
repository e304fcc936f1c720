"""Read workbooks (XLSX, XLSM, XLSB, XLS, ODS) by python-calamine.

Only in the child process: calamine aborts the process on some damaged files.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
import zlib
from contextlib import suppress

import python_calamine as calamine

from meetings.spreadsheets.types import (
    LINE_ENDS,
    MAX_COLUMNS,
    MAX_ROWS,
    Book,
    Cell,
    NoValue,
    Sheet,
    Unreadable,
)
from meetings.spreadsheets.uncomputed import uncomputed_cells

ODS_CONTENT, TAB = "content.xml", re.compile(rb"<text:tab\s*/>")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")  # which no database takes as text
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAX_UNPACKED = 100 * 1024 * 1024
MAX_ENTRIES = 1_000
MAX_RATIO = 100  # of unpacked to packed bytes; a zip bomb has a thousand and more
# What Python's reader raises on archives that are damaged.
BROKEN = (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError, zlib.error)


def is_workbook(data: bytes) -> bool:
    """Whether the content begins as a zip archive or an OLE file does."""
    return data.startswith((ZIP, OLE))


def read_workbook(data: bytes) -> Book:
    """Read all sheets that hold anything; raise Unreadable where that is not safe.

    A merged cell gives its value to every cell that it covers.
    """
    if data.startswith(ZIP):
        check_archive(data)
        data = with_tabs(data)
    try:
        book = calamine.load_workbook(io.BytesIO(data))
        sheets = [
            read_sheet(book.get_sheet_by_name(about.name), is_hidden(about))
            for about in book.sheets_metadata
            if about.typ == calamine.SheetTypeEnum.WorkSheet
        ]
    except calamine.PasswordError:
        raise Unreadable("password") from None
    except calamine.CalamineError:
        raise Unreadable("not_a_sheet") from None
    if data.startswith(ZIP):
        with suppress(*BROKEN):  # calamine, which is the more lenient, has read it
            mark_uncomputed(sheets, uncomputed_cells(data))
    return Book(sheets)


def is_hidden(about: calamine.SheetMetadata) -> bool:
    return about.visible != calamine.SheetVisibleEnum.Visible


def check_archive(data: bytes) -> None:
    """Refuse an archive that claims to unpack to more than a list can need."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except BROKEN:
        raise Unreadable("broken") from None
    unpacked = sum(entry.file_size for entry in entries)
    allowed = min(MAX_UNPACKED, max(len(data) * MAX_RATIO, 1024 * 1024))
    if len(entries) > MAX_ENTRIES or unpacked > allowed:
        raise Unreadable("unpacks_too_large")


def with_tabs(data: bytes) -> bytes:
    """Return the archive with the tabs of an ODS file as characters.

    calamine drops the elements that they are, and words would run together.
    """
    with suppress(*BROKEN, KeyError):
        archive = zipfile.ZipFile(io.BytesIO(data))
        content = archive.read(ODS_CONTENT)
        if TAB.search(content):
            renewed = io.BytesIO()
            with zipfile.ZipFile(renewed, "w") as copy:
                for name in {*archive.namelist()} - {ODS_CONTENT}:
                    copy.writestr(name, archive.read(name))
                copy.writestr(ODS_CONTENT, TAB.sub(b"&#9;", content))
            return renewed.getvalue()
    return data


def read_sheet(sheet: calamine.CalamineSheet, is_hidden: bool) -> Sheet:
    """Read one sheet from its first row and column on; raise if it is too large.

    calamine would begin at the first filled cell, and rows have to keep their numbers.
    """
    if sheet.total_height > MAX_ROWS:
        raise Unreadable("too_many_rows", sheet=sheet.name)
    if sheet.total_width > MAX_COLUMNS:
        raise Unreadable("too_many_columns", sheet=sheet.name)
    cells = sheet.to_python(skip_empty_area=False)
    rows = [[normalized(cell) for cell in row] for row in cells]
    for first, last in sheet.merged_cell_ranges or ():
        fill_merged_cells(rows, first, last)
    return Sheet(sheet.name, rows, is_hidden)


def fill_merged_cells(
    rows: list[list[Cell]], first: tuple[int, int], last: tuple[int, int]
) -> None:
    """Give the value of a merged cell to all cells from `first` to `last`."""
    (top, left), (bottom, right) = first, last
    if top >= len(rows) or left >= len(rows[top]):
        return
    value = rows[top][left]
    for row in rows[top : bottom + 1]:
        row[left : right + 1] = [value] * len(row[left : right + 1])


def mark_uncomputed(
    sheets: list[Sheet], uncomputed: dict[str, dict[tuple[int, int], str]]
) -> None:
    """Put NoValue where a formula has no value; calamine gives a blank there."""
    for sheet in sheets:
        for (row, column), text in uncomputed.get(sheet.name, {}).items():
            if row < len(sheet.rows) and column < len(sheet.rows[row]):
                sheet.rows[row][column] = NoValue(text)


def normalized(cell: object) -> Cell:
    """Return a cell as it was meant: 1 for 1.0, a date for midnight, None for blank."""
    if isinstance(cell, str):
        return LINE_ENDS.sub("\n", CONTROL.sub("", cell)) or None
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date()
    if isinstance(cell, dt.timedelta):
        return str(cell)
    if isinstance(cell, bool | int | float | dt.date | dt.time):
        return cell
    return None
