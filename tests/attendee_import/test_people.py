"""Who of a list is known already: at this meeting, or from elsewhere."""

import pytest

from meetings.attendee_import.people import PeopleIndex
from meetings.attendee_import.people_on_record import KEYS_PER_QUERY, in_parts
from tests.attendee_import.people import (
    KIM,
    attend,
    government,
    identity_of,
    key_found,
    question,
)
from tests.factories import (
    make_appointment,
    make_attendee,
    make_delegation,
    make_meeting,
    make_organization,
    make_person,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("provinces")]


def test_an_attendee_is_found_by_native_name_and_body(meeting):
    person = attend(meeting, native_name="김견본")
    attend(meeting, native_name="이가상")

    assert key_found(meeting, native="김견본") == person.key


def test_an_attendee_is_found_by_latin_name_and_body(meeting):
    person = attend(meeting, native_name="", **KIM)

    assert key_found(meeting, latin="Kim Gyeonbon") == person.key


@pytest.mark.parametrize("native", ["高橋一", "髙橋 一", "高桥一"])
def test_the_forms_of_a_name_are_one(meeting, native):
    person = attend(meeting, native_name="髙橋一")

    assert key_found(meeting, native=native) == person.key


def test_an_attendee_is_found_by_reference(meeting):
    attendee = make_attendee(make_meeting())
    here = make_attendee(delegation=make_delegation(meeting))

    by_reference = PeopleIndex(meeting, [], set()).by_reference

    assert list(by_reference) == [here.reference]
    assert by_reference[here.reference].person_key == here.person.key
    assert attendee.reference not in by_reference


def test_what_is_known_of_an_attendee_is_what_they_are(meeting):
    person = attend(meeting, native_name="김견본", email="a@example.org")
    attendee = meeting.attendees.get()

    (match,) = PeopleIndex(meeting, [], set()).by_reference.values()

    assert match.is_attendee
    assert (match.person_version, match.attendee_version) == (1, 1)
    assert (match.reference, match.bodies) == (attendee.reference, {"KR-47"})
    assert match.values["native_name"] == person.native_name
    assert (match.values["email"], match.values["role"]) == (
        "a@example.org",
        "delegate",
    )


def test_nobody_of_another_name_is_found(meeting):
    attend(meeting, native_name="김견본")

    assert key_found(meeting, native="김견복") is None


def test_who_attended_before_for_the_body_is_found(meeting):
    person = attend(make_meeting(), native_name="김견본")

    assert key_found(meeting, native="김견본") == person.key


def test_who_holds_an_office_of_the_body_is_found(meeting):
    person = make_person(native_name="김견본")
    make_appointment(person=person, government=government("KR-47"))

    assert key_found(meeting, native="김견본") == person.key


def test_who_attended_for_an_organisation_is_found(meeting):
    person = make_person(native_name="김견본")
    body = make_organization("body")
    make_attendee(delegation=make_delegation(organization=body), person=person)

    assert key_found(meeting, "body", native="김견본") == person.key


def test_who_attends_counts_before_who_attended(meeting):
    attend(make_meeting(), native_name="김견본")
    here = attend(meeting, native_name="김견본")

    assert key_found(meeting, native="김견본") == here.key


def test_one_person_is_not_two_for_attending_twice(meeting):
    person = attend(make_meeting(), native_name="김견본")
    delegation = make_delegation(meeting, government=government("KR-47"))
    make_attendee(delegation=delegation, person=person)

    assert key_found(meeting, native="김견본") == person.key


@pytest.mark.parametrize("email", ["a@example.org", "A@Example.ORG"])
def test_an_address_and_a_name_are_somebody_of_another_body(meeting, email):
    person = attend(meeting, "KR-48", native_name="김견본", email="a@example.org")

    assert key_found(meeting, native="김견본", email=email) == person.key


def test_an_address_and_a_latin_name_are_somebody(meeting):
    person = attend(
        meeting, "KR-48", native_name="김견본", email="a@example.org", **KIM
    )

    assert key_found(meeting, latin="KIM Gyeonbon", email="a@example.org") == person.key


def test_an_address_alone_is_nobody(meeting):
    attend(meeting, native_name="김견본", email="office@example.org")

    assert key_found(meeting, native="이가상", email="office@example.org") is None


def test_no_address_is_not_the_same_address(meeting):
    person = attend(meeting, "KR-48", native_name="김견본", email="")

    assert key_found(meeting, native="김견본", email="") == question(person)


def test_whom_staff_chose_is_known_whatever_the_name(meeting):
    here = attend(meeting, native_name="김견본")
    chosen, other = make_person(), make_person()

    index = PeopleIndex(meeting, [], {chosen.key})

    assert index.get(here.key).is_attendee
    assert index.get(chosen.key).person_key == chosen.key
    assert not index.get(chosen.key).is_attendee
    assert index.get(other.key) is None


@pytest.mark.parametrize("people", [1, 3])
def test_knowing_people_costs_six_queries(meeting, django_assert_num_queries, people):
    identities = []
    for number in range(people):
        attend(make_meeting(), native_name=f"김견본{number}", family_name=f"K{number}")
        attend(meeting, native_name=f"이가상{number}")
        identities += [
            identity_of(f"김견본{number}", f"K{number}"),
            identity_of(f"이가상{number}"),
        ]

    with django_assert_num_queries(6):
        index = PeopleIndex(meeting, identities, set())

    assert all(index.find(identity, "KR-47") for identity in identities)


def test_many_keys_are_asked_for_in_parts():
    keys = [str(number) for number in range(KEYS_PER_QUERY + 1)]

    parts = list(in_parts(keys))

    assert [len(part) for part in parts] == [KEYS_PER_QUERY, 1]
    assert sorted(parts[0] + parts[1]) == sorted(keys)
