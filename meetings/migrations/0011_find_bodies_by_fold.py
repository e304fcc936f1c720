"""Give bodies and their former names, and the history of both, what finds them."""

from django.db import migrations, models

from meetings.text.folding import fold
from meetings.text.units import split_unit

LANGUAGES = ("en", "ko", "ja", "zh")
NAMES = [f"name_{language}" for language in LANGUAGES]
COLUMNS = {
    "Government": [
        "code",
        "official_code",
        *NAMES,
        *(f"short_{language}" for language in LANGUAGES),
        "reading",
    ],
    "GovernmentName": ["name"],
    "Organization": ["key", "abbreviation", *NAMES],
    "OrganizationName": ["name"],
}
MODELS = [
    (prefix + name, columns)
    for name, columns in COLUMNS.items()
    for prefix in ("", "Historical")
]


def fill(apps, schema_editor):
    for name, columns in MODELS:
        model = apps.get_model("meetings", name)
        rows = list(model.objects.all())
        for row in rows:
            row.search_key = search_key([getattr(row, column) for column in columns])
        model.objects.bulk_update(rows, ["search_key"], 500)


def search_key(names):
    """As `meetings.models.finding` had it when this was written."""
    wholes = dict.fromkeys(fold(name) for name in names)
    stems = dict.fromkeys(fold(split_unit(name)[0]) for name in names)
    wholes = [name for name in wholes if name]
    stems = [name for name in stems if name and name not in wholes]
    key = f"|{'|'.join(wholes)}|"
    return f"{key}/{'/'.join(stems)}/" if stems else key


class Migration(migrations.Migration):
    dependencies = [("meetings", "0010_rooms_in_four_languages")]

    operations = [
        *(
            migrations.AddField(
                name.lower(),
                "search_key",
                models.TextField(default="", editable=False),
            )
            for name, _columns in MODELS
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
