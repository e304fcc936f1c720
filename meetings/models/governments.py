"""Local governments, with the names that they have had."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meetings.models.base import (
    Sourced,
    ValidForPeriod,
    ends_after_it_begins,
    has_a_name,
)
from meetings.models.confirmed_names import ConfirmedNames
from meetings.models.countries import Country, language_of
from meetings.models.finding import Findable
from meetings.models.government_choices import GovernmentKind, Level, NameKind
from meetings.models.government_querysets import GovernmentQuerySet
from meetings.models.government_rules import check_life
from meetings.models.keys import keyed_by
from meetings.models.names import (
    InLanguage,
    Language,
    Noted,
    columns_of,
)
from meetings.models.past_names import PastName
from meetings.models.wordings import Worded
from meetings.text.units import UNIT_OF_KIND, split_unit


@keyed_by("code")
class Government(ConfirmedNames, Noted, Findable, Sourced, ValidForPeriod):
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
    derived = Worded.derived | ValidForPeriod.derived | Findable.derived
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
            models.CheckConstraint(
                condition=Q(valid_to="") | Q(successor__isnull=False),
                name="government_ended_with_successor",
                violation_error_message=_(
                    "A government that ended has a successor: choose who took over."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(successor=F("id")),
                name="government_succeeds_another",
                violation_error_message=_("A government does not succeed itself."),
            ),
        ]

    def get_absolute_url(self):
        return reverse("government-detail", args=[self.code])

    def clean(self):
        super().clean()
        if self.country_id:
            check_life(self)

    @property
    def unit(self):
        """Its rank, as the word for it in a name says; "" if no word does."""
        return UNIT_OF_KIND.get(self.kind, "")

    @property
    def stem(self):
        """Its name without the word for its rank: 시안 for 시안시."""
        return split_unit(self.name)[0]

    @property
    def own_language(self):
        """The language of its country: ko, ja or zh, "" if that is none of them."""
        return language_of(self.country)

    @property
    def telling_names(self):
        """The columns with the names that tell it from its neighbours, and the names.

        It is the name in the own language, as two towns may have one name in another:
        美里町 and 三郷市 are both Misato. Who has none there is told by all names.
        """
        columns = {column: getattr(self, column) for column in columns_of("name")}
        own = f"name_{self.own_language}"
        return {
            column: name
            for column, name in columns.items()
            if name and (column == own or not columns.get(own))
        }

    def successors(self):
        """Yield what succeeded it, one after the other, until one has no successor.

        One that came before ends it too, should the successors lead back.
        """
        passed, government = [], self
        while government not in passed and government.successor:
            passed.append(government)
            government = government.successor
            yield government

    def successor_on(self, day):
        """Return the first of its successors that is in being on `day`, or None."""
        return next((each for each in self.successors() if each.is_valid_on(day)), None)

    @property
    def current_names(self):
        """Language, Wording and short name of each of today's names."""
        return [
            (
                language,
                self.wording("name", language.value),
                self.text_in("short", language.value),
            )
            for language in Language
            if self.text_in("name", language.value)
        ]

    @property
    def own_names(self):
        """The codes, and every name of today, short ones and the reading too."""
        columns = [*columns_of("name"), *columns_of("short")]
        own = [getattr(self, column) for column in columns]
        return [self.code, *filter(None, [self.official_code, *own, self.reading])]

    @property
    def all_names(self):
        """The codes and every name, short and former ones too; prefetch `names`."""
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

    derived = PastName.derived | Findable.derived

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
