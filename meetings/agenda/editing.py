"""One change of an agenda: on what its editor saw, whole, and undone if need be."""

from django.db import IntegrityError, transaction

from meetings.agenda.agenda import load
from meetings.agenda.snapshots import with_sources
from meetings.models import AgendaUndo, Meeting
from meetings.models.bulk import TrackedBulkWriter

LONGEST = AgendaUndo._meta.get_field("what").max_length


class Stale(Exception):
    """The agenda is not what its editor saw; nothing has been written."""


def change(meeting, seen, by, moment, edit):
    """Load the agenda, let `edit(plan)` change it, save it; return the plan.

    `seen` is the fingerprint of what the editor saw; `edit` returns what it did, in a
    few words. Raise Stale if the agenda is another by now. What `edit` and `Plan.save`
    raise leaves everything as it was.
    """
    try:
        with transaction.atomic():
            Meeting.objects.select_for_update().get(pk=meeting.pk)
            plan = load(meeting)
            if plan.fingerprint != seen:
                raise Stale
            was = plan.snapshot()
            before = with_sources(meeting, was)
            what = edit(plan)
            plan.save(TrackedBulkWriter(by, moment, what))
            if plan.loaded != was:
                keep_step(plan, what, before, seen, by, moment)
    except IntegrityError as error:  # somebody was faster by a hair
        raise Stale from error
    return plan


def keep_step(plan, what, before, seen, by, moment):
    """Keep what there was before, for undoing."""
    AgendaUndo.objects.create(
        meeting=plan.meeting,
        what=shortened(what, LONGEST),
        before=before,
        seen=seen,
        after=plan.fingerprint,
        made_at=moment,
        made_by=by,
    )
    AgendaUndo.objects.forget_old(plan.meeting)


def shortened(text, most):
    """The text, or its beginning and an ellipsis: at most so many code points.

    Django's Truncator does not count accents, which columns of the database do.
    """
    return text if len(text) <= most else text[: most - 1] + "…"


def last_step(meeting):
    """The last change that was made in the editor and not undone, or None."""
    return meeting.agenda_undos.order_by("pk").last()


def undo(meeting, by, moment):
    """Take the last change back; return it and the plan, or None if there is none.

    Raise Stale if something else was changed since, in the back office say.
    """
    try:
        with transaction.atomic():
            Meeting.objects.select_for_update().get(pk=meeting.pk)
            step = last_step(meeting)
            if step is None:
                return None
            plan = load(meeting)
            if plan.fingerprint != step.after:
                raise Stale
            plan.restore(step.before)
            plan.save(TrackedBulkWriter(by, moment, f"Undone: {step.what}"))
            step.delete()
            lead_on(meeting, step.seen, plan.fingerprint)
    except IntegrityError as error:  # who or what was there then is there no more
        raise Stale from error
    return step, plan


def lead_on(meeting, seen, now):
    """The step before, if it led to what was undone to, can be undone next."""
    meeting.agenda_undos.filter(after=seen).update(after=now)
