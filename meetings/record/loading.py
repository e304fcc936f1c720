"""Load the historical record from its fixtures, and leave alone what staff edited.

A row of the fixtures is loaded once. It is written again only if the fixture changed
and nobody has saved the row since. What staff entered, edited or deleted is theirs:
they know what happened after the record was compiled.
"""

import hashlib
import json
from dataclasses import dataclass, field

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, transaction
from django.utils import timezone

from meetings.models import RecordEntry
from meetings.models.bulk import TrackedBulkWriter
from meetings.models.keys import key_lookup

REASON = "Loaded from the record"


@dataclass
class LoadReport:
    """What a load did: how many rows, and the keys of those it left to staff."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    left_to_staff: list[str] = field(default_factory=list)


@dataclass
class FixtureRow:
    """A row of a fixture: its model by label, its fields, its natural key, a digest."""

    label: str
    fields: dict

    def __post_init__(self):
        self.model = apps.get_model(self.label)
        self.natural_key = [self.fields.get(name) for name in self.model.key_fields]
        self.key = canonical_json(self.natural_key)
        self.digest = hashlib.sha256(canonical_json(self.fields).encode()).hexdigest()


def canonical_json(value):
    """Return equal texts for equal values, whatever the order of their keys."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


@transaction.atomic
def load_record(paths):
    """Load fixtures in the order given; return a LoadReport.

    Fixtures are ordered so that a row comes after those that it refers to.
    """
    loader = RecordLoader()
    for path in paths:
        for row in json.loads(path.read_text(encoding="utf-8")):
            loader.load(FixtureRow(row["model"], row["fields"]))
    loader.flush()
    return loader.report


class RecordLoader:
    """Loads rows one by one, and inserts new ones of a model together."""

    def __init__(self):
        self.report = LoadReport()
        self.writer = TrackedBulkWriter(None, timezone.now(), REASON)
        entries = RecordEntry.objects.all()
        self.entries = {(entry.model, entry.key): entry for entry in entries}
        self.row_ids = {}  # of rows seen in this load: (label, key) -> id
        self.queue = {}

    def load(self, row):
        """Insert a row, renew it or leave it, by what was loaded before."""
        entry = self.entries.get((row.label, row.key))
        if entry is None:
            self._enqueue(row)
        elif entry.digest == row.digest:
            self.report.unchanged += 1
        else:
            self._renew(row, entry)

    def flush(self):
        """Insert the queued rows, which are all of one model."""
        rows, self.queue = list(self.queue.values()), {}
        # The first load has empty tables, and need not look for each of 1,600 rows.
        if rows and rows[0].model.objects.exists():
            rows = [row for row in rows if not self._is_entered_by_staff(row)]
        if rows:
            self._insert(rows)

    def _enqueue(self, row):
        if any(label != row.label for label, _key in self.queue):
            self.flush()
        self.queue[row.label, row.key] = row

    def _is_entered_by_staff(self, row):
        # There is no entry of the record for it, so somebody else entered this key.
        lookup = dict(key_lookup(row.model, row.natural_key))
        exists = row.model.objects.filter(**lookup).exists()
        if exists:
            self._leave_to_staff(row)
        return exists

    def _leave_to_staff(self, row):
        self.report.left_to_staff.append(f"{row.label} {row.key}")

    def _insert(self, rows):
        """Insert rows together; one by one where one of them cannot be inserted.

        A row may collide with one of staff's, or refer to one that staff deleted. Such
        a row is left out, and so are those that refer to it.
        """
        try:
            with transaction.atomic():
                built = [self._build(row) for row in rows]
                histories = self.writer.insert([instance for instance, _ids in built])
                for (instance, ids), history in zip(built, histories, strict=True):
                    insert_relations(instance, ids, history)
        except (IntegrityError, ObjectDoesNotExist):
            if len(rows) == 1:
                self._leave_to_staff(rows[0])
            else:
                for row in rows:
                    self._insert([row])
        else:
            self._remember(rows, [instance for instance, _ids in built])

    def _remember(self, rows, instances):
        """Note which rows were loaded, from what, and as which version."""
        self.report.created += len(rows)
        entries = []
        for row, instance in zip(rows, instances, strict=True):
            entry = RecordEntry(model=row.label, key=row.key, digest=row.digest)
            entry.row_id, entry.row_version = instance.pk, instance.version
            self.row_ids[row.label, row.key] = instance.pk
            entries.append(entry)
        RecordEntry.objects.bulk_create(entries)

    def _renew(self, row, entry):
        """Write a row again whose fixture changed, unless staff saved it since."""
        self.flush()
        # Whoever saves a row raises its version: another one means that staff did.
        untouched = row.model.objects.filter(pk=entry.row_id, version=entry.row_version)
        try:
            with transaction.atomic():
                self._overwrite(row, untouched.get(), entry)
        except (IntegrityError, ObjectDoesNotExist):
            self._leave_to_staff(row)
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
        if name in self.queue:  # a row of the same model, which has no id yet
            self.flush()
        if name not in self.row_ids:
            row = model.objects.get(**dict(key_lookup(model, natural_key)))
            self.row_ids[name] = row.pk
        return self.row_ids[name]


def insert_relations(instance, relations, history):
    """Relate a new instance to rows by id, and note it in the history of the instance.

    `set()` would ask the database about each relation and write a second history row.
    """
    for name, row_ids in relations.items():
        column = instance._meta.get_field(name)
        here = f"{column.m2m_field_name()}_id"
        there = f"{column.m2m_reverse_field_name()}_id"
        links = [
            column.remote_field.through(**{here: instance.pk, there: row_id})
            for row_id in row_ids
        ]
        through = column.remote_field.through.objects.bulk_create(links)
        past = getattr(type(history), name).model
        past.objects.bulk_create(
            past(
                history=history,
                **{name: getattr(link, name) for name in ("id", here, there)},
            )
            for link in through
        )
