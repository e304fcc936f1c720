"""What is written in the cells of an agenda: texts, days, minutes, yes or no, choices.

Each function takes a cell as it was read, and raises BadCell where it is none.
"""

import datetime as dt
import re
import unicodedata
from functools import cache

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from meetings.models import edtf
from meetings.models.names import LANGUAGES, choices_by_word, override_language
from meetings.spreadsheets.types import NoValue
from meetings.text.dates import NoDate, parse_day
from meetings.text.folding import fold, narrow, tidy

LONGEST = 24 * 60  # minutes
MINUTES = re.compile(r"(\d{1,5})\s*(?:min\.?|mins\.?|minutes?|분|分|分钟|分間)?", re.I)
YES = {"y", "true", "1", "x", "o", "v", "✓", "✔", "☑", "○", "●", "네"}
NO = {"n", "false", "0", "-", "아니오"}


class BadCell(ValueError):
    """The cell is not what its column is for; str() is a sentence for the user."""


def shown(cell):
    """A cell as its reader saw it, about."""
    if isinstance(cell, dt.time):
        return cell.isoformat("auto" if cell.second else "minutes")
    return cell.isoformat() if isinstance(cell, dt.date) else str(cell)


def plain(cell):
    """The text of a cell, narrow and without blanks around it; "" for a blank."""
    if isinstance(cell, NoValue):
        message = _("The formula “%(text)s” has no value; write the value itself.")
        raise BadCell(message % {"text": cell.text})
    if cell is None:
        return ""
    return unicodedata.normalize("NFC", shown(cell)).strip()


def text(cell, longest):
    """A line of text of at most so many characters."""
    found = tidy(plain(cell))
    if len(found) > longest:
        message = _("There are %(count)s characters; write %(most)s at most.")
        raise BadCell(message % {"count": len(found), "most": longest})
    return found


def day(cell, year=None):
    """A date of record as EDTF; `year` is that of days written without one."""
    if isinstance(cell, dt.date):
        return cell.isoformat()[:10]
    written = narrow(plain(cell))
    try:
        return str(edtf.parse(written)) if written else ""
    except edtf.EdtfError as error:
        return other_day(written, year, str(error.args[0]))


def other_day(written, year, sentence):
    """A day in a form of some country, else BadCell with the sentence."""
    try:
        return parse_day(written, year).isoformat()
    except NoDate as error:
        if not error.readings:
            raise BadCell(sentence) from None
        days = _(" or ").join(date_format(each) for each in error.readings)
        message = _("“%(text)s” may be %(days)s; write %(example)s, for example.")
        example = error.readings[0].isoformat()
        values = {"text": written, "days": days, "example": example}
        raise BadCell(message % values) from None


def duration(cell):
    """Whole minutes of a day, None for a blank."""
    written = narrow(plain(cell))
    found = MINUTES.fullmatch(written)
    if written and not (found and int(found[1]) <= LONGEST):
        message = _(
            "“%(text)s” is no number of minutes; write a whole one, %(most)s at most."
        )
        raise BadCell(message % {"text": written, "most": LONGEST})
    return int(found[1]) if found else None


def yes(cell):
    """Whether it is so; a blank says no."""
    written = plain(cell).casefold()
    if written in YES | words_of("yes"):
        return True
    if not written or written in NO | words_of("no"):
        return False
    message = _("“%(text)s” is neither yes nor no; write one of them.")
    raise BadCell(message % {"text": written})


@cache
def words_of(message):
    """How a text of the program is written in its languages."""
    found = set()
    for language in LANGUAGES:
        with override_language(language):
            found.add(_(message).casefold())
    return found


def choice(cell, choices):
    """The key of a choice, named by its label or by itself."""
    written = plain(cell)
    if (key := choices_by_word(choices).get(fold(written))) is None:
        message = _("“%(text)s” is not known here; write one of these: %(known)s.")
        known = ", ".join(str(each.label) for each in choices)
        raise BadCell(message % {"text": written, "known": known})
    return key
