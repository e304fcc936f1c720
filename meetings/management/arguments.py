"""What all commands share: the meeting that is named, and refusing a wrong call."""

from django.core.management.base import CommandError

from meetings.models import Meeting


def usage_error(sentence):
    """Return the error of a call or a file that is wrong, which exits with code 2."""
    return CommandError(sentence, returncode=2)


def get_meeting(slug):
    """Return the meeting of this key; raise a usage error if there is none."""
    meeting = Meeting.objects.with_names().filter(slug=slug).first()
    if meeting is None:
        raise usage_error(f"There is no meeting “{slug}”.")
    return meeting
