"""Names in the field's terms: a duration, what undoes a change, what is subscribed to.

What is stored as JSON is renamed with the columns: the snapshots of agendas, published
or kept for undoing, and the columns of export profiles.
"""

from django.db import migrations, models

WAS, NOW = "minutes", "duration"


def renamed_in(snapshot, old, new):
    """A snapshot whose items call their length by another name."""
    return [
        session
        | {"items": [renamed(item, old, new) for item in session["items"]]}
        for session in snapshot
    ]


def renamed(item, old, new):
    return {new if name == old else name: value for name, value in item.items()}


def rename_stored(apps, old, new):
    for model_name, column in (("AgendaVersion", "snapshot"), ("AgendaUndo", "before")):
        model = apps.get_model("meetings", model_name)
        for row in model.objects.iterator(chunk_size=100):
            setattr(row, column, renamed_in(getattr(row, column), old, new))
            row.save(update_fields=[column])
    for profile in apps.get_model("meetings", "ExportProfile").objects.filter(
        listing="agenda"
    ):
        profile.columns = [new if key == old else key for key in profile.columns]
        profile.save(update_fields=["columns"])


def forwards(apps, schema_editor):
    rename_stored(apps, WAS, NOW)


def backwards(apps, schema_editor):
    rename_stored(apps, NOW, WAS)


def feeds_of(model, **options):
    return models.ForeignKey(
        f"meetings.{model}",
        models.CASCADE,
        related_name="calendar_feeds",
        verbose_name=model,
        **options,
    )


class Migration(migrations.Migration):
    dependencies = [("meetings", "0006_agendas")]

    operations = [
        migrations.RenameField("agendaitem", "minutes", "duration"),
        migrations.RenameField("historicalagendaitem", "minutes", "duration"),
        migrations.RenameField("agendaversion", "plan", "snapshot"),
        migrations.RenameModel("AgendaStep", "AgendaUndo"),
        migrations.RenameModel("CalendarAddress", "CalendarFeed"),
        migrations.AlterField(
            "agendaundo",
            "meeting",
            models.ForeignKey(
                "meetings.meeting", models.CASCADE, related_name="agenda_undos"
            ),
        ),
        migrations.AlterField(
            "itemminutes",
            "item",
            models.OneToOneField(
                "meetings.agendaitem",
                models.PROTECT,
                related_name="minutes",
                verbose_name="agenda item",
            ),
        ),
        migrations.AlterField("calendarfeed", "meeting", feeds_of("meeting")),
        migrations.AlterField(
            "calendarfeed", "delegation", feeds_of("delegation", null=True, blank=True)
        ),
        migrations.AlterField(
            "calendarfeed", "person", feeds_of("person", null=True, blank=True)
        ),
        migrations.RemoveConstraint("calendarfeed", "calendar_address_of_one"),
        migrations.AddConstraint(
            "calendarfeed",
            models.CheckConstraint(
                condition=models.Q(delegation=None) | models.Q(person=None),
                name="calendar_feed_of_one",
                violation_error_message=(
                    "A calendar is of a delegation or of a person, not both."
                ),
            ),
        ),
        migrations.RunPython(forwards, backwards),
    ]
