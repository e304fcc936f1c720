"""Many rows at once with their history, as saving them one by one would leave them."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import prefetch_related_objects


@dataclass
class TrackedBulkWriter:
    """Who writes, when and why: what the history tells of each row."""

    by: AbstractBaseUser | None
    at: dt.datetime
    reason: str

    def insert(self, instances):
        """Insert instances of one model; return their rows of history."""
        if not instances:
            return []
        model = derived(instances)
        model.objects.bulk_create(instances)
        return self._note(model, instances)

    def update(self, instances, fields):
        """Write the `fields` of instances of one model, each in its next version."""
        if instances:
            model = derived(instances)
            for instance in instances:
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


def derived(instances):
    """Compute what follows from other columns; return the model of all of them."""
    model = type(instances[0])
    prefetch_related_objects(instances, *model.derived_from)
    for instance in instances:
        instance.derive()
    return model
