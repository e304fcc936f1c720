"""How dates of record are put into words; the catalogues have each language's own."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

# Sub-year groupings: code -> (first month, number of months, how it is put in words).
# Seasons are those of the north, where the whole record took place.
GROUPINGS: dict[int, tuple[int, int, Promise]] = {
    21: (3, 3, pgettext_lazy("date", "spring of %(year)d")),
    22: (6, 3, pgettext_lazy("date", "summer of %(year)d")),
    23: (9, 3, pgettext_lazy("date", "autumn of %(year)d")),
    24: (12, 3, pgettext_lazy("date", "winter of %(year)d")),
    33: (1, 3, pgettext_lazy("date", "first quarter of %(year)d")),
    34: (4, 3, pgettext_lazy("date", "second quarter of %(year)d")),
    35: (7, 3, pgettext_lazy("date", "third quarter of %(year)d")),
    36: (10, 3, pgettext_lazy("date", "fourth quarter of %(year)d")),
    37: (1, 4, pgettext_lazy("date", "first third of %(year)d")),
    38: (5, 4, pgettext_lazy("date", "second third of %(year)d")),
    39: (9, 4, pgettext_lazy("date", "last third of %(year)d")),
    40: (1, 6, pgettext_lazy("date", "first half of %(year)d")),
    41: (7, 6, pgettext_lazy("date", "second half of %(year)d")),
}
YEAR = pgettext_lazy("date", "%(year)d")
# Other languages name the month by its number, which gettext would take for a slip.
# xgettext:no-python-format
MONTH = pgettext_lazy("date", "%(month_name)s %(year)d")
# xgettext:no-python-format
DAY = pgettext_lazy("date", "%(day)d %(month_name)s %(year)d")
# xgettext:no-python-format
DAYS_OF_A_MONTH = pgettext_lazy("date", "%(day)d–%(end_day)d %(month_name)s %(year)d")
DAYS_OF_A_YEAR = pgettext_lazy(
    "date",
    # xgettext:no-python-format
    "%(day)d %(month_name)s – %(end_day)d %(end_month_name)s %(year)d",
)
INTERVAL = pgettext_lazy("date", "%(start)s – %(end)s")
SINCE = pgettext_lazy("date", "from %(start)s")
UNTIL = pgettext_lazy("date", "until %(end)s")
QUALIFIED: dict[str, Promise | str] = {
    "": "%(date)s",
    "?": pgettext_lazy("date", "%(date)s (uncertain)"),
    "~": pgettext_lazy("date", "about %(date)s"),
    "%": pgettext_lazy("date", "about %(date)s (uncertain)"),
}
