"""Workbooks (XLSX, XLSM, XLSB, XLS, ODS) by python-calamine; for the child process."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING

import python_calamine as calamine

from meetings.sheets.books import (
    MAX_COLUMNS,
    MAX_ROWS,
    Book,
    Cell,
    Sheet,
    Unreadable,
)

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAX_UNPACKED = 100 * 1024 * 1024
MAX_ENTRIES = 1_000
MAX_RATIO = 100


def is_workbook(data: bytes) -> bool:
    """Whether the content is packed as workbooks are."""
    return data.startswith((ZIP, OLE))


def read_workbook(data: bytes) -> Book:
    """Read all sheets that hold anything; raise Unreadable where that is not safe."""
    if data.startswith(ZIP):
        check_archive(data)
    try:
        book = calamine.load_workbook(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
    except calamine.PasswordError:
        raise Unreadable("password") from None
    except calamine.CalamineError:
        raise Unreadable("not_a_sheet") from None
    return Book([read_sheet(sheet) for sheet in sheets])


def check_archive(data: bytes) -> None:
    """Refuse an archive that claims to unpack to more than a list can need."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except zipfile.BadZipFile:
        raise Unreadable("broken") from None
    unpacked = sum(entry.file_size for entry in entries)
    allowed = min(MAX_UNPACKED, max(len(data) * MAX_RATIO, 1024 * 1024))
    if len(entries) > MAX_ENTRIES or unpacked > allowed:
        raise Unreadable("unpacks_too_large")


def read_sheet(sheet: CalamineSheet) -> Sheet:
    """Read one sheet from its first row and column on."""
    if sheet.total_height > MAX_ROWS:
        raise Unreadable("too_many_rows", sheet=sheet.name)
    if sheet.total_width > MAX_COLUMNS:
        raise Unreadable("too_many_columns", sheet=sheet.name)
    rows = sheet.to_python(skip_empty_area=False)
    return Sheet(sheet.name, [[normal(cell) for cell in row] for row in rows])


def normal(cell: object) -> Cell:
    """A cell as it was meant: 1 for 1.0, a date for midnight, None for a blank."""
    if isinstance(cell, str):
        return cell or None
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date()
    if isinstance(cell, dt.timedelta):
        return str(cell)
    if isinstance(cell, bool | int | float | dt.date | dt.time):
        return cell
    return None
