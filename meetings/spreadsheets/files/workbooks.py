"""Read workbooks (XLSX, XLSM, XLSB, ODS, XLS).

Only in the child process: calamine aborts the process on some damaged files.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator

import python_calamine as calamine

from meetings.spreadsheets.files.finishing import Marks, finished
from meetings.spreadsheets.files.ods import ODS_CONTENT, as_calamine_reads, ods_marks
from meetings.spreadsheets.files.packages import BROKEN, Package
from meetings.spreadsheets.files.passwords import without_default_password
from meetings.spreadsheets.files.xls import read_xls
from meetings.spreadsheets.files.xlsb import WORKBOOK as XLSB_WORKBOOK
from meetings.spreadsheets.files.xlsb import xlsb_marks
from meetings.spreadsheets.files.xlsx import has_far_cells, read_xlsx, xlsx_marks
from meetings.spreadsheets.types import (
    LINE_ENDS,
    Area,
    Book,
    Cell,
    Sheet,
    Unreadable,
)

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")  # which no database takes as text
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# How a file of Excel 2 to 5 begins that is not packed in an OLE file: with its BOF.
OLD_XLS = re.compile(rb"\x09[\x00\x02\x04\x08][\x04-\x10]\x00")


def is_workbook(data: bytes) -> bool:
    """Whether the content begins as a zip archive or a file of Excel before 2007."""
    return data.startswith((ZIP, OLE)) or OLD_XLS.match(data) is not None


def read_workbook(data: bytes) -> Book:
    """Read all sheets; raise Unreadable where that is not safe.

    A merged cell gives its value to every cell that it covers.
    """
    data = without_default_password(data) if data.startswith(OLE) else data
    return read_package(data) if data.startswith(ZIP) else Book(read_old_xls(data))


def read_package(data: bytes) -> Book:
    """Read a workbook that is a zip archive."""
    package = Package(data)
    if package.is_encrypted:
        raise Unreadable("password")
    marks: dict[str, Marks] = {}
    warnings: list[tuple[str, dict[str, str | int]]] = []
    is_far = False
    try:
        marks = marks_of(package)
        data = as_calamine_reads(package) or data
        is_far = has_far_cells(package)
    except BROKEN:  # calamine, which is the more lenient, may read the values
        warnings.append(("marks_unread", {}))
    if is_far:
        return Book(read_anyway(package), warnings=warnings)
    try:
        return Book(read_by_calamine(data, marks), warnings=warnings)
    except Unreadable as error:
        if error.code != "not_a_sheet":
            raise
        return Book(read_anyway(package), warnings=warnings)


def read_anyway(package: Package) -> list[Sheet]:
    """Read an XLSX file by our own reader; raise Unreadable if it is damaged."""
    try:
        return read_xlsx(package)
    except Unreadable:
        raise
    except BROKEN:
        raise Unreadable("broken") from None


def marks_of(package: Package) -> dict[str, Marks]:
    """Return the marks of each sheet of a workbook, by its name."""
    if ODS_CONTENT in package:
        return ods_marks(package)
    return xlsb_marks(package) if XLSB_WORKBOOK in package else xlsx_marks(package)


def read_old_xls(data: bytes) -> list[Sheet]:
    """Read an XLS file; one that xlrd finds damaged may be read without marks."""
    return read_xls(data) or read_by_calamine(data, {})


def read_by_calamine(data: bytes, marks: dict[str, Marks]) -> list[Sheet]:
    try:
        book = calamine.load_workbook(io.BytesIO(data))
        return [
            read_sheet(book.get_sheet_by_name(about.name), about, marks)
            for about in book.sheets_metadata
            if about.typ == calamine.SheetTypeEnum.WorkSheet
        ]
    except calamine.PasswordError:
        raise Unreadable("password") from None
    except calamine.CalamineError:
        raise Unreadable("not_a_sheet") from None


def read_sheet(
    sheet: calamine.CalamineSheet,
    about: calamine.SheetMetadata,
    marks: dict[str, Marks],
) -> Sheet:
    own = marks.get(about.name, Marks())
    own.merged += [
        Area(*first, *last) for first, last in sheet.merged_cell_ranges or ()
    ]
    is_hidden = about.visible != calamine.SheetVisibleEnum.Visible
    return finished(about.name, rows_of(sheet), own, is_hidden)


def rows_of(sheet: calamine.CalamineSheet) -> Iterator[list[Cell]]:
    """Yield the rows from the first column on; calamine leaves out blank ones."""
    if sheet.start is not None:
        left: list[Cell] = [None] * sheet.start[1]
        for row in sheet.iter_rows():
            yield left + [normalized(cell) for cell in row]


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
