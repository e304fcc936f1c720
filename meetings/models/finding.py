"""Finding bodies by any name that they have or had, folded and split as imports do it.

A row keeps its names folded in one column, each between marks that folding never
leaves in a name: “|tottori|鸟取县|/鸟取/” has two whole names, and one without the word
for its rank.
"""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import reduce
from operator import or_

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


@dataclass
class Wanted:
    """A text by which somebody looks for a body."""

    text: str

    def __post_init__(self):
        self.whole = fold(self.text)
        stem, self.units = split_unit(without_seat(self.text))
        self.stem = fold(stem)
        self.words = first_words(map(fold, BETWEEN_WORDS.split(self.text)))


class FindableQuerySet(KeyedQuerySet):
    """Rows that are found by their own names, and by those among their `names`."""

    def search(self, text):
        """Return those of a name like `text`, in whatever language, short or former."""
        likenesses = self._likenesses(Wanted(text))
        # Whole names and their beginnings are parts of names, too.
        for likeness in (Likeness.WHOLE, Likeness.BEGINNING):
            likenesses.pop(likeness, None)
        return self.filter(reduce(or_, likenesses.values(), Q(pk=None)))

    def closest_first(self, text):
        """Sort what `search` found by its `likeness` to `text`.

        Among those of equal likeness, those that ended come last.
        """
        likenesses = self._likenesses(Wanted(text)).items()
        cases = [When(condition, then=Value(like)) for like, condition in likenesses]
        likeness = Case(*cases, default=Value(Likeness.WORDS))
        return self.annotate(likeness=likeness).order_by("likeness", *self.last_order())

    def last_order(self):
        """What those of equal likeness are sorted by."""
        return self.model._meta.ordering

    def _likenesses(self, wanted):
        """Return the condition of each likeness; none for a text of mere marks."""
        if not wanted.whole:
            return {}
        conditions = {
            Likeness.WHOLE: self._named(WHOLE + wanted.whole + WHOLE),
            Likeness.STEM: self._stemmed(wanted),
            Likeness.BEGINNING: self._named(WHOLE + wanted.whole),
            Likeness.PART: self._named(wanted.whole),
        }
        if len(wanted.words) > 1:
            conditions[Likeness.WORDS] = self._worded(wanted.words)
        return conditions

    def _named(self, *parts):
        """A condition: a name, as the key has it, contains one of the parts."""
        contains = reduce(or_, (Q(search_key__contains=part) for part in parts))
        names = self.model.names.rel
        others = names.related_model.objects.filter(contains)
        return contains | Q(pk__in=others.values(names.field.name))

    def _stemmed(self, wanted):
        if not wanted.stem:
            return Q(pk=None)
        named = self._named(WHOLE + wanted.stem + WHOLE, STEM + wanted.stem + STEM)
        return named & self._of_units(wanted.units)

    def _worded(self, words):
        """A condition: each word is in a name of its own, or says where it is."""
        own = self._named(*words)
        for word in words:
            own &= self._named(word) | self._placed(word)
        return own

    def _of_units(self, units):
        """A condition: the rank is none that the word for it contradicts."""
        return Q()

    def _placed(self, word):
        """A condition: a word beside a name says no more than is so."""
        return Q(pk=None)
