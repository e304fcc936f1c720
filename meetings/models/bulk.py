"""Write many rows at once, with the history that saving one by one would leave.

Django's bulk methods write no history, call no `save` and know nothing of versions.
Saving one by one costs several statements a row, some 9,000 for a list of 1,000 people.
"""

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import prefetch_related_objects


@dataclass
class TrackedBulkWriter:
    """Writes rows of `Tracked` models; every row's history gets who, when and why."""

    by: AbstractBaseUser | None
    at: dt.datetime
    reason: str

    def insert(self, instances):
        """Insert instances of one model; return their history rows."""
        if not instances:
            return []
        model = derive_all(instances)
        model.objects.bulk_create(instances)
        return self._write_history(model, instances)

    def update(self, instances, fields):
        """Write the `fields` of instances of one model, each as its next version.

        The caller makes sure that nobody saved them since they were read: unlike
        `Tracked.save`, this does not compare versions.
        """
        if instances:
            model = derive_all(instances)
            for instance in instances:
                instance.version += 1
            # One statement; measured, bulk_update takes eight times as long.
            model.objects.bulk_create(
                instances,
                update_conflicts=True,
                unique_fields=["id"],
                update_fields=[*fields, *model.derived, "version"],
            )
            self._write_history(model, instances, update=True)

    def delete(self, instances):
        """Delete instances of one model that nothing refers to.

        A foreign key that does refer to one makes the database refuse.
        """
        if instances:
            model = type(instances[0])
            # simple-history writes “+” or “~” in bulk, but not “-”.
            past = self._write_history(model, instances, update=True)
            written = model.history.filter(pk__in=[row.pk for row in past])
            written.update(history_type="-")
            own = {"pk__in": [instance.pk for instance in instances]}
            for column in model._meta.many_to_many:
                here = column.m2m_field_name()
                ids = {f"{here}__in": own["pk__in"]}
                column.remote_field.through.objects.filter(**ids).delete()
            # `delete()` would look for related rows and write the history once more.
            rows = model.objects.filter(**own)
            rows._raw_delete(rows.db)

    def _write_history(self, model, instances, update=False):
        histories = model.history.bulk_history_create(
            instances,
            update=update,
            default_user=self.by,
            default_change_reason=self.reason,
            default_date=self.at,
        )
        if update:
            keep_relations(histories)
        return histories


def keep_relations(histories):
    """Note in the histories of rows of one model what those rows are related to now.

    simple-history does so for a row that is saved, but not in bulk.
    """
    rows = {history.id: history for history in histories}
    for column in type(histories[0]).instance_type._meta.many_to_many:
        past = getattr(type(histories[0]), column.name).model
        here = f"{column.m2m_field_name()}_id"
        there = f"{column.m2m_reverse_field_name()}_id"
        links = column.remote_field.through.objects.filter(**{f"{here}__in": rows})
        past.objects.bulk_create(
            past(history=rows[values[here]], **values)
            for values in links.values("id", here, there)
        )


def derive_all(instances):
    """Compute the derived columns of instances of one model; return the model."""
    model = type(instances[0])
    prefetch_related_objects(instances, *model.derived_from)
    for instance in instances:
        instance.derive()
    return model
