"""Finding governments."""

import django_filters
from django.utils.translation import gettext_lazy as _

from meetings.forms.filters import SearchFilter, country_filter
from meetings.models import Government
from meetings.models.governments import Level


class GovernmentFilter(SearchFilter):
    """Find governments by country, level, or any name they have or had."""

    country = country_filter()
    level = django_filters.ChoiceFilter(
        label=_("Level"), choices=Level.choices, empty_label=_("Every level")
    )

    class Meta:
        model = Government
        fields = ["q", "country", "level"]
