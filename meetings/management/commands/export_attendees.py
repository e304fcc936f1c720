"""Write the list of attendees of a meeting as a spreadsheet."""

from django.core.management.base import BaseCommand

from meetings.exports import LISTINGS, needs_reason
from meetings.exports.delivery import write_sheets
from meetings.management.arguments import get_meeting, usage_error
from meetings.management.exporting import (
    add_shared_arguments,
    suffix_of,
    write_logged,
)
from meetings.models.names import override_language

LISTING = LISTINGS["attendees"]


class Command(BaseCommand):
    help = "Write the attendees of a meeting as XLSX, ODS or CSV, by the file's ending."

    def add_arguments(self, parser):
        add_shared_arguments(parser)
        parser.add_argument(
            "--columns",
            help="keys of columns, with commas between; without them all that hold no"
            " personal data",
        )
        parser.add_argument("--order", choices=LISTING.orders, default="protocol")

    def handle(self, *args, meeting, output, columns, language, order, **options):
        suffix = suffix_of(output, ("xlsx", "ods", "csv"))
        # Labels and names are bound to the language when the sheet is made.
        with override_language(language):
            about = get_meeting(meeting)
            try:
                # The shell has no roles: every column may be asked for, with a reason.
                chosen = LISTING.choose_columns(
                    columns.split(",") if columns else None, True
                )
            except ValueError as error:
                raise usage_error(str(error)) from error
            items = LISTING.in_order(LISTING.items(about), order)
            sheet = LISTING.sheet(str(LISTING.title), items, chosen)
            write = write_sheets(suffix, [sheet])
        entry = {
            "what": LISTING.key,
            "languages": language,
            "columns": [column.key for column in chosen],
            "is_sensitive": needs_reason(chosen),
            "reason": options["reason"],
        }
        rows = write_logged(output, about, write, suffix=suffix, **entry)
        self.stdout.write(f"{output}: {rows} attendees.")
