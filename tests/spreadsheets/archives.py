"""Workbooks written in a test, and archives with some of their parts changed."""

import io
import zipfile

import xlsxwriter

SHEET = "xl/worksheets/sheet1.xml"
MANIFEST = "META-INF/manifest.xml"
MIME_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
STYLES = "xl/styles.xml"


def written(write):
    """The bytes of a workbook on whose sheet 명단 the function writes."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        write(book, book.add_worksheet("명단"))
    return file.getvalue()


def parts_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def packed(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def changed(data, part, *changes):
    """The archive with texts of one part replaced."""
    parts = parts_of(data)
    for old, new in changes:
        assert old in parts[part]
        parts[part] = parts[part].replace(old, new)
    return packed(parts)


def ods(table, styles="", encryption=""):
    """An ODS file with the content of a table."""
    names = {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
        "calcext": "urn:org:documentfoundation:names:experimental:calc",
    }
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in names.items())
    space = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    entry = f'manifest:full-path="/" manifest:media-type="{MIME_TYPE}"'
    manifest = (
        f"<manifest:manifest {space}><manifest:file-entry {entry}>{encryption}"
        "</manifest:file-entry></manifest:manifest>"
    )
    content = (
        f"<office:document-content {spaces}>"
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f'<office:spreadsheet><table:table table:name="명단">{table}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    parts = {"mimetype": MIME_TYPE, MANIFEST: manifest, "content.xml": content}
    return packed({name: text.encode() for name, text in parts.items()})
