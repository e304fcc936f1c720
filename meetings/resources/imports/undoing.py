"""Take an imported list back, but for what has been worked on since."""

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q
from django.db.models.deletion import ProtectedError

from meetings.models import (
    Appointment,
    Attendee,
    Delegation,
    Government,
    Organization,
    Person,
    Presenter,
)
from meetings.models.imports import ImportStatus, RowState
from meetings.resources.imports.bulk import Act, as_python, locked
from meetings.resources.imports.confirming import Refused
from meetings.resources.imports.learning import forget
from meetings.resources.imports.values import ATTENDEE_FIELDS, PERSON_FIELDS


def undo(batch, by, moment):
    """Restore what there was before; return the references of who was kept instead.

    An attendee or a person edited since, or needed by something else, is kept. Raise
    Refused if the batch is not to be undone any more.
    """
    try:
        with transaction.atomic():
            closed = {"closed_by": by, "closed_at": moment, "changed_at": moment}
            if not batch.is_confirmed or not batch.claim(
                status=ImportStatus.UNDONE, **closed
            ):
                raise Refused("closed")
            return Undoing(batch, Act(by, moment, f"Undid list {batch.pk}")).undo()
    except IntegrityError:  # what was to go has been made use of just now
        raise Refused("busy") from None


class Undoing:
    """Takes one batch back."""

    def __init__(self, batch, act):
        self.batch = batch
        self.act = act
        states = [RowState.NEW, RowState.CHANGED]
        self.rows = list(batch.rows.filter(state__in=states, is_skipped=False))
        self.kept = set()

    def undo(self):
        self._reinstate_missing()
        self._delete_attendees()
        self._restore_attendees()
        self._delete_people()
        self._restore_people()
        self._delete_delegations()
        self._delete_bodies(Government, "code", "governments")
        self._delete_bodies(Organization, "key", "organizations")
        forget(self.batch.made.get("aliases", ()), self.act)
        kept = sorted(self.kept)
        self.batch.made |= {"kept": kept}
        type(self.batch).objects.filter(pk=self.batch.pk).update(made=self.batch.made)
        return kept

    def _reinstate_missing(self):
        statuses = self.batch.made.get("cancelled", {})
        attendees = locked(Attendee, "reference", statuses)
        back = [attendee for attendee in attendees if attendee.is_cancelled]
        for attendee in back:
            attendee.status = statuses[attendee.reference]
        self.act.update(back, ["status"])

    def _delete_attendees(self):
        new = {row.reference for row in self.rows if row.attendee_version is None}
        attendees = locked(Attendee, "reference", new)
        speaking = set(
            Presenter.objects.filter(attendee__in=attendees).values_list(
                "attendee_id", flat=True
            )
        )
        leaving = [a for a in attendees if a.version == 1 and a.pk not in speaking]
        left = {attendee.pk for attendee in leaving}
        self.kept |= {a.reference for a in attendees if a.pk not in left}
        self.act.delete(leaving)

    def _restore_attendees(self):
        rows = {
            row.reference: row for row in self.rows if row.attendee_version is not None
        }
        fields = (*ATTENDEE_FIELDS, "body")
        self._restore(Attendee, "reference", rows, "attendee_version", fields)

    def _delete_people(self):
        """Delete the people that came with the list, unless others know them by now."""
        new = {row.person_key for row in self.rows if row.person_version is None}
        people = locked(Person, "key", new)
        needed = set(known_elsewhere(people))
        leaving = [p for p in people if p.version == 1 and p.pk not in needed]
        self.act.delete(leaving)

    def _restore_people(self):
        rows = {
            row.person_key: row for row in self.rows if row.person_version is not None
        }
        self._restore(Person, "key", rows, "person_version", PERSON_FIELDS)

    def _restore(self, model, key, rows, row_version, fields):
        """Write back what the list changed, where nobody has changed it again."""
        before = {
            name: was
            for name, row in rows.items()
            if (was := {f: row.changes[f][0] for f in fields if f in row.changes})
        }
        untouched = []
        for instance in locked(model, key, before):
            name = getattr(instance, key)
            if instance.version == getattr(rows[name], row_version) + 1:
                untouched.append(instance)
                self._set(instance, before[name])
            else:
                self.kept.add(rows[name].reference)
        written = {column for was in before.values() for column in was}
        columns = {"delegation" if name == "body" else name for name in written}
        # Heads come back last, when nobody else is the head any more.
        for wave in (False, True):
            some = [i for i in untouched if (getattr(i, "role", "") == "head") == wave]
            self.act.update(some, sorted(columns))

    def _set(self, instance, was):
        for name, value in was.items():
            if name == "body":
                delegations = self.batch.meeting.delegations.of_body(value)
                instance.delegation = delegations.get()
            else:
                setattr(instance, name, as_python(instance, name, value))

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
