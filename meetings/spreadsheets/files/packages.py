"""Open workbooks that are zip archives (XLSX, XLSM, XLSB, ODS), within limits."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib

from meetings.spreadsheets.files.xml_events import Attributes, XmlEvents, XmlFault
from meetings.spreadsheets.types import Unreadable

MAX_UNPACKED = 100 * 1024 * 1024
MAX_ENTRIES = 1_000
MAX_RATIO = 100  # of unpacked to packed bytes; a zip bomb has a thousand and more
# What Python's reader raises on archives that are damaged.
BROKEN = (
    zipfile.BadZipFile,
    NotImplementedError,
    UnicodeDecodeError,
    ValueError,
    KeyError,
    EOFError,
    RuntimeError,
    IndexError,
    struct.error,
    zlib.error,
    XmlFault,
)
ENCRYPTED = 1  # the bit of an entry's flags that says so
ODS_MANIFEST = "META-INF/manifest.xml"
OFFICE_DOCUMENT = "/officeDocument"  # how the type of the relation to the workbook ends


class Package:
    """The parts of an archive by name, whatever way their names are written.

    Programs write xl\\workbook.xml, /xl/workbook.xml or XL/Workbook.xml as well.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN:
            raise Unreadable("broken") from None
        self.entries = {plain(info.filename): info for info in self.archive.infolist()}
        self._check_size(len(data))

    def _check_size(self, packed: int) -> None:
        """Refuse an archive that claims to unpack to more than a list can need."""
        unpacked = sum(entry.file_size for entry in self.entries.values())
        allowed = min(MAX_UNPACKED, max(packed * MAX_RATIO, 1024 * 1024))
        if len(self.entries) > MAX_ENTRIES or unpacked > allowed:
            raise Unreadable("unpacks_too_large")

    def __contains__(self, name: str) -> bool:
        return plain(name) in self.entries

    def read(self, name: str) -> bytes:
        """Return the bytes of a part, none if there is no such part."""
        entry = self.entries.get(plain(name))
        return self.archive.read(entry) if entry else b""

    @property
    def is_encrypted(self) -> bool:
        """Whether a password is needed: of the archive, or of the ODS file in it."""
        if any(entry.flag_bits & ENCRYPTED for entry in self.entries.values()):
            return True
        return b"encryption-data" in self.read(ODS_MANIFEST)

    def rewritten(self, changed: dict[str, bytes]) -> bytes:
        """Return the archive with some of its parts changed."""
        renewed = io.BytesIO()
        parts = {plain(name): data for name, data in changed.items()}
        with zipfile.ZipFile(renewed, "w") as copy:
            for name, entry in self.entries.items():
                own = parts[name] if name in parts else self.archive.read(entry)
                copy.writestr(entry.filename.replace("\\", "/"), own)
        return renewed.getvalue()


def plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


class Relations(XmlEvents):
    """The relations of a part of an XLSX file: their targets by id, and by type."""

    def __init__(self, package: Package, part: str) -> None:
        super().__init__()
        folder, name = posixpath.split(part)
        self.folder = folder
        self.targets: dict[str, str] = {}
        self.by_type: dict[str, str] = {}
        if xml := package.read(f"{folder}/_rels/{name}.rels"):
            self.parse(xml)

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "Relationship":
            target = attributes.get("Target", "").replace("\\", "/")
            path = posixpath.normpath(posixpath.join("/", self.folder, target))
            self.targets[attributes.get("Id", "")] = path
            kind = "/" + attributes.get("Type", "").rpartition("/")[2]
            self.by_type.setdefault(kind, path)


class XlsxParts(XmlEvents):
    """Where the parts of an XLSX file are: the sheets by name, styles and texts.

    Structure: ECMA-376, part 1, 18.2.20 (sheet), and part 2, 9.3 (relationships).
    """

    def __init__(self, package: Package) -> None:
        super().__init__()
        root = Relations(package, "")
        workbook = root.by_type.get(OFFICE_DOCUMENT, "/xl/workbook.xml")
        self.relations = Relations(package, workbook)
        self.sheets: dict[str, str] = {}
        self.hidden: set[str] = set()
        self.counts_from_1904 = False
        if xml := package.read(workbook):
            self.parse(xml)
        self.styles = self.relations.by_type.get("/styles", "")
        self.texts = self.relations.by_type.get("/sharedStrings", "")

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "workbookPr":
            self.counts_from_1904 = is_true(attributes.get("date1904"))
        if name == "sheet" and "name" in attributes:
            title = attributes["name"]
            target = self.relations.targets.get(attributes.get("id", ""), "")
            self.sheets[title] = target
            if attributes.get("state", "visible") != "visible":
                self.hidden.add(title)


def is_true(text: str | None) -> bool:
    return text in ("1", "true", "on")
