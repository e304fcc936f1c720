"""What a clash is, and how it names the places it is about."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from meetings.models import Presenter


class ClashKind(models.TextChoices):
    DAYS = "days", _("Outside the meeting's days")
    OVERRUN = "overrun", _("Longer than its session")
    ROOM = "room", _("A room used twice")
    HEAD = "head", _("A head of delegation needed twice")
    PERSON = "person", _("Somebody in two places")
    CANCELLED = "cancelled", _("Somebody who does not come")
    UNREGISTERED = "unregistered", _("Somebody who is not registered")
    INTERPRETER = "interpreter", _("No interpreter")


@dataclass(frozen=True)
class Clash:
    """A kind, a sentence in the reader's language, and the rows that it is about.

    The rows are sessions, items and presenters, in the order of the agenda.
    """

    kind: ClashKind
    sentence: str
    rows: tuple

    @property
    def places(self):
        """The sessions and items among the rows."""
        return [row for row in self.rows if not isinstance(row, Presenter)]


def place(row):
    """A session or item by its label and, where they are known, its times."""
    times = [f"{time:%H:%M}" for time in (row.begin, row.finish) if time]
    return f"{row.label} ({'–'.join(dict.fromkeys(times))})" if times else row.label
