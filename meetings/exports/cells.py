"""What the cells of several lists are made of."""

import datetime as dt
from operator import attrgetter, methodcaller

from django.utils.translation import gettext as _

from meetings.models import edtf


def edge(text, index):
    """The first (0) or the last (-1) day of a date of record, if known exactly."""
    part = text.split("/")[index]
    known = edtf.day_or_text(part) if part != ".." else None
    return known if isinstance(known, dt.date) else None


def day_of(path):
    """A cell that gives the date of record at `path`, as `edtf.day_or_text` does."""
    read = attrgetter(path)
    return lambda item: edtf.day_or_text(read(item))


def label_of(field):
    """A cell that gives the label of a choice."""
    return methodcaller(f"get_{field}_display")


def name_of(path):
    """A cell that gives the name, in the reader's language, of a row related or not."""
    read = attrgetter(path)

    def cell(item):
        related = read(item)
        return related.name if related else None

    return cell


def yes_or_no(path):
    """A cell that says whether something is so."""
    read = attrgetter(path)
    return lambda item: _("yes") if read(item) else _("no")


def joined(texts):
    """Several texts as one cell; None where there are none."""
    return "; ".join(texts) or None
