"""Which texts of a series or a meeting lack a language in which a reader may want them.

A text lacks a language if it is there in another one. The series or meeting that the
texts belong to is their `whole`: it goes in, with languages, and Lacking come out.
"""

import re
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_

from django.db.models import Case, Func, OuterRef, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.text import capfirst

from meetings.models import (
    AgendaItem,
    Appointment,
    Citation,
    Decision,
    Figure,
    Government,
    Meeting,
    Organization,
    Series,
    Session,
    Statement,
)
from meetings.models.keys import LONGEST_ID
from meetings.models.names import LANGUAGES, active_language
from meetings.models.wordings import Worded

# The models whose texts belong to a series or a meeting, with the way from their rows
# to it.
WAYS = {
    Series: {Series: "pk", Statement: "series", Meeting: "series"},
    Meeting: {
        Meeting: "pk",
        Session: "meeting",
        AgendaItem: "session__meeting",
        Decision: "meeting",
        Citation: "meeting",
        Figure: "meeting",
        Appointment: "person__attendances__delegation__meeting",
        Organization: "hosted__meeting",
        Government: "hosted__meeting",
    },
}
# What to show of a row that is not told by its own texts.
DESCRIPTIONS = {
    Statement: Statement.get_kind_display,
    Session: Session.get_kind_display,
    AgendaItem: lambda item: str(item.session),
    Decision: lambda decision: f"{decision.order}. {decision.get_kind_display()}",
    Appointment: lambda appointment: str(appointment.person),
}
RELATED = {
    Statement: ["series"],
    AgendaItem: ["session"],
    Appointment: ["person"],
}
KEY = re.compile(rf"([a-z]+)-([0-9]{{1,{LONGEST_ID}}})-([a-z_]+)")


@dataclass(frozen=True)
class Lacking:
    """A text of a row, and a language that it lacks."""

    row: Worded
    text: str
    language: str

    @property
    def column(self):
        return f"{self.text}_{self.language}"

    @property
    def key(self):
        """What names it in forms and addresses: session-12-title_ko."""
        return f"{self.row._meta.model_name}-{self.row.pk}-{self.column}"

    @property
    def label(self):
        """Which text it is: “Theme in Korean”."""
        return capfirst(str(self.row._meta.get_field(self.column).verbose_name))

    @property
    def description(self):
        """Whose text it is."""
        return str(DESCRIPTIONS.get(type(self.row), str)(self.row))

    @property
    def is_original(self):
        """Whether the language is one in which the text was first worded."""
        return self.language in self.row.original_languages(self.text)

    @property
    def originals(self):
        """The text as it is there, first in the languages in which it was worded."""
        languages = (*self.row.original_languages(self.text), *LANGUAGES)
        wordings = self.row.wordings(self.text, languages)
        return [each for each in wordings if each.language != self.language]


def languages_of_reader():
    """Return the languages that a reader is asked for: the own one, of English all."""
    language = active_language()
    return list(LANGUAGES) if language == "en" else [language]


def models_of(whole):
    """Return the models whose texts belong to it, with the way from their rows."""
    return WAYS[type(whole)]


def untranslated(whole, languages, kind=""):
    """Return what lacks one of the languages; of one kind, a model's name, if asked.

    One query for each model, however many rows there are; another one for the names
    that titles of meetings are made of.
    """
    return [
        Lacking(row, text, language)
        for model in models_of(whole)
        if kind in ("", model._meta.model_name)
        for row in rows_of(whole, model).filter(lacking_any(model, languages))
        for text in model.texts
        for language in languages
        if row.lacks(text, language)
    ]


def find_text(whole, key):
    """Return the text of a key, whether lacking or there by now; None if unknown."""
    match = KEY.fullmatch(key)
    if match is None:
        return None
    kind, pk, column = match.groups()
    models = {model._meta.model_name: model for model in models_of(whole)}
    model = models.get(kind)
    if model is None or column not in model.text_columns():
        return None
    row = rows_of(whole, model).filter(pk=pk).first()
    text, _, language = column.rpartition("_")
    return Lacking(row, text, language) if row else None


def rows_of(whole, model):
    """Return the rows of one model whose texts belong to a series or a meeting."""
    rows = model.objects.filter(**{models_of(whole)[model]: whole.pk})
    if model is Meeting:
        return rows.with_titles()
    if model is AgendaItem:
        rows = rows.order_by("session__order", "order")
    # A body that hosts in two parts is there once.
    return rows.select_related(*RELATED.get(model, [])).distinct()


def lacking_any(model, languages):
    """Return a condition: a text of the row lacks one of the languages."""
    conditions = (
        model.lacking_in(text, language)
        for text in model.texts
        for language in languages
    )
    return reduce(or_, conditions)


def with_untranslated(wholes, languages):
    """Annotate series or meetings with `untranslated_count`.

    It is how many texts `untranslated` finds, for pages that show but the number; they
    need no query of their own for it.
    """
    number = number_lacking(wholes.model, tuple(languages))
    return wholes.annotate(untranslated_count=number)


@cache  # to make it takes longer than the query that it is part of
def number_lacking(whole_model, languages):
    """Return the number of texts that lack a language, for a row of a whole."""
    ways = WAYS[whole_model].items()
    return sum((number_of(model, way, languages) for model, way in ways), Value(0))


def number_of(model, way, languages):
    """Return the number of texts that rows of one model lack, for a row of a whole."""
    # By their ids, since a body that hosts in two parts is there once.
    ids = model.objects.filter(**{way: OuterRef(OuterRef("pk"))}).order_by()
    lacking = sum(
        Case(When(model.lacking_in(text, language), then=1), default=0)
        for text in model.texts
        for language in languages
    )
    rows = model.objects.filter(pk__in=ids.values("pk")).order_by()
    # As a function, not as Sum, which would count by groups.
    total = rows.annotate(total=Func(lacking, function="SUM")).values("total")
    return Coalesce(Subquery(total), 0)
