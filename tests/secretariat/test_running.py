"""What running the site needs: settings, health, static files, mails of errors."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings.models import Meeting
from tests.factories import make_meeting

ROOT = Path(__file__).resolve().parents[2]


def manage(*arguments, **environment):
    """Run manage.py as it is run in production; return what it printed."""
    kept = {
        name: os.environ[name]
        for name in ("PATH", "DATABASE_URL")
        if name in os.environ
    }
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_production_settings_have_no_warning(tmp_path):
    printed = manage(
        "check",
        "--deploy",
        "--fail-level=WARNING",
        SITE_URL="https://secretariat.example.org",
        ALLOWED_HOSTS="secretariat.example.org",
        SECRET_KEY="x1" * 40 + "abcdefgh",
        VAR_DIR=str(tmp_path),
    )

    assert "System check identified no issues (0 silenced)." in printed


def test_an_installation_keeps_a_secret_of_its_own(tmp_path):
    for _ in range(2):
        manage("check", SECRET_KEY="", VAR_DIR=str(tmp_path))

    key = tmp_path / "secret_key"
    assert len(key.read_text()) > 50
    assert key.stat().st_mode & 0o777 == 0o600


def test_every_static_file_that_is_named_exists(tmp_path):
    printed = manage("collectstatic", "--no-input", VAR_DIR=str(tmp_path))

    assert "static files copied" in printed
    assert list((tmp_path / "static" / "meetings").glob("app.*.css"))


@pytest.mark.django_db
def test_health_answers_anybody(client):
    response = client.get("/health/")

    assert (response.status_code, response.json()) == (
        200,
        {"database": "ok", "disk": "ok"},
    )


@pytest.mark.django_db
def test_health_writes_a_row_at_most_every_ten_seconds(client):
    client.get("/health/")

    with CaptureQueriesContext(connection) as seen:
        client.get("/health/")

    written = [q["sql"] for q in seen if q["sql"].startswith(("INSERT", "UPDATE"))]
    assert written == []


@pytest.fixture
def full_disk(db):
    """The database can be read, but takes nothing."""

    def refuse(execute, sql, *rest):
        if sql.startswith(("INSERT", "UPDATE", "DELETE")):
            raise OperationalError("database or disk is full")
        return execute(sql, *rest)

    with connection.execute_wrapper(refuse):
        yield


def test_health_says_that_the_database_takes_nothing(client, full_disk):
    response = client.get("/health/")

    assert response.status_code == 503
    assert response.json()["database"] == "does not take what is written"


@pytest.mark.parametrize("is_known", [True, False])
def test_signing_in_on_a_full_disk_says_so(client, manager, full_disk, is_known):
    client.raise_request_exception = False
    email = manager.email if is_known else "nobody@example.org"

    response = client.post(
        "/account/login/", {"login": email, "password": "sesame sesame"}
    )

    assert response.status_code == 503
    assert "the disk is full" in response.content.decode()


def test_saving_on_a_full_disk_says_so_and_is_noted(editor_client, request, settings):
    settings.ADMINS = [("", "admin@example.org")]
    editor_client.raise_request_exception = False
    request.getfixturevalue("full_disk")

    response = editor_client.post("/account/language/", {"language": "ko"})

    assert response.status_code == 503
    assert mail.outbox[0].subject.endswith("ERROR /account/language/")


def test_the_cache_tells_what_others_hold_from_what_cannot_be_kept(db, request):
    cache.add("lock", True, 10)
    request.getfixturevalue("full_disk")

    assert cache.add("lock", True, 10) is False
    with pytest.raises(OperationalError):
        cache.add("another", True, 10)


def test_the_cache_holds_a_row_in_its_last_second(db):
    until = time.monotonic() + 3
    cache.add("lock", True, 2)

    while time.monotonic() < until:
        cache.add("lock", True, 1)  # raises nothing at any moment
        time.sleep(0.05)


@pytest.mark.django_db
def test_health_says_that_the_disk_is_nearly_full(client, monkeypatch):
    monkeypatch.setattr("secretariat.health.LEAST_FREE", 10**18)

    response = client.get("/health/")

    assert (response.status_code, response.json()["disk"]) == (503, "nearly full")


@pytest.mark.django_db
def test_a_mail_of_an_error_says_where_and_nothing_of_anybody(
    editor_client, settings, monkeypatch
):
    settings.ADMINS = [("", "admin@example.org")]
    make_meeting(slug="tlgec-27")
    editor_client.raise_request_exception = False

    def fail(self, request, *args, **kwargs):
        secret = "SECRETNAME"
        raise RuntimeError(secret)

    monkeypatch.setattr("meetings.views.meetings.MeetingDetail.get", fail)
    response = editor_client.get("/meetings/tlgec-27/?q=SECRETQUERY")

    [sent] = mail.outbox
    assert response.status_code == 500
    assert "Something went wrong." in response.content.decode()
    assert sent.subject.endswith("ERROR /meetings/tlgec-27/")
    assert "RuntimeError" in sent.body
    for secret in ("SECRETNAME", "SECRETQUERY", "editor@example.org"):
        assert secret not in sent.subject + sent.body + str(sent.alternatives)


@pytest.mark.django_db
def test_deleting_in_the_back_office_asks_first(manager_client):
    meeting = make_meeting()
    address = reverse("admin:meetings_meeting_delete", args=[meeting.pk])

    asked = manager_client.get(address)
    manager_client.post(address, {"post": "yes"})

    assert "Are you sure" in asked.content.decode()
    assert not Meeting.objects.exists()
