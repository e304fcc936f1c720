"""Cells of a list as the values of an attendee, or the problem that a cell is."""

import datetime as dt
import re
import unicodedata
from dataclasses import asdict, dataclass, field
from functools import cache

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from rapidfuzz import fuzz, process

from meetings.models import Attendee, Person
from meetings.models.attendees import AttendeeStatus, Mode
from meetings.models.delegations import Role
from meetings.models.names import choices_by_word
from meetings.spreadsheets.types import NoValue
from meetings.spreadsheets.vocabulary import BRACKETS, vocabulary
from meetings.text.dates import NoDate, parse_day
from meetings.text.folding import fold, narrow, tidy

PERSON_FIELDS = (
    "native_name",
    "family_name",
    "given_name",
    "reading",
    "email",
    "phone",
)
TEXT_FIELDS = ("position", "department", "languages", "dietary", "lodging", "note")
CHOICE_FIELDS = {"role": Role, "mode": Mode, "status": AttendeeStatus}
DATE_FIELDS = ("arrives_on", "departs_on")
ATTENDEE_FIELDS = (*CHOICE_FIELDS, *TEXT_FIELDS, *DATE_FIELDS)
FIELDS = (*PERSON_FIELDS, *ATTENDEE_FIELDS)
BLANKS = {"government": None, "organization": None} | dict.fromkeys(FIELDS, "")
BLANKS |= dict.fromkeys(("role", "status", *DATE_FIELDS))
NAMES = ("native_name", "family_name", "given_name")
# Where “none” in a cell says that there is nothing to say; elsewhere it is a text.
MAY_BE_NONE = ("email", "phone", "dietary", *CHOICE_FIELDS, *DATE_FIELDS)
NEAR = 60
BREAKS = re.compile(r"[ \u3000]*[\r\n]+[ \u3000]*")  # in what is one line
EDGES = " \u3000\u00a0"


@dataclass
class Problem:
    """What is in the way of a row: which field, what stands there, what may be meant.

    `code` names the sentence in `problems.SENTENCES`, `details` what it tells.
    """

    code: str
    field: str
    value: str = ""
    candidates: list[str] = field(default_factory=list)
    details: dict = field(default_factory=dict)

    as_json = asdict


class Values:
    """The values that the cells of one row give; blanks give none."""

    def __init__(self, cells, words, year):
        self.cells = cells
        self.words = words  # of roles and modes: {"role": {folded: role}, …}
        self.year = year
        self.values = {}
        self.problems = []
        for name in FIELDS:
            if (cell := cells.get(name)) is not None:
                self._take(name, cell)
        self._check_names()
        self._check_days()

    def _take(self, name, cell):
        if isinstance(cell, NoValue):
            self._refuse("no_value", name, cell.text)
        elif name in MAY_BE_NONE and says_nothing(cell):
            pass
        elif name in DATE_FIELDS:
            self._take_day(name, cell)
        elif name in CHOICE_FIELDS:
            self._take_choice(name, as_text(cell))
        else:
            self._take_text(name, clean_text(name, cell))

    def _take_text(self, name, text):
        longest = longest_of(name)
        if longest and len(text) > longest:
            self._refuse("too_long", name, text, details={"longest": longest})
        elif name == "email" and not is_email(text):
            self._refuse("bad_email", name, text)
        elif text:
            self.values[name] = text

    def _take_choice(self, name, text):
        known = self.words[name]
        bare = BRACKETS.sub(" ", text)
        meant = known.get(fold(text)) or known.get(fold(bare))
        if meant:
            self.values[name] = meant
        else:
            self._refuse(f"unknown_{name}", name, text, near_choices(text, known))

    def _take_day(self, name, cell):
        try:
            self.values[name] = parse_day(cell, self.year)
        except NoDate as error:
            days = [day.isoformat() for day in error.readings]
            code = "ambiguous_day" if days else "no_day"
            self._refuse(code, name, as_text(cell), days)

    def _refuse(self, code, name, value="", candidates=(), details=None):
        self.problems.append(
            Problem(code, name, value[:200], sorted(candidates), details or {})
        )

    def _check_names(self):
        refused = {problem.field for problem in self.problems}
        if not any(self.values.get(name) for name in NAMES) and not refused & {*NAMES}:
            self._refuse("no_name", "native_name")

    def _check_days(self):
        arrival, departure = map(self.values.get, DATE_FIELDS)
        if arrival and departure and departure < arrival:
            self._refuse("departs_before", "departs_on", departure.isoformat())


def as_text(cell):
    """A cell as text: days as 2026-10-23, numbers without a blank fraction."""
    if isinstance(cell, dt.datetime):
        return cell.isoformat(" ", "minutes")
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    return str(cell)


def clean_text(name, cell):
    """A text as it is kept: composed (NFC), else as it was written.

    Names, addresses and numbers lose blanks that cannot be meant.
    """
    text = as_text(cell)
    if name in ("email", "phone"):
        text = all_narrow(text)
    if name in PERSON_FIELDS:
        return tidy(text)
    if name != "note":
        text = BREAKS.sub(" ", text)
    return unicodedata.normalize("NFC", text).strip(EDGES)


def all_narrow(text):
    """Letters and digits made narrow, as well as the signs of numbers and addresses."""
    return narrow(text).replace("＋", "+").replace("＠", "@")


def says_nothing(cell):
    return isinstance(cell, str) and (
        vocabulary().marks_as("nothing", cell) or not cell.strip(" -–—")
    )


def is_email(text):
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


@cache
def longest_of(name):
    model = Person if name in PERSON_FIELDS else Attendee
    return model._meta.get_field(name).max_length


@cache
def words_of(name):
    """The words for roles, modes or statuses: the vocabulary's, and our own labels."""
    known = {
        "role": vocabulary().roles,
        "mode": vocabulary().modes,
        "status": vocabulary().statuses,
    }
    return known[name] | choices_by_word(CHOICE_FIELDS[name])


def near_choices(text, known):
    """What the text may be a misspelling of."""
    near = process.extract(
        fold(text), known.keys(), scorer=fuzz.ratio, score_cutoff=NEAR, limit=3
    )
    return {known[word] for word, _score, _position in near}


def filled(values):
    """The values of a row with the blank ones, which are not kept."""
    return BLANKS | values


def shown_name(values):
    """The name that every role may read, as `Person.display_name`."""
    latin = f"{values['family_name']} {values['given_name']}".strip()
    return values["native_name"] or latin
