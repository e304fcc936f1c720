"""Names that were transcribed by rule, until a person confirms them."""

from django.db import transaction

from meetings.models.keys import KeyedQuerySet
from meetings.models.names import LANGUAGES
from meetings.models.past_names import NamedThroughTime
from meetings.models.wordings import RULE, Worded


class ConfirmedNamesQuerySet(KeyedQuerySet):
    """Rows whose names may be by rule."""

    def unconfirmed(self, language):
        """Return those whose name in that language is by rule."""
        return self.filter(**{f"origins__name_{language}": RULE})

    @transaction.atomic
    def confirm_names(self, language, writer):
        """Confirm the names in that language; return how many there were."""
        rows = list(self.unconfirmed(language).select_for_update(of=("self",)))
        for row in rows:
            row.accept_name(language)
        writer.update(rows, [])
        return len(rows)


class ConfirmedNames(NamedThroughTime, Worded):
    """A model whose names may be by rule: offered everywhere, printed on no plate.

    A name that no source seen prints counts as unconfirmed until somebody says that it
    is right, or writes another.
    """

    class Meta:
        abstract = True

    @property
    def unconfirmed_languages(self):
        """The languages in which the name is by rule."""
        return [suffix for suffix in LANGUAGES if self.is_name_by_rule(suffix)]

    def is_name_by_rule(self, language):
        """Return whether there is a name in that language, and only a rule gives it."""
        column = f"name_{language}"
        return bool(getattr(self, column)) and self.origins.get(column) == RULE

    def confirm_name(self, language):
        """Record that the name by rule is the right one; who says so is in history."""
        self.accept_name(language)
        self._change_reason = confirmed_reason(language)
        self.save()

    def accept_name(self, language):
        """Forget, without saving, that the name is by rule."""
        self.reword(f"name_{language}", getattr(self, f"name_{language}"))

    def is_unconfirmed_on(self, day, language):
        """Return whether the name of the day is one by rule; prefetch `names`.

        A former name is on record with its sources.
        """
        is_former = self.former_name_on(day, language)
        return not is_former and self.is_name_by_rule(language)

    def printable_name(self, language):
        return (
            "" if self.is_name_by_rule(language) else super().printable_name(language)
        )


def confirmed_reason(language):
    """Return what the history says of a name that was confirmed."""
    return f"Name confirmed ({language})"
