"""Take an imported list back, but for what has been worked on since."""

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q
from django.db.models.deletion import ProtectedError

from meetings.attendee_import.changing import (
    ATTENDEE,
    OLD,
    PERSON,
    delegations_by_body,
)
from meetings.attendee_import.confirming import Refused
from meetings.attendee_import.learning import forget
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
    Refused if the batch is not to be undone any more.
    """
    try:
        with transaction.atomic():
            is_ours = batch.is_confirmed and batch.close(
                ImportStatus.UNDONE, by, moment
            )
            if not is_ours:
                raise Refused("closed")
            return Undoing(
                batch, TrackedBulkWriter(by, moment, f"Undid list {batch.pk}")
            ).undo()
    except IntegrityError:  # what was to go has been made use of just now
        raise Refused("busy") from None


class Undoing:
    """Takes one batch back."""

    def __init__(self, batch, act):
        self.batch = batch
        self.act = act
        self.rows = list(batch.rows.to_save())
        self.delegations = delegations_by_body(batch.meeting)
        self.kept = set()

    def undo(self):
        self._reinstate_missing()
        self._delete_attendees()
        self._restore(ATTENDEE)
        self._delete_people()
        self._restore(PERSON)
        self._delete_delegations()
        self._delete_bodies(Government, "code", "governments")
        self._delete_bodies(Organization, "key", "organizations")
        forget(self.batch.made.get("aliases", ()), self.act)
        kept = sorted(self.kept)
        self.batch.made |= {"kept": kept}
        self.batch.save(update_fields=["made"])
        return kept

    def _reinstate_missing(self):
        statuses = self.batch.made.get("cancelled", {})
        attendees = ATTENDEE.locked(statuses)
        back = [attendee for attendee in attendees if attendee.is_cancelled]
        for attendee in back:
            attendee.status = statuses[attendee.reference]
        self.act.update(back, ["status"])

    def _delete_attendees(self):
        attendees = ATTENDEE.locked(ATTENDEE.new_keys(self.rows))
        presenting = set(
            Presenter.objects.filter(attendee__in=attendees).values_list(
                "attendee_id", flat=True
            )
        )
        leaving = [a for a in attendees if a.version == 1 and a.pk not in presenting]
        left = {attendee.pk for attendee in leaving}
        self.kept |= {a.reference for a in attendees if a.pk not in left}
        self.act.delete(leaving)

    def _delete_people(self):
        """Delete the people that came with the list, unless others know them by now."""
        people = PERSON.locked(PERSON.new_keys(self.rows))
        needed = set(known_elsewhere(people))
        leaving = [p for p in people if p.version == 1 and p.pk not in needed]
        self.act.delete(leaving)

    def _restore(self, part):
        """Write back what the list changed, where nobody has changed it again."""
        rows, untouched = part.changed(self.rows), []
        for instance in part.locked(rows):
            row = rows[getattr(instance, part.key)]
            if instance.version == part.version_of(row) + 1:
                untouched.append(instance)
            else:
                self.kept.add(row.reference)
        part.write(self.act, untouched, rows, OLD, self.delegations)

    def _delete_delegations(self):
        made = Delegation.objects.filter(
            pk__in=self.batch.made.get("delegations", ()), version=1
        )
        empty = made.exclude(Exists(Attendee.objects.filter(delegation=OuterRef("pk"))))
        self.act.delete(list(empty))

    def _delete_bodies(self, model, key, name):
        made = {f"{key}__in": self.batch.made.get(name, ())}
        for body in model.objects.filter(version=1, **made):
            body._change_reason = self.act.reason
            try:
                with transaction.atomic():
                    body.delete()
            except ProtectedError:
                continue  # somebody has made use of it


def known_elsewhere(people):
    """Yield the ids of people whom an attendance, office or agenda item needs."""
    for model in (Attendee, Appointment, Presenter):
        rows = model.objects.filter(Q(person__in=people)).order_by()
        yield from rows.values_list("person_id", flat=True)
