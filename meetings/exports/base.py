"""The base of every list that can be exported: its columns, orders, and one sheet."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meetings import spreadsheets
from meetings.models.exports import Exported


@dataclass(frozen=True)
class ListColumn:
    """A column: its key on the command line, its heading, and where its cells are from.

    `value` makes the cell of an item; a name stands for an attribute of the item, or
    for a column of the query where rows are streamed from the database.
    """

    key: str
    heading: Promise
    value: str | Callable
    width: int = 12
    choices: type[TextChoices] | None = None
    is_sensitive: bool = False
    is_standard: bool = True

    def cell(self, item):
        """Return the cell of an item, labels in the active language; None if blank."""
        is_name = isinstance(self.value, str)
        cell = getattr(item, self.value) if is_name else self.value(item)
        # A cell with an empty text is not blank: spreadsheets count it.
        return None if cell == "" else cell

    @property
    def sheet_column(self):
        """The column as the writer of spreadsheets takes it."""
        return spreadsheets.Column(str(self.heading), self.width)


def optional_column(key, heading, value, width):
    """Return a column that is left out unless somebody ticks it."""
    return ListColumn(key, heading, value, width, is_standard=False)


def sensitive_column(key, heading, value, width=18):
    """Return a column of personal data, which is exported for a reason only."""
    return ListColumn(key, heading, value, width, is_sensitive=True)


class Listing:
    """A list that can be exported: what it is about, its columns and its orders.

    `about_kind` is what the list is of: a meeting, a series, or "" where it is of all.
    `model_name` is the model that the permission to export it is named after.
    `orders` has a label for each way to sort; the first is the default.
    """

    key = model_name = about_kind = ""
    columns = ()
    orders = {}

    @property
    def title(self):
        return Exported(self.key).label

    def allowed_columns(self, with_sensitive):
        """Return the columns that a reader may see, by key."""
        return {c.key: c for c in self.columns if with_sensitive or not c.is_sensitive}

    def choose_columns(self, keys, with_sensitive):
        """Return the columns of these keys, in their order, each once.

        Without keys, return the standard ones that need no reason. Raise ValueError
        with a sentence that names the first key that does not exist.
        """
        allowed = self.allowed_columns(with_sensitive)
        if unknown := [key for key in keys or () if key not in allowed]:
            message = _("There is no column “%(key)s”; there are: %(known)s.")
            raise ValueError(message % {"key": unknown[0], "known": ", ".join(allowed)})
        if keys:
            return [allowed[key] for key in dict.fromkeys(keys)]
        return [c for c in self.columns if c.is_standard and not c.is_sensitive]

    def items(self, about):
        """Return what the list has rows for, loaded with all that its cells need."""
        raise NotImplementedError

    def in_order(self, items, order):
        """Return the items sorted by one of `orders`."""
        return items

    def count(self, items):
        return len(items)

    def rows(self, items, columns):
        """Return the cells of each item, in the active language."""
        return [[column.cell(item) for column in columns] for item in items]

    def sheet(self, name, items, columns):
        """Return a sheet to write: its name, its headings and its rows."""
        return name, [c.sheet_column for c in columns], self.rows(items, columns)


def needs_reason(columns):
    """Return whether a reason has to be given for exporting these columns."""
    return any(column.is_sensitive for column in columns)
