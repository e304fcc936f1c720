"""Write the workbook of a meeting: everything of it on several sheets."""

from django.core.management.base import BaseCommand

from meetings.exports import LISTINGS
from meetings.exports.delivery import write_sheets
from meetings.exports.workbooks import meeting_workbook
from meetings.management.arguments import get_meeting
from meetings.management.exporting import (
    add_shared_arguments,
    suffix_of,
    write_logged,
)
from meetings.models.names import override_language


class Command(BaseCommand):
    help = "Write all of a meeting as a workbook, XLSX or ODS by the file's ending."

    def add_arguments(self, parser):
        add_shared_arguments(parser)
        orders = LISTINGS["attendees"].orders
        parser.add_argument("--order", choices=orders, default="protocol")
        parser.add_argument(
            "--per",
            choices=("country", "delegation"),
            default="",
            help="a sheet more for each of them",
        )
        parser.add_argument(
            "--sensitive",
            action="store_true",
            help="with contact, dietary and travel data and passport names",
        )

    def handle(self, *args, meeting, output, language, order, per, **options):
        suffix = suffix_of(output, ("xlsx", "ods"))
        # Labels and names are bound to the language when the sheets are made.
        with override_language(language):
            about = get_meeting(meeting)
            sheets = meeting_workbook(about, order, per, options["sensitive"])
            write = write_sheets(suffix, sheets)
        entry = {
            "what": "workbook",
            "languages": language,
            "is_sensitive": options["sensitive"],
            "reason": options["reason"],
        }
        rows = write_logged(output, about, write, suffix=suffix, **entry)
        self.stdout.write(f"{output}: {len(sheets)} sheets, {rows} rows.")
