"""The cast, and the switch that forbids skipping."""

import os
import shutil
from contextlib import suppress

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client

from meetings.documents.fonts import MissingFonts, needed
from secretariat.models import User
from tests.record import load_record


def has_fonts():
    with suppress(MissingFonts):
        return bool(needed())
    return False


NEEDED = {
    "chromium": shutil.which("chromium"),
    "gettext": shutil.which("msgfmt"),
    "fonts-noto-cjk": has_fonts(),
    "libreoffice": shutil.which("soffice"),
}


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
