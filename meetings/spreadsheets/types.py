"""The content of a spreadsheet file once it is read, or why it cannot be read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class NoValue:
    """A cell whose value the file does not hold.

    `text` is its formula, which was never computed, or the error that it came to.
    """

    text: str

    def __str__(self) -> str:
        return self.text


# None is a blank cell. Moments have no zone: a spreadsheet knows none.
Cell = None | str | int | float | bool | dt.date | dt.datetime | dt.time | NoValue

Place = tuple[int, int]  # row and column, from 0

LINE_ENDS = re.compile(r"\r\n?")  # LF in every text, read or written

# More than any list of people needs, and little enough to be read within seconds.
MAX_BYTES = 10 * 1024 * 1024
MAX_ROWS = 20_000
MAX_COLUMNS = 100
MAX_CELL = 2_000  # characters of a cell
MAX_PEOPLE = 20_000  # of a list, whose rows may be of several each
MAX_CHARACTERS = 20_000_000  # of all cells of a file


class Area(NamedTuple):
    """Cells from one corner to the other, both included, by indices from 0."""

    top: int
    left: int
    bottom: int
    right: int


def has_value(cell: Cell) -> bool:
    if isinstance(cell, str):
        return not cell.isspace() and cell != ""
    return cell is not None and not isinstance(cell, NoValue)


def column_letters(index: int) -> str:
    """Return the letters of a column by its index from 0: 0 is A, 26 is AA."""
    letters, rest = "", index + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(65 + letter) + letters
    return letters


@dataclass(frozen=True)
class Sheet:
    """A table: rows of equal length, the first being row 1 of the spreadsheet.

    Rows, columns and cells are told by indices from 0. `merged` are the areas whose
    cells all have the value of their first one. `struck` are the texts that are struck
    through: those of the cell at that place, or a part of it, which the cell itself
    lacks then. A sheet that is too large has no rows, and `excess` is the code of the
    sentence for it.
    """

    name: str
    rows: list[list[Cell]]
    is_hidden: bool = False
    excess: str = ""
    merged: list[Area] = field(default_factory=list)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    struck: Mapping[Place, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Book:
    """A file: its sheets, and for text the codec it was read with.

    `warnings` are codes of sentences, each with what it fills in: what staff should
    know of the file as a whole. `near_encodings` are the codecs that the text may be in
    as well, the one it was read with first, each with some of what it would say then.
    """

    sheets: list[Sheet]
    encoding: str | None = None
    warnings: list[tuple[str, dict[str, str | int]]] = field(default_factory=list)
    near_encodings: list[tuple[str, str]] = field(default_factory=list)


# What is told of a file that is read all the same.
WARNINGS: dict[str, Promise] = {
    "unclosed_quote": _(
        "Row %(row)s has a quotation mark too many; look at its cells."
    ),
    "cut_at_end": _(
        "The file is cut off at its end; look whether the last row is whole."
    ),
    "broken_characters": _("Some characters of the file are damaged; look for “�”."),
    "near_encodings": _(
        "The text may be read in several ways (%(value)s); look at the names, and"
        " choose the encoding if they are wrong."
    ),
    "marks_unread": _(
        "Which cells are struck through or hidden could not be read; look at the file."
    ),
}

SENTENCES: dict[str, Promise] = {
    "empty": _("The file is empty."),
    "too_large": _("The file is larger than 10 MB; send the list without pictures."),
    "not_a_sheet": _(
        "This is no spreadsheet that can be read; send XLSX, XLS, XLSB, ODS or CSV."
    ),
    "broken": _("The file is damaged; open it, save it anew and send that."),
    "password": _("The file is protected by a password; save it without one."),
    "unpacks_too_large": _("The file unpacks to more than a list of people needs."),
    "too_many_rows": _("Sheet “%(sheet)s” has more than 20,000 rows."),
    "too_many_columns": _("Sheet “%(sheet)s” has more than 100 columns."),
    "cell_too_long": _(
        "Cell %(cell)s of sheet “%(sheet)s” has more than 2,000 characters; shorten it."
    ),
    "too_many_people": _(
        "The list has more than 20,000 people; send it in several files."
    ),
    "too_much_text": _("The file has more text than a list of people needs."),
    "takes_too_long": _("The file takes too long to read; save it anew and send that."),
    "encoding": _("The text cannot be read; save it as “CSV UTF-8” or as XLSX."),
    "not_in_encoding": _(
        "The text is not in the encoding %(encoding)s; choose another one."
    ),
    "unknown_encoding": _("There is no encoding “%(encoding)s”; there are: %(known)s."),
    "no_such_sheet": _("There is no sheet “%(sheet)s”; there are: %(known)s."),
    "no_such_row": _("Sheet “%(sheet)s” has no row %(row)s."),
    "no_header": _(
        "No row with headings such as “Name” was found in the first 30 rows;"
        " write headings above the columns."
    ),
}


class Unreadable(ValueError):
    """The file cannot be read; str() is a sentence for the user, in their language."""

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code)
        self.code = code
        self.details = details

    def __str__(self) -> str:
        return str(SENTENCES[self.code]) % self.details
