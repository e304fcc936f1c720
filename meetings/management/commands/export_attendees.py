"""Write the list of attendees of a meeting as a spreadsheet."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from meetings.models import Meeting
from meetings.models.names import LANGUAGES, speaking
from meetings.resources.attendee_lists import columns_for, write_list

SUFFIXES = ("xlsx", "ods", "csv")


class Command(BaseCommand):
    help = "Write the attendees of a meeting as XLSX, ODS or CSV, by the file's ending."

    def add_arguments(self, parser):
        parser.add_argument("meeting", help="the meeting's key, tlgec-27 for example")
        parser.add_argument("--output", required=True, metavar="FILE")
        parser.add_argument("--columns", help="keys of columns, with commas between")
        parser.add_argument("--language", choices=LANGUAGES, default="en")

    def handle(self, *args, meeting, output, columns, language, **options):
        path = Path(output)
        suffix = path.suffix.lower().removeprefix(".")
        if suffix not in SUFFIXES:
            raise refused("The file's name has to end in .xlsx, .ods or .csv.")
        with speaking(language):
            found = Meeting.objects.with_names().filter(slug=meeting).first()
            if found is None:
                raise refused(f"There is no meeting “{meeting}”.")
            self._write(path, suffix, found, columns)

    def _write(self, path, suffix, meeting, keys):
        attendees = meeting.attendees.in_protocol_order()
        try:
            columns = columns_for(True, keys.split(",") if keys else None)
        except ValueError as error:
            raise refused(str(error)) from error
        try:
            with path.open("wb") as file:
                write_list(file, suffix, attendees, columns, meeting.title)
        except OSError as error:
            raise refused(f"{path} cannot be written: {error.strerror}.") from error
        self.stdout.write(f"{path}: {attendees.count()} attendees.")


def refused(sentence):
    """The call is wrong: exit code 2."""
    return CommandError(sentence, returncode=2)
