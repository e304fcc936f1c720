"""The pages of attendees."""

from datetime import date

import pytest
from django.urls import reverse

from meetings.models import Attendee, Person
from tests.factories import (
    make_attendee,
    make_country,
    make_delegation,
    make_government,
    make_meeting,
    make_person,
)
from tests.helpers import errors_of, filled, messages_of

pytestmark = pytest.mark.django_db

LIST = "/meetings/tlgec-27/attendees/"
ADD = f"{LIST}add/?delegation=KR-47"


@pytest.fixture
def meeting():
    return make_meeting(slug="tlgec-27", date="2099-10-21/2099-10-24")


@pytest.fixture
def delegation(meeting):
    government = make_government("KR-47", name_en="North Gyeongsang")
    return make_delegation(meeting, government=government)


@pytest.fixture
def secretive(delegation):
    """An attendee with something in every column that not everybody may see."""
    person = make_person(
        native_name="김견본",
        family_name="PASSPORTFAMILY",
        given_name="PASSPORTGIVEN",
        reading="READINGSECRET",
        email="secret@example.org",
        phone="+82-SECRET",
    )
    return make_attendee(
        delegation=delegation,
        person=person,
        dietary="SECRETDIET",
        lodging="SECRETHOTEL",
        note="SECRETNOTE",
        arrives_on=date(2031, 1, 2),
        departs_on=date(2031, 1, 3),
    )


SECRETS = [
    "PASSPORTFAMILY",
    "PASSPORTGIVEN",
    "READINGSECRET",
    "secret@example.org",
    "+82-SECRET",
    "SECRETDIET",
    "SECRETHOTEL",
    "SECRETNOTE",
    "2031",
]


def shown(response):
    return [attendee.reference for attendee in response.context["attendee_list"]]


@pytest.mark.parametrize(
    ("query", "references"),
    [
        ("", ["C222-2222", "B111-1111"]),
        ("?delegation=KR-47", ["B111-1111"]),
        ("?role=head", ["B111-1111"]),
        ("?status=cancelled", ["C222-2222"]),
        ("?mode=online", ["C222-2222"]),
        ("?country=JP", ["C222-2222"]),
        ("?sort=name", ["B111-1111", "C222-2222"]),
        ("?country=XX", ["C222-2222", "B111-1111"]),
    ],
)
def test_the_list_is_filtered_and_sorted(viewer_client, delegation, query, references):
    make_attendee(
        delegation=delegation,
        reference="B111-1111",
        role="head",
        person=make_person(native_name="가"),
    )
    tottori = make_government("JP-31", make_country("JP"))
    make_attendee(
        delegation=make_delegation(delegation.meeting, government=tottori),
        reference="C222-2222",
        status="cancelled",
        mode="online",
        person=make_person(native_name="나"),
    )
    make_attendee()

    assert shown(viewer_client.get(LIST + query)) == references


def test_a_search_leaves_no_name_in_the_address(viewer_client, delegation):
    found = make_attendee(
        delegation=delegation, person=make_person(native_name="김견본")
    )
    make_attendee(delegation=delegation, person=make_person(native_name="이표본"))

    response = viewer_client.post(f"{LIST}search/", {"q": "김견본"}, follow=True)

    assert response.redirect_chain == [(LIST, 302)]
    assert shown(response) == [found.reference]

    cleared = viewer_client.post(f"{LIST}search/", {"q": ""}, follow=True)
    assert len(shown(cleared)) == 2


@pytest.mark.parametrize(("role", "count"), [("viewer", 0), ("desk", 1)])
def test_a_search_by_passport_name_is_for_those_who_may(
    request, secretive, role, count
):
    client = request.getfixturevalue(f"{role}_client")

    response = client.post(f"{LIST}search/", {"q": "PASSPORTFAMILY"}, follow=True)

    assert len(shown(response)) == count


def test_no_page_shows_a_viewer_personal_data(viewer_client, secretive):
    pages = [
        viewer_client.get(address).content.decode()
        for address in (LIST, secretive.get_absolute_url())
    ]

    for text in pages:
        assert "김견본" in text
        assert [secret for secret in SECRETS if secret in text] == []


