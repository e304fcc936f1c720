"""Relate many new rows to others at once, with the history of each."""

from meetings.models.bulk import keep_relations


def insert_relations(instances, relations, histories):
    """Relate new instances of one model to rows by id, and note it in their histories.

    `relations` has a dict for each instance: the ids by the name of the relation.
    `set()` would ask the database about each one and write a second history row.
    """
    for column in instances[0]._meta.many_to_many:
        here = f"{column.m2m_field_name()}_id"
        there = f"{column.m2m_reverse_field_name()}_id"
        through = column.remote_field.through
        through.objects.bulk_create(
            through(**{here: instance.pk, there: row_id})
            for instance, ids in zip(instances, relations, strict=True)
            for row_id in ids.get(column.name, ())
        )
    keep_relations(histories)
