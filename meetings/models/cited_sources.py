"""Rows of the record with the sources that say so, in one query."""

from django.db.models import F

SHOWN = ("title", "url", "publisher")


def with_cited_sources(rows):
    """Return the rows as a list, each with `cited_sources`: what is shown of them.

    Prefetching would cost a query more, and each page has a number of them.
    """
    joined = rows.annotate(
        **{f"source_{each}": F(f"sources__{each}") for each in SHOWN}
    )
    found = {}
    for row in joined.order_by(*rows.model._meta.ordering, "pk", "sources__key"):
        first = found.setdefault(row.pk, row)
        first.cited_sources = getattr(first, "cited_sources", [])
        source = {each: getattr(row, f"source_{each}") for each in SHOWN}
        if source["title"]:
            first.cited_sources.append(source)
    return list(found.values())
