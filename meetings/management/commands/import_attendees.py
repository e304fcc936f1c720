"""Register the people of a list that a delegation sent."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from meetings.attendee_import.confirming import ImportRefused, confirm
from meetings.attendee_import.drafts import (
    UnreadableList,
    read_list,
    repeat_answers,
    store,
    take_over,
)
from meetings.attendee_import.marked_files import write_marked
from meetings.attendee_import.report import (
    headers_by_field,
    report_of,
    sentences_text,
)
from meetings.attendee_import.review import review
from meetings.attendee_import.sentences import sentence_of
from meetings.management.arguments import get_meeting, usage_error
from meetings.models import ImportBatch
from meetings.models.import_answers import ImportChoices, unread_key
from meetings.spreadsheets import Unreadable


class Command(BaseCommand):
    help = (
        "Review a list of attendees, and save it with --commit. Exit codes: 0 done,"
        " 1 problems in the list and nothing saved, 2 it cannot be read."
    )

    def add_arguments(self, parser):
        parser.add_argument("meeting", help="the meeting's key, tlgec-27 for example")
        parser.add_argument("file", help="XLSX, XLS, XLSB, ODS, CSV, TSV or TXT")
        parser.add_argument("--sheet", help="the sheet to read, if not the likeliest")
        parser.add_argument("--encoding", help="of text: cp949, cp932, gb18030 …")
        parser.add_argument(
            "--delegation", metavar="CODE", help="whose the rows are that name nobody"
        )
        parser.add_argument("--commit", action="store_true", help="save the list")
        parser.add_argument(
            "--skip-problem-rows", action="store_true", help="save the other rows"
        )
        parser.add_argument(
            "--problems-to", metavar="FILE", help="the list as XLSX, problems marked"
        )
        parser.add_argument("--json", action="store_true", help="print the report")

    def handle(self, *args, **options):
        batch = self._read(options)
        reviewed = review(batch)
        take_over(batch, reviewed)
        report = report_of(batch, reviewed.rows, reviewed.summary, reviewed.missing)
        if options["problems_to"]:
            self._write_marked(batch, reviewed.rows, Path(options["problems_to"]))
        if options["json"]:
            self.stdout.write(json.dumps(report, ensure_ascii=False, indent=2))
        else:
            self._print_findings(batch, reviewed)
        is_open = reviewed.summary["problems"] or batch.open_unread
        if is_open and not options["skip_problem_rows"]:
            raise CommandError("Nothing was saved.", returncode=1)
        if options["commit"]:
            self._save(batch, reviewed)

    def _read(self, options):
        """A batch that is not saved yet."""
        meeting = get_meeting(options["meeting"])
        path, now = Path(options["file"]), timezone.now()
        batch = ImportBatch(meeting=meeting, file_name=path.name, made_at=now)
        batch.choices = ImportChoices(
            sheet=options["sheet"] or "",
            encoding=options["encoding"] or "",
            delegation=options["delegation"] or "",
        )
        try:
            batch.content = path.read_bytes()
            repeat_answers(batch, read_list)
        except OSError as error:
            raise usage_error(f"{path} cannot be read: {error.strerror}.") from error
        except UnreadableList as error:
            raise usage_error(f"{path.name}: {error}") from error
        return batch

    def _write_marked(self, batch, rows, path):
        try:
            with path.open("wb") as file:
                write_marked(file, batch, rows)
        except OSError as error:
            raise usage_error(f"{path} cannot be written: {error.strerror}.") from error
        except Unreadable as error:
            raise usage_error(f"{batch.file_name}: {error}") from error

    def _print_findings(self, batch, reviewed):
        """Print what was doubtful or not read: of the file, then of its rows."""
        counts = (f"{count} {name}" for name, count in reviewed.summary.items())
        self.stdout.write(f"{batch.file_name}: {', '.join(counts)}.")
        for warning in batch.file_warnings:
            self.stdout.write(f"{batch.file_name}: {sentence_of(warning)}")
        for unread in batch.reading.get("unread", ()):
            place, sample = unread_key(unread), ", ".join(unread["sample"])
            self.stdout.write(f"{place} not read: {unread['why']} ({sample})")
        headers = headers_by_field(batch.reading["columns"])
        for row in reviewed.rows:
            if found := [*row.problems, *row.warnings]:
                self.stdout.write(f"{row.key} {sentences_text(found, headers)}")

    @transaction.atomic
    def _save(self, batch, reviewed):
        now = timezone.now()
        store(batch, reviewed, now)
        try:
            confirm(batch, None, now, skip_problems=True, skip_unread=True)
        except ImportRefused as error:
            raise CommandError(f"{error} Nothing was saved.", returncode=1) from error
