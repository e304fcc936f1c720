"""The historical record: from the fixtures into the tables, sparing staff's edits.

A row of the fixtures is loaded once. It is written again only if the fixture changed
and nobody has touched the row since; what staff entered, edited or deleted stays so.
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
class Report:
    """What a load did: how many rows, and the keys of those it left alone."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    kept: list[str] = field(default_factory=list)


@dataclass
class Row:
    """A row of a fixture: its model, its fields, and what it is called."""

    label: str
    fields: dict

    def __post_init__(self):
        self.model = apps.get_model(self.label)
        self.natural_key = [self.fields.get(name) for name in self.model.key_fields]
        self.key = canonical_json(self.natural_key)
        self.digest = hashlib.sha256(canonical_json(self.fields).encode()).hexdigest()


def canonical_json(value):
    """Equal values as equal texts, whatever the order of their keys."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


@transaction.atomic
def load(paths):
    """Load fixtures in the order given; return a Report."""
    loader = Loader()
    for path in paths:
        for row in json.loads(path.read_text(encoding="utf-8")):
            loader.take(Row(row["model"], row["fields"]))
    loader.flush()
    return loader.report


class Loader:
    """Takes rows one by one and writes new ones of a kind together."""

    def __init__(self):
        self.report = Report()
        self.act = TrackedBulkWriter(None, timezone.now(), REASON)
        entries = RecordEntry.objects.all()
        self.ledger = {(entry.model, entry.key): entry for entry in entries}
        self.row_ids = {}  # of rows seen in this load: (label, key) -> id
        self.waiting = {}

    def take(self, row):
        entry = self.ledger.get((row.label, row.key))
        if entry is None:
            self._wait(row)
        elif entry.digest == row.digest:
            self.report.unchanged += 1
        else:
            self._renew(row, entry)

    def flush(self):
        """Write the rows that wait, all of one model."""
        rows, self.waiting = list(self.waiting.values()), {}
        if rows and rows[0].model.objects.exists():
            rows = [row for row in rows if not self._is_staffs(row)]
        if rows:
            self._create(rows)

    def _wait(self, row):
        if any(label != row.label for label, _key in self.waiting):
            self.flush()
        self.waiting[row.label, row.key] = row

    def _is_staffs(self, row):
        lookup = dict(key_lookup(row.model, row.natural_key))
        is_there = row.model.objects.filter(**lookup).exists()
        if is_there:
            self._keep(row)
        return is_there

    def _keep(self, row):
        self.report.kept.append(f"{row.label} {row.key}")

    def _create(self, rows):
        """Write rows at once; one by one where one leans on what staff changed."""
        try:
            with transaction.atomic():
                built = [self._build(row) for row in rows]
                saved = self.act.insert([instance for instance, _related in built])
                for (instance, related), history in zip(built, saved, strict=True):
                    relate(instance, related, history)
        except (IntegrityError, ObjectDoesNotExist):
            if len(rows) == 1:
                self._keep(rows[0])
            else:
                for row in rows:
                    self._create([row])
        else:
            self._note(rows, [instance for instance, _related in built])

    def _note(self, rows, instances):
        self.report.created += len(rows)
        noted = []
        for row, instance in zip(rows, instances, strict=True):
            entry = RecordEntry(model=row.label, key=row.key, digest=row.digest)
            entry.row_id, entry.row_version = instance.pk, instance.version
            self.row_ids[row.label, row.key] = instance.pk
            noted.append(entry)
        RecordEntry.objects.bulk_create(noted)

    def _renew(self, row, entry):
        """Write a row again that the fixtures changed, unless it is staff's now."""
        self.flush()
        untouched = row.model.objects.filter(pk=entry.row_id, version=entry.row_version)
        try:
            with transaction.atomic():
                self._write_again(row, untouched.get(), entry)
        except (IntegrityError, ObjectDoesNotExist):
            self._keep(row)
        else:
            self.report.updated += 1

    def _write_again(self, row, instance, entry):
        fresh, related = self._build(row)
        fresh.pk, fresh.version = instance.pk, instance.version
        fresh._state.adding, fresh._change_reason = False, REASON
        fresh.save()
        for name, row_ids in related.items():
            getattr(fresh, name).set(row_ids)
        entry.digest, entry.row_version = row.digest, fresh.version
        entry.save()

    def _build(self, row):
        """An instance not yet saved, and the ids of what it is related to by name."""
        instance, related = row.model(), {}
        for name, value in row.fields.items():
            column = row.model._meta.get_field(name)
            if column.many_to_many:
                related[name] = [self._row_id(column.related_model, k) for k in value]
            elif column.is_relation:
                row_id = self._row_id(column.related_model, value)
                setattr(instance, column.attname, row_id)
            else:
                setattr(instance, name, column.to_python(value))
        return instance, related

    def _row_id(self, model, natural_key):
        name = (model._meta.label_lower, canonical_json(natural_key))
        if name in self.waiting:
            self.flush()
        if name not in self.row_ids:
            found = model.objects.get(**dict(key_lookup(model, natural_key)))
            self.row_ids[name] = found.pk
        return self.row_ids[name]


def relate(instance, related, history):
    """Relate a new instance to rows by id, in its history too."""
    for name, row_ids in related.items():
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
