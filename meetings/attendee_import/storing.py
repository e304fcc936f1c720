"""Keep a draft: the batch, and the rows of its latest review."""

from django.db import transaction

from meetings.attendee_import.reading import read_or_ask
from meetings.attendee_import.review import review
from meetings.models import ImportBatch, ImportRow
from meetings.models.imports import ImportStatus


def begin(meeting, file_name, content, by, moment, **choices):
    """A new draft, read and reviewed; raise Unreadable with a sentence.

    What is older than 14 days and nobody's any more is dropped on the way.
    """
    ImportBatch.objects.drop_old(moment)
    batch = ImportBatch(
        meeting=meeting,
        file_name=file_name,
        content=content,
        choices=choices,
        made_by=by,
        made_at=moment,
    )
    read_or_ask(batch)
    store(batch, review(batch), moment)
    return batch


def store(batch, review, moment):
    """Save the batch with a review of it; return False if somebody else did before.

    A batch that is new is saved in any case.
    """
    batch.summary, batch.missing = review.summary, review.missing
    batch.fingerprint = review.fingerprint
    batch.changed_at = moment
    with transaction.atomic():
        if batch.pk is None:
            batch.save()
        elif not batch.claim(**{name: getattr(batch, name) for name in DRAFTED}):
            return False
        else:
            batch.rows.all().delete()
        for row in review.rows:
            row.batch = batch
        ImportRow.objects.bulk_create(review.rows)
    return True


# What working on a draft changes.
DRAFTED = (
    "choices",
    "answers",
    "reading",
    "people",
    "summary",
    "missing",
    "fingerprint",
    "changed_at",
)


def discard(batch, by, moment):
    """Throw a draft away, file and rows; return False if it is a draft no longer."""
    with transaction.atomic():
        is_ours = batch.close(
            ImportStatus.DISCARDED,
            by,
            moment,
            content=None,
            people=None,
            answers={},
            missing=[],
        )
        if is_ours:
            batch.rows.all().delete()
    return is_ours
