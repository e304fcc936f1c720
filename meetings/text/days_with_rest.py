"""Find the one day in a text that tells more: 10.15(수) 오후 2시 KE823."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from meetings.text.dates import MONTHS, NoDate, parse_day

MONTH_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
# What may be a day, the longest forms first. None begins or ends within a number.
DAY = re.compile(
    rf"""(?<![\d:])(?:
    (?:[12]\d{{3}}|['’‘]\d{{2}})\s*[-./年년]\s*\d{{1,2}}\s*[-./月월]\s*\d{{1,2}}(?:[日일]|\.(?!\d))?
    |(?:令和|平成|\b[RH])\s*(?:\d{{1,2}}|元)\s*[-./年]\s*\d{{1,2}}\s*[-./月]\s*\d{{1,2}}日?
    |\d{{1,2}}(?:st|nd|rd|th)?[\s.-]*(?:{MONTH_NAME})\b[\s.,'’-]*(?:\d{{4}}|\d{{2}}(?![\d:.]))?
    |(?:{MONTH_NAME})\b[\s.]*\d{{1,2}}(?:st|nd|rd|th)?(?![\d:])(?:[\s,]+\d{{4}})?
    |\d{{1,2}}\s*(?P<sign>[-/.])\s*\d{{1,2}}\s*(?P=sign)\s*(?:\d{{4}}|\d{{2}})(?!\s?[-/.]\d)
    |[12]\d{{3}}[01]\d[0-3]\d
    |\d{{1,2}}\s*[-/.月월]\s*\d{{1,2}}(?:\s*[日일]|\.(?!\d))?
    |\d{{1,2}}\s*[日일](?![本요曜])
    )(?![\d:])""",
    re.IGNORECASE | re.VERBOSE,
)
SHORT = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{2})")
DAY_ALONE = re.compile(r"(\d{1,2})\s*[日일]")
MONTH_AND_DAY = re.compile(r"(\d{1,2})\s*-\s*(\d{1,2})")
NAMED_SHORT = re.compile(r"(.*[a-z])([\s.,'’-]+)(\d{2})", re.IGNORECASE)
WEEKDAY = re.compile(
    r"[(（]\s*(?:[월화수목금토일月火水木金土日](?:요일|曜日?)?|[a-z]{3,9}\.?)\s*[)）]"
    r"|[월화수목금토일]요일|[月火水木金土日]曜日?|(?:星期|周)[一二三四五六日天]"
    r"|\b(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?\b\.?,?",
    re.IGNORECASE,
)
TIME_ZONE = re.compile(r"\b(?:KST|JST|CST|UTC|GMT)\b(?:\s*[+-]\d{1,2})?|Z\b")
MIDNIGHT = re.compile(r"T?(?<!\s)\s*00:00(?::00)?(?:\.0+)?")
# What makes the day that is written another one, or none that is sure.
UNSURE = re.compile(
    r"미정|미확정|未定|待定|\bTB[ACD]\b|전날|전일|前日|前泊|翌日|다음\s*날|익일|이후|이전|까지|부터"
    r"|以降|以後|以前|まで|から|之后|之前|以后|前后|또는|或|または|\b(?:before|after|until|or|about|by)\b|[?？~～→]",
    re.IGNORECASE,
)
DAYS_AROUND = 14  # of a meeting, in which a day without a month is the only one


def parse_day_and_rest(
    cell: object, year: int | None = None, near: dt.date | None = None
) -> tuple[dt.date | None, str]:
    """Return the day of a cell and the text if it tells more, else "".

    `near` is the first day of the meeting: of the month around it is a day that is
    written alone (15日). Raise NoDate if there is no day, or may be several.
    """
    year = year or (near.year if near else None)
    if isinstance(cell, dt.datetime):
        rest = "" if cell.time() == dt.time() else cell.isoformat(" ", "minutes")
        return cell.date(), rest
    if not isinstance(cell, str):
        return parse_day(cell, year), ""
    text = " ".join(unicodedata.normalize("NFKC", cell).split())
    if not text:
        return None, ""
    if text.isdigit():
        return parse_day(text, year), ""
    found = DAY.search(text)
    without = DAY.sub(" ", text, count=1)
    if found is None or DAY.search(without) or UNSURE.search(without):
        raise NoDate(text)
    try:
        day = day_of(found[0], year, near)
    except NoDate as error:
        raise NoDate(text, error.readings) from None
    told = WEEKDAY.sub(" ", MIDNIGHT.sub(" ", TIME_ZONE.sub(" ", without)))
    is_more = any(sign.isalnum() for sign in told)
    return day, " ".join(cell.split()) if is_more else ""


def day_of(text: str, year: int | None, near: dt.date | None) -> dt.date:
    """Return the day that a text is; raise NoDate if it is none, or ambiguous."""
    if match := SHORT.fullmatch(text):
        return one_of_two(text, *(int(part) for part in match.groups()))
    if match := DAY_ALONE.fullmatch(text):
        return day_around(text, int(match[1]), near)
    if match := MONTH_AND_DAY.fullmatch(text):
        text = f"{match[1]}/{match[2]}"
    elif match := NAMED_SHORT.fullmatch(text):
        text = f"{match[1]} {2000 + int(match[3])}"
    day = parse_day(text, year)
    if day is None:
        raise NoDate(text)
    return day


def one_of_two(text: str, first: int, month: int, last: int) -> dt.date:
    """Return the day of 25/10/15; raise NoDate where the year may be either end."""
    readings = []
    for year, middle, day in (
        (first, month, last),
        (last, month, first),
        (last, first, month),
    ):
        try:
            readings.append(dt.date(2000 + year, middle, day))
        except ValueError:
            continue
    if len(set(readings)) != 1:
        raise NoDate(text, tuple(sorted(set(readings))))
    return readings[0]


def day_around(text: str, day: int, near: dt.date | None) -> dt.date:
    """Return the day of a month that is the only one around the meeting's first."""
    if near:
        for days in range(-DAYS_AROUND, DAYS_AROUND + 1):
            if (date := near + dt.timedelta(days=days)).day == day:
                return date
    raise NoDate(text)
