"""Read the tables of a web page, which many systems send as .xls.

As Excel does, it puts all of a page into one sheet: tables below one another, and what
stands between them on rows of their own.
"""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage

from meetings.spreadsheets.files.delimited import count_known_words
from meetings.spreadsheets.files.encodings import (
    ENCODINGS,
    ISO_2022,
    detect,
    try_decode,
)
from meetings.spreadsheets.files.finishing import finished
from meetings.spreadsheets.files.html_page import Page
from meetings.spreadsheets.types import Book, Sheet, Unreadable

CHARSET = re.compile(
    rb"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE
)
# What pages call the codecs, where Python or its stricter codec would not do.
CODECS = {
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "ksc5601": "cp949",
    "windows-949": "cp949",
    "ms949": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "euc-jp": "euc_jp",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5",
    "utf-16": "utf-16",
    "unicode": "utf-16",
    "iso-2022-jp": "iso2022_jp",
}
NAME = "HTML"


def read_html(data: bytes, encoding: str | None = None) -> Book:
    """Return the page as one sheet; raise Unreadable where it has no table."""
    codec = encoding or codec_of(data)
    text = try_decode(data, codec)
    if text is None:
        text = data.decode(codec, "replace")
    return Book([sheet_of(text, NAME)], codec)


def read_web_archive(data: bytes) -> Book:
    """Return the pages that have tables, of a page that was saved with its parts."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    texts = [
        str(part.get_content())
        for part in message.walk()
        if isinstance(part, EmailMessage) and part.get_content_type() == "text/html"
    ]
    sheets = [
        sheet_of(text, f"{NAME} {number}" if number > 1 else NAME)
        for number, text in enumerate((t for t in texts if "<table" in t.lower()), 1)
    ]
    if not sheets:
        raise Unreadable("not_a_sheet")
    return Book(sheets)


def codec_of(data: bytes) -> str:
    """Return the codec that the page names, unless its bytes are of another."""
    named = CHARSET.search(data[:4096])
    codec = CODECS.get(named[1].decode().lower(), "") if named else ""
    if codec in (*ENCODINGS, *ISO_2022) and try_decode(data, codec) is not None:
        return codec
    return detect(data, count_known_words) or codec or "utf-8"


def sheet_of(text: str, name: str) -> Sheet:
    page = Page()
    page.feed(text)
    page.close()
    page.end_row()
    if not page.has_table:
        raise Unreadable("not_a_sheet")
    return finished(name, page.rows, page.marks)
