"""Times of day as cells have them: 9:30, 오후 2시 반, 午後2時, 2 p.m."""

import datetime as dt
import re
import unicodedata

from django.utils.translation import gettext as _

from meetings.agenda.sheet.cells import BadCell, cell_text

# How the half of a day is written, by the hours that it adds.
HALVES = {0: ("am", "오전", "午前", "上午"), 12: ("pm", "오후", "午後", "下午")}
CLOCK = re.compile(
    r"(\d{1,2})(?:[:시時时点點](?:(\d{1,2})[:분分]?(?:(\d{1,2})[秒초]?)?|(반|半))?)?"
)
IGNORED = re.compile(r"[\s.]")
SECONDS = 24 * 60 * 60
# The years of datetimes that Excel's times beyond 24 hours are read as.
FIRST_YEARS = (1899, 1900)


def time(cell):
    """Return a time of day, None for a blank cell; raise BadCell for anything else."""
    if isinstance(cell, dt.time):
        return cell
    if isinstance(cell, dt.datetime) and cell.year not in FIRST_YEARS:
        return cell.time()
    if isinstance(cell, float) and 0 <= cell < 1:
        return time_of_fraction(cell)
    written = cell_text(cell)
    moment = None if isinstance(cell, dt.date) else clock(written)
    if written and moment is None:
        message = _("There is no time “%(text)s”; write 09:30, for example.")
        raise BadCell(message % {"text": written})
    return moment


def clock(written):
    """Return the time that a text says, None if it says none."""
    bare = IGNORED.sub("", unicodedata.normalize("NFKC", written).casefold())
    half = hours_of_half(bare)
    for word in HALVES.get(half, ()):
        bare = bare.removeprefix(word).removesuffix(word)
    match = CLOCK.fullmatch(bare)
    # A bare number is no time: nobody knows whether 9 is an hour or a length.
    if not match or (half is None and bare.isdigit()):
        return None
    hour, minute, second = (int(match[n] or 0) for n in (1, 2, 3))
    # 12 am is midnight and 12 pm noon; 오후 14:00 is written, and means 14.
    if half is not None and hour <= 12:
        hour = hour % 12 + half
    return time_or_none(hour, 30 if match[4] else minute, second)


def hours_of_half(bare):
    """Return the hours that the half of the day adds to a clock, None without one."""
    for hours, words in HALVES.items():
        if bare.startswith(words) or bare.endswith(words):
            return hours
    return None


def time_or_none(hour, minute, second):
    try:
        return dt.time(hour, minute, second)
    except ValueError:
        return None


def time_of_fraction(fraction):
    """Return the time when so much of a day has passed, as Excel stores times."""
    # Rounded, since no float is a third of a day; a day that is full begins anew.
    passed = round(fraction * SECONDS) % SECONDS
    return dt.time(passed // 3600, passed // 60 % 60, passed % 60)
