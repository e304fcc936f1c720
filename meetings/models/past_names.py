"""Former names: which there were, and which of them was in use on a day."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from meetings.models.base import Sourced, ValidForPeriod
from meetings.models.names import (
    LANGUAGES,
    Language,
    Named,
    active_language,
    in_language,
)


class PastName(Sourced, ValidForPeriod):
    """A former name or a variant of the name of a row that is `NamedThroughTime`."""

    language = models.CharField(_("language"), max_length=2, choices=Language.choices)
    name = models.CharField(_("name"), max_length=200)

    class Meta:
        abstract = True

    def __str__(self):
        return self.name

    @property
    def own_names(self):
        return [self.name]

    @property
    def is_former(self):
        """Whether it was the official name until it ended; a variant never was.

        Only names of governments have a kind that says so.
        """
        return True


class NamedThroughTime(Named):
    """A model whose former `names` are kept; prefetch them for many rows."""

    class Meta:
        abstract = True

    def former_name_on(self, day, language):
        """Return the name in use on `day` and given up since, or None.

        A name without a last day is a variant; today's name is not among `names`. They
        are filtered here rather than in SQL so that prefetched ones are used.
        """
        in_use = (
            name.name
            for name in self.names.all()
            if name.language == language and name.end_day and name.is_former
            if name.is_valid_on(day)
        )
        return next(in_use, None)

    def name_on(self, day, language=None):
        """Return the name that was official on `day`, in the reader's language.

        A meeting's papers have the names of its day: Gangwon Province in 2005, Gangwon
        State since 11 June 2023.
        """
        language = language or active_language()
        former = self.former_name_on(day, language)
        return former or in_language(self, "name", language)

    def printed_name_on(self, day, *languages):
        """Return the name of the day for a plate or badge, and its language.

        It is the first that may be printed: in the languages given, in English, in any;
        ("", the first language) if there is none.
        """
        for language in dict.fromkeys((*languages, *LANGUAGES)):
            former = self.former_name_on(day, language)
            if name := former or self.printable_name(language):
                return name, language
        return "", languages[0]

    def printable_name(self, language):
        """Return today's name in that language if it may be printed, else ""."""
        return getattr(self, f"name_{language}")
