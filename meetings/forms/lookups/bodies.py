"""Governments and organisations, found by every name that they have or had."""

from collections import Counter
from dataclasses import replace
from heapq import merge

from django.utils.translation import gettext as _

from meetings.forms.lookups.base import MOST, Lookup, Option
from meetings.models import Government, Organization, edtf
from meetings.models.finding import Likeness, Wanted
from meetings.models.names import columns_of

NAMES = columns_of("name")


class FindableLookup(Lookup):
    """Bodies of one model, the likeliest first."""

    def find(self, text, with_passport_names=False):
        return told_apart([(self.option(row), row) for row in self.found(text)])

    def found(self, text):
        return list(self.rows().search(text).closest_first()[:MOST])

    def only_one(self, text):
        row = only_likely(self.found(text), text)
        return row and self.value(row)


def told_apart(options):
    """Return the options of (option, row); those of one text with their other names.

    Of 산시성 both Shaanxi 陕西省 and Shanxi 山西省 are found.
    """
    times = Counter(option.text for option, _row in options)
    return [
        with_other_names(option, row) if times[option.text] > 1 else option
        for option, row in options
    ]


def with_other_names(option, row):
    detail = " · ".join(filter(None, [other_names(row), option.detail]))
    return replace(option, detail=detail)


def other_names(row):
    """Return the names of a body in the languages that are not the reader's."""
    names = dict.fromkeys(getattr(row, column) for column in NAMES)
    return " ".join(name for name in names if name and name != row.name)


def only_likely(rows, text):
    """Return the only row that a text means, or the only row at all, else None.

    A whole code decides. One that ended is asked about by any other name, as soon as
    anything else answers to it.
    """
    coded = [row for row in rows if has_code(row, text)]
    closest = coded or likeliest(rows, Wanted(text).units)
    is_sure = len(closest) == 1 and (
        coded or len(rows) == 1 or not has_ended(closest[0])
    )
    return closest[0] if is_sure else None


def likeliest(rows, units):
    """Return the rows of a whole name, else those without the word for their rank.

    As in an imported list, a text with a word for a rank means both: 광주시 is a name,
    and 광주광역시 is a city, too. Without one the whole name beats others.
    """
    whole = [row for row in rows if row.likeness == Likeness.WHOLE]
    stems = [row for row in rows if row.likeness == Likeness.STEM]
    ranked = [row for row in stems if unit_of(row) in units]
    return (whole + ranked if whole else stems) or rows


def has_code(row, text):
    return getattr(row, "code", "").casefold() == text.casefold()


def unit_of(row):
    """Return the rank of a government, "" for what has none."""
    return row.unit if isinstance(row, Government) else ""


def has_ended(row):
    return bool(getattr(row, "valid_to", ""))


class GovernmentLookup(FindableLookup):
    def rows(self):
        own = ["code", "kind", "valid_to", "end_day", *NAMES]
        parents = [f"parent__{name}" for name in NAMES]
        return self.model.objects.select_related("parent").only(*own, *parents)

    def option(self, row, with_passport_names=False):
        # Two of one name are told apart by what they belong to: 府中市 (広島県).
        text = f"{row.name} ({row.parent.name})" if row.parent else row.name
        detail = filter(None, [row.get_kind_display(), row.code, self.ended(row)])
        return Option(self.value(row), text, " · ".join(detail))

    def ended(self, row):
        """Return when it ended, in words; "" if it is in being."""
        day = row.valid_to and edtf.in_words(row.valid_to)
        return day and _("ended on %(day)s") % {"day": day}


class OrganizationLookup(FindableLookup):
    def rows(self):
        return self.model.objects.only("key", "abbreviation", *NAMES)

    def option(self, row, with_passport_names=False):
        return Option(self.value(row), row.name, row.abbreviation)


class GovernmentByCode(GovernmentLookup):
    value_field = "code"


class OrganizationByKey(OrganizationLookup):
    value_field = "key"


class BodyLookup:
    """Governments and organisations together, by code or key."""

    key = "bodies"
    parts = (
        GovernmentByCode("governments", Government),
        OrganizationByKey("organizations", Organization),
    )
    permissions = [name for part in parts for name in part.permissions]

    def found(self, text):
        """Return (part, row) pairs, the likeliest first."""
        lists = [[(part, row) for row in part.found(text)] for part in self.parts]
        return [*merge(*lists, key=lambda pair: pair[1].likeness)][:MOST]

    def find(self, text, with_passport_names=False):
        return told_apart([(part.option(row), row) for part, row in self.found(text)])

    def only_one(self, text):
        parts = {row: part for part, row in self.found(text)}
        row = only_likely(list(parts), text)
        return row and parts[row].value(row)

    def options(self, values):
        options = {}
        for part in self.parts:
            options |= part.options(values)
        return options

    def knows(self, code):
        """Return whether a government or an organisation has this code."""
        return bool(self.options([code]))


GOVERNMENTS = GovernmentLookup("governments", Government)
ORGANIZATIONS = OrganizationLookup("organizations", Organization)
BODIES = BodyLookup()
