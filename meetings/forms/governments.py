"""Finding governments."""

import django_filters
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meetings.forms.filters import SearchFilter, country_filter
from meetings.models import Government, Series
from meetings.models.government_choices import Level

ANY = "any"


class GovernmentFilter(SearchFilter):
    """Find governments by any name they have or had, and by their part in a series."""

    country = country_filter()
    level = django_filters.ChoiceFilter(
        label=_("Level"), choices=Level.choices, empty_label=_("Every level")
    )
    member = django_filters.ChoiceFilter(
        label=_("Member of"), method="filter_members", empty_label=_("Members or not")
    )
    took_part = django_filters.ChoiceFilter(
        label=_("Took part in"),
        method="filter_participants",
        empty_label=_("Took part or not"),
    )

    class Meta:
        model = Government
        fields = ["q", "country", "level", "member", "took_part"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.series = {each.slug: each for each in Series.objects.all()}
        choices = [(slug, str(each)) for slug, each in self.series.items()]
        self.filters["member"].extra["choices"] = choices
        every = [(ANY, _("any meeting")), *choices]
        self.filters["took_part"].extra["choices"] = every

    def search(self, queryset, name, value):
        return queryset.search(value).closest_first()

    def filter_members(self, queryset, name, value):
        return queryset.members_of(self.series[value], timezone.localdate())

    def filter_participants(self, queryset, name, value):
        if value == ANY:
            return queryset.that_took_part()
        return queryset.that_took_part(meeting__series=self.series[value])
