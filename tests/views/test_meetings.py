"""The pages of meetings."""

import threading

import pytest
from django.db import connection
from django.urls import reverse

from meetings.models import Meeting
from tests.conftest import client_of
from tests.factories import (
    make_attendee,
    make_country,
    make_delegation,
    make_meeting,
    make_organization,
    make_series,
)
from tests.helpers import errors_of, filled, messages_of

pytestmark = pytest.mark.django_db

ADD = "/meetings/add/"


@pytest.fixture
def trilateral():
    for code in ("KR", "CN", "JP"):
        make_country(code)
    series = make_series("tlgec", rotation="KR > CN > JP", cadence="annual")
    make_meeting(series, number=26, date="2025-10-16", country=make_country("CN"))
    clair = make_organization("clair", country=make_country("JP"))
    series.hosts.create(organization=clair, role="host")
    return series


def shown(response):
    return [meeting.slug for meeting in response.context["meeting_list"]]


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("", ["a-2", "b-1", "a-1"]),
        ("?series=a", ["a-2", "a-1"]),
        ("?year=2015", ["a-1"]),
        ("?country=JP", ["b-1"]),
        ("?status=cancelled", ["a-2"]),
        ("?q=yiwu", ["a-1"]),
        ("?series=a&status=planned", ["a-1"]),
        ("?year=never&status=cancelled", ["a-2"]),
        ("?status=never", ["a-2", "b-1", "a-1"]),
    ],
)
def test_the_list_is_filtered(viewer_client, query, slugs):
    a, b = make_series("a"), make_series("b")
    make_meeting(a, number=1, date="2015-10-13", place_en="Yiwu")
    make_meeting(a, number=2, date="2026", status="cancelled")
    make_meeting(b, number=1, date="2020", country=make_country("JP"))

    assert shown(viewer_client.get(f"/meetings/{query}")) == slugs


def test_an_empty_list_says_what_to_do_next(viewer_client):
    response = viewer_client.get("/meetings/")

    assert "No meeting matches." in response.content.decode()


def test_the_overview_counts_who_is_expected(viewer_client):
    meeting = make_meeting()
    delegation = make_delegation(meeting)
    make_attendee(delegation=delegation)
    make_attendee(delegation=delegation, status="cancelled")

    counts = viewer_client.get(meeting.get_absolute_url()).context["counts"]

    assert (counts.delegation_count, counts.attendee_count) == (1, 1)


def test_the_next_edition_is_suggested(editor_client, trilateral):
    form = editor_client.get(f"{ADD}?series=tlgec").context["form"]

    suggested = {name: form[name].value() for name in ("number", "date", "kind")}
    assert suggested == {"number": 27, "date": "2026", "kind": "conference"}
    assert form.initial["country"].code == "JP"
    assert [body.key for body in form.initial["host_organizations"]] == ["clair"]


def suggested(client, **changes):
    form = client.get(f"{ADD}?series=tlgec").context["form"]
    data = filled(form)
    for name in ("series", "country"):
        data[name] = form.initial[name].pk
    data["host_organizations"] = [b.pk for b in form.initial["host_organizations"]]
    return data | changes


def test_a_meeting_is_logged_with_its_hosts(editor_client, editor, trilateral):
    response = editor_client.post(
        ADD, suggested(editor_client, place_en="Shiga"), follow=True
    )

    meeting = Meeting.objects.get(slug="tlgec-27")
    assert messages_of(response) == ["The meeting is logged."]
    assert meeting.title == "27th Conference"
    assert [body.key for body in meeting.host_organizations] == ["clair"]
    assert meeting.history.latest().history_user == editor


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"date": "2026-13"}, "There is no date “2026-13”."),
        ({"date": "next year"}, "“next year” is not a date of record: write 2026,"),
        ({"number": "26"}, "Another meeting of this series already has this number."),
        ({"number": "0"}, "The first edition has the number 1."),
        ({"kind": "preparatory"}, "Only an edition of the series has a number;"),
        ({"languages": "ko fr"}, "“fr” is none of the languages en, ko, ja, zh."),
        ({"series": "999"}, "Select a valid choice."),
        ({"number": "1e1000000"}, "Enter a whole number."),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    editor_client, trilateral, changes, sentence
):
    response = editor_client.post(ADD, suggested(editor_client, **changes))

    [refusal] = errors_of(response)
    assert refusal.startswith(sentence)
    assert Meeting.objects.count() == 1


