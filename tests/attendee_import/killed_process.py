"""Run by test_killing in a process of its own, on a database of its own.

`prepare` makes a draft of a list, `confirm` confirms it and says when it begins and
when it is done, `restore` undoes it and makes another draft, `count` tells how many
there are.
"""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "secretariat.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

from meetings.attendee_import.confirming import confirm  # noqa: E402
from meetings.attendee_import.drafts import create_draft  # noqa: E402
from meetings.attendee_import.undoing import undo  # noqa: E402
from meetings.models import Attendee, ImportBatch, Meeting, Person  # noqa: E402
from tests.factories import make_government, make_meeting  # noqa: E402

ROWS = 2_000


def prepare():
    """A meeting with a draft of 2,000 people."""
    call_command("migrate", verbosity=0)
    make_government("KR-47", name_ko="경상북도")
    make_meeting()
    make_draft()


def make_draft():
    lines = ["성명,소속,영문", *(f"견본{n},KR-47,Kim S{n}" for n in range(ROWS))]
    content = "\n".join(lines).encode()
    create_draft(Meeting.objects.get(), "list.csv", content, None, timezone.now())


def run_confirm():
    batch = ImportBatch.objects.first()
    say("begins")
    confirm(batch, None, timezone.now())
    say("done")


def restore():
    """Undo what was confirmed, and begin with another draft."""
    undo(ImportBatch.objects.first(), None, timezone.now())
    make_draft()


def count():
    """How many there are, how many the history knows of, and the batch's state."""
    batch = ImportBatch.objects.first()
    noted = {"history_change_reason": f"Imported list {batch.pk}"}
    say(
        Attendee.objects.count(),
        Person.objects.count(),
        Attendee.history.filter(**noted).count(),
        Person.history.filter(**noted).count(),
        batch.status,
    )


def say(*words):
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    jobs = {"prepare": prepare, "confirm": run_confirm, "restore": restore}
    (jobs | {"count": count})[sys.argv[1]]()
