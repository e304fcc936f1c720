"""The cast, and the switch that forbids skipping."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client

from meetings.documents.fonts import MissingFonts, required_fonts
from secretariat.models import User
from tests.record import load_municipalities, load_record


def has_fonts():
    with suppress(MissingFonts):
        return bool(required_fonts())
    return False


NEEDED = {
    "chromium": shutil.which("chromium"),
    "gettext": shutil.which("msgfmt"),
    "fonts-noto-cjk": has_fonts(),
    "libreoffice": shutil.which("soffice"),
}


# What no database can change: it runs once in the gate, on SQLite. What rests on
# queries, constraints, transactions or the order of texts is not named here. A test
# that rests on them nonetheless is marked `every_database`; one elsewhere that does
# not, `any_database`.
ANY_DATABASE = (
    "text",  # libraries without Django's models
    "spreadsheets",
    "models/test_edtf.py",
    "models/test_schedule.py",
    "test_layers.py",  # what stands in the code
    "test_texts.py",
    "agenda/test_comparing.py",  # works on what is in memory
    "agenda/sheet/test_cells.py",
    "attendee_import/test_values.py",
    "attendee_import/test_bodies.py",
    "attendee_import/test_beside_bodies.py",
    "attendee_import/test_layouts.py",  # how cells are read; the same record each time
    "attendee_import/test_lists.py",
    "documents/test_typesetting.py",  # what typst makes of texts
    "documents/test_badges.py",
    "documents/test_plates.py",
    "documents/test_change_letters.py",
    "browser",  # what a browser makes of pages, which tests/views has on each database
)
TESTS = Path(__file__).parent


def pytest_collection_modifyitems(items):
    """Mark what no database can change."""
    places = [TESTS / name for name in ANY_DATABASE]
    if gone := [str(place) for place in places if not place.exists()]:
        raise pytest.UsageError(f"ANY_DATABASE names what is gone: {', '.join(gone)}")
    for item in items:
        is_there = any(item.path.is_relative_to(place) for place in places)
        if is_there and not item.get_closest_marker("every_database"):
            item.add_marker("any_database")


def pytest_runtest_setup(item):
    """Skip what this machine lacks the means for, or fail if nothing may be skipped."""
    for mark in item.iter_markers("needs"):
        for means in mark.args:
            if not NEEDED[means] and os.environ.get("REQUIRE_ALL"):
                pytest.fail(f"REQUIRE_ALL is set, but {means} is not installed.")
            if not NEEDED[means]:
                pytest.skip(f"needs {means}: apt-get install {means}")


def pytest_sessionfinish(session):
    """Where nothing may be skipped, a skipped test is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("REQUIRE_ALL") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """End what the live server's threads left open, or PostgreSQL drops no database."""
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


def make_user(role, **fields):
    """A user of one role: role@example.org, password “sesame sesame”."""
    fields.setdefault("email", f"{role}@example.org")
    user = User.objects.create_user(password="sesame sesame", **fields)
    group, _made = Group.objects.get_or_create(name=role)  # flushed by some tests
    user.groups.add(group)
    return user


def client_of(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def manager(db):
    return make_user("manager", name="Mina Manager")


@pytest.fixture
def editor(db):
    return make_user("editor", name="Edo Editor")


@pytest.fixture
def desk(db):
    return make_user("desk", name="Dae Desk")


@pytest.fixture
def viewer(db):
    return make_user("viewer", name="Vera Viewer")


@pytest.fixture
def manager_client(manager):
    return client_of(manager)


@pytest.fixture
def editor_client(editor):
    return client_of(editor)


@pytest.fixture
def desk_client(desk):
    return client_of(desk)


@pytest.fixture
def viewer_client(viewer):
    return client_of(viewer)


@pytest.fixture
def record(db):
    """The historical record."""
    load_record()


@pytest.fixture
def municipalities(record):
    """Every municipality, beside the historical record."""
    load_municipalities()
