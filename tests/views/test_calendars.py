"""Calendars: downloaded by those who work here, subscribed to by those who may."""

import datetime as dt
import time

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.http import http_date
from icalendar import Calendar

from meetings.models import CalendarFeed, ExportLog
from meetings.views.calendars import SIGNER, feed_url
from tests.factories import (
    make_agenda_version,
    make_attendee,
    make_calendar_feed,
    make_country,
    make_delegation,
    make_government,
    make_item,
    make_meeting,
    make_person,
    make_presenter,
    make_series,
    make_session,
)
from tests.helpers import errors_of, messages_of

pytestmark = pytest.mark.django_db

LONG_AGO = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


@pytest.fixture
def meeting():
    meeting = make_meeting(make_series("tlgec"), number=27, date="2026-10-23")
    make_session(meeting, title_en="Plenary", title_ko="본회의", date="2026-10-23")
    return meeting


@pytest.fixture
def version(meeting):
    moment = dt.datetime(2026, 3, 1, 9, tzinfo=dt.UTC)
    return make_agenda_version(meeting, made_at=moment)


def page(name, *args):
    return reverse(name, args=["tlgec-27", *args])


def path_of(address):
    return reverse("calendar", args=[SIGNER.sign(address.token)])


def fetch(address, query="", **headers):
    """What a calendar that nobody signed in with gets."""
    return Client().get(path_of(address) + query, headers=headers)


def summaries(response):
    events = Calendar.from_ical(response.getvalue()).walk("VEVENT")
    return [str(event["SUMMARY"]) for event in events]


def test_staff_download_the_calendar_and_it_is_logged(viewer_client, viewer, version):
    response = viewer_client.get(page("agenda-calendar"))

    log = ExportLog.objects.get()
    assert summaries(response) == ["Plenary"]
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert "tlgec-27-calendar.ics" in response["Content-Disposition"]
    assert (log.made_by, log.row_count, log.languages) == (viewer, 1, "en")
    assert not log.is_sensitive


@pytest.mark.parametrize(
    ("query", "title"),
    [("", "Plenary"), ("?language=ko", "본회의"), ("?language=xx", "Plenary")],
)
def test_the_address_of_a_download_may_name_a_language(
    viewer_client, version, query, title
):
    assert summaries(viewer_client.get(page("agenda-calendar") + query)) == [title]


def test_what_was_never_published_is_not_downloaded(viewer_client, meeting):
    response = viewer_client.get(page("agenda-calendar"), follow=True)

    assert response.redirect_chain == [(page("agenda-version-list"), 302)]
    assert messages_of(response) == ["No version of the agenda is published yet."]
    assert not ExportLog.objects.exists()


def test_whoever_knows_an_address_reads_it_without_signing_in(meeting, version):
    response = fetch(make_calendar_feed(meeting))

    assert response.status_code == 200
    assert summaries(response) == ["Plenary"]
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Cache-Control"] == "private, max-age=600"
    assert not ExportLog.objects.exists()


def test_an_address_follows_the_versions_and_not_the_draft(meeting, version):
    address = make_calendar_feed(meeting)
    make_session(meeting, title_en="Dinner", date="2026-10-23")
    before = summaries(fetch(address))
    make_agenda_version(meeting)

    assert (before, summaries(fetch(address))) == (["Plenary"], ["Plenary", "Dinner"])


def test_an_address_of_what_was_never_published_is_empty_but_there(meeting):
    response = fetch(make_calendar_feed(meeting))

    assert response.status_code == 200
    assert summaries(response) == []


def test_a_delegation_reads_in_the_language_of_its_country(meeting, version):
    niigata = make_government(country=make_country("JP"))
    gyeongbuk = make_government(country=make_country("KR"))
    bodies = [{"delegation": make_delegation(meeting, government=niigata)}]
    bodies.append({"delegation": make_delegation(meeting, government=gyeongbuk)})
    bodies.append({"person": make_person(country=make_country("KR"))})
    bodies.append({})

    asked = [make_calendar_feed(meeting, **body) for body in bodies]

    assert [summaries(fetch(address)) for address in asked] == [
        ["Plenary"],  # in Japanese there is no title
        ["본회의"],
        [],
        ["Plenary"],
    ]
    assert summaries(fetch(asked[1], "?language=en")) == ["Plenary"]


def test_presenters_are_named_in_the_language_of_the_calendar(meeting):
    government = make_government(name_en="Gangwon State", name_ko="강원특별자치도")
    make_presenter(make_item(meeting.sessions.get()), government=government)
    make_agenda_version(meeting)

    response = fetch(make_calendar_feed(meeting), "?language=ko")

    (event,) = Calendar.from_ical(response.content).walk("VEVENT")
    assert event["DESCRIPTION"] == "A topic (강원특별자치도)"


def test_somebody_who_presents_has_their_own_sessions_only(meeting):
    person = make_person()
    session = make_session(meeting, title_en="Forum", date="2026-10-24")
    make_presenter(make_item(session, title_en="Budget"), person=person)
    make_agenda_version(meeting)

    shown = fetch(make_calendar_feed(meeting, person=person))

    assert summaries(shown) == ["Budget · Forum"]


