"""Rows of the fixtures, with what they are found and compared by."""

import hashlib
import json
from dataclasses import dataclass

from django.apps import apps


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

    @property
    def name(self):
        """The label and the key, by which the row is told from all others."""
        return self.label, self.key

    def keys_of_its_kind(self):
        """Yield the keys of other rows of the same model that the row refers to."""
        for column in self.model._meta.fields:
            if column.related_model is self.model and column.name in self.fields:
                yield canonical_json(self.fields[column.name])


def canonical_json(value):
    """Return equal texts for equal values, whatever the order of their keys."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def rows_of(path):
    """Yield the rows of a fixture, in its order."""
    for row in json.loads(path.read_text(encoding="utf-8")):
        yield FixtureRow(row["model"], row["fields"])
