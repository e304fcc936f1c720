"""What the writing of a list adds to the memory of a process."""

import sys
from tempfile import TemporaryFile

from benchmarks.exports import lists
from benchmarks.measuring import Memory
from meetings.models import Meeting


def main(suffix, meeting_id):
    """Print the MB by which the process grew."""
    meeting = Meeting.objects.get(pk=meeting_id)
    memory = Memory()
    with TemporaryFile() as file:
        lists.write(file, suffix, meeting)
    sys.stdout.write(f"{memory.growth:.1f}")
