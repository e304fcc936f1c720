"""Load the historical record."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from meetings.record.loading import load_record


class Command(BaseCommand):
    help = (
        "Load the historical record from fixtures/. What is loaded already, and what"
        " staff have entered, edited or deleted since, is left as it is."
    )

    def handle(self, *args, verbosity, **options):
        # Their names begin with a number: rows come after those that they refer to.
        paths = sorted(Path(settings.FIXTURE_DIRS[0]).glob("*.json"))
        report = load_record(paths)
        self.stdout.write(
            f"{report.created} rows of the record loaded, {report.updated} renewed,"
            f" {report.removed} removed, {report.unchanged} as before,"
            f" {len(report.left_to_staff)} left to staff."
        )
        if verbosity:
            for key in report.left_to_staff:
                self.stdout.write(f"left to staff: {key}")
