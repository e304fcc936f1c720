"""What a list changes of people and attendees known before: made so, and unmade."""

from dataclasses import dataclass

from django.db.models import Model

from meetings.attendee_import.values import ATTENDEE_FIELDS, PERSON_FIELDS
from meetings.models import Attendee, Person
from meetings.models.delegations import Role

OLD, NEW = 0, 1  # of the pair that a row keeps of each change


@dataclass(frozen=True)
class Part:
    """The person or the attendee that a row is about, and how the row names it."""

    model: type[Model]
    key: str
    row_key: str
    row_version: str
    fields: tuple

    def key_of(self, row):
        return getattr(row, self.row_key)

    def version_of(self, row):
        """The version the row was compared with, None if there was nobody yet."""
        return getattr(row, self.row_version)

    def new_keys(self, rows):
        """The keys of those who came with the rows."""
        return {self.key_of(row) for row in rows if self.version_of(row) is None}

    def changed(self, rows):
        """The rows that change somebody known before, by key."""
        return {
            self.key_of(row): row
            for row in rows
            if self.version_of(row) is not None and row.changes.keys() & {*self.fields}
        }

    def locked(self, keys):
        """The rows of these keys, nobody else's to write until the transaction ends."""
        if not keys:
            return []
        found = self.model.objects.filter(**{f"{self.key}__in": list(keys)})
        return list(found.order_by("pk").select_for_update())

    def write(self, act, instances, rows, which, delegations):
        """Give instances the old or new values of their rows.

        Heads that step back go first, since a delegation has one at a time.
        """
        waves, written = ([], []), set()
        for instance in instances:
            row = rows[getattr(instance, self.key)]
            was_head = getattr(instance, "role", None) == Role.HEAD
            for name in row.changes.keys() & {*self.fields}:
                value = row.changes[name][which]
                written.add(put(instance, name, value, delegations))
            waves[not was_head].append(instance)
        for wave in waves:
            act.update(wave, sorted(written))


PERSON = Part(Person, "key", "person_key", "person_version", PERSON_FIELDS)
ATTENDEE = Part(
    Attendee,
    "reference",
    "reference",
    "attendee_version",
    (*ATTENDEE_FIELDS, "body"),
)


def put(instance, name, value, delegations):
    """Set a value as JSON kept it; return the name of the column it stands in."""
    if name == "body":
        instance.delegation = delegations[value]
        return "delegation"
    column = instance._meta.get_field(name)
    setattr(instance, name, column.to_python(value))
    return name


def delegations_by_body(meeting):
    """The delegations of a meeting by the code or key of their body."""
    delegations = meeting.delegations.select_related("government", "organization")
    return {delegation.code: delegation for delegation in delegations}
