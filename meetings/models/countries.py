"""Countries, in their order and with their language."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from meetings.models.base import Tracked, has_a_name
from meetings.models.keys import KeyedQuerySet, keyed_by
from meetings.models.names import Named, active_language

# Running text names the countries in each language's own order: 한중일, 日中韓, 中日韩.
ORDER_IN_TEXT = {
    "en": ("CN", "JP", "KR"),
    "ko": ("KR", "CN", "JP"),
    "ja": ("JP", "CN", "KR"),
    "zh": ("CN", "JP", "KR"),
}


# The language of a country's names and of its people's own script. The same character
# has another form in each.
SCRIPT_OF = {"KR": "ko", "JP": "ja", "CN": "zh-Hans"}


def language_of(country):
    """The language that a country's names are written in: ko, ja, zh, or "" if none."""
    return SCRIPT_OF.get(country.code, "")[:2] if country else ""


class CountryQuerySet(KeyedQuerySet):
    def in_text_order(self):
        """Return the countries as a list, in the order of the reader's language.

        There are a handful of them, so they are sorted here.
        """
        order = ORDER_IN_TEXT[active_language()]
        return sorted(self, key=lambda country: _position(order, country.code))


def _position(order, code):
    return (order.index(code), "") if code in order else (len(order), code)


@keyed_by("code")
class Country(Named, Tracked):
    """A country whose local governments take part."""

    code = models.CharField(
        _("code"), max_length=2, unique=True, help_text=_("ISO 3166-1, two letters.")
    )

    objects = CountryQuerySet.as_manager()

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["code"]
        constraints = [has_a_name("country")]
