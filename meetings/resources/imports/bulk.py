"""Many rows at once with their history, as saving them one by one would leave them."""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from meetings.models import Attendee
from meetings.resources.imports.values import DATE_FIELDS


@dataclass
class Act:
    """Who writes, when and why: what the history tells of each row."""

    by: AbstractBaseUser | None
    at: timezone.datetime
    reason: str

    def insert(self, instances):
        """Insert instances of one model."""
        if instances:
            model = type(instances[0])
            for instance in instances:
                instance.derive()
            model.objects.bulk_create(instances)
            self._note(model, instances)

    def update(self, instances, fields):
        """Write the `fields` of instances of one model, each in its next version."""
        if instances:
            model = type(instances[0])
            for instance in instances:
                instance.derive()
                instance.version += 1
            # One statement, where bulk_update costs eight times as much.
            model.objects.bulk_create(
                instances,
                update_conflicts=True,
                unique_fields=["id"],
                update_fields=[*fields, *model.derived, "version"],
            )
            self._note(model, instances, update=True)

    def delete(self, instances):
        """Delete instances of one model that nothing refers to."""
        if instances:
            model = type(instances[0])
            past = self._note(model, instances, update=True)
            noted = model.history.filter(pk__in=[row.pk for row in past])
            noted.update(history_type="-")
            own = {"pk__in": [instance.pk for instance in instances]}
            for column in model._meta.many_to_many:
                here = column.m2m_field_name()
                ids = {f"{here}__in": own["pk__in"]}
                column.remote_field.through.objects.filter(**ids).delete()
            rows = model.objects.filter(**own)
            rows._raw_delete(rows.db)

    def _note(self, model, instances, update=False):
        return model.history.bulk_history_create(
            instances,
            update=update,
            default_user=self.by,
            default_change_reason=self.reason,
            default_date=self.at,
        )


def locked(model, key, names):
    """The rows of these keys, nobody else's to write until the transaction ends."""
    if not names:
        return []
    rows = model.objects.filter(**{f"{key}__in": list(names)}).order_by("pk")
    if model is Attendee:  # which derives from its delegation
        rows = rows.select_related("delegation")
    return list(rows.select_for_update(of=("self",)))


def as_python(instance, name, value):
    if name in DATE_FIELDS:
        return instance._meta.get_field(name).to_python(value)
    return value
