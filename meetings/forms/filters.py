"""Parts of the filters of several lists."""

import django_filters
from django.utils.translation import gettext_lazy as _

from meetings.forms.lookups import LONGEST
from meetings.models import Country


class SearchFilter(django_filters.FilterSet):
    """Filters that begin with a search, done by `search` of the model's queryset.

    A text that is too long is refused, and nothing is searched: no database could.
    """

    q = django_filters.CharFilter(
        label=_("Search"), method="search", max_length=LONGEST
    )

    def search(self, queryset, name, value):
        return queryset.search(value)

    def of_country(self, queryset, name, value):
        return queryset.of_country(value)


def country_filter(**options):
    """Return a filter by one country, named by its code in the address."""
    return django_filters.ModelChoiceFilter(
        label=_("Country"),
        queryset=Country.objects.all(),
        to_field_name="code",
        empty_label=_("Every country"),
        **options,
    )


def status_filter(choices):
    """Return a filter by one status."""
    return django_filters.ChoiceFilter(
        label=_("Status"), choices=choices, empty_label=_("Every status")
    )
