"""What the cells of an agenda hold: texts, days, minutes, yes or no, choices.

Each function takes a cell as it was read, and raises BadCell if it does not hold that.
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

MINUTES_A_DAY = 24 * 60  # minutes
MINUTES = re.compile(r"(\d{1,5})\s*(?:min\.?|mins\.?|minutes?|분|分|分钟|分間)?", re.I)
# What people tick with, beside yes and no in the languages of the program.
YES = {"y", "true", "1", "x", "o", "v", "✓", "✔", "☑", "○", "●", "네"}
NO = {"n", "false", "0", "-", "아니오"}


class BadCell(ValueError):
    """The cell is not what its column is for; str() is a sentence for the user."""


def displayed(cell):
    """Return a cell about as its reader saw it."""
    if isinstance(cell, dt.time):
        # A spreadsheet shows seconds only where there are any.
        return cell.isoformat("auto" if cell.second else "minutes")
    return cell.isoformat() if isinstance(cell, dt.date) else str(cell)


def cell_text(cell):
    """Return the text of a cell without blanks around it; "" for a blank cell."""
    # A library wrote the file and computed nothing; 0 or a blank would be wrong.
    if isinstance(cell, NoValue):
        message = _("The formula “%(text)s” has no value; write the value itself.")
        raise BadCell(message % {"text": cell.text})
    if cell is None:
        return ""
    return unicodedata.normalize("NFC", displayed(cell)).strip()


def text(cell, longest):
    """Return a line of text of at most so many characters."""
    line = tidy(cell_text(cell))
    if len(line) > longest:
        message = _("There are %(count)s characters; write %(most)s at most.")
        raise BadCell(message % {"count": len(line), "most": longest})
    return line


def day(cell, year=None):
    """Return a date of record as EDTF; `year` is that of days written without one."""
    if isinstance(cell, dt.date):
        return cell.isoformat()[:10]  # a datetime is a date, too
    written = narrow(cell_text(cell))
    try:
        return str(edtf.parse(written)) if written else ""
    except edtf.EdtfError as error:
        return day_in_other_form(written, year, str(error.args[0]))


def day_in_other_form(written, year, sentence):
    """Return a day in a form of some country as EDTF; raise BadCell with the sentence.

    A day that can be read in two ways, as 10/11, is asked about, never guessed.
    """
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
    """Return whole minutes, at most those of a day; None for a blank cell."""
    written = narrow(cell_text(cell))
    match = MINUTES.fullmatch(written)
    if written and not (match and int(match[1]) <= MINUTES_A_DAY):
        message = _(
            "“%(text)s” is no number of minutes; write a whole one, %(most)s at most."
        )
        raise BadCell(message % {"text": written, "most": MINUTES_A_DAY})
    return int(match[1]) if match else None


def is_yes(cell):
    """Whether a cell says yes; a blank says no."""
    written = cell_text(cell).casefold()
    if written in YES | translations("yes"):
        return True
    if not written or written in NO | translations("no"):
        return False
    message = _("“%(text)s” is neither yes nor no; write one of them.")
    raise BadCell(message % {"text": written})


@cache  # the catalogues stay what they are while the program runs
def translations(message):
    """Return a text of the program in all its languages, case-folded."""
    texts = set()
    for language in LANGUAGES:
        with override_language(language):
            texts.add(_(message).casefold())
    return texts


def choice(cell, choices):
    """Return the key of a choice that is named by its label in any language, or key."""
    written = cell_text(cell)
    if (key := choices_by_word(choices).get(fold(written))) is None:
        message = _("“%(text)s” is not known here; write one of these: %(known)s.")
        known = ", ".join(str(each.label) for each in choices)
        raise BadCell(message % {"text": written, "known": known})
    return key
