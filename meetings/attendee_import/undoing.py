"""Undo an imported list, except for what has been worked on since."""

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q
from django.db.models.deletion import ProtectedError

from meetings.attendee_import.answers import forget_answers
from meetings.attendee_import.applied_changes import (
    ATTENDEE,
    OLD,
    PERSON,
    delegations_by_body,
)
from meetings.attendee_import.confirming import ImportRefused
from meetings.attendee_import.names_to_follow import restore_names_to_follow
from meetings.models import (
    Appointment,
    Attendee,
    Delegation,
    Government,
    Organization,
    Presenter,
)
from meetings.models.bulk import TrackedBulkWriter
from meetings.models.imports import ImportStatus


def undo(batch, by, moment):
    """Restore what there was before; return the references of who was kept instead.

    An attendee or a person edited since, or needed by something else, is kept. Raise
    ImportRefused if the batch is not to be undone any more.
    """
    try:
        with transaction.atomic():
            is_ours = batch.is_confirmed and batch.close(
                ImportStatus.UNDONE, by, moment
            )
            if not is_ours:
                raise ImportRefused("closed")
            writer = TrackedBulkWriter(by, moment, f"Undid list {batch.pk}")
            return Undoing(batch, writer).undo()
    except IntegrityError:  # somebody has just made use of what was to be deleted
        raise ImportRefused("busy") from None


class Undoing:
    """Undoes one batch."""

    def __init__(self, batch, writer):
        self.batch = batch
        self.writer = writer
        self.rows = list(batch.rows.to_save())
        self.delegations = delegations_by_body(batch.meeting)
        self.kept = set()

    def undo(self):
        self.batch.listed_values.all().delete()
        # Attendees go before people and delegations, on which they depend.
        self._reinstate_missing()
        self._delete_attendees()
        self._restore(ATTENDEE)
        self._delete_people()
        self._restore(PERSON)
        restore_names_to_follow(
            self.batch.made.get("names_to_follow", {}), self.delegations, self.writer
        )
        self._delete_delegations()
        self._delete_bodies(Government, "code", "governments")
        self._delete_bodies(Organization, "key", "organizations")
        forget_answers(self.batch.made.get("aliases", ()), self.writer)
        kept = sorted(self.kept)
        self.batch.made |= {"kept": kept}
        self.batch.save(update_fields=["made"])
        return kept

    def _reinstate_missing(self):
        statuses = self.batch.made.get("cancelled", {})
        attendees = ATTENDEE.lock(statuses)
        still_cancelled = [a for a in attendees if a.is_cancelled]
        for attendee in still_cancelled:
            attendee.status = statuses[attendee.reference]
        self.writer.update(still_cancelled, ["status"])

    def _delete_attendees(self):
        attendees = ATTENDEE.lock(ATTENDEE.new_keys(self.rows))
        presenting = set(
            Presenter.objects.filter(attendee__in=attendees).values_list(
                "attendee_id", flat=True
            )
        )
        deleted = [a for a in attendees if a.version == 1 and a.pk not in presenting]
        deleted_ids = {attendee.pk for attendee in deleted}
        self.kept |= {a.reference for a in attendees if a.pk not in deleted_ids}
        self.writer.delete(deleted)

    def _delete_people(self):
        """Delete the people that came with the list, unless something needs them."""
        people = PERSON.lock(PERSON.new_keys(self.rows))
        needed = set(ids_in_use(people))
        unused = [p for p in people if p.version == 1 and p.pk not in needed]
        self.writer.delete(unused)

    def _restore(self, kind):
        """Write back what the list changed, where nobody has changed it again.

        Confirming raised the version by one; any higher version is somebody's work.
        """
        rows, untouched = kind.changed_rows(self.rows), []
        for record in kind.lock(rows):
            row = rows[getattr(record, kind.key)]
            if record.version == kind.version_of(row) + 1:
                untouched.append(record)
            else:
                self.kept.add(row.reference)
        kind.write(self.writer, untouched, rows, OLD, self.delegations)

    def _delete_delegations(self):
        made = Delegation.objects.filter(
            pk__in=self.batch.made.get("delegations", ()), version=1
        )
        empty = made.exclude(Exists(Attendee.objects.filter(delegation=OuterRef("pk"))))
        self.writer.delete(list(empty))

    def _delete_bodies(self, model, key, name):
        made = {f"{key}__in": self.batch.made.get(name, ())}
        for body in model.objects.filter(version=1, **made):
            body._change_reason = self.writer.reason
            try:
                with transaction.atomic():
                    body.delete()
            except ProtectedError:
                continue  # somebody has made use of it


def ids_in_use(people):
    """Yield the ids of people whom an attendance, office or agenda item needs."""
    for model in (Attendee, Appointment, Presenter):
        rows = model.objects.filter(Q(person__in=people)).order_by()
        yield from rows.values_list("person_id", flat=True)
