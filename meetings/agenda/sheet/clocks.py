"""Times of day as cells have them: 9:30, 오후 2시 반, 午後2時, 2 p.m."""

import datetime as dt
import re
import unicodedata

from django.utils.translation import gettext as _

from meetings.agenda.sheet.cells import BadCell, plain

# What is written of the half of a day, by the hours that it adds.
HALVES = {0: ("am", "오전", "午前", "上午"), 12: ("pm", "오후", "午後", "下午")}
CLOCK = re.compile(
    r"(\d{1,2})(?:[:시時时点點](?:(\d{1,2})[:분分]?(?:(\d{1,2})[秒초]?)?|(반|半))?)?"
)
NOT_SAID = re.compile(r"[\s.]")
SECONDS = 24 * 60 * 60
# Years of which Excel makes a time beyond 24 hours.
FIRST_YEARS = (1899, 1900)


def time(cell):
    """A time of day, None for a blank; raise BadCell where there is no such time."""
    if isinstance(cell, dt.time):
        return cell
    if isinstance(cell, dt.datetime) and cell.year not in FIRST_YEARS:
        return cell.time()
    if isinstance(cell, float) and 0 <= cell < 1:
        return part_of_a_day(cell)
    written = plain(cell)
    found = None if isinstance(cell, dt.date) else clock(written)
    if written and found is None:
        message = _("There is no time “%(text)s”; write 09:30, for example.")
        raise BadCell(message % {"text": written})
    return found


def clock(written):
    """The time that is written, None where it is none."""
    bare = NOT_SAID.sub("", unicodedata.normalize("NFKC", written).casefold())
    half = half_of(bare)
    for word in HALVES.get(half, ()):
        bare = bare.removeprefix(word).removesuffix(word)
    found = CLOCK.fullmatch(bare)
    if not found or (half is None and bare.isdigit()):
        return None
    hour, minute, second = (int(found[n] or 0) for n in (1, 2, 3))
    if half is not None and hour <= 12:
        hour = hour % 12 + half
    return time_of(hour, 30 if found[4] else minute, second)


def half_of(bare):
    """The hours that are added to what a clock of twelve hours shows, None if none."""
    for hours, words in HALVES.items():
        if bare.startswith(words) or bare.endswith(words):
            return hours
    return None


def time_of(hour, minute, second):
    try:
        return dt.time(hour, minute, second)
    except ValueError:
        return None


def part_of_a_day(part):
    """The time when so much of a day has passed, as Excel counts it."""
    passed = round(part * SECONDS) % SECONDS
    return dt.time(passed // 3600, passed // 60 % 60, passed % 60)
