"""What the commands share that write files to send on."""

from pathlib import Path

from django.core.management.base import CommandError
from django.db import transaction
from django.utils import timezone

from meetings.exports.delivery import write_now
from meetings.models import ExportLog, Meeting
from meetings.models.names import LANGUAGES

LONGEST_REASON = ExportLog._meta.get_field("reason").max_length


def add_arguments(parser):
    parser.add_argument("meeting", help="the meeting's key, tlgec-27 for example")
    parser.add_argument("--output", required=True, metavar="FILE")
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    parser.add_argument(
        "--reason",
        default="",
        metavar="TEXT",
        help="what personal data is needed for; kept in the log of exports",
    )


def refused(sentence):
    """The call is wrong: exit code 2."""
    return CommandError(sentence, returncode=2)


def suffix_of(output, known):
    """The format that the file's ending stands for."""
    suffix = Path(output).suffix.lower().removeprefix(".")
    if suffix not in known:
        endings = " or ".join(f".{each}" for each in known)
        raise refused(f"The file's name has to end in {endings}.")
    return suffix


def meeting_called(slug):
    meeting = Meeting.objects.with_names().filter(slug=slug).first()
    if meeting is None:
        raise refused(f"There is no meeting “{slug}”.")
    return meeting


@transaction.atomic
def write_logged(output, meeting, write, **entry):
    """Write a file and the line of the log that tells of it; return the rows."""
    log = ExportLog(made_at=timezone.now(), about=meeting.slug, **entry)
    log.reason = log.reason.strip()
    if log.is_sensitive and not log.reason:
        raise refused("Personal data needs a reason: add --reason TEXT.")
    if len(log.reason) > LONGEST_REASON:
        raise refused(f"The reason is longer than {LONGEST_REASON} characters.")
    try:
        Path(output).write_bytes(write_now(log, write).getvalue())
    except OSError as error:
        raise refused(f"{output} cannot be written: {error.strerror}.") from error
    return log.row_count
