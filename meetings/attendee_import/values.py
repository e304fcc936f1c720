"""Turn the cells of a row into values of an attendee, or into problems."""

import datetime as dt
import re
import unicodedata
from functools import cache

from rapidfuzz import fuzz, process

from meetings.attendee_import.contacts import (
    find_address,
    problem_with_phone,
    without_quotes,
)
from meetings.models import Attendee, Person
from meetings.models.attendees import AttendeeStatus, Mode
from meetings.models.delegations import Role
from meetings.models.import_answers import Problem
from meetings.models.names import choices_by_word
from meetings.spreadsheets.lists.ballots import ticked_choice
from meetings.spreadsheets.lists.remarks import says_nothing_else
from meetings.spreadsheets.references import is_our_row
from meetings.spreadsheets.types import NoValue
from meetings.spreadsheets.vocabulary import BRACKETS, vocabulary, word_key
from meetings.text.dates import NoDate
from meetings.text.days_with_rest import parse_day_and_rest
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
# Where “none” in a cell means a blank; in any other field it is a text like others,
# since 없음 may be a remark and “-” a position as somebody wrote it.
MAY_SAY_NONE = ("email", "phone", "dietary", *CHOICE_FIELDS, *DATE_FIELDS)
MIN_SIMILARITY = 60  # of 100, for a word to count as a misspelling
LINE_BREAKS = re.compile(r"(?<![ \u3000])[ \u3000]*[\r\n]+[ \u3000]*")
# The blanks that East Asian input methods and word processors leave behind.
EDGE_BLANKS = " \u3000\u00a0"


class RowValues:
    """The values that the cells of one row give, and the problems with others.

    `words` are the folded words of each choice: {"role": {"단장": "head", …}, …}.
    `year` and `near` are the year and the first day of the meeting, for days that are
    written without a year or a month. `warnings` are of what was taken all the same.
    """

    def __init__(self, cells, words, year, near=None):
        self.cells = cells
        self.words = words
        self.year = year
        self.near = near
        self.values = {}
        self.problems = []
        self.warnings = []
        for name in FIELDS:
            if (cell := cells.get(name)) is not None:
                self._read(name, cell)
        self._check_names()
        self._check_days()

    def _read(self, name, cell):
        if isinstance(cell, NoValue):
            self._add_problem("no_value", name, cell.text)
        elif name in MAY_SAY_NONE and means_blank(cell):
            pass
        elif name in DATE_FIELDS:
            self._read_day(name, cell)
        elif name in CHOICE_FIELDS:
            self._read_choice(name, as_text(cell))
        else:
            self._read_text(name, clean_text(name, cell))

    def _read_text(self, name, text):
        longest = max_length_of(name)
        if longest and len(text) > longest:
            self._add_problem("too_long", name, text, details={"longest": longest})
        elif name == "email" and text:
            self._read_email(text)
        elif name == "phone" and text:
            self._read_phone(text)
        elif text:
            self.values[name] = text

    def _read_email(self, text):
        address, doubt = find_address(text)
        if not address:
            self._add_problem("bad_email", "email", text)
            return
        self.values["email"] = address
        if doubt:
            self._warn(doubt, "email", text, {"taken": address})

    def _read_phone(self, text):
        """Keep a number as it is written, but for one that is no number any more."""
        if is_our_row(self.cells):
            self.values["phone"] = text
            return
        is_number = not isinstance(self.cells["phone"], str)
        text = without_quotes(text)
        doubt = problem_with_phone(text, is_number)
        if doubt != "damaged_phone":
            self.values["phone"] = text
        if doubt:
            self._warn(doubt, "phone", text)

    def _read_choice(self, name, text):
        words = self.words[name]
        if name == "status" and is_our_row(self.cells):  # where 참석 is our label
            words = words | choices_by_word(AttendeeStatus)
        choice = self._choice_in(text, words)
        if choice:
            self.values[name] = choice
        else:
            similar = similar_choices(text, words)
            self._add_problem(f"unknown_{name}", name, text, similar)

    def _choice_in(self, text, words):
        """Return what a cell means, None if that is not clear: 出席・(欠席)."""
        ticked = ticked_choice(text)
        if ticked is None or (choice := words.get(word_key(ticked))):
            return ticked and choice
        bare = BRACKETS.sub(" ", ticked)  # 단장(국장) is a role with a remark
        choice = words.get(fold(bare))
        return choice if says_nothing_else(ticked, choice, vocabulary()) else None

    def _read_day(self, name, cell):
        try:
            self.values[name], rest = parse_day_and_rest(cell, self.year, self.near)
            self._add_to_note(rest)
        except NoDate as error:
            days = [day.isoformat() for day in error.readings]
            code = "ambiguous_day" if days else "no_day"
            self._add_problem(code, name, as_text(cell), days)

    def _add_to_note(self, text):
        """Keep the time and the flight that stand beside a day."""
        note = self.values.get("note", "")
        if text and text not in note:
            self.values["note"] = "\n".join(filter(None, (note, text)))

    def _warn(self, code, name, value, details=None):
        self.warnings.append(Problem(code, name, value[:200], [], details or {}))

    def _add_problem(self, code, name, value="", candidates=(), details=None):
        self.problems.append(
            # Enough of a cell to recognise it by; it may hold a page of text.
            Problem(code, name, value[:200], sorted(candidates), details or {})
        )

    def _check_names(self):
        # A name that is refused already has its own problem; it is not missing, too.
        refused = {problem.field for problem in self.problems}
        if not any(self.values.get(name) for name in NAMES) and not refused & {*NAMES}:
            self._add_problem("no_name", "native_name")

    def _check_days(self):
        arrival, departure = map(self.values.get, DATE_FIELDS)
        if arrival and departure and departure < arrival:
            self._add_problem("departs_before", "departs_on", departure.isoformat())


