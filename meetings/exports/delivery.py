"""Exports: written once and logged once, at once or in the background."""

import logging
from functools import partial
from io import BytesIO
from tempfile import TemporaryFile
from threading import Thread

from django.db import connections, transaction
from django.utils import timezone

from meetings import spreadsheets
from meetings.models import ExportFile, ExportLog
from meetings.models.exports import CannotExport
from meetings.models.names import active_language, override_language

SUFFIXES = ("xlsx", "ods", "csv")
# What is written in two seconds, about. CSV is sent while it is being written.
CELLS_AT_ONCE = {"xlsx": 500_000, "ods": 150_000, "csv": float("inf")}
# The same of XLSX whose rows do not stream, or which has several sheets.
CELLS_OF_A_BOOK = 100_000
ROWS_BETWEEN_LIFE_SIGNS = 2_000

logger = logging.getLogger(__name__)


def takes_long(suffix, cells, is_book=False):
    """Whether somebody would have to wait for a file of so many cells."""
    slow = is_book and suffix == "xlsx"
    return cells > (CELLS_OF_A_BOOK if slow else CELLS_AT_ONCE[suffix])


def write_sheets(suffix, written):
    """What writes sheets to a file, in the language of this moment.

    It is called with the file, and with what is to be told the rows done; it returns
    how many rows there were.
    """
    language = active_language()

    def write(file, tell):
        counter = Counter(tell)
        with override_language(language):
            spreadsheets.write_as(
                suffix,
                file,
                [(name, heads, counter.count(rows)) for name, heads, rows in written],
            )
        return counter.rows

    return write


class Counter:
    """Counts the rows that pass, and tells how many from time to time."""

    def __init__(self, tell=lambda rows: None):
        self.tell = tell
        self.rows = 0

    def count(self, rows):
        """The rows, counted: those at hand at once, those that stream as they pass."""
        if isinstance(rows, list):
            self.rows += len(rows)
            return rows
        return self._passing(rows)

    def _passing(self, rows):
        for row in rows:
            self.rows += 1
            if self.rows % ROWS_BETWEEN_LIFE_SIGNS == 0:
                self.tell(self.rows)
            yield row


def stream_csv(entry, sheet):
    """Yield a list as CSV piece by piece; log it first, and the rows at the end."""
    entry.save()
    counter = Counter()
    _name, heads, rows = sheet
    try:
        yield from spreadsheets.csv_chunks(heads, counter.count(rows))
    finally:
        entry.finish(counter.rows)


def write_now(entry, write):
    """A file, written and logged, to be read from its beginning."""
    file = BytesIO()
    entry.row_count = write(file, lambda rows: None)
    entry.save()
    file.seek(0)
    return file


def write_in_background(entry, write, total, moment):
    """Log an export, begin to write it, and return where it can be fetched later."""
    ExportFile.objects.outdated(moment).delete()
    with transaction.atomic():
        entry.save()
        file = ExportFile(export=entry, total=total, touched_at=moment)
        file.save(force_insert=True)
    run(partial(fill, file.pk, write))
    return file


def run(job):
    """Do a job beside the request; a process waits for it before it ends."""
    Thread(target=_alone, args=[job]).start()


def _alone(job):
    try:
        job()
    finally:
        connections.close_all()


def fill(pk, write):
    """Write the file that is waited for, or note that it failed, and why if known."""
    waiting = ExportFile.objects.filter(pk=pk)

    def tell(rows):
        waiting.update(done=rows, touched_at=timezone.now())

    try:
        with TemporaryFile() as file:
            rows = write(file, tell)
            file.seek(0)
            _finish(waiting, file.read(), rows)
    except CannotExport as reason:
        _fail(waiting, content=str(reason).encode())
    except Exception:  # whatever it is: somebody waits for an answer
        logger.exception("An export failed")
        _fail(waiting)


def _fail(waiting, **told):
    waiting.update(has_failed=True, touched_at=timezone.now(), **told)


@transaction.atomic
def _finish(waiting, content, rows):
    now = timezone.now()
    waiting.update(content=content, is_ready=True, done=rows, touched_at=now)
    ExportLog.objects.filter(file__in=waiting).update(row_count=rows)
