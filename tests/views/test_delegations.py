"""The pages of delegations."""

import pytest
from django.urls import reverse

from meetings.models import Delegation
from tests.factories import (
    make_attendee,
    make_country,
    make_delegation,
    make_government,
    make_meeting,
    make_organization,
)
from tests.helpers import errors_of, filled, messages_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return make_meeting(slug="tlgec-27")


LIST = "/meetings/tlgec-27/delegations/"
ADD = "/meetings/tlgec-27/delegations/add/"


def shown(response):
    return [delegation.code for delegation in response.context["delegation_list"]]


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("", ["JP-31", "KR-47", "clair"]),
        ("?q=tottori", ["JP-31"]),
        ("?q=경북", ["KR-47"]),
        ("?q=council", ["clair"]),
        ("?status=complete", ["KR-47"]),
        ("?country=JP", ["JP-31", "clair"]),
        ("?sort=-attendees", ["KR-47", "JP-31", "clair"]),
    ],
)
def test_the_list_is_searched_filtered_and_sorted(viewer_client, meeting, query, codes):
    japan = make_country("JP")
    tottori = make_government("JP-31", japan, name_en="Tottori")
    gyeongbuk = make_government("KR-47", short_ko="경북")
    clair = make_organization("clair", country=japan, name_en="Council of CLAIR")
    make_delegation(meeting, government=tottori)
    full = make_delegation(meeting, government=gyeongbuk, status="complete")
    make_attendee(delegation=full)
    make_delegation(meeting, organization=clair)
    make_delegation()

    assert shown(viewer_client.get(LIST + query)) == codes


def test_a_delegation_is_added(editor_client, meeting):
    government = make_government("KR-47")
    data = filled(editor_client.get(ADD).context["form"])
    data |= {"government": government.pk, "focal_point_email": "focal@example.org"}

    response = editor_client.post(ADD, data, follow=True)

    delegation = Delegation.objects.get()
    assert messages_of(response) == ["The delegation is saved."]
    assert (delegation.meeting, delegation.government) == (meeting, government)


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        ([], "A delegation is of a government or of an organisation."),
        (
            ["government", "organization"],
            "A delegation is of a government or of an organisation.",
        ),
        (["taken"], "This government already has a delegation at the meeting."),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    editor_client, meeting, names, sentence
):
    taken = make_delegation(meeting).government
    bodies = {
        "government": {"government": make_government().pk},
        "organization": {"organization": make_organization().pk},
        "taken": {"government": taken.pk},
    }
    data = filled(editor_client.get(ADD).context["form"])
    for name in names:
        data |= bodies[name]

    response = editor_client.post(ADD, data)

    assert errors_of(response) == {sentence}
    assert Delegation.objects.count() == 1


@pytest.fixture
def ended():
    """A government that ended in July 2026, and its successor."""
    union = make_government("KR-12", name_en="Union", valid_from="2026-07-01")
    return make_government(
        "KR-29", name_en="Gwangju", valid_to="2026-07-01", successor=union
    )


def test_a_government_that_ended_before_the_meeting_leads_to_its_successor(
    editor_client, ended
):
    make_meeting(slug="tlgec-27", date="2026-10-21")
    data = filled(editor_client.get(ADD).context["form"]) | {"government": ended.pk}

    response = editor_client.post(ADD, data)

    assert errors_of(response) == {
        "Gwangju ended on 1 July 2026, before the meeting: choose its successor,"
        " Union (KR-12)."
    }
    assert not Delegation.objects.exists()


def test_a_delegation_of_a_government_that_ended_since_may_decline(
    editor_client, ended
):
    meeting = make_meeting(slug="tlgec-27", date="2026-10-21")
    make_delegation(meeting, government=ended)
    address = f"{LIST}KR-29/decline/"
    data = filled(editor_client.get(address).context["form"])

    editor_client.post(address, data | {"change_reason": "Merged"})

    assert Delegation.objects.get().is_declined


def test_a_form_sent_twice_makes_one_delegation(editor_client, meeting):
    data = filled(editor_client.get(ADD).context["form"])
    data |= {"government": make_government("KR-47").pk}

    editor_client.post(ADD, data)
    again = editor_client.post(ADD, data, follow=True)

    assert "This form was sent before; it is saved." in messages_of(again)
    assert Delegation.objects.count() == 1


def test_the_meeting_is_not_for_the_browser_to_choose(editor_client, meeting):
    other = make_meeting()
    data = filled(editor_client.get(ADD).context["form"])
    data |= {"government": make_government().pk, "meeting": other.pk}

    editor_client.post(ADD, data)

    assert Delegation.objects.get().meeting == meeting


def test_a_delegation_is_edited(editor_client, meeting):
    delegation = make_delegation(meeting, organization=make_organization("clair"))
    address = reverse("delegation-edit", args=[meeting.slug, "clair"])
    data = filled(editor_client.get(address).context["form"]) | {"status": "complete"}

    editor_client.post(address, data)

    delegation.refresh_from_db()
    assert delegation.status == "complete"


def test_declining_asks_for_the_reason_and_deletes_nothing(editor_client, meeting):
    delegation = make_attendee(meeting).delegation
    address = reverse("delegation-decline", args=[meeting.slug, delegation.code])
    data = filled(editor_client.get(address).context["form"])

    refused = editor_client.post(address, data)
    editor_client.post(address, data | {"change_reason": "Budget"})

    assert errors_of(refused) == {"This field is required."}
    delegation.refresh_from_db()
    assert delegation.is_declined
    assert delegation.attendees.count() == 1


def test_an_empty_list_says_what_to_do_next(viewer_client, meeting):
    response = viewer_client.get(LIST)

    assert "Add the first one" in response.content.decode()
