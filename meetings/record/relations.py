"""Relate many new rows to others at once, with the history of each."""


def insert_relations(instances, relations, histories):
    """Relate new instances of one model to rows by id, and note it in their histories.

    `relations` has a dict for each instance: the ids by the name of the relation.
    `set()` would ask the database about each one and write a second history row.
    """
    for column in instances[0]._meta.many_to_many:
        here, there = (
            f"{name()}_id"
            for name in (column.m2m_field_name, column.m2m_reverse_field_name)
        )
        through = column.remote_field.through
        links = [
            (history, through(**{here: instance.pk, there: row_id}))
            for instance, ids, history in zip(
                instances, relations, histories, strict=True
            )
            for row_id in ids.get(column.name, ())
        ]
        through.objects.bulk_create(link for _history, link in links)
        past = getattr(type(histories[0]), column.name).model
        past.objects.bulk_create(
            past(
                history=history,
                **{name: getattr(link, name) for name in ("id", here, there)},
            )
            for history, link in links
        )
