"""The page of a person."""

import pytest
from django.urls import reverse

from tests.factories import (
    make_appointment,
    make_attendee,
    make_delegation,
    make_government,
    make_government_name,
    make_item,
    make_meeting,
    make_person,
    make_presenter,
    make_session,
    make_source,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return make_person(
        native_name="김견본",
        family_name="Kim",
        given_name="Gyeonbon",
        is_public=False,
        email="kim@example.org",
        note_en="Prefers the window",
    )


def page_of(client, person):
    return client.get(person.get_absolute_url()).content.decode()


def test_a_page_tells_offices_and_meetings_with_their_sources(viewer_client, person):
    government = make_government("KR-42", name_en="Gangwon State")
    make_government_name(
        government=government, name="Gangwon Province", valid_to="2023-06-11"
    )
    office = make_appointment(
        person=person, government=government, title_en="Mayor", valid_from="1998-07-01"
    )
    office.sources.add(make_source(title="The Gangwon Times"))
    meeting = make_meeting(title_en="First meeting", date="1999")
    make_attendee(delegation=make_delegation(meeting), person=person, role="head")

    page = page_of(viewer_client, person)

    for text in ("김견본", "Mayor", "Gangwon Province", "1 July 1998"):
        assert text in page
    for text in ("The Gangwon Times", "First meeting", "Head of delegation"):
        assert text in page
    assert "Gangwon State" not in page


def test_meetings_are_listed_the_latest_first(viewer_client, person):
    for date in ("1999", "", "2005"):
        delegation = make_delegation(make_meeting(date=date))
        make_attendee(delegation=delegation, person=person)

    context = viewer_client.get(person.get_absolute_url()).context

    assert [row.meeting.date for row in context["attendances"]] == ["2005", "1999", ""]


def test_a_viewer_sees_no_personal_data(viewer_client, person):
    page = page_of(viewer_client, person)

    for text in ("Gyeonbon", "kim@example.org", "window"):
        assert text not in page


def test_those_who_need_it_see_personal_data(desk_client, person):
    page = page_of(desk_client, person)

    for text in ("Kim Gyeonbon", "kim@example.org", "Prefers the window"):
        assert text in page


def test_a_name_that_is_public_is_for_everybody(viewer_client, person):
    person.is_public = True
    person.save()

    assert "Kim Gyeonbon" in page_of(viewer_client, person)


def test_who_stands_somewhere_leads_to_the_persons_page(viewer_client, person):
    government = make_government("KR-42")
    make_appointment(person=person, government=government)
    attendee = make_attendee(person=person)
    item = make_item(make_session(attendee.meeting))
    make_presenter(item, person=person)
    link = f'href="{person.get_absolute_url()}"'
    addresses = (
        government.get_absolute_url(),
        attendee.get_absolute_url(),
        reverse("agenda", args=[attendee.meeting.slug]),
    )

    assert [
        link in viewer_client.get(address).content.decode() for address in addresses
    ] == [True] * 3
