"""Tell what kind of file the bytes are, by their content, and read it as that."""

from __future__ import annotations

import re

from meetings.spreadsheets.files.delimited import read_text
from meetings.spreadsheets.files.finishing import check_size
from meetings.spreadsheets.files.html_tables import read_html, read_web_archive
from meetings.spreadsheets.files.spreadsheetml import read_spreadsheetml
from meetings.spreadsheets.files.workbooks import (
    is_workbook,
    read_workbook,
)
from meetings.spreadsheets.types import Book, Unreadable

# How much of a file is looked at: XML and HTML name themselves in their first lines.
BEGINNING = 4096
UNSEEN_AT_BEGIN = b"\xef\xbb\xbf\xff\xfe \t\r\n\x00"
SPREADSHEETML = b"urn:schemas-microsoft-com:office:spreadsheet"
WORKBOOK = re.compile(rb"<(?:ss:)?Workbook[\s>]")
HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|meta|body|table|style|title|div|center|h[1-6]"
    rb"|font|br|p|form)[\s/>]",
    re.IGNORECASE,
)
WEB_ARCHIVE = re.compile(rb"(?:mime-version|from|content-type):\s", re.IGNORECASE)


def read_book(data: bytes, encoding: str | None = None) -> Book:
    """Read a file of any kind; raise Unreadable with a sentence where that fails."""
    book = read_any(data, encoding)
    check_size(book.sheets)
    return book


def read_any(data: bytes, encoding: str | None) -> Book:
    if is_workbook(data):
        return read_workbook(data)
    # Without zero bytes, UTF-16 begins as other text does.
    begin = data[:BEGINNING].replace(b"\0", b"").lstrip(UNSEEN_AT_BEGIN)
    if begin.startswith(b"<"):
        if WORKBOOK.search(begin) and SPREADSHEETML in begin:
            return read_spreadsheetml(data)
        if HTML.search(begin):
            return read_html(data, encoding)
        raise Unreadable("not_a_sheet")
    if WEB_ARCHIVE.match(begin) and b"text/html" in data:
        return read_web_archive(data)
    return read_text(data, encoding)
