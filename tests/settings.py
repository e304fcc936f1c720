"""The settings of the tests: those of the application, on a place of their own."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("VAR_DIR", tempfile.mkdtemp(prefix="secretariat-tests-"))
os.environ.setdefault("SECRET_KEY", "only for tests")

from secretariat.settings import *  # noqa: F403
from secretariat.settings import DATABASES, STORAGES, VAR_DIR

# Hashed names are 404 on the test server; one test runs collectstatic for good.
STORAGES["staticfiles"]["BACKEND"] = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
)
Path(VAR_DIR, "static").mkdir(exist_ok=True)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, as in production: threads of a test share it.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
    )
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 0  # or the database cannot be dropped
