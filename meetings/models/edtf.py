"""Dates of record in EDTF, the Extended Date/Time Format of ISO 8601-2.

https://www.loc.gov/standards/datetime/ — years, months, days, intervals with open ends,
seasons, quarters, thirds and halves of a year (21-24, 33-41), and the qualifiers `?`
(uncertain), `~` (approximate) and `%` (both) at the end of a date. Unspecified digits,
unknown ends, years of more than four digits, times of day and sets are refused.

We wrote it ourselves because the packages on offer swallow errors, and cannot put
dates into words.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from django.utils import translation
from django.utils.dates import MONTHS
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meetings.models.edtf_patterns import (
    DAY,
    DAYS_OF_A_MONTH,
    DAYS_OF_A_YEAR,
    GROUPINGS,
    INTERVAL,
    MONTH,
    QUALIFIED,
    SINCE,
    UNTIL,
    YEAR,
)

POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)", re.ASCII)
OPEN = ".."  # the end of an interval that is not known, or not over


class EdtfError(ValueError):
    """The text is no date in EDTF; the first argument is a sentence that says why."""


class Precision(IntEnum):
    """How exactly a date is known, the coarsest first."""

    YEAR = 1
    GROUPING = 2
    MONTH = 3
    DAY = 4


@dataclass(frozen=True, slots=True)
class Point:
    """A day, a month, a part of a year or a year, with its qualifier."""

    year: int
    part: int | None = None
    day: int | None = None
    qualifier: str = ""

    @property
    def precision(self) -> Precision:
        if self.part is None:
            return Precision.YEAR
        if self.part in GROUPINGS:
            return Precision.GROUPING
        return Precision.MONTH if self.day is None else Precision.DAY

    @property
    def earliest(self) -> date:
        if self.part is None:
            return date(self.year, 1, 1)
        first, _months, _words = GROUPINGS.get(self.part, (self.part, 1, ""))
        return date(self.year, first, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day that is meant; winter reaches into the next year."""
        if self.part is None:
            return date(self.year, 12, 31)
        if self.day is not None:
            return self.earliest
        first, months, _words = GROUPINGS.get(self.part, (self.part, 1, ""))
        years, month = divmod(first + months - 2, 12)
        year, month = self.year + years, month + 1
        return date(year, month, monthrange(year, month)[1])

    @property
    def values(self) -> dict[str, object]:
        """The values that the patterns may use: each language takes those it needs."""
        month = "" if self.part is None else MONTHS.get(self.part, "")
        return {
            "year": self.year,
            "month": self.part,
            "month_name": month,
            "day": self.day,
        }

    def words(self) -> str:
        """The date in the active language."""
        patterns: dict[Precision, Promise] = {
            Precision.YEAR: YEAR,
            Precision.MONTH: MONTH,
            Precision.DAY: DAY,
        }
        if self.part in GROUPINGS:
            pattern = GROUPINGS[self.part][2]
        else:
            pattern = patterns[self.precision]
        return str(QUALIFIED[self.qualifier]) % {"date": str(pattern) % self.values}

    def __str__(self) -> str:
        text = f"{self.year:04}"
        for part in (self.part, self.day):
            text += "" if part is None else f"-{part:02}"
        return text + self.qualifier


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or an interval. An open end of an interval is None."""

    start: Point | None
    end: Point | None
    is_interval: bool = False

    @property
    def earliest(self) -> date | None:
        return self.start.earliest if self.start else None

    @property
    def latest(self) -> date | None:
        return self.end.latest if self.end else None

    @property
    def precision(self) -> Precision:
        """That of the less exact end."""
        return min(point.precision for point in (self.start, self.end) if point)

    @property
    def is_uncertain(self) -> bool:
        """Whether any end carries a qualifier."""
        return any(point.qualifier for point in (self.start, self.end) if point)

    def words(self, language: str | None = None) -> str:
        """The date as people write it in `language`, else in the active one."""
        with translation.override(language or translation.get_language()):
            return self._words()

    def _words(self) -> str:
        if self.end is None:
            return str(SINCE) % {"start": self.start.words() if self.start else ""}
        if self.start is None:
            return str(UNTIL) % {"end": self.end.words()}
        if not self.is_interval:
            return self.start.words()
        if pattern := self._shortened():
            ends = {f"end_{name}": value for name, value in self.end.values.items()}
            return str(pattern) % (self.start.values | ends)
        return str(INTERVAL) % {"start": self.start.words(), "end": self.end.words()}

    def _shortened(self) -> Promise | None:
        """The pattern that names a year or month shared by two exact days once."""
        start, end = self.start, self.end
        if start is None or end is None or self.is_uncertain:
            return None
        if self.precision is not Precision.DAY or start.year != end.year:
            return None
        return DAYS_OF_A_MONTH if start.part == end.part else DAYS_OF_A_YEAR

    def __str__(self) -> str:
        if not self.is_interval:
            return str(self.start)
        ends = (self.start, self.end)
        return "/".join(OPEN if end is None else str(end) for end in ends)


def parse(text: str) -> Edtf:
    """Read a date or an interval; raise EdtfError with a sentence if it is none."""
    start, slash, end = text.partition("/")
    if not slash:
        point = parse_point(text)
        return Edtf(point, point)
    if start == end == OPEN:
        raise EdtfError(_("An interval needs a date at one end at least."))
    first = None if start == OPEN else parse_point(start)
    last = None if end == OPEN else parse_point(end)
    if first and last and first.earliest > last.latest:
        raise EdtfError(_("“%(text)s” ends before it begins.") % {"text": text})
    return Edtf(first, last, is_interval=True)


def parse_exact(text: str) -> Edtf | None:
    """Read a date that is known to the day, uncertain or not; None for any other text.

    An interval is as exact as its less exact end; an open end counts for nothing.
    """
    try:
        known = parse(text)
    except EdtfError:
        return None
    return known if known.precision is Precision.DAY else None


def in_words(text: str) -> str:
    """Return a date of record as running text in the reader's language, "" for none."""
    return parse(text).words() if text else ""


def day_or_text(text: str) -> date | str | None:
    """Return a date of record for a cell: a date if it is exactly one day, else text.

    A date that is uncertain stays text, since a date cell would drop its mark.
    """
    moment = parse(text) if text else None
    if moment and moment.earliest == moment.latest and not moment.is_uncertain:
        return moment.earliest
    return text or None


def parse_point(text: str) -> Point:
    """Read one date without a slash; raise EdtfError where there is no such date."""
    match = POINT.fullmatch(text)
    if not match:
        raise EdtfError(
            _(
                "“%(text)s” is not a date of record: write 2026, 2026-10, 2026-10-21"
                " or 2026-10-21/2026-10-24, with ? if uncertain or ~ if approximate."
            )
            % {"text": text}
        )
    year, part, day = (int(number) if number else None for number in match.groups()[:3])
    point = Point(year or 0, part, day, match[4])
    if not _exists(point):
        raise EdtfError(_("There is no date “%(text)s”.") % {"text": text})
    return point


def _exists(point: Point) -> bool:
    if point.day is not None and point.part in GROUPINGS:
        return False
    try:
        return point.earliest <= point.latest
    except ValueError:  # of `date`: 30 February, or the year 0
        return False
