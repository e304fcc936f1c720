"""What reading a list finds: its people, and what became of everything else."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from meetings.spreadsheets.types import Cell

SAMPLES_SHOWN = 3  # cells of each column, or values of each label


@dataclass(frozen=True)
class Doubt:
    """What may be meant otherwise than it was read, or could not be read.

    `code` names the sentence of `attendee_import.report`, `details` fill it in. `field`
    and `value` say which cell it is about, "" if it is the file as a whole.
    """

    code: str
    field: str
    value: str = ""
    details: Mapping[str, str | int] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class ReadPerson:
    """A person of a list: the row in the spreadsheet, from 1, and the cells by field.

    `part` tells several people of one row apart, from 0. `away` says by what the file
    shows that the person may not come: "hidden", "struck" or "above" the list.
    `problems` have to be answered, `warnings` need not.
    """

    sheet: str
    row: int
    cells: dict[str, Cell]
    part: int = 0
    away: str = ""
    problems: tuple[Doubt, ...] = ()
    warnings: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class PassedOver:
    """A row that is no person, and why: a total, a note, a contact and the like."""

    sheet: str
    row: int
    reason: str


@dataclass(frozen=True)
class Unread:
    """Cells that were not read: their range (B4:D9), the first ten values, and why.

    If `is_asked`, they look like people, and staff have to say that they are none
    before the list can be confirmed.
    """

    sheet: str
    range: str
    sample: list[str]
    why: str
    is_asked: bool = False


@dataclass(frozen=True)
class NamesToFollow:
    """Seats whose names are to follow: “미정”, “외 2명”; `cells` are the row's."""

    sheet: str
    row: int
    text: str
    count: int
    cells: dict[str, Cell]


@dataclass(frozen=True)
class ReadColumn:
    """A column: its index from 0, heading, field if it has one, and first cells."""

    index: int
    header: str
    field: str | None
    samples: list[str]


@dataclass(frozen=True)
class ReadTable:
    """A sheet that was read, the row of its headings and how many rows they take."""

    sheet: str
    header_row: int
    depth: int


@dataclass(frozen=True)
class ListReading:
    """What was found: the people, and how the file was understood.

    `sheet` is the one that was read, None for text or where several were. The row
    `header_row` counts from 1, as a spreadsheet does. `titles` are the texts above
    and beside the tables. `near_encodings` are those of the `Book`.
    """

    encoding: str | None
    sheets: list[str]
    sheet: str | None
    tables: list[ReadTable]
    header_row: int
    columns: list[ReadColumn]
    people: list[ReadPerson]
    passed_over: list[PassedOver]
    unread: list[Unread] = dataclasses.field(default_factory=list)
    warnings: list[Doubt] = dataclasses.field(default_factory=list)
    to_follow: list[NamesToFollow] = dataclasses.field(default_factory=list)
    titles: list[str] = dataclasses.field(default_factory=list)
    near_encodings: list[tuple[str, str]] = dataclasses.field(default_factory=list)
