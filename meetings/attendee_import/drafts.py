"""Imported lists that are drafts: read them, store their reviews, discard them."""

from dataclasses import replace

from django.db import transaction

from meetings.attendee_import.review import review
from meetings.models import Alias, ImportBatch, ImportRow, ListedValues
from meetings.models.aliases import AliasKind
from meetings.models.import_answers import ImportAnswers, ImportChoices
from meetings.models.imports import ImportStatus
from meetings.spreadsheets.files.encodings import ENCODINGS
from meetings.spreadsheets.lists.recognition import ReadingOptions
from meetings.spreadsheets.lists.sheets import MeetingMarks
from meetings.spreadsheets.reading import read_people
from meetings.spreadsheets.types import MAX_BYTES, SENTENCES, Unreadable
from meetings.spreadsheets.vocabulary import NOT_KEPT

SAVED_AT_ONCE = 500  # rows: all values of a statement are held in memory


class UnreadableList(ValueError):
    """No list can be read from the file; str() is a sentence for the user."""

    def __init__(self, sentence, code):
        super().__init__(sentence)
        self.code = code


def size_problem(size):
    """Return the sentence for a file of so many bytes, None if it is not too large.

    Forms ask before the content is held in memory.
    """
    return SENTENCES["too_large"] if size > MAX_BYTES else None


def encoding_choices():
    """Return the encodings that staff may choose from, as a form has them."""
    return [(codec, codec) for codec in ENCODINGS]


def read_list(batch):
    """Set `reading` and `people` from the content; raise UnreadableList."""
    _read(batch, reading_options(batch))


def read_or_ask(batch):
    """Read as `read_list`; without headings, leave every column for staff to map."""
    options = reading_options(batch)
    try:
        _read(batch, options)
    except UnreadableList as error:
        if error.code != "no_header":
            raise
        _read(batch, replace(options, header_row=0))


def _read(batch, options):
    try:
        batch.reading, batch.people = read_people(batch.content, options)
    except Unreadable as error:
        raise UnreadableList(str(error), error.code) from error


def marks_of(meeting):
    """Return by what a sheet shows that it is of another meeting."""
    year = meeting.earliest.year if meeting.earliest else None
    return MeetingMarks(year, meeting.number)


def reading_options(batch):
    """Return how to read the file: what staff chose, and the headings remembered."""
    remembered = Alias.objects.filter(kind=AliasKind.HEADER)
    choices = batch.choices
    return ReadingOptions(
        encoding=choices.encoding or None,
        sheet=choices.sheet or None,
        header_row=choices.header_row,
        mapping={index: name or NOT_KEPT for index, name in choices.mapping.items()},
        taught_headings=dict(remembered.values_list("text", "value")),
        meeting=marks_of(batch.meeting),
    )


def create_draft(meeting, file_name, content, by, moment, delegation=""):
    """Return a new draft, read and reviewed; raise UnreadableList with a sentence.

    Rows that name no body belong to `delegation`, a code. Drafts that nobody has
    touched for 14 days are dropped here, since uploading is when they pile up.
    """
    ImportBatch.objects.drop_old(moment)
    ListedValues.objects.drop_old(moment)
    batch = ImportBatch(
        meeting=meeting,
        file_name=file_name,
        content=content,
        choices=ImportChoices(delegation=delegation),
        made_by=by,
        made_at=moment,
    )
    repeat_answers(batch, read_or_ask)
    store(batch, review(batch), moment)
    return batch


def repeat_answers(batch, read):
    """Read a new list by `read`, and answer it as one like it that was undone.

    What was answered then holds: for the same file how to read it, too, and for one of
    the same rows the answers alone. If a list like it was confirmed later than it was
    undone, its people are registered, and it asks anew.
    """
    if undone := undone_like(batch, content=batch.content):
        repeat_choices(batch, undone.choices)
    read(batch)
    if undone := undone or undone_like(batch, people=batch.people):
        batch.answers = undone.answers


def undone_like(batch, **same):
    """Return the last closed list of the meeting that is alike, if it was undone."""
    closed = [ImportStatus.CONFIRMED, ImportStatus.UNDONE]
    alike = ImportBatch.objects.filter(meeting=batch.meeting, status__in=closed, **same)
    last = alike.defer("content", "people").order_by("-closed_at", "-pk").first()
    return last if last and last.status == ImportStatus.UNDONE else None


def repeat_choices(batch, choices):
    """Read as was chosen before, but for what was chosen now."""
    chosen = batch.choices.to_json()
    batch.choices = ImportChoices.from_json(choices.to_json() | chosen)


# The columns that working on a draft changes. The file is not among them: it is large,
# and never changes.
DRAFT_COLUMNS = (
    "choices",
    "answers",
    "reading",
    "people",
    "summary",
    "missing",
    "warnings",
    "to_follow",
    "fingerprint",
    "changed_at",
)


def take_over(batch, reviewed):
    """Put what a review found beside its rows on the batch."""
    batch.summary, batch.missing = reviewed.summary, reviewed.missing
    batch.warnings, batch.to_follow = reviewed.warnings, reviewed.to_follow
    batch.fingerprint = reviewed.fingerprint


def store(batch, reviewed, moment):
    """Save the batch with a review of it; return False if somebody else did before.

    A batch that is new is saved in any case.
    """
    take_over(batch, reviewed)
    batch.changed_at = moment
    with transaction.atomic():
        if batch.pk is None:
            batch.save()
        elif not batch.claim(**{name: getattr(batch, name) for name in DRAFT_COLUMNS}):
            return False
        else:
            batch.rows.all().delete()
        for row in reviewed.rows:  # which were reviewed before the batch had an id
            row.batch = batch
        ImportRow.objects.bulk_create(reviewed.rows, batch_size=SAVED_AT_ONCE)
    return True


def discard(batch, by, moment):
    """Throw a draft away, file and rows; return False if it is a draft no longer."""
    with transaction.atomic():
        is_ours = batch.close(
            ImportStatus.DISCARDED,
            by,
            moment,
            content=None,
            people=None,
            answers=ImportAnswers(),
            missing=[],
        )
        if is_ours:
            batch.rows.all().delete()
    return is_ours
