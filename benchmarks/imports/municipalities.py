"""The governments without the municipalities, which are the most of them."""

import json
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import transaction

from meetings.models import Government

FIXTURE = Path(settings.FIXTURE_DIRS[0]) / "10_municipalities.json"


def municipalities():
    codes = [row["fields"]["code"] for row in json.loads(FIXTURE.read_text("utf-8"))]
    return Government.objects.filter(code__in=codes)


@contextmanager
def without_municipalities():
    """The tables as they would be without the municipalities; then as they were."""
    with transaction.atomic():
        rows = municipalities().order_by()
        # `delete()` would load every row that refers to these. Keys of rows that do so
        # are not checked before the end, which undoes it.
        rows._raw_delete(rows.db)
        yield
        transaction.set_rollback(True)
