"""Give people, and their history, the keys that lists of them are sorted by."""

from django.db import migrations, models

import meetings.models.orders
from meetings.text.collation import sort_key

SCRIPTS = {"KR": "ko", "JP": "ja", "CN": "zh"}


def fill(apps, schema_editor):
    countries = apps.get_model("meetings", "Country").objects.values_list("pk", "code")
    languages = {row_id: SCRIPTS.get(code, "") for row_id, code in countries}
    for name in ("Person", "HistoricalPerson"):
        model = apps.get_model("meetings", name)
        people = list(model.objects.all())
        for person in people:
            latin = (person.family_name, person.given_name)
            names = (person.native_name, person.reading, latin)
            own = languages.get(person.country_id, "")
            person.sort_key = sort_key(*names, own)[:400]
            person.latin_sort_key = sort_key(*names, "en")[:400]
        model.objects.bulk_update(people, ["sort_key", "latin_sort_key"], 500)


def key():
    return models.CharField(default="", editable=False, max_length=400)


class Migration(migrations.Migration):
    dependencies = [("meetings", "0004_exports")]

    operations = [
        migrations.AddField("historicalperson", "latin_sort_key", key()),
        migrations.AddField("historicalperson", "sort_key", key()),
        migrations.AddField("person", "latin_sort_key", key()),
        migrations.AddField("person", "sort_key", key()),
        migrations.AddIndex(
            "person",
            models.Index(
                meetings.models.orders.CodePoints("latin_sort_key"),
                name="person_by_latin",
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
