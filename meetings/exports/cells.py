"""Functions that make the cells of several lists."""

import datetime as dt
from operator import attrgetter, methodcaller

from django.utils.translation import gettext as _

from meetings.models import edtf


def first_day_of(text):
    """Return the first day of a date of record, None unless it is known exactly."""
    return _exact_day(text.partition("/")[0])


def last_day_of(text):
    """Return the last day of a date of record, None unless it is known exactly."""
    return _exact_day(text.rpartition("/")[2])


def _exact_day(text):
    day = None if text == edtf.OPEN else edtf.day_or_text(text)
    return day if isinstance(day, dt.date) else None


def date_of_record(path):
    """Return a cell with the date of record at `path`, as a date if it is one day."""
    read = attrgetter(path)
    return lambda item: edtf.day_or_text(read(item))


def choice_label(field):
    """Return a cell with the label of a choice."""
    return methodcaller(f"get_{field}_display")


def related_name(path):
    """Return a cell with the name of a related row, blank where there is none."""
    read = attrgetter(path)

    def cell(item):
        related = read(item)
        return related.name if related else None

    return cell


def yes_or_no(path):
    """Return a cell that says yes or no to the attribute at `path`."""
    read = attrgetter(path)
    return lambda item: _("yes") if read(item) else _("no")


def join_texts(texts):
    """Return several texts as one cell, None where there are none."""
    return "; ".join(texts) or None
