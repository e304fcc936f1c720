"""Parse days as lists write them, and write moments as JSON holds them.

Lists write 2026. 10. 23.(금), 令和8年10月23日, R8.10.23 or 23 Oct.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

# The year before the first year of each Japanese era still in use.
ERAS = {
    "令和": 2018,
    "r": 2018,
    "平成": 1988,
    "h": 1988,
    "昭和": 1925,
    "s": 1925,
}
MONTH_NAMES = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, start=1)}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
WEEKDAY = re.compile(
    r"\([^)]{1,9}\)|[월화수목금토일]요일|[月火水木金土日]曜日?|(?:星期|周)[一二三四五六日天]"
    r"|\b(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?\b\.?,?",
    re.IGNORECASE,
)
SEPARATED = re.compile(
    r"(\d{4})\s*[-./年년]\s*(\d{1,2})\s*[-./月월]\s*(\d{1,2})[日일.]?"
)
ERA = re.compile(
    r"(令和|平成|昭和|[rhs])\s*(\d{1,2}|元)\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})日?",
    re.IGNORECASE,
)
OF_A_YEAR = re.compile(r"(\d{1,2})\s*[/.月월]\s*(\d{1,2})\s*[日일.]?")
DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[\s.-]*([a-z]+)[\s.,-]*(\d{4})?", re.I
)
MONTH_FIRST = re.compile(r"([a-z]+)[\s.]*(\d{1,2})(?:st|nd|rd|th)?[\s,]*(\d{4})?", re.I)
YEAR_LAST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
SHORT_YEAR = re.compile(
    r"[’'‘](\d{2})\s*[-./년年]\s*(\d{1,2})\s*[-./월月]\s*(\d{1,2})[日일.]?"
)
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
TIME = re.compile(r"(?<![\sT])[\sT]+\d{1,2}\s*[:시時时]\s*\d{0,2}.*$")
# Excel's serial numbers of the years 2000 to 2099; other numbers are no day of a list.
SERIALS = range(36_526, 73_051)
# Day 0. Excel takes 1900 for a leap year (so did Lotus 1-2-3), which is why it is not
# 31 December.
EPOCH = dt.date(1899, 12, 30)


class NoDate(ValueError):
    """The cell is no day; `readings` are the days that an ambiguous one may mean."""

    def __init__(self, text: str, readings: tuple[dt.date, ...] = ()) -> None:
        super().__init__(text)
        self.readings = readings


def parse_day(cell: object, year: int | None = None) -> dt.date | None:
    """Return the day of a cell, None for a blank one; raise NoDate if it has none.

    `year` is that of the meeting, for days written without one. A time of day behind
    the day is left out. Numbers are days as Excel counts them from 1900 on.
    """
    if cell is None or cell == "":
        return None
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    text = " ".join(unicodedata.normalize("NFKC", str(cell)).split())
    if text.isdigit() and int(text[:6]) in SERIALS and len(text) == 5:
        return EPOCH + dt.timedelta(days=int(text))
    bare = WEEKDAY.sub(" ", TIME.sub("", text)).strip(" ,.")
    return _parse(bare, text, year)


def _parse(bare: str, text: str, year: int | None) -> dt.date:
    if match := SEPARATED.fullmatch(bare) or COMPACT.fullmatch(bare):
        return _day(text, *(int(part) for part in match.groups()))
    if match := SHORT_YEAR.fullmatch(bare):
        year, month, day = (int(part) for part in match.groups())
        return _day(text, 2000 + year, month, day)
    if match := ERA.fullmatch(bare):
        of_era = 1 if match[2] == "元" else int(match[2])
        return _day(text, ERAS[match[1].lower()] + of_era, int(match[3]), int(match[4]))
    if match := DAY_FIRST.fullmatch(bare):
        return _named(text, match[2], match[1], match[3], year)
    if match := MONTH_FIRST.fullmatch(bare):
        return _named(text, match[1], match[2], match[3], year)
    if match := YEAR_LAST.fullmatch(bare):
        return _either_way(text, int(match[3]), int(match[1]), int(match[2]))
    if (match := OF_A_YEAR.fullmatch(bare)) and year:
        return _day(text, year, int(match[1]), int(match[2]))
    raise NoDate(text)


def _named(
    text: str, name: str, day: str, own_year: str | None, year: int | None
) -> dt.date:
    month = MONTHS.get(name.lower())
    if month is None or not (own_year or year):
        raise NoDate(text)
    return _day(text, int(own_year or year or 0), month, int(day))


def _either_way(text: str, year: int, first: int, second: int) -> dt.date:
    """Return the day of 23/10/2026; raise NoDate with both days of 10/11/2026.

    Americans write the month first, most others the day: nobody can tell which it is.
    """
    readings = []
    for month, day in {(first, second), (second, first)}:
        try:
            readings.append(dt.date(year, month, day))
        except ValueError:
            continue
    if len(readings) == 1:
        return readings[0]
    raise NoDate(text, tuple(sorted(readings)))


def _day(text: str, year: int, month: int, day: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise NoDate(text) from None


def json_value(value: object) -> object:
    """Return a date or a time of day in ISO 8601, any other value as it is."""
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value
