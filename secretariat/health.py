"""Whether the database takes what is written, and the disk has room."""

import shutil
import tempfile

from django.conf import settings
from django.core.cache import cache
from django.db import Error

WRITTEN_FOR = 10  # seconds: however often it is asked for, a row is written this often
LEAST_FREE = 100 * 1024 * 1024  # bytes: some uploads of the largest size, being read


def state_of_health():
    """Return what works, by its name, each “ok” or the word for what is wrong."""
    return {
        "database": "ok" if takes_rows() else "does not take what is written",
        "disk": "ok" if has_room() else "nearly full",
    }


def takes_rows():
    """Return whether the database has taken a row in the last seconds.

    One that answers may still take nothing, with its disk full. The cache is a table.
    """
    try:
        return cache.get("health", False) or cache.add("health", True, WRITTEN_FOR)
    except Error:
        return False


def has_room():
    """Return whether there is room where uploads and an SQLite file are written."""
    places = settings.VAR_DIR, tempfile.gettempdir()
    return min(shutil.disk_usage(place).free for place in places) >= LEAST_FREE
