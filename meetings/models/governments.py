"""Countries and their local governments, with the names that they have had."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meetings.models.base import (
    Sourced,
    Tracked,
    ValidForPeriod,
    ends_after_it_begins,
    has_a_name,
)
from meetings.models.finding import Findable
from meetings.models.government_querysets import GovernmentQuerySet
from meetings.models.keys import KeyedQuerySet, keyed_by
from meetings.models.names import (
    LANGUAGES,
    InLanguage,
    Language,
    Named,
    Noted,
    active_language,
)
from meetings.models.past_names import NamedThroughTime, PastName
from meetings.models.wordings import Worded

# Running text names the countries in each language's own order: 한중일, 日中韓, 中日韩.
ORDER_IN_TEXT = {
    "en": ("CN", "JP", "KR"),
    "ko": ("KR", "CN", "JP"),
    "ja": ("JP", "CN", "KR"),
    "zh": ("CN", "JP", "KR"),
}


class Level(models.TextChoices):
    PROVINCE = "province", _("First level")
    MUNICIPALITY = "municipality", _("City, county, town or village")
    DISTRICT = "district", _("District")


class GovernmentKind(models.TextChoices):
    SPECIAL_CITY = "special_city", _("Special city")
    METROPOLITAN_CITY = "metropolitan_city", _("Metropolitan city")
    INTEGRATED_CITY = "integrated_city", _("Integrated special city")
    SELF_GOVERNING_CITY = "self_governing_city", _("Special self-governing city")
    PROVINCE = "province", _("Province")
    SELF_GOVERNING_PROVINCE = (
        "self_governing_province",
        _("Special self-governing province"),
    )
    PREFECTURE = "prefecture", _("Prefecture")
    MUNICIPALITY = "municipality", _("Municipality")
    AUTONOMOUS_REGION = "autonomous_region", _("Autonomous region")
    PREFECTURE_LEVEL_CITY = "prefecture_level_city", _("Prefecture-level city")
    COUNTY_LEVEL_CITY = "county_level_city", _("County-level city")
    CITY = "city", _("City")
    COUNTY = "county", _("County")
    TOWN = "town", _("Town")
    VILLAGE = "village", _("Village")
    AUTONOMOUS_DISTRICT = "autonomous_district", _("Autonomous district")
    SPECIAL_WARD = "special_ward", _("Special ward")
    AUTONOMOUS_PREFECTURE = "autonomous_prefecture", _("Autonomous prefecture")
    CHINESE_PREFECTURE = "chinese_prefecture", _("Prefecture below a province")
    LEAGUE = "league", _("League")


class NameKind(models.TextChoices):
    FORMER = "former", _("Former name")
    ROMANISATION = "romanisation", _("Romanisation")
    VARIANT = "variant", _("Variant")


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


@keyed_by("code")
class Government(NamedThroughTime, Noted, Findable, Sourced, Worded, ValidForPeriod):
    """A province, prefecture, city, county, town or district.

    One that was merged or renamed in law stays, with its last day and its successor:
    the meetings that it attended are its own.
    """

    code = models.CharField(
        _("code"),
        max_length=40,
        unique=True,
        help_text=_("ISO 3166-2; below it the parent's code and a word: KR-47-gumi."),
    )
    country = models.ForeignKey(
        Country, models.PROTECT, related_name="governments", verbose_name=_("country")
    )
    level = models.CharField(_("level"), max_length=12, choices=Level.choices)
    kind = models.CharField(_("kind"), max_length=30, choices=GovernmentKind.choices)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("belongs to"),
    )
    successor = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name=_("succeeded by"),
    )
    short_en = models.CharField(_("short name in English"), max_length=60, blank=True)
    short_ko = models.CharField(_("short name in Korean"), max_length=60, blank=True)
    short_ja = models.CharField(_("short name in Japanese"), max_length=60, blank=True)
    short_zh = models.CharField(_("short name in Chinese"), max_length=60, blank=True)
    official_code = models.CharField(
        _("official code"),
        max_length=12,
        blank=True,
        help_text=_("The code that its country's lists give it."),
    )
    reading = models.CharField(
        _("reading"), max_length=60, blank=True, help_text=_("Kana or pinyin.")
    )

    short = InLanguage()
    derived = Worded.derived | ValidForPeriod.derived | {"search_key"}
    texts = ("name", "note")
    objects = GovernmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("government")
        verbose_name_plural = _("governments")
        ordering = ["country_id", "code"]
        constraints = [
            has_a_name("government"),
            ends_after_it_begins("government"),
            models.CheckConstraint(
                # Exclusive or: a province has no parent, all others have one.
                condition=Q(level=Level.PROVINCE) ^ Q(parent__isnull=False),
                name="government_first_level_or_parent",
                violation_error_message=_(
                    "A government below the first level belongs to another;"
                    " one of the first level to none."
                ),
            ),
        ]

    def get_absolute_url(self):
        return reverse("government-detail", args=[self.code])

    @property
    def current_names(self):
        """Today's names, each with its language."""
        names = ((code, getattr(self, f"name_{code}")) for code in Language)
        return [(code, name) for code, name in names if name]

    @property
    def own_names(self):
        """The codes, and every name of today, short ones and the reading too."""
        own = [
            getattr(self, f"{kind}_{suffix}")
            for kind in ("name", "short")
            for suffix in LANGUAGES
        ]
        return [self.code, *filter(None, [self.official_code, *own, self.reading])]

    @property
    def all_names(self):
        """The code and every name, short and former ones too; prefetch `names`.

        Staff search by what a letter says, which may be a name of thirty years ago.
        """
        return [*self.own_names, *(name.name for name in self.names.all())]


@keyed_by("government", "language", "name")
class GovernmentName(Findable, PastName):
    """A former name of a government, or a romanisation or variant of its name.

    Lists of delegates name governments in all of these ways.
    """

    government = models.ForeignKey(
        Government, models.CASCADE, related_name="names", verbose_name=_("government")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=NameKind.choices)

    derived = PastName.derived | {"search_key"}

    class Meta:
        verbose_name = _("name of a government")
        verbose_name_plural = _("names of governments")
        ordering = ["government_id", "pk"]
        constraints = [
            ends_after_it_begins("government_name"),
            models.UniqueConstraint(
                fields=["government", "language", "name"],
                name="government_name_once",
                violation_error_message=_("The government already has this name."),
            ),
        ]

    @property
    def is_former(self):
        return self.kind == NameKind.FORMER
