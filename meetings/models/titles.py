"""The title of an edition: its own, or made of its number and the series' name."""

from django.db.models import Q

from meetings.models.names import LANGUAGES, Titled, active_language

EDITIONS = {
    "en": "{ordinal} {name}",
    "ko": "제{number}회 {name}",
    "ja": "第{number}回{name}",
    "zh": "第{number}届{name}",
}
ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def edition(number, name, language):
    """Return the numbered name of an edition, as each language forms it."""
    return EDITIONS[language].format(ordinal=ordinal(number), number=number, name=name)


def ordinal(number):
    """1st, 2nd, 3rd, 4th, 11th…"""
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else ENDINGS.get(number % 10, 'th')}"


class TitledByEdition(Titled):
    """A model with a title of its own, else with that of an edition of its series."""

    class Meta:
        abstract = True

    @property
    def title(self):
        """The title in the reader's language, else in another, else the key."""
        languages = (active_language(), *LANGUAGES)
        titles = (self.title_in(language) for language in languages)
        return next(filter(None, titles), self.slug)

    def title_in(self, language):
        """Return the title in one language: its own, else made of number and series."""
        own = getattr(self, f"title_{language}")
        name = self._series_name(language)
        if own or not (self.number and name):
            return own
        return edition(self.number, name, language)

    def text_in(self, text, language):
        return (
            self.title_in(language)
            if text == "title"
            else super().text_in(text, language)
        )

    @classmethod
    def lacking_in(cls, text, language):
        lacking = super().lacking_in(text, language)
        if text != "title":
            return lacking
        # Where the series has a name, that and the number make a title.
        return lacking & (Q(number=None) | Q(**{f"series__name_{language}": ""}))

    def lacks(self, text, language):
        has_edition = self.number and getattr(self.series, f"name_{language}")
        is_made = text == "title" and has_edition
        return not is_made and super().lacks(text, language)

    def _series_name(self, language):
        # An edition keeps the name that its series had at the time.
        former = self.earliest and self.series.former_name_on(self.earliest, language)
        return former or getattr(self.series, f"name_{language}")
