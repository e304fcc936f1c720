"""Write what rows change of people and attendees on record, and write it back."""

from dataclasses import dataclass

from django.db.models import Model

from meetings.attendee_import.values import ATTENDEE_FIELDS, PERSON_FIELDS
from meetings.models import Attendee, Person
from meetings.models.delegations import Role

OLD, NEW = 0, 1  # of the pair that a row keeps of each change


@dataclass(frozen=True)
class RowSubject:
    """How a row refers to the person or the attendee that it is about.

    `key` is the model's column, `row_key` and `row_version` are the row's.
    """

    model: type[Model]
    key: str
    row_key: str
    row_version: str
    fields: tuple

    def key_of(self, row):
        return getattr(row, self.row_key)

    def version_of(self, row):
        """Return the version the row was compared with, None if there was nobody."""
        return getattr(row, self.row_version)

    def new_keys(self, rows):
        """Return the keys of those who came with the rows."""
        return {self.key_of(row) for row in rows if self.version_of(row) is None}

    def changed_rows(self, rows):
        """Return the rows that change somebody on record, by key."""
        return {
            self.key_of(row): row
            for row in rows
            if self.version_of(row) is not None and row.changes.keys() & {*self.fields}
        }

    def lock(self, keys):
        """Return the records of these keys, locked until the transaction ends.

        They are locked in the order of their ids, so that two who lock the same ones
        wait for each other instead of deadlocking.
        """
        if not keys:
            return []
        records = self.model.objects.filter(**{f"{self.key}__in": list(keys)})
        return list(records.order_by("pk").select_for_update())

    def write(self, writer, records, rows, which, delegations):
        """Give records the OLD or the NEW values of their rows.

        Heads that step back are written first: a constraint allows one at a time.
        """
        heads, others, written = [], [], set()
        for record in records:
            row = rows[getattr(record, self.key)]
            # People have no role, attendees do: the one that they have until now.
            was_head = getattr(record, "role", None) == Role.HEAD
            for name in row.changes.keys() & {*self.fields}:
                value = row.changes[name][which]
                written.add(set_changed_value(record, name, value, delegations))
            (heads if was_head else others).append(record)
        for wave in (heads, others):
            writer.update(wave, sorted(written))


PERSON = RowSubject(Person, "key", "person_key", "person_version", PERSON_FIELDS)
ATTENDEE = RowSubject(
    Attendee,
    "reference",
    "reference",
    "attendee_version",
    (*ATTENDEE_FIELDS, "rank", "body"),
)


def set_changed_value(record, name, value, delegations):
    """Set a value as JSON holds it; return the name of the column that was set."""
    if name == "body":
        record.delegation = delegations[value]
        return "delegation"
    column = record._meta.get_field(name)
    setattr(record, name, column.to_python(value))
    return name


def delegations_by_body(meeting):
    """Return the delegations of a meeting by the code or key of their body."""
    delegations = meeting.delegations.select_related("government", "organization")
    return {delegation.code: delegation for delegation in delegations}
