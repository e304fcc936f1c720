"""What the commands that export files share: arguments, formats and the log."""

from pathlib import Path

from django.db import transaction
from django.utils import timezone

from meetings.exports.delivery import write_and_log
from meetings.management.arguments import usage_error
from meetings.models import ExportLog
from meetings.models.names import LANGUAGES

LONGEST_REASON = ExportLog._meta.get_field("reason").max_length


def add_shared_arguments(parser):
    parser.add_argument("meeting", help="the meeting's key, tlgec-27 for example")
    parser.add_argument("--output", required=True, metavar="FILE")
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    parser.add_argument(
        "--reason",
        default="",
        metavar="TEXT",
        help="what personal data is needed for; kept in the log of exports",
    )


def suffix_of(output, suffixes):
    """Return the format that the file's ending stands for, one of `suffixes`."""
    suffix = Path(output).suffix.lower().removeprefix(".")
    if suffix not in suffixes:
        endings = " or ".join(f".{each}" for each in suffixes)
        raise usage_error(f"The file's name has to end in {endings}.")
    return suffix


@transaction.atomic
def write_logged(output, meeting, write, **entry):
    """Write a file and its line in the log; return the number of rows.

    Whoever calls from the shell is asked for a reason as on the pages.
    """
    log = ExportLog(made_at=timezone.now(), about=meeting.slug, **entry)
    # The same rules as in the form, which the shell goes round.
    log.reason = log.reason.strip()
    if log.is_sensitive and not log.reason:
        raise usage_error("Personal data needs a reason: add --reason TEXT.")
    if len(log.reason) > LONGEST_REASON:
        raise usage_error(f"The reason is longer than {LONGEST_REASON} characters.")
    try:
        Path(output).write_bytes(write_and_log(log, write).getvalue())
    except OSError as error:
        raise usage_error(f"{output} cannot be written: {error.strerror}.") from error
    return log.row_count
