"""People, by the names that they have in passports, in their own script and sorted."""

import secrets

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meetings.models.base import Sourced
from meetings.models.countries import SCRIPT_OF, Country, language_of
from meetings.models.keys import KeyedQuerySet, keyed_by
from meetings.models.names import Noted, columns_of
from meetings.models.orders import CodePoints, name_order
from meetings.models.wordings import Worded
from meetings.text.collation import sort_key
from meetings.text.folding import fold

# Without vowels no word or name of a month can arise, which a spreadsheet would take
# for a date; nor can 1E5, which it would take for a number.
DIGITS = "0123456789"
CONSONANTS = "BCDFGHJKMNPQRSTVWXYZ"

# Folding may make a name longer: NFKC writes one sign as up to 18.
KEY_LENGTH = 400


def unmistakable_code():
    """Return a random code of a letter and seven signs, to be read aloud and typed.

    It says nothing of its bearer, not even how many there are.
    """
    random = secrets.SystemRandom()
    rest = random.choices(DIGITS + CONSONANTS, k=7)
    return random.choice(CONSONANTS) + "".join(rest)


def new_person_key():
    return f"p-{unmistakable_code().lower()}"


class NameOrder(models.TextChoices):
    FAMILY_FIRST = "family_first", _("Family name first")
    GIVEN_FIRST = "given_first", _("Given name first")


class PersonQuerySet(KeyedQuerySet):
    def called(self, native_name, family_name, given_name):
        """Return people with this native or this Latin name; blanks match nobody."""
        native = Q(native_name=native_name) if native_name else Q(pk=None)
        latin = Q(family_name__iexact=family_name, given_name__iexact=given_name)
        return self.filter(native | latin if family_name and given_name else native)

    def search(self, text, with_passport_names=True):
        """Return people with `text` in a name.

        Who may not see passport names must not find people by them either: to search
        letter by letter would spell them out. A reading in pinyin is such a name, too.
        """
        latin = Q(family_name__icontains=text) | Q(given_name__icontains=text)
        latin |= Q(reading__icontains=text)
        if not with_passport_names:
            # These names are shown to everybody: there is no other, or the office is
            # public.
            latin &= Q(is_public=True) | Q(native_name="")
        matches = Q(native_name__icontains=text) | latin
        if key := fold(text):  # 高橋 finds 髙橋
            matches |= Q(native_key__contains=key)
        return self.filter(matches)

    def in_name_order(self):
        """Sort by name as a list in the reader's language does."""
        return self.order_by(*name_order(), "pk")


@keyed_by("key")
class Person(Noted, Sourced, Worded):
    """Somebody who attends, speaks or holds an office.

    Names are kept as they were given: never re-cased, never split where the parts are
    known. E-mail and phone are not unique, as assistants register their governors.
    """

    key = models.SlugField(
        _("key"),
        max_length=40,
        unique=True,
        default=new_person_key,
        help_text=_("Names the person in spreadsheets and addresses; never a name."),
    )
    native_name = models.CharField(_("name in own script"), max_length=100, blank=True)
    family_name = models.CharField(
        _("family name"),
        max_length=100,
        blank=True,
        help_text=_("In Latin letters, as in the passport."),
    )
    given_name = models.CharField(
        _("given name"),
        max_length=100,
        blank=True,
        help_text=_("In Latin letters, as in the passport."),
    )
    reading = models.CharField(
        _("reading"), max_length=100, blank=True, help_text=_("Kana or pinyin.")
    )
    name_order = models.CharField(
        _("name order"),
        max_length=12,
        choices=NameOrder.choices,
        # Most people of the three countries keep this order in Latin letters, too.
        default=NameOrder.FAMILY_FIRST,
    )
    country = models.ForeignKey(
        Country,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="people",
        verbose_name=_("country"),
    )
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    is_public = models.BooleanField(
        _("holds public office"),
        default=False,
        help_text=_("The name is public, in Latin letters too."),
    )
    # An import compares every row of a list with all people by these keys.
    native_key = models.CharField(
        max_length=KEY_LENGTH, default="", editable=False, db_index=True
    )
    latin_key = models.CharField(
        max_length=KEY_LENGTH, default="", editable=False, db_index=True
    )
    sort_key = models.CharField(max_length=KEY_LENGTH, default="", editable=False)
    latin_sort_key = models.CharField(max_length=KEY_LENGTH, default="", editable=False)

    objects = PersonQuerySet.as_manager()

    sensitive = frozenset(
        {"family_name", "given_name", "reading", "email", "phone"}
        | set(columns_of("note"))
    )
    derived = Worded.derived | {
        "native_key",
        "latin_key",
        "sort_key",
        "latin_sort_key",
    }
    texts = ("note",)
    derived_from = ("country",)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["family_name", "given_name", "native_name"]
        # Other orders begin with the country, which no index of people can serve.
        indexes = [models.Index(CodePoints("latin_sort_key"), name="person_by_latin")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(native_name="", family_name="", given_name=""),
                name="person_has_a_name",
                violation_error_message=_(
                    "A person needs a name, in the own script or in Latin letters."
                ),
            ),
        ]

    def __str__(self):
        return self.display_name

    def get_absolute_url(self):
        return reverse("person-detail", args=[self.key])

    def derive(self):
        """Compute what the names are compared by, 髙橋 as 高桥, and what they sort by.

        The sort keys hold the collation of the person's language, so that the database
        need not know it.
        """
        super().derive()
        self.native_key = fold(self.native_name)[:KEY_LENGTH]
        self.latin_key = fold(self.family_name + self.given_name)[:KEY_LENGTH]
        names = self.native_name, self.reading, (self.family_name, self.given_name)
        self.sort_key = sort_key(*names, language_of(self.country))[:KEY_LENGTH]
        self.latin_sort_key = sort_key(*names, "en")[:KEY_LENGTH]

    @property
    def latin_name(self):
        """The Latin name in the person's own order, as it was given."""
        parts = [self.family_name, self.given_name]
        if self.name_order == NameOrder.GIVEN_FIRST:
            parts.reverse()
        return " ".join(filter(None, parts))

    @property
    def display_name(self):
        """The name every role may read: the passport's only where there is no other."""
        return self.native_name or self.latin_name

    @property
    def public_latin_name(self):
        """The Latin name if it is public and `display_name` is another one, else ""."""
        return self.latin_name if self.is_public and self.native_name else ""

    @property
    def script(self):
        """The language tag of `native_name`, by the country; "" if that is unknown."""
        return SCRIPT_OF.get(self.country.code, "") if self.country else ""
