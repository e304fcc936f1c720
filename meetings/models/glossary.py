"""The terms of the field in four languages, for the interface and for translators."""

import re

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from meetings.models.base import Tracked
from meetings.models.keys import KeyedQuerySet, keyed_by
from meetings.models.names import InLanguage, matching

REMARK = re.compile(r"\s*[(（][^)）]*[)）]")
COMMAS = re.compile(r"\s*[,，、]\s*")


class GlossaryTermQuerySet(KeyedQuerySet):
    def search(self, text):
        """Return terms with `text` in one of their languages."""
        return self.filter(matching(text, "term"))

    def occurring_in(self, text, language):
        """Return the terms whose word in `language` is in `text`, the longest first.

        A list: the rows are read once, so that one queryset serves many texts.
        """
        found = [(term.longest_in(text, language), term) for term in self]
        found = [(word, term) for word, term in found if word]
        found.sort(key=lambda pair: (-len(pair[0]), pair[1].term_en))
        return [term for _word, term in found]


@keyed_by("term_en")
class GlossaryTerm(Tracked):
    """What the field calls a thing in each of the four languages.

    A remark in brackets tells terms of one word apart: governor (Korea). Several words
    for one thing are parted by commas.
    """

    term_en = models.CharField(_("term in English"), max_length=200)
    term_ko = models.CharField(_("term in Korean"), max_length=200, blank=True)
    term_ja = models.CharField(_("term in Japanese"), max_length=200, blank=True)
    term_zh = models.CharField(_("term in Chinese"), max_length=200, blank=True)

    term = InLanguage()
    objects = GlossaryTermQuerySet.as_manager()

    class Meta:
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary terms")
        ordering = ["term_en"]
        constraints = [
            models.UniqueConstraint(
                Lower("term_en"),
                name="glossary_term_once",
                violation_error_message=_("This term is in the glossary already."),
            ),
        ]

    def __str__(self):
        return self.term_en

    def words(self, language):
        """Return the words of the term in one language, without their remarks."""
        text = REMARK.sub("", getattr(self, f"term_{language}")).strip()
        # “China, Japan and Korea” lists the parts of one name, not several names.
        parts = [text] if " and " in text else COMMAS.split(text)
        return [part for part in parts if part]

    def longest_in(self, text, language):
        """Return the longest word of the term that is in `text`, else ""."""
        words = self.words(language)
        return max((w for w in words if occurs(w, text)), key=len, default="")


def occurs(word, text):
    """Whether a word is in a text: in Latin script whole, alone or in the plural.

    Where words are not parted by blanks it may be anywhere. A single character is then
    no sign of the term: 도 and 市 are in every second word.
    """
    if not word.isascii():
        return len(word) > 1 and word in text
    # “host” is not in “co-host”.
    whole = rf"(?<![\w-]){re.escape(word)}s?(?![\w-])"
    return bool(re.search(whole, text, re.IGNORECASE | re.ASCII))
