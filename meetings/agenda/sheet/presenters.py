"""Who presents an item, as the text of one cell, and back.

“김민수 [B7TM-CVJD]; Chair: Gangwon State [KR-42]; ?; "A; B"” names an attendee, a
government in the chair, an open place, and what is printed as it stands between quotes.
"""

import re
from typing import NamedTuple

from django.utils.translation import gettext as _

from meetings.agenda.presenter_directory import CODE, told
from meetings.agenda.sheet.cells import BadCell, plain
from meetings.models import Presenter
from meetings.models.names import choices_by_word
from meetings.models.presenters import PresenterPart
from meetings.text.folding import fold, tidy

ONE = re.compile(r'(?:"(?:[^"]|"")*"|[^;；\n\r])+')
SPECIAL = re.compile(r'["\n\r]')
LABELLED = re.compile(r"\s*([^:：\"]{1,30})[:：](.*)", re.S)
QUOTED = re.compile(r'\s*"((?:[^"]|"")*)"\s*', re.S)
OPEN = ("?", "？")
LONGEST = 250


class Named(NamedTuple):
    """One who is named in a cell."""

    part: str
    is_open: bool
    text: str


def cell_of(item):
    """The cell of an item; None if nobody presents it."""
    return "; ".join(map(written, item.people)) or None


def written(presenter):
    """One who presents, so that `named` reads the same of it."""
    text = told(presenter)
    if text and (SPECIAL.search(text) or named(text) != [plainly(text)]):
        text = '"' + text.replace('"', '""') + '"'
    if presenter.is_open:
        text = f"? {text}".strip()
    is_plain = presenter.part == PresenterPart.PRESENTER
    return text if is_plain else f"{presenter.get_part_display()}: {text}"


def plainly(text):
    return Named(PresenterPart.PRESENTER, False, tidy(text))


def named(text):
    """All who are named in a text, each in a part."""
    return [one_named(token) for token in ONE.findall(text) if token.strip()]


def one_named(token):
    part, label = PresenterPart.PRESENTER, LABELLED.fullmatch(token)
    if label and fold(label[1]) in choices_by_word(PresenterPart):
        part, token = choices_by_word(PresenterPart)[fold(label[1])], label[2]
    token = token.strip()
    is_open = token.startswith(OPEN)
    token = token[1:] if is_open else token
    quoted = QUOTED.fullmatch(token)
    return Named(part, is_open, tidy(quoted[1].replace('""', '"') if quoted else token))


class People:
    """Finds who is meant in the cells of an agenda: `known` ones, and those of now.

    `doubtful` are texts with a code that nobody is known by.
    """

    def __init__(self, plan, known):
        self.known, self.doubtful = known, []
        self.now = {
            self._meaning(tidy(told(presenter))): presenter
            for item in plan.items
            for presenter in item.people
        }

    def read(self, cell, item):
        """The presenters of an item, those who stay as the rows that they are.

        Who takes an open place takes its row, with the language that was kept for it.
        """
        wanted, left = named(plain(cell)), list(item.people)
        staying = [self._take(left, one) for one in wanted]
        places = (presenter for presenter in left if presenter.is_open)
        return [
            row or self._put(next(places, None) or Presenter(), one)
            for row, one in zip(staying, wanted, strict=True)
        ]

    def _take(self, left, one):
        """The row of one who was there before, taken from those that are left."""
        for row in left:
            meaning = self._meaning(tidy(told(row)))
            is_same = (row.part, row.is_open) == (one.part, one.is_open)
            if is_same and meaning == self._meaning(one.text):
                left.remove(row)
                return row
        return None

    def _meaning(self, text):
        return tuple(self.known.find(text).items())

    def _put(self, row, one):
        refuse_unwritable(one)
        row.part, row.is_open = one.part, one.is_open
        meaning = self._meaning(one.text)
        there = self.now.get(meaning)  # whose text alone does not tell who it is
        for name, value in meaning:
            setattr(row, name, getattr(there, name) if there else value)
        if CODE.search(row.as_printed) and not there:
            self.doubtful.append(row.as_printed)
        return row


def refuse_unwritable(one):
    """Raise BadCell where nobody is named, or at too great length."""
    if not (one.text or one.is_open):
        raise BadCell(_("Write who presents, or ? where nobody is named yet."))
    if len(one.text) > LONGEST:
        message = _("“%(text)s…” is longer than %(most)s characters.")
        raise BadCell(message % {"text": one.text[:40], "most": LONGEST})