def test_those_who_need_it_see_personal_data(desk_client, secretive):
    page = desk_client.get(secretive.get_absolute_url()).content.decode()

    assert [s for s in SECRETS if s not in page] == []


def registration(client, **changes):
    data = filled(client.get(ADD).context["form"])
    names = {
        "person-native_name": "김견본",
        "person-family_name": "Kim",
        "person-given_name": "Gyeon-bon",
    }
    return data | names | changes


def test_an_attendee_is_registered_with_a_new_person(editor_client, delegation):
    data = registration(editor_client, role="head", save="")

    response = editor_client.post(ADD, data, follow=True)

    attendee = Attendee.objects.get()
    assert (attendee.delegation, attendee.role) == (delegation, "head")
    assert attendee.person.latin_name == "Kim Gyeon-bon"
    assert attendee.person.country == delegation.country
    assert response.redirect_chain == [(f"{LIST}?delegation=KR-47", 302)]


def test_going_on_keeps_the_delegation(editor_client, delegation):
    data = registration(editor_client, another="")

    response = editor_client.post(ADD, data, follow=True)

    form = response.context["form"]
    assert response.redirect_chain == [(ADD, 302)]
    assert form.initial["delegation"] == delegation
    assert form.person_form["native_name"].value() is None


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {
                "person-native_name": "",
                "person-family_name": "",
                "person-given_name": "",
            },
            "A person needs a name, in the own script or in Latin letters.",
        ),
        ({"person-email": "nobody"}, "Enter a valid email address."),
        ({"role": "king"}, "Select a valid choice."),
        ({"arrives_on": "2026-02-30"}, "Enter a valid date."),
        (
            {"arrives_on": "2026-10-22", "departs_on": "2026-10-21"},
            "The departure is before the arrival.",
        ),
        ({"delegation": "999"}, "Select a valid choice."),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    editor_client, delegation, changes, sentence
):
    response = editor_client.post(ADD, registration(editor_client, **changes))

    [refusal] = errors_of(response)
    assert refusal.startswith(sentence)
    assert not Person.objects.exists()


def test_a_second_head_is_refused_and_leaves_no_person_behind(
    editor_client, delegation
):
    make_attendee(delegation=delegation, role="head")

    response = editor_client.post(ADD, registration(editor_client, role="head"))

    assert errors_of(response) == {"This delegation already has a head."}
    assert (Attendee.objects.count(), Person.objects.count()) == (1, 1)


def test_a_form_sent_twice_registers_one_person(editor_client, delegation):
    data = registration(editor_client)

    editor_client.post(ADD, data)
    again = editor_client.post(ADD, data, follow=True)

    assert "This form was sent before; it is saved." in messages_of(again)
    assert (Attendee.objects.count(), Person.objects.count()) == (1, 1)


def test_a_namesake_is_offered(editor_client, delegation):
    known = make_attendee(person=make_person(native_name="김견본")).person
    data = registration(editor_client)

    asked = editor_client.post(ADD, data)
    field = asked.context["form"].person_form.fields["known"]
    editor_client.post(ADD, data | {"person-known": known.key})

    assert errors_of(asked) == {"Somebody of this name is known; choose who it is."}
    assert [key for key, _label in field.choices] == [known.key, "new"]
    assert delegation.attendees.get().person == known
    assert Person.objects.count() == 1


def test_a_namesake_may_be_somebody_else(editor_client, delegation):
    known = make_person(native_name="김견본")

    editor_client.post(ADD, registration(editor_client, **{"person-known": "new"}))

    assert delegation.attendees.get().person != known
    assert Person.objects.filter(native_name="김견본").count() == 2


def test_a_namesake_who_is_registered_already_is_refused(editor_client, delegation):
    known = make_person(native_name="김견본")
    make_attendee(delegation=make_delegation(delegation.meeting), person=known)
    data = registration(editor_client, **{"person-known": known.key})

    response = editor_client.post(ADD, data)

    assert errors_of(response) == {"This person is already registered for the meeting."}


