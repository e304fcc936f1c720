"""How an export is written and logged: at once, as a stream, or in the background."""

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
# What is written in about two seconds. CSV is sent while it is being written.
CELLS_AT_ONCE = {"xlsx": 500_000, "ods": 150_000}
# The same for XLSX whose rows do not stream, or which has several sheets: XlsxWriter
# writes these, which keeps times of day and links but is slower.
CELLS_OF_A_BOOK = 100_000
# Every report of progress is a write to the database; a file counts as abandoned
# after a minute without one, which 2,000 rows never take.
ROWS_BETWEEN_REPORTS = 2_000

logger = logging.getLogger(__name__)


def takes_long(suffix, sheets, row_counts):
    """Return whether somebody would have to wait for a file of these sheets."""
    cells = sum(
        len(columns) * count
        for (_name, columns, _rows), count in zip(sheets, row_counts, strict=True)
    )
    is_slow = suffix == "xlsx" and spreadsheets.needs_workbook(sheets)
    return cells > (CELLS_OF_A_BOOK if is_slow else CELLS_AT_ONCE[suffix])


def write_sheets(suffix, sheets):
    """Return a function that writes sheets to a file, in the language of this moment.

    It takes the file, and a function to report the rows done; it returns how many rows
    there were. The language is bound now, since a thread of its own has none.
    """
    language = active_language()

    def write(file, report_progress):
        counter = RowCounter(report_progress)
        with override_language(language):
            spreadsheets.write_as(
                suffix,
                file,
                [
                    (name, columns, counter.count(rows))
                    for name, columns, rows in sheets
                ],
            )
        return counter.rows

    return write


def report_nothing(rows):
    """Nobody is waiting for the progress of this file."""


class RowCounter:
    """Counts the rows that are written, and reports the number from time to time."""

    def __init__(self, report_progress=report_nothing):
        self.report_progress = report_progress
        self.rows = 0

    def count(self, rows):
        """Return the rows, counted: a list at once, a stream as its rows pass.

        A list has to stay one: the writer picks its engine by that.
        """
        if isinstance(rows, list):
            self.rows += len(rows)
            return rows
        return self._count_passing(rows)

    def _count_passing(self, rows):
        for row in rows:
            self.rows += 1
            if self.rows % ROWS_BETWEEN_REPORTS == 0:
                self.report_progress(self.rows)
            yield row


def stream_csv(entry, sheet):
    """Yield a list as CSV piece by piece.

    The line of the log is written before the first row leaves, and the number of rows
    at the end, also where the reader breaks off: what has left is on record.
    """
    entry.save()
    counter = RowCounter()
    _name, columns, rows = sheet
    try:
        yield from spreadsheets.csv_chunks(columns, counter.count(rows))
    finally:
        entry.finish(counter.rows)


def write_and_log(entry, write):
    """Write a file, save its line in the log, and return it, to be read from the start.

    It is written first: what cannot be written never left, and must not be logged.
    """
    file = BytesIO()
    entry.row_count = write(file, report_nothing)
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
    run_in_background(partial(write_export_file, file.pk, write))
    return file


def run_in_background(job):
    """Do a job beside the request.

    The thread is no daemon, so a process that is told to stop ends the file first.
    """
    Thread(target=_run_and_disconnect, args=[job]).start()


def _run_and_disconnect(job):
    # A thread has database connections of its own, which nobody else would close.
    try:
        job()
    finally:
        connections.close_all()


def write_export_file(pk, write):
    """Write the file that somebody waits for, or record that and why it failed."""
    waiting = ExportFile.objects.filter(pk=pk)

    def report_progress(rows):
        waiting.update(done=rows, touched_at=timezone.now())

    try:
        with TemporaryFile() as file:
            rows = write(file, report_progress)
            file.seek(0)
            _store_content(waiting, file.read(), rows)
    except CannotExport as reason:
        _store_failure(waiting, content=str(reason).encode())
    except Exception:  # whatever it is: somebody waits for an answer
        logger.exception("An export failed")
        _store_failure(waiting)


def _store_failure(waiting, **fields):
    waiting.update(has_failed=True, touched_at=timezone.now(), **fields)


@transaction.atomic
def _store_content(waiting, content, rows):
    now = timezone.now()
    waiting.update(content=content, is_ready=True, done=rows, touched_at=now)
    ExportLog.objects.filter(file__in=waiting).update(row_count=rows)
