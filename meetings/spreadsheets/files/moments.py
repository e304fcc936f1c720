"""Days and times as workbooks count them: in days since the end of 1899, or of 1903."""

from __future__ import annotations

import datetime as dt

from meetings.spreadsheets.files.number_formats import TOKEN
from meetings.spreadsheets.types import Cell

EPOCH, EPOCH_OF_1904 = dt.datetime(1899, 12, 30), dt.datetime(1904, 1, 1)  # noqa: DTZ001
LAST_DAY = 2_958_465  # of the year 9999
SIGNS = set("yYmMdDhHsS")


def is_moment(code: str) -> bool:
    """Whether a number format shows a day or a time."""
    return any(match["sign"] in SIGNS for match in TOKEN.finditer(code[:255]))


def moment(serial: float, from_1904: bool = False) -> Cell:
    """Return the day, the time of day or both; the number if it is none."""
    if not 0 <= serial <= LAST_DAY:
        return serial
    start = EPOCH_OF_1904 if from_1904 else EPOCH
    seconds = round(serial * 86_400)
    at = start + dt.timedelta(seconds=seconds)
    if serial < 1:
        return at.time()
    return at.date() if at.time() == dt.time() else at
