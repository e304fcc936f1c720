"""Walk through XML by the names of its elements, whatever their prefixes.

No entity is resolved and nothing is loaded from elsewhere; what declares an entity is
refused. All is linear in the length of the text.
"""

from __future__ import annotations

from xml.parsers import expat

Attributes = dict[str, str]
MOST_NAMES = 10_000  # that are remembered; a file may invent as many as it likes


class XmlFault(ValueError):
    """The XML is damaged, or declares entities."""


class XmlEvents:
    """A walk: a subclass overrides what it listens to.

    Names come without prefixes, as one file has `<c>` and the next `<x:c>`, and so do
    those of attributes. `is_listening` decides whether texts are given.
    """

    def __init__(self) -> None:
        self.is_listening = False
        self.pieces: list[str] = []
        self._bare = BareNames()

    def start(self, name: str, attributes: Attributes) -> None:
        """Handle the beginning of an element."""

    def end(self, name: str) -> None:
        """Handle the end of an element."""

    def listen(self) -> None:
        """Collect the text from here on, until `heard`."""
        self.pieces.clear()
        self.is_listening = True

    def heard(self) -> str:
        """Return the text since `listen`, and collect no more."""
        self.is_listening = False
        return "".join(self.pieces)

    def parse(self, xml: bytes) -> None:
        """Walk through the XML; raise XmlFault where it is damaged."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = refuse_entity
        try:
            parser.Parse(xml, True)
        except (expat.ExpatError, LookupError) as error:
            raise XmlFault(str(error)) from error

    def _start(self, name: str, attributes: Attributes) -> None:
        bare = self._bare
        if ":" in "".join(attributes):
            attributes = {bare[key]: value for key, value in attributes.items()}
        self.start(bare[name], attributes)

    def _end(self, name: str) -> None:
        self.end(self._bare[name])

    def _text(self, text: str) -> None:
        if self.is_listening:
            self.pieces.append(text)


class BareNames(dict[str, str]):
    """Names without their prefixes, by the names as they stand in the file."""

    def __missing__(self, name: str) -> str:
        bare = name.rpartition(":")[2]
        if len(self) < MOST_NAMES:
            self[name] = bare
        return bare


def refuse_entity(*_declared: object) -> None:
    raise XmlFault("An entity is declared.")
