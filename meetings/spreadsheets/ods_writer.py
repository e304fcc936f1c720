"""Write rows of cells as an OpenDocument spreadsheet (ODF 1.3, part 3), row by row."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from meetings.spreadsheets.output import (
    CellToWrite,
    Column,
    Link,
    Row,
    SheetToWrite,
    headings_of,
    quoted,
)

MIME = "application/vnd.oasis.opendocument.spreadsheet"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "table": "table",
        "text": "text",
        "style": "style",
        "number": "datastyle",
        "fo": "xsl-fo-compatible",
        "manifest": "manifest",
        "config": "config",
    }.items()
)
NAMESPACES += ' xmlns:xlink="http://www.w3.org/1999/xlink"'
STRING = ' office:value-type="string"'
MILLIMETRES = 2.2  # of a column for each character
BLANKS = re.compile(r"^ +| +$| {2,}")

MANIFEST = f"""<manifest:manifest {NAMESPACES} manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIME}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""
PAGE = f"""<office:document-styles {NAMESPACES} office:version="1.3">
<office:automatic-styles><style:page-layout style:name="page">
<style:page-layout-properties fo:page-width="297mm"
 fo:page-height="210mm" style:print-orientation="landscape" fo:margin="15mm"
 style:scale-to-X="1" style:scale-to-Y="0"/><style:footer-style>
<style:header-footer-properties fo:min-height="8mm"/></style:footer-style>
</style:page-layout>
</office:automatic-styles><office:master-styles>
<style:master-page style:name="Default" style:page-layout-name="page"><style:footer>
<text:p><text:sheet-name>Sheet</text:sheet-name> <text:page-number>1</text:page-number>
 / <text:page-count>1</text:page-count></text:p></style:footer></style:master-page>
</office:master-styles></office:document-styles>"""
STYLES = """<style:style style:name="head" style:family="table-cell">
<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>
<style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/>
</style:style><number:date-style style:name="iso"><number:year number:style="long"/>
<number:text>-</number:text><number:month number:style="long"/>
<number:text>-</number:text><number:day number:style="long"/></number:date-style>
<style:style style:name="top" style:family="table-cell">
<style:table-cell-properties style:vertical-align="top"/></style:style>
<style:style style:name="wrap" style:family="table-cell">
<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>
</style:style>
<style:style style:name="day" style:family="table-cell" style:data-style-name="iso">
<style:table-cell-properties style:vertical-align="top"/></style:style>
<style:style style:name="link" style:family="table-cell"><style:text-properties
 fo:color="#0563c1" style:text-underline-style="solid"/></style:style>
<style:style style:name="sheet" style:family="table" style:master-page-name="Default"/>
"""


def write(file: BinaryIO, sheets: Sequence[SheetToWrite]) -> None:
    """Write sheets from `prepare_sheets`; the same cells give the same bytes."""
    with zipfile.ZipFile(file, "w") as archive:
        # First and not compressed, as part 2, 3.3, has it.
        archive.writestr(zipfile.ZipInfo("mimetype"), MIME)
        archive.writestr(zip_entry("META-INF/manifest.xml"), MANIFEST)
        archive.writestr(zip_entry("styles.xml"), PAGE)
        names = [name for name, _columns, _rows in sheets]
        archive.writestr(zip_entry("settings.xml"), settings(names))
        with archive.open(zip_entry("content.xml"), "w", force_zip64=True) as content:
            for part in content_of(sheets):
                content.write(part.encode())


def zip_entry(name: str) -> zipfile.ZipInfo:
    """Return the entry of a compressed part, without the time of its writing."""
    part = zipfile.ZipInfo(name)
    part.compress_type = zipfile.ZIP_DEFLATED
    return part


def content_of(sheets: Sequence[SheetToWrite]) -> Iterator[str]:
    """Yield the content piece by piece, so that no sheet is ever whole in memory."""
    yield f'<office:document-content {NAMESPACES} office:version="1.3">'
    yield f"<office:automatic-styles>{STYLES}"
    for n, (_name, columns, _rows) in enumerate(sheets):
        for m, column in enumerate(columns):
            width = column.shown_width * MILLIMETRES
            yield (
                f'<style:style style:name="c{n}-{m}" style:family="table-column">'
                "<style:table-column-properties"
                f' style:column-width="{width:.0f}mm"/></style:style>'
            )
    yield "</office:automatic-styles><office:body><office:spreadsheet>"
    ranges = ""
    for n, (name, columns, rows) in enumerate(sheets):
        parts = 0
        for part in table(n, name, columns, rows):
            parts += 1
            yield part
        ranges += filter_range(n, name, len(columns), parts - 2)
    yield f"<table:database-ranges>{ranges}</table:database-ranges>"
    yield "</office:spreadsheet></office:body></office:document-content>"


