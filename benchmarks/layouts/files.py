"""Write grids as the files that delegations send."""

import csv
import io

from benchmarks.layouts.markup import html_of, spreadsheetml_of
from benchmarks.layouts.workbooks import ods_of, xlsx_of

DELIMITERS = {"csv": ",", "tsv": "\t", "pipe": "|"}
SUFFIXES = {"html": "xls", "spreadsheetml": "xls", "pipe": "txt"}
ENCODINGS = {
    "ko": ("utf-8", "utf-8-sig", "utf-16", "cp949", "cp949"),
    "ja": ("utf-8", "utf-8-sig", "utf-16", "cp932", "cp932", "euc_jp", "iso2022_jp"),
    "zh": ("utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"),
    "en": ("utf-8", "utf-8-sig", "utf-16", "ascii"),
}
OF_PAGES = {
    "ko": ("utf-8", "euc-kr"),
    "ja": ("utf-8", "cp932"),
    "zh": ("utf-8", "gbk"),
    "en": ("utf-8",),
}
WORKBOOKS = {"xlsx": xlsx_of, "ods": ods_of, "spreadsheetml": spreadsheetml_of}


def suffix_of(kind):
    return SUFFIXES.get(kind, kind)


def write(grids, kind, language, random):
    """Return the bytes of a file of some format, and the encoding of its text."""
    if kind in WORKBOOKS:
        return WORKBOOKS[kind](grids), ""
    (grid,) = grids
    if kind == "html":
        encoding = random.choice(OF_PAGES[language])
        return encoded(html_of(grid, encoding), encoding)
    text = delimited(grid, DELIMITERS[kind], random.choice(("\r\n", "\n")))
    return encoded(text, random.choice(ENCODINGS[language]))


def encoded(text, encoding):
    """Encode a text; in UTF-8 if the encoding lacks a character of it."""
    try:
        return text.encode(encoding), encoding
    except UnicodeEncodeError:
        return text.replace(encoding, "utf-8").encode("utf-8-sig"), "utf-8-sig"


def delimited(grid, delimiter, line_end):
    file = io.StringIO()
    writer = csv.writer(file, delimiter=delimiter, lineterminator=line_end)
    writer.writerows(grid.rows())
    return file.getvalue()
