"""Which cell formats of an XLSX file matter, and which of its texts are struck.

Structure: ECMA-376, part 1, 18.8.22 (font), 18.8.10 (cellXfs), 18.4.8 (si).
"""

from __future__ import annotations

from meetings.spreadsheets.files.number_formats import shows_more
from meetings.spreadsheets.files.packages import is_true
from meetings.spreadsheets.files.xml_events import Attributes, XmlEvents


class Styles(XmlEvents):
    """The cell formats by number: those that strike out, and codes that show more."""

    def __init__(self, xml: bytes) -> None:
        super().__init__()
        self.struck: set[str] = set()
        self.codes: dict[str, str] = {}  # of every cell format that has one of its own
        self._custom: dict[str, str] = {}
        self._struck_fonts: set[int] = set()
        self._fonts = self._formats = -1
        self._part = ""
        if xml:
            self.parse(xml)
        self.telling = {n: code for n, code in self.codes.items() if shows_more(code)}

    def start(self, name: str, attributes: Attributes) -> None:
        if name in ("fonts", "cellXfs", "numFmts", "dxfs", "cellStyleXfs"):
            self._part = name
        elif name == "numFmt" and self._part == "numFmts":
            code = attributes.get("formatCode", "")
            self._custom[attributes.get("numFmtId", "")] = code
        elif name == "font" and self._part == "fonts":
            self._fonts += 1
        elif name == "strike" and self._part == "fonts":
            if is_true(attributes.get("val", "1")):
                self._struck_fonts.add(self._fonts)
        elif name == "xf" and self._part == "cellXfs":
            self._formats += 1
            self._add_format(attributes)

    def _add_format(self, attributes: Attributes) -> None:
        number, style = attributes.get("numFmtId", ""), str(self._formats)
        if attributes.get("fontId", "") in map(str, self._struck_fonts):
            self.struck.add(style)
        if number in self._custom:
            self.codes[style] = self._custom[number]
        elif number.isdigit() and int(number) in BUILT_IN_MOMENTS:
            self.codes[style] = "yyyy-mm-dd"


# Formats of days and times that have no code in the file, those of East Asia included.
BUILT_IN_MOMENTS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}


class RichText(XmlEvents):
    """A walk that collects texts, with the runs of them that are struck through.

    Readings of Han characters (rPh), which stand beside a text, are no part of it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[str] = []
        self.struck: list[str] = []
        self._is_struck = self._is_reading = False

    def begin_text(self) -> None:
        self.kept, self.struck = [], []
        self._is_struck = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "r":
            self._is_struck = False
        elif name == "strike":
            self._is_struck = is_true(attributes.get("val", "1"))
        elif name == "rPh":
            self._is_reading = True
        elif name == "t" and not self._is_reading:
            self.listen()

    def end(self, name: str) -> None:
        if name == "t" and self.is_listening:
            (self.struck if self._is_struck else self.kept).append(self.heard())
        elif name == "rPh":
            self._is_reading = False
        elif name == "r":
            self._is_struck = False


class SharedTexts(RichText):
    """The texts that cells refer to by number: what is left of each, what is struck."""

    def __init__(self, xml: bytes) -> None:
        super().__init__()
        self.texts: list[tuple[str, str]] = []
        if xml:
            self.parse(xml)

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "si":
            self.begin_text()
        else:
            super().start(name, attributes)

    def end(self, name: str) -> None:
        super().end(name)
        if name == "si":
            self.texts.append(("".join(self.kept), "".join(self.struck)))
