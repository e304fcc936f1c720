"""Load the historical record from its fixtures, and leave alone what staff edited.

A row of the fixtures is loaded once. It is written again only if the fixture changed,
and removed only if no fixture has it any more, and either only if nobody has saved the
row since. What staff entered, edited or deleted is theirs: they know what happened
after the record was compiled.
"""

from dataclasses import dataclass, field

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, transaction
from django.utils import timezone

from meetings.models import Government, RecordEntry
from meetings.models.bulk import TrackedBulkWriter
from meetings.models.keys import key_lookup
from meetings.record.fixture_rows import canonical_json, rows_of
from meetings.record.relations import insert_relations

REASON = "Loaded from the record"
REMOVED = "No longer in the record"


@dataclass
class LoadReport:
    """What a load did: how many rows, and the keys of those it left to staff."""

    created: int = 0
    updated: int = 0
    removed: int = 0
    unchanged: int = 0
    left_to_staff: list[str] = field(default_factory=list)


@transaction.atomic
def load_record(paths):
    """Load the fixtures that make up the record, in their order; return a LoadReport.

    Fixtures are ordered so that a row comes after those that it refers to.
    """
    loader = RecordLoader()
    for path in paths:
        for row in rows_of(path):
            loader.load(row)
    loader.flush()
    loader.remove_what_is_gone()
    return loader.report


class RecordLoader:
    """Loads rows one by one, and inserts new ones of a model together."""

    def __init__(self):
        self.report = LoadReport()
        self.now = timezone.now()
        self.writer = TrackedBulkWriter(None, self.now, REASON)
        # In the order in which they were loaded.
        entries = RecordEntry.objects.order_by("pk")
        self.entries = {(entry.model, entry.key): entry for entry in entries}
        self.seen = set()
        self.row_ids = {}  # of rows seen in this load: (label, key) -> id
        self.queue = {}

    def load(self, row):
        """Insert a row, renew it or leave it, by what was loaded before."""
        self.seen.add(row.name)
        entry = self.entries.get(row.name)
        if entry is None:
            self._enqueue(row)
        elif entry.digest == row.digest:
            self.report.unchanged += 1
        else:
            self._renew(row, entry)

    def flush(self):
        """Insert the queued rows, which are all of one model."""
        rows, self.queue = list(self.queue.values()), {}
        if rows and self._has_rows_of_staff(rows[0]):
            rows = [row for row in rows if not self._is_entered_by_staff(row)]
        if rows:
            self._insert(rows)

    def remove_what_is_gone(self):
        """Remove the rows that the fixtures no longer have, those of a whole last."""
        gone = [entry for name, entry in self.entries.items() if name not in self.seen]
        for entry in reversed(gone):
            self._remove(entry)

    def _enqueue(self, row):
        # What waits is of one model. A row that is referred to needs its id first.
        label, _key = next(iter(self.queue), row.name)
        needed = any((label, key) in self.queue for key in row.keys_of_its_kind())
        if label != row.label or needed:
            self.flush()
        self.queue[row.name] = row

    def _has_rows_of_staff(self, row):
        ours = RecordEntry.objects.filter(model=row.label).values("row_id")
        return row.model.objects.exclude(pk__in=ours).exists()

    def _is_entered_by_staff(self, row):
        # There is no entry of the record for it, so somebody else entered this key.
        lookup = dict(key_lookup(row.model, row.natural_key))
        rows = row.model.objects
        is_there = rows.filter(**lookup).exists() or self._has_namesake(row)
        if is_there:
            self._leave_to_staff(*row.name)
        return is_there

    def _has_namesake(self, row):
        # Staff name a government that they enter by a code of their own making.
        if row.model is not Government:
            return False
        instance, _relations = self._build(row)
        instance.derive()
        return bool(Government.objects.namesake_of(instance))

    def _leave_to_staff(self, label, key):
        self.report.left_to_staff.append(f"{label} {key}")

    def _insert(self, rows):
        """Insert rows together; one by one where one of them cannot be inserted.

        A row may collide with one of staff's, or refer to one that staff deleted. Such
        a row is left out, and so are those that refer to it.
        """
        try:
            with transaction.atomic():
                built = [self._build(row) for row in rows]
                instances, relations = (list(part) for part in zip(*built, strict=True))
                histories = self.writer.insert(instances)
                insert_relations(instances, relations, histories)
        except (IntegrityError, ObjectDoesNotExist):
            if len(rows) == 1:
                self._leave_to_staff(*rows[0].name)
            else:
                for row in rows:
                    self._insert([row])
        else:
            self._remember(rows, instances)

    def _remember(self, rows, instances):
        """Note which rows were loaded, from what, and as which version."""
        self.report.created += len(rows)
        entries = []
        for row, instance in zip(rows, instances, strict=True):
            entry = RecordEntry(model=row.label, key=row.key, digest=row.digest)
            entry.row_id, entry.row_version = instance.pk, instance.version
            self.row_ids[row.name] = instance.pk
            entries.append(entry)
        RecordEntry.objects.bulk_create(entries)

    def _renew(self, row, entry):
        """Write a row again whose fixture changed, unless staff saved it since."""
        self.flush()
        try:
            with transaction.atomic():
                self._overwrite(row, untouched(entry).get(), entry)
        except (IntegrityError, ObjectDoesNotExist):
            self._leave_to_staff(*row.name)
        else:
            self.report.updated += 1

    def _overwrite(self, row, instance, entry):
        fresh, relations = self._build(row)
        fresh.pk, fresh.version = instance.pk, instance.version
        # Built anew, it would count as a row to insert and skip the check of versions.
        fresh._state.adding, fresh._change_reason = False, REASON
        fresh.save()
        for name, row_ids in relations.items():
            getattr(fresh, name).set(row_ids)
        entry.digest, entry.row_version = row.digest, fresh.version
        entry.save()

    def _remove(self, entry):
        row = untouched(entry).first()
        if row is None or is_referred_to(row):
            self._leave_to_staff(entry.model, entry.key)
        else:
            TrackedBulkWriter(None, self.now, REMOVED).delete([row])
            entry.delete()
            self.report.removed += 1

    def _build(self, row):
        """Return an unsaved instance, and the ids of its many-to-many rows by name."""
        instance, relations = row.model(), {}
        for name, value in row.fields.items():
            column = row.model._meta.get_field(name)
            if column.many_to_many:
                keys = value
                relations[name] = [self._row_id(column.related_model, k) for k in keys]
            elif column.is_relation:
                row_id = self._row_id(column.related_model, value)
                setattr(instance, column.attname, row_id)
            else:
                setattr(instance, name, column.to_python(value))
        return instance, relations

    def _row_id(self, model, natural_key):
        name = (model._meta.label_lower, canonical_json(natural_key))
        if name not in self.row_ids:
            row = model.objects.get(**dict(key_lookup(model, natural_key)))
            self.row_ids[name] = row.pk
        return self.row_ids[name]


def untouched(entry):
    """Return a queryset of the loaded row: empty if staff saved or deleted it."""
    # Whoever saves a row raises its version: another one means that staff did.
    rows = apps.get_model(entry.model).objects
    return rows.filter(pk=entry.row_id, version=entry.row_version)


def is_referred_to(row):
    """Whether another row has this one as its whole, or rests on it."""
    relations = row._meta.related_objects
    return any(
        relation.related_model.objects.filter(**{relation.field.name: row}).exists()
        for relation in relations
    )
