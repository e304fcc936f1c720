"""Natural keys, which name a row in fixtures and spreadsheets instead of its id.

Ids differ from one installation to the next; a key means the same row everywhere.
"""

from django.db import models

LONGEST_ID = 18  # of digits; a longer number fits no column


def keyed_by(*fields):
    """Give a model the natural key made of `fields`; relations nest their own keys."""

    def decorate(model):
        def natural_key(self):
            return tuple(_part(getattr(self, field)) for field in fields)

        # Django's dumpdata sorts models by this, those that others refer to first.
        natural_key.dependencies = list(_dependencies(model, fields))
        model.key_fields = fields
        model.natural_key = natural_key
        return model

    return decorate


class KeyedQuerySet(models.QuerySet):
    """Finds rows by natural key, as Django's loaddata asks for them."""

    def get_by_natural_key(self, *key):
        return self.get(**dict(key_lookup(self.model, key)))


def may_be_id(text):
    """Return whether a database can be asked for an id that anybody may have sent."""
    return text.isdecimal() and len(text) <= LONGEST_ID


def key_lookup(model, key, prefix=""):
    """Yield the look-ups, as (name, value), that find the row with this natural key."""
    # A key of the wrong length is a mistake of the file, and a ValueError here.
    for name, part in zip(model.key_fields, key, strict=True):
        target = model._meta.get_field(name).related_model
        if target is None:
            yield f"{prefix}{name}", part
        elif part is None:  # in SQL nothing equals NULL
            yield f"{prefix}{name}__isnull", True
        else:
            yield from key_lookup(target, part, f"{prefix}{name}__")


def _part(value):
    return value.natural_key() if isinstance(value, models.Model) else value


def _dependencies(model, fields):
    for field in map(model._meta.get_field, fields):
        if field.remote_field:
            target = field.remote_field.model
            yield target if isinstance(target, str) else target._meta.label_lower
