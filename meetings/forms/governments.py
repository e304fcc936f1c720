"""Finding governments."""

import django_filters
from django.utils.translation import gettext_lazy as _

from meetings.models import Country, Government
from meetings.models.governments import Level


class GovernmentFilter(django_filters.FilterSet):
    """Find governments by country, level, or any name they have or had."""

    q = django_filters.CharFilter(label=_("Search"), method="search")
    country = django_filters.ModelChoiceFilter(
        label=_("Country"),
        queryset=Country.objects.all(),
        to_field_name="code",
        empty_label=_("Every country"),
    )
    level = django_filters.ChoiceFilter(
        label=_("Level"), choices=Level.choices, empty_label=_("Every level")
    )

    class Meta:
        model = Government
        fields = ["q", "country", "level"]

    def search(self, queryset, name, value):
        return queryset.search(value)
