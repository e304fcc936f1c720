"""The presenters of an item as the text of one cell, and back.

“김민수 [B7TM-CVJD]; Chair: Gangwon State [KR-42]; ?; "A; B"” names an attendee, a
government in the chair, an open place, and what is printed as it stands between quotes.
"""

import re
from typing import NamedTuple

from django.utils.translation import gettext as _

from meetings.agenda.presenter_directory import CODE, presenter_text
from meetings.agenda.sheet.cells import BadCell, cell_text
from meetings.models import Presenter
from meetings.models.names import choices_by_word
from meetings.models.presenters import PresenterPart
from meetings.text.folding import fold, tidy

ONE = re.compile(r'(?:"(?:[^"]|"")*"|[^;；\n\r])+')
SPECIAL = re.compile(r'["\n\r]')
LABELLED = re.compile(r"\s*([^:：\"]{1,30})[:：](.*)", re.S)
QUOTED = re.compile(r'\s*"((?:[^"]|"")*)"\s*', re.S)
OPEN = ("?", "？")
LONGEST_TEXT = 250


class NamedPresenter(NamedTuple):
    """One who is named in a cell."""

    part: str
    is_open: bool
    text: str


def presenters_cell(item):
    """Return the cell of an item; None if nobody presents it."""
    return "; ".join(map(presenter_in_cell, item.presenter_list)) or None


def presenter_in_cell(presenter):
    """Return how a presenter is written so that `named_presenters` reads the same."""
    text = presenter_text(presenter)
    plain = NamedPresenter(PresenterPart.PRESENTER, False, tidy(text))
    # Quotes where the text itself would be read as several, a part or an open place.
    if text and (SPECIAL.search(text) or named_presenters(text) != [plain]):
        text = '"' + text.replace('"', '""') + '"'
    if presenter.is_open:
        text = f"? {text}".strip()
    is_labelled = presenter.part != PresenterPart.PRESENTER
    return f"{presenter.get_part_display()}: {text}" if is_labelled else text


def named_presenters(text):
    """Return all who are named in the text of a cell."""
    return [named_presenter(token) for token in ONE.findall(text) if token.strip()]


def named_presenter(token):
    part, label = PresenterPart.PRESENTER, LABELLED.fullmatch(token)
    # Any other word before a colon belongs to what is printed as it stands.
    if label and fold(label[1]) in choices_by_word(PresenterPart):
        part, token = choices_by_word(PresenterPart)[fold(label[1])], label[2]
    token = token.strip()
    is_open = token.startswith(OPEN)
    token = token[1:] if is_open else token
    quoted = QUOTED.fullmatch(token)
    text = quoted[1].replace('""', '"') if quoted else token
    return NamedPresenter(part, is_open, tidy(text))


class PresenterCells:
    """Reads the presenters of items from cells, by a directory and an agenda.

    `doubtful` are the texts with a code that nobody is known by.
    """

    def __init__(self, agenda, directory):
        self.directory, self.doubtful = directory, []
        # Two columns may be filled, a person and what is printed, say: the text of the
        # cell names one, and the other is found here.
        self.by_columns = {
            self._columns(tidy(presenter_text(presenter))): presenter
            for presenter in agenda.presenters
        }

    def read(self, cell, item):
        """Return the presenters of an item; who stays keeps the row that it was.

        Who takes an open place takes its row, with the language that was kept for it.
        """
        named, left = named_presenters(cell_text(cell)), list(item.presenter_list)
        staying = [self._take(left, one) for one in named]
        open_places = (presenter for presenter in left if presenter.is_open)
        return [
            row or self._write(next(open_places, None) or Presenter(), one)
            for row, one in zip(staying, named, strict=True)
        ]

    def _take(self, left, one):
        """Take from those `left` the row that says the same, and return it, or None."""
        for row in left:
            columns = self._columns(tidy(presenter_text(row)))
            is_same = (row.part, row.is_open) == (one.part, one.is_open)
            if is_same and columns == self._columns(one.text):
                left.remove(row)
                return row
        return None

    def _columns(self, text):
        return tuple(self.directory.columns_for(text).items())

    def _write(self, row, one):
        refuse_unwritable(one)
        row.part, row.is_open = one.part, one.is_open
        columns = self._columns(one.text)
        same = self.by_columns.get(columns)
        for name, value in columns:
            setattr(row, name, getattr(same, name) if same else value)
        if CODE.search(row.as_printed) and not same:
            self.doubtful.append(row.as_printed)
        return row


def refuse_unwritable(one):
    """Raise BadCell where nobody is named, or at too great length."""
    if not (one.text or one.is_open):
        raise BadCell(_("Write who presents, or ? where nobody is named yet."))
    if len(one.text) > LONGEST_TEXT:
        message = _("“%(text)s…” is longer than %(most)s characters.")
        raise BadCell(message % {"text": one.text[:40], "most": LONGEST_TEXT})
