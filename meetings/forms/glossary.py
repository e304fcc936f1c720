"""Finding terms of the glossary."""

from meetings.forms.filters import SearchFilter
from meetings.models import GlossaryTerm


class GlossaryFilter(SearchFilter):
    """Find terms by a word in any of the four languages."""

    class Meta:
        model = GlossaryTerm
        fields = ["q"]
