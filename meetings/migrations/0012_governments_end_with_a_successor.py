from django.core.management.base import CommandError
from django.db import migrations, models
from django.db.models import F, Q


def name_what_lacks_a_successor(apps, schema_editor):
    """Say which governments have to be given a successor before the rule can hold.

    Nobody but the staff knows who took over.
    """
    governments = apps.get_model("meetings", "Government").objects
    ended = governments.exclude(valid_to="").filter(successor=None)
    codes = (ended | governments.filter(successor=F("id"))).values_list("code", flat=True)
    if codes:
        raise CommandError(
            "A government that ended needs its successor. Choose in the back office of"
            " the release before who succeeded these, or empty the day of their end,"
            f" and migrate again: {', '.join(sorted(codes))}"
        )


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0011_find_bodies_by_fold"),
    ]

    operations = [
        migrations.RunPython(name_what_lacks_a_successor, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="government",
            constraint=models.CheckConstraint(
                condition=Q(valid_to="") | Q(successor__isnull=False),
                name="government_ended_with_successor",
                violation_error_message=(
                    "A government that ended has a successor: choose who took over."
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="government",
            constraint=models.CheckConstraint(
                condition=~Q(successor=F("id")),
                name="government_succeeds_another",
                violation_error_message="A government does not succeed itself.",
            ),
        ),
    ]
