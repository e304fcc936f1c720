"""Give the people there are the keys that their names are found by."""

from django.db import migrations

from meetings.text.folding import fold


def fill(apps, schema_editor):
    person_model = apps.get_model("meetings", "Person")
    people = list(person_model.objects.all())
    for person in people:
        person.native_key = fold(person.native_name)[:400]
        person.latin_key = fold(person.family_name + person.given_name)[:400]
    person_model.objects.bulk_update(people, ["native_key", "latin_key"], 500)


class Migration(migrations.Migration):
    dependencies = [("meetings", "0002_imports")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
