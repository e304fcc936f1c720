"""A session's room in four languages; the one text of before is the English one.

It is renamed in the snapshots of agendas, too, published or kept for undoing. The
columns that are new are filled in when a snapshot is read.
"""

from django.db import migrations, models

LANGUAGES = {"ko": "Korean", "ja": "Japanese", "zh": "Chinese"}


def rename_in_snapshots(apps, old, new):
    for model_name, column in (("AgendaVersion", "snapshot"), ("AgendaUndo", "before")):
        model = apps.get_model("meetings", model_name)
        for row in model.objects.iterator(chunk_size=100):
            sessions = getattr(row, column)
            setattr(row, column, [renamed(each, old, new) for each in sessions])
            row.save(update_fields=[column])


def renamed(session, old, new):
    return {new if name == old else name: value for name, value in session.items()}


def forwards(apps, schema_editor):
    rename_in_snapshots(apps, "room", "room_en")


def backwards(apps, schema_editor):
    rename_in_snapshots(apps, "room_en", "room")


def room_in(language):
    return models.CharField(
        blank=True, max_length=200, verbose_name=f"room or place in {language}"
    )


def in_four_languages(model_name):
    """Return the operations that make the one column of a model four."""
    return [
        migrations.RenameField(model_name, "room", "room_en"),
        migrations.AlterField(model_name, "room_en", room_in("English")),
        *(
            migrations.AddField(model_name, f"room_{code}", room_in(language))
            for code, language in LANGUAGES.items()
        ),
    ]


class Migration(migrations.Migration):
    dependencies = [("meetings", "0009_glossary")]

    operations = [
        *in_four_languages("session"),
        *in_four_languages("historicalsession"),
        migrations.RunPython(forwards, backwards),
    ]
