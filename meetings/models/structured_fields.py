"""A JSON column whose values are instances of a class."""

from django.db import models
from django.db.models.fields.json import KeyTransform


class StructuredField(models.JSONField):
    """A JSON column whose value is an instance of `structure`, or a list of them.

    The class has `from_json` and `to_json`. Migrations see a plain JSON column, since
    those of today must go on working when the class has changed.
    """

    def __init__(self, *args, structure=None, many=False, **kwargs):
        self.structure = structure
        self.many = many
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        if self.structure and not self.many:
            kwargs["default"] = dict
        return name, "django.db.models.JSONField", args, kwargs

    def from_db_value(self, value, expression, connection):
        loaded = super().from_db_value(value, expression, connection)
        # A query for one key of the column gets what is there, not the whole.
        is_part = isinstance(expression, KeyTransform)
        return loaded if is_part else self.to_python(loaded)

    def to_python(self, value):
        """Return the value as instances, also where a fixture gives plain JSON."""
        if self.structure and isinstance(value, list):
            return [self._instance_of(each) for each in value]
        return self._instance_of(value)

    def _instance_of(self, value):
        is_plain = self.structure and isinstance(value, dict)
        return self.structure.from_json(value) if is_plain else value

    def get_prep_value(self, value):
        return super().get_prep_value(plain_json(value))

    def value_to_string(self, obj):
        """Return what a fixture holds; JSON serializers know no instances."""
        return plain_json(self.value_from_object(obj))

    def validate(self, value, model_instance):
        super().validate(self.get_prep_value(value), model_instance)


def plain_json(value):
    """Return an instance of a structure, or a list of them, as JSON can hold it."""
    if isinstance(value, list):
        return [plain_json(each) for each in value]
    return value.to_json() if hasattr(value, "to_json") else value