def test_a_revoked_address_a_bad_signature_and_none_are_absent_alike(meeting, version):
    revoked = make_calendar_feed(meeting, revoked_at=LONG_AGO)
    address = make_calendar_feed(meeting)
    token = address.token
    statuses = [
        Client().get(reverse("calendar", args=[signed])).status_code
        for signed in (
            SIGNER.sign(revoked.token),
            SIGNER.sign("no-such-token"),
            token,
            f"{token}.{SIGNER.sign('other').partition('.')[2]}",
            SIGNER.sign(token)[:-1],
            f"{token}:",
        )
    ]

    assert statuses == [404] * 6
    assert fetch(address).status_code == 200


def test_a_calendar_that_is_still_the_same_is_not_sent_again(meeting, version):
    address = make_calendar_feed(meeting)
    first = fetch(address)
    tag = {"if-none-match": first["ETag"]}

    same = fetch(address, **tag)
    other = fetch(address, "?language=ko", **tag)
    make_agenda_version(meeting, made_at=version.made_at + dt.timedelta(days=1))
    make_session(meeting, date="2026-10-25")
    make_agenda_version(meeting, made_at=version.made_at + dt.timedelta(days=2))
    newer = fetch(address, **tag)

    assert same.status_code == 304
    assert [other.status_code, newer.status_code] == [200, 200]
    assert newer["ETag"] != first["ETag"]


def test_another_venue_is_sent_to_who_asks_by_the_date(meeting, version):
    address = make_calendar_feed(meeting)
    meeting.venue_en = "Another Hall"
    meeting.save()

    response = fetch(address, **{"if-modified-since": http_date(time.time())})

    assert response.status_code == 200
    assert b"LOCATION:Another Hall" in response.content


@pytest.mark.parametrize("versions", [1, 3])
def test_an_address_costs_six_queries_at_most(
    meeting, versions, django_assert_num_queries
):
    delegation = make_delegation(meeting)
    for _ in range(versions):
        item = make_item(make_session(meeting, date="2026-10-23"))
        make_presenter(item, attendee=make_attendee(delegation=delegation))
        make_agenda_version(meeting)
    address = make_calendar_feed(meeting, delegation=delegation)

    with django_assert_num_queries(6):
        fetch(address)


def test_an_address_names_nobody(meeting):
    person = make_person(native_name="김민수", family_name="Kim")
    address = make_calendar_feed(meeting, person=person)

    path = path_of(address)

    assert path == f"/calendar/{SIGNER.sign(address.token)}.ics"
    assert feed_url(address) == f"http://127.0.0.1:8000{path}"


def make(client, subject):
    data = {"subject": subject}
    return client.post(page("calendar-feed-list"), data, follow=True)


def test_addresses_are_made_and_shown(editor_client, editor, meeting):
    person = make_person()
    item = make_item(make_session(meeting))
    make_presenter(item, person=person)
    attendee = make_attendee(meeting)
    make_presenter(item, attendee=attendee)
    delegation = attendee.delegation

    for subject in (
        "meeting",
        f"delegation-{delegation.pk}",
        f"person-{person.pk}",
        f"person-{attendee.person.pk}",
    ):
        response = make(editor_client, subject)

    made = CalendarFeed.objects.order_by("pk")
    assert [(a.delegation, a.person) for a in made] == [
        (None, None),
        (delegation, None),
        (None, person),
        (None, attendee.person),
    ]
    assert {(a.meeting, a.made_by) for a in made} == {(meeting, editor)}
    shown = response.content.decode()
    assert [feed_url(a) in shown for a in made] == [True] * 4
    assert len({a.token for a in made}) == 4


def test_there_is_no_address_for_others(editor_client, meeting):
    elsewhere = make_delegation()
    silent = make_attendee(meeting).person
    secret = make_item(make_session(meeting), is_internal=True)
    unseen = make_presenter(secret, person=make_person()).person
    declined = make_delegation(meeting, status="declined")

    for subject in (
        f"delegation-{elsewhere.pk}",
        f"delegation-{declined.pk}",
        f"person-{silent.pk}",
        f"person-{unseen.pk}",
        "everything",
        "",
    ):
        assert errors_of(make(editor_client, subject))
    assert not CalendarFeed.objects.exists()


def test_an_address_is_revoked_after_asking_and_stays_listed(editor_client, meeting):
    address = make_calendar_feed(meeting)
    revoke = page("calendar-feed-revoke", address.pk)

    asked = editor_client.get(revoke)
    was = fetch(address).status_code
    response = editor_client.post(revoke, follow=True)

    assert "Revoke the address" in asked.content.decode()
    assert (was, fetch(address).status_code) == (200, 404)
    assert messages_of(response) == ["The address is revoked: 27th Conference."]
    assert [a.pk for a, _url in response.context["feed_list"]] == [address.pk]
    assert feed_url(address) not in response.content.decode()
    assert editor_client.post(revoke).status_code == 404


def test_an_address_of_another_meeting_is_not_revoked(editor_client, meeting):
    address = make_calendar_feed()

    response = editor_client.post(page("calendar-feed-revoke", address.pk))

    assert response.status_code == 404
    assert fetch(address).status_code == 200


@pytest.mark.parametrize("role", ["viewer", "desk"])
def test_who_may_not_change_the_agenda_sees_no_address(request, role, meeting):
    client = request.getfixturevalue(f"{role}_client")
    address = make_calendar_feed(meeting)

    assert client.get(page("calendar-feed-list")).status_code == 403
    assert make(client, "meeting").status_code == 403
    revoked = client.post(page("calendar-feed-revoke", address.pk))
    assert revoked.status_code == 403
    assert CalendarFeed.objects.in_use().get() == address