def as_text(cell):
    """Return a cell as text, days and times in ISO 8601."""
    if isinstance(cell, dt.datetime):
        return cell.isoformat(" ", "minutes")
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    return str(cell)


def clean_text(name, cell):
    """Return a text as it is stored: composed (NFC), else as it was written.

    Names, addresses and numbers lose blanks that cannot be meant. All texts are one
    line, but for remarks.
    """
    text = as_text(cell)
    if name in ("email", "phone"):
        text = narrow_all(text)
    if name in PERSON_FIELDS:
        return tidy(text)
    if name != "note":
        text = LINE_BREAKS.sub(" ", text)
    return unicodedata.normalize("NFC", text).strip(EDGE_BLANKS)


def narrow_all(text):
    """Make letters and digits narrow, and the signs of phone numbers and addresses."""
    return narrow(text).replace("＋", "+").replace("＠", "@")


def means_blank(cell):
    """Whether a cell says that there is nothing to say: 없음, なし, N/A, –."""
    return isinstance(cell, str) and (
        vocabulary().marks_as("nothing", cell) or not cell.strip(" -–—")
    )


@cache
def max_length_of(name):
    model = Person if name in PERSON_FIELDS else Attendee
    return model._meta.get_field(name).max_length


@cache
def choice_words(name):
    """Return the words for roles, modes or statuses, and what each means.

    Besides the vocabulary's they are our own labels in every language. In the list of
    a delegation 참석 says that somebody will come, and not that they attended.
    """
    by_field = {
        "role": vocabulary().roles,
        "mode": vocabulary().modes,
        "status": vocabulary().statuses,
    }
    if name == "status":
        return choices_by_word(AttendeeStatus) | by_field[name]
    return by_field[name] | choices_by_word(CHOICE_FIELDS[name])


def similar_choices(text, words):
    """Return the choices that the text may be a misspelling of."""
    similar = process.extract(
        fold(text),
        words.keys(),
        scorer=fuzz.ratio,
        score_cutoff=MIN_SIMILARITY,
        limit=3,
    )
    return {words[word] for word, _score, _position in similar}


def with_blanks(values):
    """Return the values of a row with the blank ones, which are not stored."""
    return BLANKS | values


def shown_name(values):
    """Return the name that every role may read, as `Person.display_name`."""
    return values["native_name"] or latin_name(values)


def latin_name(values):
    """Return the name in Latin letters, FAMILY Given, "" where there is none."""
    return f"{values['family_name']} {values['given_name']}".strip()