def test_registering_needs_a_delegation_first(editor_client, meeting):
    page = editor_client.get(f"{LIST}add/").content.decode()

    assert "There is no delegation yet." in page
    assert f"/meetings/{meeting.slug}/delegations/add/" in page


def test_an_attendee_and_the_person_are_edited_together(editor_client, delegation):
    attendee = make_attendee(delegation=delegation)
    address = reverse("attendee-edit", args=["tlgec-27", attendee.reference])
    data = filled(editor_client.get(address).context["form"])

    editor_client.post(address, data | {"position": "지사", "person-phone": "010-0000"})

    attendee = Attendee.objects.get()
    assert (attendee.position, attendee.person.phone) == ("지사", "010-0000")


def test_an_edit_writes_only_what_was_changed(editor_client, delegation):
    attendee = make_attendee(delegation=delegation)
    address = reverse("attendee-edit", args=["tlgec-27", attendee.reference])
    data = filled(editor_client.get(address).context["form"])

    editor_client.post(address, data | {"position": "지사"})

    attendee = Attendee.objects.get()
    assert (attendee.version, attendee.person.version) == (2, 1)


def test_a_person_changed_meanwhile_is_not_overwritten(editor_client, delegation):
    attendee = make_attendee(delegation=delegation)
    address = reverse("attendee-edit", args=["tlgec-27", attendee.reference])
    data = filled(editor_client.get(address).context["form"])
    person = Person.objects.get()
    person.phone = "their number"
    person.save()

    conflict = editor_client.post(address, data | {"person-phone": "my number"})

    assert "Meanwhile it was changed to “their number”." in errors_of(conflict)
    assert Person.objects.get().phone == "their number"


def test_cancelling_asks_for_the_reason_and_can_be_taken_back(
    editor_client, delegation
):
    attendee = make_attendee(delegation=delegation)
    address = reverse("attendee-cancel", args=["tlgec-27", attendee.reference])
    data = filled(editor_client.get(address).context["form"])

    refused = editor_client.post(address, data)
    editor_client.post(address, data | {"change_reason": "Illness"})

    attendee.refresh_from_db()
    assert errors_of(refused) == {"This field is required."}
    assert attendee.is_cancelled
    assert attendee.history.latest().history_change_reason == "Illness"

    editor_client.post(
        reverse("attendee-reinstate", args=["tlgec-27", attendee.reference])
    )
    attendee.refresh_from_db()
    assert attendee.status == "registered"


def test_a_cancelled_head_does_not_come_back_beside_another(editor_client, delegation):
    gone = make_attendee(delegation=delegation, role="head", status="cancelled")
    make_attendee(delegation=delegation, role="head")

    response = editor_client.post(
        reverse("attendee-reinstate", args=["tlgec-27", gone.reference]), follow=True
    )

    assert messages_of(response) == ["This delegation already has a head."]
    gone.refresh_from_db()
    assert gone.is_cancelled


@pytest.mark.parametrize(("present", "status"), [("yes", "attended"), ("no", "absent")])
def test_presence_is_marked_at_the_desk(desk_client, delegation, present, status):
    attendee = make_attendee(delegation=delegation)
    address = reverse("attendee-attendance", args=["tlgec-27", attendee.reference])

    response = desk_client.post(
        address, {"present": present, "next": f"{LIST}?role=head"}
    )

    attendee.refresh_from_db()
    assert attendee.status == status
    assert response.url == f"{LIST}?role=head"


def test_a_button_leads_to_no_other_site(desk_client, delegation):
    attendee = make_attendee(delegation=delegation)
    address = reverse("attendee-attendance", args=["tlgec-27", attendee.reference])

    response = desk_client.post(address, {"next": "https://evil.example/"})

    assert response.url == attendee.get_absolute_url()


@pytest.mark.parametrize(
    ("meeting_date", "is_shown"), [("2099", True), ("1999-11-09", False)]
)
def test_presence_is_offered_while_the_meeting_is_near(
    desk_client, delegation, meeting_date, is_shown
):
    meeting = delegation.meeting
    meeting.date = meeting_date
    meeting.save()
    make_attendee(delegation=delegation)

    page = desk_client.get(LIST).content.decode()

    assert ("not here" in page) == is_shown
