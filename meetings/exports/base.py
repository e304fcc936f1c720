"""What all lists that are sent on have in common: columns, orders, one sheet."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meetings import spreadsheets
from meetings.models.exports import Exported


@dataclass(frozen=True)
class Column:
    """A column: its key on the command line, its heading, and where it comes from.

    `value` makes the cell of an item; a name stands for what the database gives.
    """

    key: str
    heading: Promise
    value: str | Callable
    width: int = 12
    choices: type[TextChoices] | None = None
    is_sensitive: bool = False
    is_standard: bool = True

    def cell(self, item):
        """The cell of an item, labels in the active language; None for a blank."""
        is_name = isinstance(self.value, str)
        cell = getattr(item, self.value) if is_name else self.value(item)
        return None if cell == "" else cell

    @property
    def head(self):
        return spreadsheets.Column(str(self.heading), self.width)


def more(key, heading, value, width):
    """A column that is there for those who tick it."""
    return Column(key, heading, value, width, is_standard=False)


class Listing:
    """A kind of list: what it is about, its columns, and what it can be sorted by.

    `about` is what the list is of: a meeting, a series, or "" where it is of all.
    `orders` has a label for each way to sort; the first is what is done unasked.
    """

    key = model_name = about = ""
    columns = ()
    orders = {}

    @property
    def title(self):
        return Exported(self.key).label

    def allowed(self, with_sensitive):
        """The columns that a reader may see, by key."""
        return {c.key: c for c in self.columns if with_sensitive or not c.is_sensitive}

    def chosen(self, keys, with_sensitive):
        """The columns of these keys, in their order; ValueError names one there is not.

        Without keys there are all that nobody has to give a reason for.
        """
        allowed = self.allowed(with_sensitive)
        if unknown := [key for key in keys or () if key not in allowed]:
            message = _("There is no column “%(key)s”; there are: %(known)s.")
            raise ValueError(message % {"key": unknown[0], "known": ", ".join(allowed)})
        if keys:
            return [allowed[key] for key in dict.fromkeys(keys)]
        return [c for c in self.columns if c.is_standard and not c.is_sensitive]

    def items(self, about):
        """What the list is of, loaded with all that its cells are made of."""
        raise NotImplementedError

    def ordered(self, items, order):
        """The items as one of `orders` says."""
        return items

    def count(self, items):
        return len(items)

    def rows(self, items, columns):
        """The cells of each item, in the active language."""
        return [[column.cell(item) for column in columns] for item in items]

    def sheet(self, name, items, columns):
        """A sheet to write: its name, its headings and its rows."""
        return name, [column.head for column in columns], self.rows(items, columns)


def needs_reason(columns):
    """Whether a reason has to be given for letting these columns out."""
    return any(column.is_sensitive for column in columns)
