"""Lists that delegations send, on their way to becoming attendees."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meetings.models.import_answers import (
    ImportAnswers,
    ImportChoices,
    Problem,
    unread_key,
)
from meetings.models.meetings import Meeting
from meetings.models.structured_fields import StructuredField

KEPT_FOR = dt.timedelta(days=14)


class ImportStatus(models.TextChoices):
    DRAFT = "draft", _("Open")
    CONFIRMED = "confirmed", _("Imported")
    UNDONE = "undone", _("Undone")
    DISCARDED = "discarded", _("Discarded")


class RowState(models.TextChoices):
    """In the order in which a review shows them."""

    PROBLEM = "problem", _("Problem")
    NEW = "new", _("New")
    CHANGED = "changed", _("Changed")
    UNCHANGED = "unchanged", _("Unchanged")
    LEFT_OUT = "left_out", _("Does not come")


class ImportBatchQuerySet(models.QuerySet):
    def shown_on(self, moment):
        """Batches that are not discarded, nor drafts left alone for 14 days."""
        return self.exclude(status=ImportStatus.DISCARDED).exclude(
            status=ImportStatus.DRAFT, changed_at__lt=moment - KEPT_FOR
        )

    def drop_old(self, moment):
        """Delete drafts left alone for 14 days, and the files of closed lists.

        Lists hold personal data of people who may never be registered, so of a closed
        list no more is kept than undoing needs.
        """
        old = self.filter(changed_at__lt=moment - KEPT_FOR)
        old.filter(status__in=[ImportStatus.DRAFT, ImportStatus.DISCARDED]).delete()
        rows = ImportRow.objects.filter(batch__in=old.filter(content__isnull=False))
        not_saved = Q(state__in=[RowState.PROBLEM, RowState.LEFT_OUT])
        rows.filter(not_saved | Q(is_skipped=True)).delete()
        rows.update(values={}, warnings=[], said={})
        old.update(
            content=None,
            people=None,
            reading={},
            answers=ImportAnswers(),
            missing=[],
            warnings=[],
        )

    def with_people(self):
        """Load who made and who closed each."""
        return self.select_related("made_by", "closed_by")


class ImportBatch(models.Model):
    """A list as it was sent, how it is read, what staff answered, what came of it.

    `choices` is what staff decided about the reading, `answers` what they answered to
    the questions it raised. `reading` is how the file was understood (the fields of
    `spreadsheets.findings.ListReading`) and `people` its rows, packed. `summary`
    counts the rows by state; `missing` are attendees who are no longer listed, each
    with `cancel`; `warnings` are what the review found beside the rows, `to_follow`
    how many names each delegation announces. `made` is what confirming created, to be
    undone: the keys of new `governments`, `organizations`, `delegations` and `aliases`,
    the former statuses of those `cancelled`, the old and new numbers of
    `names_to_follow`, and after undoing the references of those `kept`.
    """

    meeting = models.ForeignKey(
        Meeting, models.PROTECT, related_name="imports", verbose_name=_("meeting")
    )
    file_name = models.CharField(_("file name"), max_length=255)
    content = models.BinaryField(null=True)
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=ImportStatus.choices,
        default=ImportStatus.DRAFT,
    )
    choices = StructuredField(structure=ImportChoices, default=ImportChoices)
    answers = StructuredField(structure=ImportAnswers, default=ImportAnswers)
    reading = models.JSONField(default=dict)
    people = models.BinaryField(null=True)
    summary = models.JSONField(default=dict)
    missing = models.JSONField(default=list)
    warnings = StructuredField(structure=Problem, many=True, default=list)
    to_follow = models.JSONField(default=list)
    made = models.JSONField(default=dict)
    fingerprint = models.CharField(max_length=200)
    version = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("uploaded by"),
    )
    made_at = models.DateTimeField(_("uploaded"))
    changed_at = models.DateTimeField(_("changed"))
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True)

    objects = ImportBatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("imported list")
        verbose_name_plural = _("imported lists")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status=ImportStatus.DRAFT) ^ Q(closed_at__isnull=False),
                name="import_batch_is_open_or_closed",
                violation_error_message=_("A list is open or closed."),
            ),
        ]

    def __str__(self):
        return self.file_name

    def get_absolute_url(self):
        page = "import-review" if self.is_open else "import-result"
        return reverse(page, args=[self.meeting.slug, self.pk])

    @property
    def is_open(self):
        return self.status == ImportStatus.DRAFT

    @property
    def is_confirmed(self):
        return self.status == ImportStatus.CONFIRMED

    @property
    def open_problems(self):
        """How many rows still stand in the way of confirming."""
        return self.summary.get("problems", 0)

    @property
    def open_unread(self):
        """What was not read, looks like people and is not answered for: a list."""
        return [
            unread
            for unread in self.reading.get("unread", ())
            if unread["is_asked"] and unread_key(unread) not in self.answers.unread_seen
        ]

    @property
    def file_warnings(self):
        """What staff should know of the list as a whole: a list of Problem.

        Lists that an earlier release read have no warnings of the reader.
        """
        of_reader = map(Problem.from_json, self.reading.get("warnings", ()))
        return [*of_reader, *self.warnings]

    @property
    def near_encodings(self):
        """The codecs that may be right with a sample of each, until staff chose one."""
        return () if self.choices.encoding else self.reading.get("near_encodings", ())

    def close(self, status, by, moment, **values):
        """Claim the batch for good; return whether it was ours to close."""
        closed = {"closed_by": by, "closed_at": moment, "changed_at": moment}
        return self.claim(status=status, **closed, **values)

    def claim(self, **values):
        """Write columns and take the next version, unless somebody else did before.

        Return whether it was ours to write. One conditional UPDATE decides, so of two
        who try in the same moment one wins, on every database and without a lock.
        """
        mine = type(self).objects.filter(
            pk=self.pk, version=self.version, status=self.status
        )
        is_ours = bool(mine.update(version=F("version") + 1, **values))
        if is_ours:
            self.version += 1
            for name, value in values.items():
                setattr(self, name, value)
        return is_ours


class ImportRowQuerySet(models.QuerySet):
    def to_save(self):
        """Rows that make or change somebody, if only to make room for a newcomer."""
        is_seen = Q(state__in=[RowState.NEW, RowState.CHANGED])
        makes_room = Q(state=RowState.UNCHANGED) & ~Q(changes={})
        return self.filter(is_seen | makes_room, is_skipped=False)

    def with_warnings(self):
        """Rows with something to look at that does not keep them from being saved."""
        rows = self.exclude(warnings=[]).exclude(state=RowState.LEFT_OUT)
        return rows.filter(is_skipped=False)

    def left_out(self, taken_in=()):
        """Rows of people who do not come, and of these keys, who come after all."""
        if not taken_in:
            return self.filter(state=RowState.LEFT_OUT)
        back = [row.pk for row in self.of_keys(taken_in)]
        return self.filter(Q(state=RowState.LEFT_OUT) | Q(pk__in=back))

    def of_keys(self, keys):
        """Return the rows of these keys, a list."""
        numbers = {key.rpartition("!")[2].partition(".")[0] for key in keys}
        return [row for row in self.filter(number__in=numbers) if row.key in keys]

    def saying_something_new(self):
        """Rows of those who come or are cancelled, of whom the list says more."""
        told = [RowState.NEW, RowState.CHANGED, RowState.UNCHANGED]
        return self.filter(state__in=told, is_skipped=False).exclude(said={})


class ImportRow(models.Model):
    """A person of a list: what they will be, what differs, and what is in the way.

    `part` tells several people of one row of the file apart. `values` is what the
    attendee will be, without what is blank; `changes` has the old and the new value by
    field. `problems` stand in the way of saving the row, `warnings` do not. `said` is
    what the list says otherwise than the last one did.
    `attendee_version` and `person_version` are those that were compared with, None
    where there is no such record yet.
    """

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField()
    sheet = models.CharField(max_length=255)
    number = models.PositiveIntegerField()
    part = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=10, choices=RowState.choices)
    is_skipped = models.BooleanField(default=False)
    reference = models.CharField(max_length=9)
    attendee_version = models.PositiveIntegerField(null=True)
    person_key = models.CharField(max_length=40)
    person_version = models.PositiveIntegerField(null=True)
    values = models.JSONField()
    changes = models.JSONField(default=dict)
    problems = StructuredField(structure=Problem, many=True, default=list)
    warnings = StructuredField(structure=Problem, many=True, default=list)
    said = models.JSONField(default=dict)

    objects = ImportRowQuerySet.as_manager()

    class Meta:
        ordering = ["batch_id", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "position"], name="import_row_once"
            ),
        ]

    def __str__(self):
        return self.key

    @property
    def key(self):
        """Where the row stands in the file: 명단!4, 명단!4.1."""
        return row_key(self.sheet, self.number, self.part)

    @property
    def is_new(self):
        return self.state == RowState.NEW


def row_key(sheet, number, part=0):
    """Return what names a row; `part` tells several people of one row apart."""
    return f"{sheet}!{number}.{part}" if part else f"{sheet}!{number}"
