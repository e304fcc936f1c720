"""A browser of Debian's, signed in, that notes whatever the console says."""

import os
import shutil
import time

import pytest
from django.core.signals import request_finished, request_started
from playwright.sync_api import expect

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# Connections that Chromium opens by itself would only fail on a closed network.
QUIET = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
expect.set_options(timeout=10_000)


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.needs("chromium"))
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(autouse=True)
def answered(transactional_db, live_server):
    """Let all be answered that closed pages had asked, before the tables are emptied.

    PostgreSQL cannot empty a table that a request still writes to.
    """
    begun, ended = [], []

    def begin(**signal):
        begun.append(1)

    def end(**signal):
        ended.append(1)

    request_started.connect(begin)
    request_finished.connect(end)
    yield
    latest = time.monotonic() + 20
    time.sleep(0.1)  # what was sent last may not have begun
    while len(ended) < len(begun) and time.monotonic() < latest:
        time.sleep(0.05)
    request_started.disconnect(begin)
    request_finished.disconnect(end)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    executable = shutil.which("chromium")
    return browser_type_launch_args | {"executable_path": executable, "args": QUIET}


@pytest.fixture
def said(context):
    """What the console says, and what cannot be loaded."""
    messages = []

    def note(message):
        if message.type in ("error", "warning", "log"):  # not Chromium's own advice
            messages.append(f"{message.type}: {message.text} {message.location}")

    context.on("console", note)
    context.on("weberror", lambda e: messages.append(f"error: {e.error}"))
    return messages


@pytest.fixture
def sign_in(context, live_server):
    """Sign somebody in without the form."""

    def sign_in(user):
        from tests.conftest import client_of

        session = client_of(user).cookies["sessionid"].value
        cookie = {"name": "sessionid", "value": session, "url": live_server.url}
        context.add_cookies([cookie])

    return sign_in
