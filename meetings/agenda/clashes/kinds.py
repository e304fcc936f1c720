"""What a clash is, and how its sentence names sessions and items."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from meetings.models import Presenter
from meetings.models.agendas import clock_span


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
    def parts(self):
        """The sessions and items among the rows, which a page can lead to."""
        return [row for row in self.rows if not isinstance(row, Presenter)]


def label_and_times(row):
    """Return how a session or an item is named: 1.2 (09:20–09:40), or its label."""
    times = clock_span(row.begin, row.finish)
    return f"{row.label} ({times})" if times else row.label
