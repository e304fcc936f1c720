"""What the path of a list, or the reading of it, adds to the memory of a process."""

import sys
from pathlib import Path

from django.utils import timezone

from benchmarks.imports.path import new_batch
from benchmarks.measuring import Memory
from meetings.attendee_import.confirming import confirm
from meetings.attendee_import.drafts import read_list, store
from meetings.attendee_import.review import review
from meetings.models import Meeting


def main(part, file, meeting_id):
    """Print the MB by which the process grew; `part` is read or path."""
    meeting = Meeting.objects.get(pk=meeting_id)
    batch = new_batch(meeting, Path(file).read_bytes())
    memory = Memory()
    read_list(batch)
    if part == "path":
        store(batch, review(batch), timezone.now())
        confirm(batch, None, timezone.now())
    sys.stdout.write(f"{memory.growth:.1f}")
