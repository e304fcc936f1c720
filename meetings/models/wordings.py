"""Where the wording of a text is from: a source, our translation, or a rule."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from meetings.models.base import Tracked
from meetings.models.names import LANGUAGES, active_language, columns_of, lacking

TRANSLATION = "translation"  # ours, of what another language says
RULE = "rule"  # a name transcribed by rule, which no source seen prints

# What each text is called, whatever its language.
TEXT_LABELS = {
    "about": pgettext_lazy("what it is", "about"),
    "livestream": _("livestream"),
    "name": _("name"),
    "note": _("note"),
    "place": _("place"),
    "room": _("room or place"),
    "text": _("text"),
    "theme": _("theme"),
    "title": _("title"),
    "venue": _("venue"),
}


@dataclass(frozen=True)
class Wording:
    """A text as a reader gets it, where it is from, and what it was translated from."""

    text: str = ""
    language: str = ""
    origin: str = ""
    original: str = ""
    original_language: str = ""

    def __str__(self):
        return self.text

    @property
    def is_translation(self):
        return self.origin == TRANSLATION

    @property
    def is_by_rule(self):
        return self.origin == RULE

    @property
    def source_key(self):
        """The key of the source that prints the text in these words, else ""."""
        return "" if self.is_translation or self.is_by_rule else self.origin


class Worded(Tracked):
    """A model with `texts` in four languages, each of which may have an origin.

    `origins` has it by column: `{"title_ko": "translation"}`, or the key of a source.
    By the name of a text it has the languages in which the text was first worded:
    `{"title": "ko ja"}`. An origin is that of certain words: who writes others, by
    whatever way, thereby takes it away.
    """

    origins = models.JSONField(
        _("origins of texts"), default=dict, blank=True, editable=False
    )

    derived = frozenset({"origins"})
    texts = ()

    class Meta:
        abstract = True

    @classmethod
    def text_columns(cls):
        return [column for text in cls.texts for column in columns_of(text)]

    @classmethod
    def lacking_in(cls, text, language):
        """Return a condition: `text` is there, but not in `language`."""
        return models.Q(**{f"{text}_{language}": ""}) & ~lacking(text)

    def lacks(self, text, language):
        """Return whether `lacking_in(text, language)` would find this row."""
        words = {suffix: getattr(self, f"{text}_{suffix}") for suffix in LANGUAGES}
        return not words[language] and any(words.values())

    @classmethod
    def from_db(cls, db, field_names, values):
        row = super().from_db(db, field_names, values)
        row._known_wordings = row._read_wordings()
        return row

    def refresh_from_db(self, using=None, fields=None, **kwargs):
        super().refresh_from_db(using, fields, **kwargs)
        read = self._read_wordings()
        if fields is not None and "origins" not in fields:
            # A column that was not loaded at first; others may be edited by now.
            fresh = {name: read[name] for name in fields if name in read}
            read = getattr(self, "_known_wordings", {}) | fresh
        self._known_wordings = read

    def _read_wordings(self):
        """The origin of each wording that has one, with its words.

        A column that was not loaded counts as without words, and is not loaded now.
        """
        origins = self.__dict__.get("origins", {})
        return {
            name: (origin, self.__dict__.get(name)) for name, origin in origins.items()
        }

    def derive(self):
        """Forget the origins of what was reworded since the row was read."""
        super().derive()
        known = getattr(self, "_known_wordings", {})
        reworded = {
            name
            for name, (origin, words) in known.items()
            if self.origins.get(name) == origin and self.__dict__.get(name) != words
        }
        if reworded:
            self._set_origins(reworded)
        self._known_wordings = self._read_wordings()

    def reword(self, column, text, origin=""):
        """Set the text of a column, and where these words are from."""
        setattr(self, column, text)
        self._set_origins({column}, origin)
        # As if it had been read like this, so that `derive` keeps the origin.
        self._known_wordings = getattr(self, "_known_wordings", {}) | {
            column: (origin, text)
        }

    def _set_origins(self, columns, origin=""):
        others = {n: o for n, o in self.origins.items() if n not in columns}
        self.origins = others | (dict.fromkeys(columns, origin) if origin else {})

    def get_texts_url(self):
        """Return the page that lists the texts with their sources, "" if none does."""
        return ""

    def text_in(self, text, language):
        """Return a text in one language, "" if there is none."""
        return getattr(self, f"{text}_{language}")

    def wording(self, text, language=None):
        """Return the Wording of a text for a reader, by default of the active language.

        Without a text in that language it is that of the first language that has one.
        """
        wanted = language or active_language()
        return next(self.wordings(text, (wanted, *LANGUAGES)), Wording())

    def wordings(self, text, languages=LANGUAGES):
        """Yield the Wordings of a text in those of the languages that have one."""
        for language in dict.fromkeys(languages):
            if words := self.text_in(text, language):
                yield self._wording(text, language, words)

    def _wording(self, text, language, words):
        origin = self.origins.get(f"{text}_{language}", "")
        original = self._original(text, language) if origin == TRANSLATION else ()
        return Wording(words, language, origin, *original)

    def _original(self, text, language):
        """Return the words that were translated, and their language."""
        for suffix in (*self.original_languages(text), *LANGUAGES):
            if suffix != language and (words := self.text_in(text, suffix)):
                return words, suffix
        return ()

    def original_languages(self, text):
        """Return the languages in which a text was first worded, as far as known."""
        return self.origins.get(text, "").split()
