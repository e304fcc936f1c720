"""Every municipality in the tables, without sources and history, which tell no names.

To load them as a secretariat does takes ten times as long.
"""

import json
from pathlib import Path

from django.conf import settings

from meetings.models import Country, Government

FIXTURE = Path(settings.FIXTURE_DIRS[0]) / "10_municipalities.json"
RELATIONS = ("country", "parent", "successor", "sources")


def insert_municipalities():
    """Insert every municipality below the first level of the record."""
    fields = [row["fields"] for row in json.loads(FIXTURE.read_text("utf-8"))]
    countries = Country.objects.in_bulk(field_name="code")
    parents = Government.objects.in_bulk(field_name="code")
    rows = [build(row, countries, parents) for row in fields]
    Government.objects.bulk_create(rows)
    relate_to_successors(fields)


def build(row, countries, parents):
    values = {name: v for name, v in row.items() if name not in RELATIONS}
    (country,), (parent,) = row["country"], row["parent"]
    return Government(country=countries[country], parent=parents[parent], **values)


def relate_to_successors(fields):
    for row in fields:
        if "successor" in row:
            (code,) = row["successor"]
            followed = Government.objects.filter(code=row["code"])
            followed.update(successor=Government.objects.get(code=code))
