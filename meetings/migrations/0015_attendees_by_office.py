"""Give attendees the place in protocol of their office, lists the names to follow."""

from django.db import migrations, models

from meetings.text.offices import office_of

MODELS = ("Attendee", "HistoricalAttendee")


def fill(apps, schema_editor):
    for name in MODELS:
        model = apps.get_model("meetings", name)
        rows = list(model.objects.exclude(position=""))
        for row in rows:
            row.office = office_of(row.position).value
        model.objects.bulk_update(rows, ["office"], 500)


class Migration(migrations.Migration):
    dependencies = [("meetings", "0014_what_lists_said")]

    operations = [
        migrations.AddField(
            "importbatch", "to_follow", models.JSONField(default=list)
        ),
        *(
            migrations.AddField(
                name.lower(),
                "office",
                models.PositiveSmallIntegerField(default=4, editable=False),
            )
            for name in MODELS
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
