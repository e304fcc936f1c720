"""Texts in four languages: a column for each, and which of them a reader gets."""

from functools import cache

from django.db import models
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from meetings.text.folding import fold

LANGUAGES = ("en", "ko", "ja", "zh")


class Language(models.TextChoices):
    EN = "en", _("English")
    KO = "ko", _("Korean")
    JA = "ja", _("Japanese")
    ZH = "zh", _("Chinese")


def active_language():
    """Return the reader's language as the suffix of a column: zh for zh-hans."""
    # zh-hans is the one language whose tag is longer than its suffix.
    language = (get_language() or "en")[:2]
    return language if language in LANGUAGES else "en"


def override_language(language):
    """Return a context in which texts are in `language`: en, ko, ja or zh."""
    return override("zh-hans" if language == "zh" else language)


def columns_of(text):
    """Return the names of the columns that have a text, in the order of LANGUAGES."""
    return [f"{text}_{language}" for language in LANGUAGES]


@cache
def choices_by_word(choices):
    """Return the values of choices by their labels in every language, folded.

    Each value is among the words, too, for files that were written by a program.
    """
    values = {fold(value): value for value in choices.values}
    for language in LANGUAGES:
        with override_language(language):
            values |= {fold(str(each.label)): each.value for each in choices}
    return values


def in_language(instance, field, language=None):
    """Return the text of `field` in `language`, else in the first that has one."""
    for suffix in (language or active_language(), *LANGUAGES):
        if text := getattr(instance, f"{field}_{suffix}"):
            return text
    return ""


class InLanguage:
    """A read-only text in the reader's language: `name`, made of `name_ko` and so on.

    It is computed when it is read: one request may write papers in four languages.
    """

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        return self if instance is None else in_language(instance, self.name)


class Named(models.Model):
    """Something with a name in four languages."""

    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    name_ko = models.CharField(_("name in Korean"), max_length=200, blank=True)
    name_ja = models.CharField(_("name in Japanese"), max_length=200, blank=True)
    name_zh = models.CharField(_("name in Chinese"), max_length=200, blank=True)

    name = InLanguage()

    class Meta:
        abstract = True

    def __str__(self):
        return self.name


class Titled(models.Model):
    """Something with a title in four languages."""

    title_en = models.CharField(_("title in English"), max_length=250, blank=True)
    title_ko = models.CharField(_("title in Korean"), max_length=250, blank=True)
    title_ja = models.CharField(_("title in Japanese"), max_length=250, blank=True)
    title_zh = models.CharField(_("title in Chinese"), max_length=250, blank=True)

    title = InLanguage()

    class Meta:
        abstract = True


class Themed(models.Model):
    """Something with a theme in four languages."""

    theme_en = models.TextField(_("theme in English"), blank=True)
    theme_ko = models.TextField(_("theme in Korean"), blank=True)
    theme_ja = models.TextField(_("theme in Japanese"), blank=True)
    theme_zh = models.TextField(_("theme in Chinese"), blank=True)
    theme = InLanguage()

    class Meta:
        abstract = True


class Noted(models.Model):
    """Something with a note in four languages."""

    note_en = models.TextField(_("note in English"), blank=True)
    note_ko = models.TextField(_("note in Korean"), blank=True)
    note_ja = models.TextField(_("note in Japanese"), blank=True)
    note_zh = models.TextField(_("note in Chinese"), blank=True)

    note = InLanguage()

    class Meta:
        abstract = True


def lacking(text):
    """Return a condition: `text` is there in none of the languages."""
    return models.Q(**dict.fromkeys(columns_of(text), ""))


def matching(text, *fields):
    """Return a condition: one of `fields`, in one of the languages, contains `text`."""
    condition = models.Q()
    for field in fields:
        for column in columns_of(field):
            condition |= models.Q(**{f"{column}__icontains": text})
    return condition
