"""What is larger than its page needs is refused, before it is written anywhere."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files import uploadhandler
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.http import UnreadablePostError
from django.test import Client
from django.urls import resolve, reverse

from secretariat.middleware import BodySizeMiddleware, takes_files
from tests.factories import make_meeting
from tests.walk import Samples, routes

MEGABYTE = 1024 * 1024

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(monkeypatch):
    """The files that uploads are written to."""
    made = []
    begin = uploadhandler.TemporaryFileUploadHandler.new_file

    def new_file(handler, *args, **kwargs):
        made.append(args)
        return begin(handler, *args, **kwargs)

    monkeypatch.setattr(uploadhandler.TemporaryFileUploadHandler, "new_file", new_file)
    return made


def send(client, address, megabytes):
    file = SimpleUploadedFile("list.csv", b"x" * int(megabytes * MEGABYTE))
    return client.post(address, {"file": file})


@pytest.fixture
def lists(meeting):
    return reverse("import-list", args=[meeting.slug])


@pytest.fixture
def meeting(db):
    return make_meeting()


def test_whoever_is_not_signed_in_sends_no_file(client, lists, kept):
    for address in (lists, reverse("account_login"), reverse("set-language")):
        response = send(client, address, 3)

        assert response.status_code == 413
    assert kept == []


def test_of_what_is_refused_without_signing_in_nothing_is_read(rf, monkeypatch):
    def read(*size):
        raise AssertionError

    request = rf.post(reverse("account_login"), CONTENT_LENGTH="200000000")
    request.resolver_match = resolve(request.path)
    request.user = AnonymousUser()
    monkeypatch.setattr(request, "read", read)

    response = BodySizeMiddleware(None).process_view(request, None, (), {})

    assert response.status_code == 413


def test_nothing_is_kept_where_the_session_cannot_be_read(lists, kept):
    def refuse(execute, sql, *rest):
        if "django_session" in sql:
            raise OperationalError("gone")
        return execute(sql, *rest)

    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.cookies.load({"sessionid": "x" * 32, "csrftoken": "a" * 32})
    with connection.execute_wrapper(refuse):
        response = send(client, lists, 3)

    assert response.status_code == 503
    assert kept == []


def test_who_goes_away_while_sending_is_no_error(rf, editor, monkeypatch):
    def read(*size):
        raise UnreadablePostError

    request = rf.post(reverse("account"), CONTENT_LENGTH="20000000")
    request.resolver_match = resolve(request.path)
    request.user = editor
    monkeypatch.setattr(request, "read", read)

    response = BodySizeMiddleware(None).process_view(request, None, (), {})

    assert response.status_code == 413


def test_a_list_that_is_a_little_too_large_gets_the_sentence_of_the_form(
    editor_client, lists
):
    response = send(editor_client, lists, 11)

    assert response.status_code == 200
    assert "larger than 10 MB" in response.content.decode()


def test_a_much_larger_list_is_refused_with_what_to_do(editor_client, lists, kept):
    response = send(editor_client, lists, 13)

    assert response.status_code == 413
    assert "A file may have at most 10 MB" in response.content.decode()
    assert kept == []


def test_a_page_without_files_takes_none(editor_client, meeting, kept):
    response = send(editor_client, reverse("meeting-edit", args=[meeting.slug]), 3)

    assert response.status_code == 413
    assert "send less at once" in response.content.decode()
    assert kept == []


@pytest.mark.parametrize("length", ["9" * 5000, "-1", "٣", "1e3"])
def test_an_odd_length_is_refused(client, length):
    address = reverse("account_login")

    response = client.post(address, {}, CONTENT_LENGTH=length)

    assert response.status_code == 413


def test_every_page_with_a_field_for_a_file_takes_one(manager, rf):
    client = Client()
    client.force_login(manager)
    samples = Samples(manager)
    with_field, taking = set(), set()

    for route in routes():
        if "/" in route or "logout" in route or "delete" in route:
            continue
        address = samples.address(route)
        request = rf.get(address)
        request.resolver_match = resolve(address.partition("?")[0])
        if takes_files(request):
            taking.add(route)
        response = client.get(address)
        if not response.streaming and b'type="file"' in response.content:
            with_field.add(route)

    assert {"import-list", "agenda-import", "admin:meetings_person_import"} <= taking
    assert with_field == taking
