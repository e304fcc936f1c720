"""Every municipality in the tables, without sources and history, which tell no names.

To load them as a secretariat does takes ten times as long.
"""

import json
from pathlib import Path

from django.conf import settings

from meetings.models import Country, Government

FIXTURE = Path(settings.FIXTURE_DIRS[0]) / "10_municipalities.json"
RELATIONS = ("country", "parent", "successor")


def insert_municipalities():
    """Insert every municipality below the first level of the record."""
    rows = [row["fields"] for row in json.loads(FIXTURE.read_text("utf-8"))]
    # What took the place of another one has to be there before it.
    for is_succeeded in (False, True):
        insert([row for row in rows if ("successor" in row) == is_succeeded])


def insert(rows):
    known = {
        model: model.objects.in_bulk(field_name="code")
        for model in (Country, Government)
    }
    Government.objects.bulk_create([build(row, known) for row in rows])


def build(row, known):
    values = {name: v for name, v in row.items() if name != "sources"}
    for name in row.keys() & {*RELATIONS}:
        (code,) = row[name]
        values[name] = known[Government._meta.get_field(name).related_model][code]
    government = Government(**values)
    government.derive()
    return government
