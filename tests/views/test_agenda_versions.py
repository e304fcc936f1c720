"""Versions of an agenda: published, listed, compared, mailed."""

import datetime as dt
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

from meetings.agenda.agenda import load_agenda
from meetings.models import AgendaVersion
from tests.factories import (
    make_agenda_version,
    make_item,
    make_meeting,
    make_series,
    make_session,
)
from tests.helpers import errors_of, messages_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return make_meeting(make_series("tlgec"), number=27, date="2026-10-23")


@pytest.fixture
def item(meeting):
    session = make_session(meeting, title_en="Plenary", start=dt.time(9))
    return make_item(session, title_en="Budget", duration=20)


def page(name, *args):
    return reverse(name, args=["tlgec-27", *args])


def publish(client, meeting, comment="", seen=None):
    data = {"comment": comment, "seen": seen or load_agenda(meeting).fingerprint}
    return client.post(page("agenda-publish"), data, follow=True)


def rename(item, title):
    item.title_en = title
    item.save()


def test_an_agenda_is_published_with_a_comment(editor_client, editor, meeting, item):
    response = publish(editor_client, meeting, "For the invitation")

    version = AgendaVersion.objects.get()
    assert response.redirect_chain == [(page("agenda-version", 1), 302)]
    assert messages_of(response) == ["Published: Version 1."]
    assert (version.comment, version.made_by) == ("For the invitation", editor)
    assert "Budget" in response.content.decode()


def test_the_page_to_publish_shows_what_is_new(editor_client, meeting, item):
    make_agenda_version(meeting)
    rename(item, "Accounts")

    shown = editor_client.get(page("agenda-publish")).content.decode()

    assert "Changes since version 1" in shown
    assert "1.1 is retitled: “Budget” → “Accounts”." in shown


def test_what_has_not_changed_is_not_published_again(editor_client, meeting, item):
    make_agenda_version(meeting)

    response = publish(editor_client, meeting)

    assert errors_of(response) == {"Nothing has changed since version 1."}
    assert AgendaVersion.objects.count() == 1


def test_an_agenda_without_sessions_is_not_published(editor_client, meeting):
    response = publish(editor_client, meeting)

    assert errors_of(response) == {"There is no session to publish yet."}


def test_what_nobody_saw_is_not_published_until_they_did(editor_client, meeting, item):
    seen = load_agenda(meeting).fingerprint
    rename(item, "Accounts")

    refused = publish(editor_client, meeting, "Final", seen)
    form = refused.context["form"]
    editor_client.post(page("agenda-publish"), form.data)

    assert errors_of(refused) == {
        "Somebody changed the agenda meanwhile. Look at the changes once more,"
        " then publish."
    }
    assert [version.comment for version in AgendaVersion.objects.all()] == ["Final"]


@pytest.mark.parametrize("role", ["viewer", "desk"])
def test_who_may_not_change_the_agenda_does_not_publish_it(
    request, role, meeting, item
):
    client = request.getfixturevalue(f"{role}_client")

    response = publish(client, meeting)

    assert response.status_code == 403
    assert not AgendaVersion.objects.exists()
    assert "agenda/versions/publish/" not in (
        client.get(page("agenda-version-list")).content.decode()
    )


def test_versions_are_listed_the_last_one_first(viewer_client, editor, meeting, item):
    make_agenda_version(meeting, comment="First", made_by=editor)
    make_agenda_version(meeting, comment="Second", made_by=editor)

    response = viewer_client.get(page("agenda-version-list"))

    listed = response.context["version_list"]
    assert [(v.number, v.comment) for v in listed] == [(2, "Second"), (1, "First")]
    assert response.content.decode().count("Edo Editor") == 2


def test_versions_of_other_meetings_are_not_shown(viewer_client, meeting):
    make_agenda_version(comment="Of another meeting")

    listed = viewer_client.get(page("agenda-version-list")).context["version_list"]

    assert list(listed) == []
    assert viewer_client.get(page("agenda-version", 1)).status_code == 404


def test_a_version_is_compared_with_the_one_before(viewer_client, meeting, item):
    make_agenda_version(meeting)
    rename(item, "Accounts")
    make_agenda_version(meeting)
    rename(item, "Debts")
    make_agenda_version(meeting)

    response = viewer_client.get(page("agenda-version", 2))

    assert response.context["heading"] == "Changes from version 1 to version 2"
    assert response.context["groups"] == [
        ("Retitled", ["1.1 is retitled: “Budget” → “Accounts”."])
    ]


def test_the_first_version_is_compared_with_nothing(viewer_client, meeting, item):
    make_agenda_version(meeting)

    response = viewer_client.get(page("agenda-version", 1))

    assert "heading" not in response.context
    assert "Budget" in response.content.decode()


def test_a_version_shows_the_agenda_of_then(viewer_client, meeting, item):
    make_agenda_version(meeting)
    rename(item, "Accounts")

    shown = viewer_client.get(page("agenda-version", 1)).content.decode()

    assert "Budget" in shown
    assert "Accounts" not in shown


def test_what_is_internal_of_a_version_is_not_printed(viewer_client, meeting, item):
    make_item(item.session, title_en="Lights off", is_internal=True)
    make_agenda_version(meeting)

    shown = viewer_client.get(page("agenda-version", 1)).content.decode()

    (line,) = re.findall(r"<li([^>]*)>[^<]*Lights off", shown)
    assert line == ' class="d-print-none"'


def test_the_draft_is_compared_with_the_last_version(viewer_client, meeting, item):
    make_agenda_version(meeting)
    item.delete()

    response = viewer_client.get(page("agenda-draft"))

    assert response.context["heading"] == "Changes since version 1"
    assert response.context["groups"] == [
        (
            "Cancelled",
            ["1.1 “Budget” is cancelled (Session 1 “Plenary”, 09:00–09:20)."],
        )
    ]


def test_the_draft_of_an_agenda_that_was_never_published(viewer_client, meeting, item):
    shown = viewer_client.get(page("agenda-draft")).content.decode()

    assert "No version of the agenda is published yet." in shown


def test_changes_are_mailed_to_nobody_in_particular(viewer_client, meeting, item):
    make_agenda_version(meeting)
    rename(item, "Accounts & more")

    letter = viewer_client.get(page("agenda-draft")).context["letter"]

    link = urlsplit(letter.link)
    fields = parse_qs(link.query)
    assert (link.scheme, link.path) == ("mailto", "")
    assert fields == {
        "subject": ["27th Conference: changes of the agenda"],
        "body": [
            "27th Conference\r\nChanges since version 1\r\n\r\nRetitled\r\n"
            "- 1.1 is retitled: “Budget” → “Accounts & more”."
        ],
    }
    assert letter.body == fields["body"][0].replace("\r\n", "\n")


def test_a_list_too_long_for_a_link_is_copied(viewer_client, meeting, item):
    make_agenda_version(meeting)
    for n in range(20):
        make_item(item.session, title_en=f"의제 {n}")

    shown = viewer_client.get(page("agenda-draft"))

    assert shown.context["letter"].link == ""
    assert "copy it into a mail" in shown.content.decode()
    assert "의제 19" in shown.context["letter"].body
