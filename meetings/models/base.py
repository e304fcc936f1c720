"""The base classes of the models: history, versions, sources and validity."""

from contextlib import suppress

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from meetings.models.edtf import EdtfError
from meetings.models.fields import EdtfField, bounds
from meetings.models.keys import KeyedQuerySet
from meetings.models.names import lacking


class StaleVersion(Exception):
    """Somebody else saved the row since it was read; nothing has been written."""


class Tracked(models.Model):
    """A model that people edit: its history is kept, and no edit overwrites another.

    Columns named in `derived` are computed from the others by `derive()`, to be sorted
    by, searched or constrained in SQL. No form shows them; `save`, `full_clean` and
    bulk writes compute them.
    """

    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    history = HistoricalRecords(inherit=True)
    objects = KeyedQuerySet.as_manager()

    derived = frozenset()
    derived_from = ()  # relations that `derive` reads, loaded at once in bulk writes
    sensitive = frozenset()  # columns that are exported for a reason only

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, **kwargs):
        """Write the row; raise StaleVersion if somebody else saved it meanwhile."""
        self.derive()
        if not self._state.adding:
            self._take_next_version()
        super().save(**kwargs)

    def derive(self):
        """Compute the `derived` columns."""

    def full_clean(self, *args, **kwargs):
        with suppress(EdtfError):  # the validator of the field reports it
            self.derive()
        super().full_clean(*args, **kwargs)

    def validate_constraints(self, exclude=None):
        # A form excludes the columns that it does not show, and Django then skips every
        # constraint that mentions one: an end before the beginning would reach the
        # database and answer 500.
        never_shown = self.derived | {"id"}
        super().validate_constraints(exclude=set(exclude or ()) - never_shown)

    def _take_next_version(self):
        # One UPDATE both checks and takes the version, so two who save in the same
        # moment cannot both succeed, whatever the isolation of the database.
        current = type(self)._base_manager.filter(pk=self.pk, version=self.version)
        if not current.update(version=F("version") + 1):
            raise StaleVersion(self)
        self.version += 1


class Sourced(models.Model):
    """A model of the record, whose rows say where they are from."""

    sources = models.ManyToManyField(
        "meetings.Source", blank=True, verbose_name=_("sources")
    )

    _history_m2m_fields = ["sources"]

    class Meta:
        abstract = True


class SingleSubmissionModel(models.Model):
    """A model whose form makes one row, however often it is sent.

    The token of the form is kept in a unique column: that also holds for two requests
    in the same moment, of which neither sees the other.
    """

    submission = models.UUIDField(
        null=True,
        editable=False,
        unique=True,
        error_messages={"unique": _("This form was sent before and is saved already.")},
    )

    class Meta:
        abstract = True


class ValidityQuerySet(KeyedQuerySet):
    """Rows that hold for a time."""

    def valid_on(self, day):
        """Return rows that hold on `day`; the day they end on is not covered.

        A name and its successor meet on that day, and one of them has to hold.
        """
        return self.filter(
            Q(first_day=None) | Q(first_day__lte=day),
            Q(end_day=None) | Q(end_day__gt=day),
        )

    def overlapping(self, row):
        """Return the other rows that hold on some day on which `row` does."""
        others = self.exclude(pk=row.pk)
        if row.end_day:
            others = others.filter(Q(first_day=None) | Q(first_day__lt=row.end_day))
        if row.first_day:
            others = others.filter(Q(end_day=None) | Q(end_day__gt=row.first_day))
        return others


class ValidForPeriod(Tracked):
    """A model whose rows hold from one day to another; empty means unknown, or open.

    The dates are EDTF, as exact as they are known; the bounds are kept beside them as
    days, since SQL cannot compare EDTF.
    """

    valid_from = EdtfField(_("valid from"), blank=True)
    valid_to = EdtfField(
        _("valid to"),
        blank=True,
        help_text=_("The first day on which it no longer holds."),
    )
    first_day = models.DateField(null=True, editable=False)
    end_day = models.DateField(null=True, editable=False)

    objects = ValidityQuerySet.as_manager()

    derived = frozenset({"first_day", "end_day"})

    class Meta:
        abstract = True

    def derive(self):
        super().derive()
        self.first_day, _latest = bounds(self.valid_from)
        self.end_day, _latest = bounds(self.valid_to)

    @property
    def latest_beginning(self):
        """The last day on which it may have begun, None if that is not known."""
        return bounds(self.valid_from)[1]

    @property
    def latest_end(self):
        """The last day of those on which it may have ended, None if it has not."""
        return bounds(self.valid_to)[1]

    def is_valid_on(self, day):
        """Return whether `valid_on(day)` would include this row."""
        begun = self.first_day is None or self.first_day <= day
        return begun and (self.end_day is None or day < self.end_day)


def ends_after_it_begins(model_name):
    """Return a constraint, named after the model, that no row ends before it begins."""
    return models.CheckConstraint(
        condition=Q(first_day=None) | Q(end_day=None) | Q(first_day__lte=F("end_day")),
        name=f"{model_name}_ends_after_it_begins",
        violation_error_message=_("It cannot end before it begins."),
    )


def has_a_name(model_name):
    """Return a constraint, named after the model, that each row has a name."""
    return models.CheckConstraint(
        condition=~lacking("name"),
        name=f"{model_name}_has_a_name",
        violation_error_message=_("A name in one language at least is needed."),
    )


def exactly_one_of(model_name, first, second, sentence):
    """Return the constraint of a model that points to exactly one of two others."""
    return models.CheckConstraint(
        # Exclusive or: neither both nor none.
        condition=Q(**{f"{first}__isnull": True}) ^ Q(**{f"{second}__isnull": True}),
        name=f"{model_name}_{first}_or_{second}",
        violation_error_message=sentence,
    )