def test_a_form_sent_twice_makes_one_meeting(editor_client, trilateral):
    data = suggested(editor_client)

    editor_client.post(ADD, data)
    again = editor_client.post(ADD, data, follow=True)

    assert messages_of(again) == [
        "The meeting is logged.",
        "This form was sent before; it is saved.",
    ]
    assert again.redirect_chain[-1][0] == "/meetings/tlgec-27/"
    assert Meeting.objects.filter(number=27).count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_form_sent_twice_at_once_makes_one_meeting(editor, trilateral):
    client = client_of(editor)
    data = suggested(client)
    statuses = []

    def send():
        statuses.append(client_of(editor).post(ADD, data).status_code)
        connection.close()

    threads = [threading.Thread(target=send) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert statuses == [302, 302]
    assert Meeting.objects.filter(number=27).count() == 1


def edit_form(client, meeting):
    response = client.get(reverse("meeting-edit", args=[meeting.slug]))
    return filled(response.context["form"])


def test_an_edit_is_saved_with_its_reason(editor_client):
    meeting = make_meeting()
    data = edit_form(editor_client, meeting) | {
        "venue_en": "Kim Daejung Convention Center",
        "change_reason": "Found",
    }

    editor_client.post(reverse("meeting-edit", args=[meeting.slug]), data)

    last = meeting.history.latest()
    assert (last.venue_en, last.history_change_reason) == (
        "Kim Daejung Convention Center",
        "Found",
    )


def test_an_edit_that_changes_nothing_writes_nothing(editor_client):
    meeting = make_meeting()

    editor_client.post(
        reverse("meeting-edit", args=[meeting.slug]), edit_form(editor_client, meeting)
    )

    assert Meeting.objects.get().version == 1


def test_an_edit_over_a_newer_version_shows_both_and_loses_neither(
    editor_client, manager
):
    meeting = make_meeting(venue_en="Old hall", place_en="Old place")
    address = reverse("meeting-edit", args=[meeting.slug])
    data = edit_form(editor_client, meeting)
    meeting.venue_en, meeting.place_en = "Their hall", "Their place"
    meeting._history_user = manager
    meeting.save()

    data |= {"venue_en": "My hall", "note_en": "My note"}
    conflict = editor_client.post(address, data)

    assert errors_of(conflict) == {
        "Mina Manager saved another version while you were editing. It is merged"
        " below; look at it and save again.",
        "Meanwhile it was changed to “Their hall”.",
    }
    assert Meeting.objects.get().venue == "Their hall"

    editor_client.post(address, filled(conflict.context["form"]))

    saved = Meeting.objects.get()
    assert (saved.venue, saved.place, saved.note) == (
        "My hall",
        "Their place",
        "My note",
    )


def test_two_saves_in_the_same_moment_are_told_apart(editor_client, monkeypatch):
    meeting = make_meeting()
    data = edit_form(editor_client, meeting) | {"venue_en": "Mine"}
    taken = Meeting._take_next_version

    def somebody_was_quicker(self):
        Meeting.objects.filter(pk=self.pk).update(version=9)
        taken(self)

    monkeypatch.setattr(Meeting, "_take_next_version", somebody_was_quicker)
    response = editor_client.post(reverse("meeting-edit", args=[meeting.slug]), data)

    assert response.status_code == 409
    assert "Somebody saved this a moment ago." in response.content.decode()
    assert Meeting.objects.get().venue == ""


def test_the_status_is_changed_with_a_reason(editor_client):
    meeting = make_meeting(status="announced")
    address = reverse("meeting-status", args=[meeting.slug])
    data = filled(editor_client.get(address).context["form"]) | {"status": "postponed"}

    refused = editor_client.post(address, data)
    editor_client.post(address, data | {"status_reason": "Typhoon"})

    assert errors_of(refused) == {"This field is required."}
    saved = Meeting.objects.get()
    assert (saved.status, saved.status_reason) == ("postponed", "Typhoon")
    assert saved.history.latest().history_change_reason == "Typhoon"


def test_the_status_is_not_changed_without_a_reason(editor_client):
    meeting = make_meeting(status="announced")
    data = edit_form(editor_client, meeting) | {
        "status": "cancelled",
        "venue_en": "Hall",
    }

    editor_client.post(reverse("meeting-edit", args=[meeting.slug]), data)

    assert Meeting.objects.get().status == "announced"


def test_the_agenda_of_the_22nd_shows_sessions_items_and_presenters(
    viewer_client, record
):
    page = viewer_client.get("/meetings/tlgec-22/agenda/").content.decode()

    assert "Video performances" in page
    assert "Song Seung-whan, artistic director" in page
    assert "Exchange Plaza (closed, on Zoom)" in page


def test_the_record_shows_what_is_printed_beside_what_is_adopted(viewer_client, record):
    page = viewer_client.get("/meetings/tlgec-17/record/").content.decode()

    assert "China / Rizhao" in page
    assert "浙江省义乌市" in page
