"""What a spreadsheet does to a text that looks like a number or a day.

A list that was opened in Excel and saved again says 1012345678 for 010-1234-5678 and
2026-03-01 for room 3-1. What is known already is better than that.
"""

import re

NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:E[+-]?\d+)?", re.IGNORECASE)
# As spreadsheets write one: with a sign in the exponent, unlike the room 1E5.
WRITTEN_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:E[+-]\d+)?", re.IGNORECASE)
EXPONENT = re.compile(r"(\d)(?:[.,](\d+))?E\+(\d+)", re.IGNORECASE)
DAY = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d)?")
DIGITS = re.compile(r"\d+")


def is_damage(known, given):
    """Whether a text that is given is a known one of which something was lost."""
    if not isinstance(known, str) or not isinstance(given, str):
        return False
    return known != given and (
        is_same_number(known, given)
        or lacks_first_sign(known, given)
        or is_rounded(known, given)
        or became_a_day(known, given)
    )


def is_same_number(known, given):
    """0901 and 901, 1E5 and 100000; but a zero that is added is a correction."""
    if not NUMBER.fullmatch(known) or not WRITTEN_NUMBER.fullmatch(given):
        return False
    return float(known) == float(given) and not given.startswith("0")


def lacks_first_sign(known, given):
    """010-1234-5678 and 1012345678, +82 10 1234 5678 and 821012345678."""
    digits = digits_of(known)
    return (
        given.isdecimal()
        and given[0] != "0"
        and given == digits.lstrip("0")
        and (digits[0] == "0" or known.lstrip(" (").startswith("+"))
    )


def is_rounded(known, given):
    """01012345678 and 1.01235E+09: the first digits, and as many as there were."""
    rounded, digits = EXPONENT.fullmatch(given), digits_of(known).lstrip("0")
    if not rounded or EXPONENT.fullmatch(known):
        return False
    first = (rounded[1] + (rounded[2] or ""))[:-1]
    return len(digits) == int(rounded[3]) + 1 and digits.startswith(first)


def became_a_day(known, given):
    """3-1 and 2026-03-01: the numbers are those of a day."""
    if not DAY.fullmatch(given) or DAY.fullmatch(known):
        return False
    numbers = [int(number) for number in DIGITS.findall(known)]
    day = [int(number) for number in DIGITS.findall(given)]
    return len(numbers) > 1 and {*numbers} <= {*day, day[0] % 100}


def digits_of(text):
    return "".join(DIGITS.findall(text))
