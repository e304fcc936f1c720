"""What the cells of several lists are made of."""

import datetime as dt
from operator import attrgetter, methodcaller

from django.utils.translation import gettext as _

from meetings.models import edtf


def day(text):
    """A date of record as a date where it is one day exactly, else as it is kept."""
    moment = edtf.parse(text) if text else None
    if moment and moment.earliest == moment.latest and not moment.is_uncertain:
        return moment.earliest
    return text or None


def in_words(text):
    """A date of record in the reader's language; None where it is not known."""
    return edtf.parse(text).words() if text else None


def edge(text, index):
    """The first (0) or the last (-1) day of a date of record, if known exactly."""
    part = text.split("/")[index]
    known = day(part) if part != ".." else None
    return known if isinstance(known, dt.date) else None


def day_of(path):
    """A cell that gives the date of record at `path`, as `day` does."""
    read = attrgetter(path)
    return lambda item: day(read(item))


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
