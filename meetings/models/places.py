"""Where something is held, as a text in four languages."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from meetings.models.names import InLanguage, active_language
from meetings.models.wordings import Wording


class Located(models.Model):
    """Something with a place, a venue and a livestream, each in four languages."""

    place_en = models.CharField(_("place in English"), max_length=200, blank=True)
    place_ko = models.CharField(_("place in Korean"), max_length=200, blank=True)
    place_ja = models.CharField(_("place in Japanese"), max_length=200, blank=True)
    place_zh = models.CharField(_("place in Chinese"), max_length=200, blank=True)
    venue_en = models.CharField(_("venue in English"), max_length=200, blank=True)
    venue_ko = models.CharField(_("venue in Korean"), max_length=200, blank=True)
    venue_ja = models.CharField(_("venue in Japanese"), max_length=200, blank=True)
    venue_zh = models.CharField(_("venue in Chinese"), max_length=200, blank=True)
    livestream_en = models.CharField(
        _("livestream in English"), max_length=200, blank=True
    )
    livestream_ko = models.CharField(
        _("livestream in Korean"), max_length=200, blank=True
    )
    livestream_ja = models.CharField(
        _("livestream in Japanese"), max_length=200, blank=True
    )
    livestream_zh = models.CharField(
        _("livestream in Chinese"), max_length=200, blank=True
    )

    place = InLanguage()
    venue = InLanguage()
    livestream = InLanguage()

    class Meta:
        abstract = True

    @property
    def place_name(self):
        """The place in the reader's language, by the name of the day."""
        return self.wording("place").text

    def wording(self, text, language=None):
        """Return the Wording of a text; a place without one is its government's name.

        A text, “Yiwu, Zhejiang”, says more than the government's name. Our translations
        have the names of today, though: if that of the day was another, it counts.
        """
        there = self.place_government if text == "place" else None
        if there is None:
            return super().wording(text, language)
        language = language or active_language()
        own = super().wording(text, language)
        former = there.former_name_on(self.day_of_names, language)
        if own.language == language and not (former and own.is_translation):
            return own
        return Wording(former, language) if former else there.wording("name", language)
