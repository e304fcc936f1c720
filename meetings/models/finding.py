"""Finding bodies by any name that they have or had, folded and split as imports do it.

A row keeps its names folded in one column, each between marks that folding never
leaves in a name: “|tottori|鸟取县|/鸟取/” has two whole names, and one without the word
for its rank.
"""

import re
from enum import IntEnum
from functools import reduce
from operator import and_, or_

from django.db import models
from django.db.models import Case, Q, Value, When

from meetings.models.keys import KeyedQuerySet
from meetings.text.folding import fold
from meetings.text.units import split_unit, without_seat

WHOLE, STEM = "|", "/"
# Blanks, brackets and commas, and what a longer word for a first level ends with:
# 広島県府中市 and 경기도 광주시 name the whole, then its part.
BETWEEN_WORDS = re.compile(r"[\s()（）,，、·]+|(?<=\S{2}[都道府県省도])(?=\S{2})")
MOST_WORDS = 8  # of a text that are looked for: each one costs a query of its own


class Likeness(IntEnum):
    """How a body answers to a text, the closest first."""

    WHOLE = 0
    STEM = 1
    BEGINNING = 2
    PART = 3
    WORDS = 4


# All that is found is found by one of these.
SUFFICIENT = (Likeness.STEM, Likeness.PART, Likeness.WORDS)


def first_words(words):
    """Return each of the words once, and no more than `MOST_WORDS` of them.

    Who writes more finds what the first ones are about.
    """
    return [*dict.fromkeys(filter(None, words))][:MOST_WORDS]


def search_key(names):
    """Return names as they are kept to be searched: folded, whole and without ranks."""
    wholes = dict.fromkeys(filter(None, map(fold, names)))
    stems = dict.fromkeys(fold(split_unit(name)[0]) for name in names)
    stems = [stem for stem in stems if stem and stem not in wholes]
    return _between(WHOLE, wholes) + (_between(STEM, stems) if stems else "")


def _between(mark, names):
    return f"{mark}{mark.join(names)}{mark}"


class Findable(models.Model):
    """A row that is found by its `own_names`; put it before the base of `derive`."""

    search_key = models.TextField(default="", editable=False)

    derived = frozenset({"search_key"})

    class Meta:
        abstract = True

    def derive(self):
        super().derive()
        self.search_key = search_key(self.own_names)


class Wanted:
    """A text by which somebody looks for a body, folded and taken apart."""

    def __init__(self, text):
        self.whole = fold(text)
        stem, self.units = split_unit(without_seat(text))
        stem = fold(stem) or self.whole
        self.stems = [mark + stem + mark for mark in (WHOLE, STEM)]
        self.words = first_words(map(fold, BETWEEN_WORDS.split(text)))


class PastNames:
    """The former names that a text may be, or be a part of: pairs of row and key.

    They are few, and read before all else: as subqueries of every condition they took
    longer to compile than all the rest.
    """

    def __init__(self, relation, wanted):
        parts = [wanted.whole, *wanted.stems, *wanted.words]
        names = relation.related_model.objects.filter(containing(parts))
        self.pairs = list(names.values_list(relation.field.attname, "search_key"))

    def named(self, *parts):
        """A condition: one of a row's names, as keys have it, contains a part."""
        rows = {row for row, key in self.pairs if any(part in key for part in parts)}
        return containing(parts) | Q(pk__in=rows) if rows else containing(parts)


def containing(parts):
    return reduce(or_, (Q(search_key__contains=part) for part in parts))


class FindableQuerySet(KeyedQuerySet):
    """Rows that are found by their own names, and by those among their `names`."""

    def search(self, text):
        """Return those of a name like `text`, in whatever language, short or former.

        Each has its `likeness`.
        """
        wanted = Wanted(text)
        likenesses = self._likenesses(wanted) if wanted.whole else {}
        # Whole names and beginnings are parts of names, too, and not looked for twice.
        found = [likenesses[each] for each in SUFFICIENT if each in likenesses]
        cases = [When(likenesses[each], then=Value(each)) for each in likenesses]
        likeness = Case(*cases, default=Value(Likeness.WORDS))
        return self.filter(reduce(or_, found, Q(pk=None))).annotate(likeness=likeness)

    def closest_first(self):
        """Sort what `search` found; of those alike, those that ended come last."""
        return self.order_by("likeness", *self.last_order())

    def last_order(self):
        """What those of equal likeness are sorted by."""
        return self.model._meta.ordering

    def _likenesses(self, wanted):
        """Return the condition of each likeness."""
        named = PastNames(self.model.names.rel, wanted).named
        conditions = {
            Likeness.WHOLE: named(WHOLE + wanted.whole + WHOLE),
            Likeness.STEM: named(*wanted.stems) & self._of_units(wanted.units),
            Likeness.BEGINNING: named(WHOLE + wanted.whole),
            Likeness.PART: named(wanted.whole),
        }
        if len(wanted.words) > 1:
            # One in a name of its own; each other there, too, or saying where it is.
            placed = [named(word) | self._placed(word) for word in wanted.words]
            conditions[Likeness.WORDS] = reduce(and_, placed, named(*wanted.words))
        return conditions

    def _of_units(self, units):
        """A condition: the rank is none that the word for it contradicts."""
        return Q()

    def _placed(self, word):
        """A condition: a word beside a name says no more than is so."""
        return Q(pk=None)