def table(
    n: int, name: str, columns: Sequence[Column], rows: Iterable[Row]
) -> Iterator[str]:
    """Yield a table: what comes before its rows, each row, and what comes after."""
    widths = "".join(
        f'<table:table-column table:style-name="c{n}-{m}"'
        f' table:default-cell-style-name="{"wrap" if column.wraps else "top"}"/>'
        for m, column in enumerate(columns)
    )
    head = "".join(
        cell(text, ' table:style-name="head"') for text in headings_of(columns)
    )
    yield (
        f'<table:table table:name={quoteattr(name)} table:style-name="sheet">{widths}'
        "<table:table-header-rows><table:table-row>"
        f"{head}</table:table-row></table:table-header-rows>"
    )
    for row in rows:
        yield f"<table:table-row>{''.join(map(cell, row))}</table:table-row>"
    yield "</table:table>"


def cell(value: CellToWrite, style: str = "") -> str:
    """Return a cell as XML; text is text, whatever it looks like."""
    kind, text = type_and_text(value)
    if not kind:
        return "<table:table-cell/>"
    return f"<table:table-cell{style}{kind}>{text}</table:table-cell>"


def type_and_text(value: CellToWrite) -> tuple[str, str]:
    """Return the attributes of a value and its text as XML; blanks have neither."""
    if value is None or value == "":
        return "", ""
    if isinstance(value, bool):
        return typed_value("boolean", "boolean-value", str(value).lower())
    if isinstance(value, int | float):
        return typed_value("float", "value", repr(value))
    if isinstance(value, dt.datetime):
        return typed_value("date", "date-value", value.isoformat("T", "seconds"))
    if isinstance(value, dt.date):
        attributes, shown = typed_value("date", "date-value", value.isoformat())
        return f'{attributes} table:style-name="day"', shown
    if isinstance(value, dt.time):
        return typed_value("time", "time-value", value.strftime("PT%HH%MM%SS"))
    if isinstance(value, Link):
        href = quoteattr(f"#{quoted(value.sheet)}.A1")
        link = f'<text:a xlink:type="simple" xlink:href={href}>', "</text:a>"
        return f'{STRING} table:style-name="link"', paragraphs(value.text, *link)
    return STRING, paragraphs(str(value))


def typed_value(kind: str, attribute: str, value: str) -> tuple[str, str]:
    attributes = f' office:value-type="{kind}" office:{attribute}="{value}"'
    return attributes, f"<text:p>{value}</text:p>"


def paragraphs(text: str, before: str = "", after: str = "") -> str:
    """Return the lines of a text as XML, a paragraph each."""
    lines = map(line_xml, text.split("\n"))
    return "".join(f"<text:p>{before}{line}{after}</text:p>" for line in lines)


def line_xml(line: str) -> str:
    """Return a line as XML; blanks that would collapse are elements of their own.

    Tabs are left as characters: LibreOffice writes an element for them, but drops it
    when it reads.
    """
    return BLANKS.sub(blanks_element, escape(line))


def blanks_element(blanks: re.Match[str]) -> str:
    return f'<text:s text:c="{len(blanks[0])}"/>'


def filter_range(n: int, name: str, columns: int, rows: int) -> str:
    """Return the XML of the range of a table that has buttons to filter by."""
    last = letters(columns - 1)
    address = quoteattr(f"{quoted(name)}.A1:{quoted(name)}.{last}{rows + 1}")
    return (
        f'<table:database-range table:name="list{n}" table:target-range-address='
        f'{address} table:display-filter-buttons="true"/>'
    )


def letters(index: int) -> str:
    """Return the name of a column by its index: A, B … Z, AA."""
    rest, last = divmod(index, 26)
    return (letters(rest - 1) if rest else "") + chr(65 + last)


def settings(names: Sequence[str]) -> str:
    """Return the settings that freeze the first row of every sheet."""
    frozen = "".join(
        f"<config:config-item-map-entry config:name={quoteattr(name)}>"
        '<config:config-item config:name="VerticalSplitMode" config:type="short">2'
        '</config:config-item><config:config-item config:name="VerticalSplitPosition"'
        ' config:type="int">1</config:config-item>'
        '<config:config-item config:name="PositionBottom" config:type="int">1'
        "</config:config-item></config:config-item-map-entry>"
        for name in names
    )
    return (
        f'<office:document-settings {NAMESPACES} office:version="1.3"><office:settings>'
        '<config:config-item-set config:name="ooo:view-settings">'
        '<config:config-item-map-indexed config:name="Views">'
        "<config:config-item-map-entry>"
        f'<config:config-item-map-named config:name="Tables">{frozen}'
        "</config:config-item-map-named></config:config-item-map-entry>"
        "</config:config-item-map-indexed></config:config-item-set>"
        "</office:settings></office:document-settings>"
    )
