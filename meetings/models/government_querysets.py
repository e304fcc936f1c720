"""The queries of governments."""

from functools import reduce
from operator import or_

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    OuterRef,
    PositiveSmallIntegerField,
    Q,
    Subquery,
    When,
)
from django.db.models.functions import Coalesce

from meetings.models.base import ValidityQuerySet
from meetings.models.confirmed_names import ConfirmedNamesQuerySet
from meetings.models.finding import FindableQuerySet
from meetings.models.government_choices import GovernmentKind, Level
from meetings.text.folding import fold
from meetings.text.units import UNIT_OF_KIND, units_begun


class GovernmentQuerySet(ConfirmedNamesQuerySet, FindableQuerySet, ValidityQuerySet):
    def last_order(self):
        """Those in being before those that ended, the larger before the smaller."""
        # Below the first level, kinds are declared from cities down to villages.
        kinds = enumerate(GovernmentKind, start=1)
        size = Case(
            When(level=Level.PROVINCE, then=0),
            *(When(kind=kind, then=n) for n, kind in kinds),
            output_field=PositiveSmallIntegerField(),
        )
        return [F("end_day").desc(nulls_first=True), size, *super().last_order()]

    def _of_units(self, units):
        kinds = [kind for kind, unit in UNIT_OF_KIND.items() if unit in units]
        return Q(kind__in=kinds) if units else Q()

    def _placed(self, word):
        """The word is in a name of what it belongs to, or says of what rank it is."""
        units = units_begun(word)
        is_rank = self._of_units(units) if units else Q(pk=None)
        return Q(parent__search_key__contains=word) | is_rank

    def namesake_of(self, government):
        """Return another of the same name, parent and time, or None.

        Names are compared folded, as lists are read: 안 동시 is 안동시.
        """
        names = {c: fold(name) for c, name in government.telling_names.items()}
        neighbours = self.filter(
            country=government.country_id, parent=government.parent_id
        ).overlapping(government)
        # The key has names in all languages; those that count are compared here.
        alike = [Q(search_key__contains=name) for name in names.values()]
        for other in neighbours.filter(reduce(or_, alike, Q(pk=None))):
            if any(fold(getattr(other, c)) == name for c, name in names.items()):
                return other
        return None

    def capitals_of(self, codes):
        """Return the capitals of Chinese governments of the first level, by its code.

        GB/T 2260 numbers the seat of a province before its other cities: 610100 is
        Xi'an, of Shaanxi. The lists of Japan and Korea do not tell theirs.
        """
        first = self.filter(parent__code__in=codes, country__code="CN")
        first = first.filter(official_code__endswith="0100").select_related("parent")
        return {capital.parent.code: capital for capital in first}

    def members_of(self, series, day):
        """Return those that are members of a series on a day."""
        members = series.memberships.valid_on(day).values("government")
        return self.filter(pk__in=members)

    def that_took_part(self, **where):
        """Return those that took part in a meeting, or in one of such a kind.

        `where` is about their delegations: `meeting__series=series`.
        """
        return self.filter(Exists(self._delegations().taking_part().filter(**where)))

    def with_meeting_count(self):
        """Annotate `meeting_count`, the meetings with a delegation on record."""
        # A join would have the database group thousands of rows to show fifty.
        delegations = self._delegations().order_by().values("government")
        count = Subquery(delegations.annotate(count=Count("pk")).values("count"))
        return self.annotate(meeting_count=Coalesce(count, 0))

    def _delegations(self):
        """The delegations of a government, for a query within its own."""
        delegations = self.model.delegations.rel.related_model.objects
        return delegations.filter(government=OuterRef("pk"))
