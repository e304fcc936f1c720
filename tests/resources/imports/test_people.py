"""Who of a list is known already, and where staff must say who it is."""

import pytest

from meetings.models import Government
from meetings.resources.imports.people import KEYS_AT_ONCE, KnownPeople, Name, in_parts
from meetings.resources.imports.values import Problem
from meetings.sheets.folding import fold
from tests.factories import (
    make_appointment,
    make_attendee,
    make_country,
    make_delegation,
    make_government,
    make_meeting,
    make_organization,
    make_person,
)

pytestmark = pytest.mark.django_db

KIM = {"family_name": "KIM", "given_name": "Gyeon-bon"}
GYUNBON = {"family_name": "KIM", "given_name": "Gyunbon"}


@pytest.fixture
def meeting():
    make_government("KR-47")
    make_government("KR-48")
    return make_meeting()


def government(code):
    return Government.objects.get(code=code)


def attend(meeting, code="KR-47", **person):
    """A person who attends a meeting for a government."""
    delegation, _made = meeting.delegations.get_or_create(government=government(code))
    return make_attendee(delegation=delegation, person=make_person(**person)).person


def name_of(native="", latin="", email="", country="KR"):
    return Name(fold(native), fold(latin), email, country)


def found(meeting, body="KR-47", **name):
    """Who a row is: a person's key, None for somebody new, or the Problem."""
    asked = name_of(**name)
    answer = KnownPeople(meeting, [asked], set()).find(asked, body)
    return getattr(answer, "person_key", answer)


def question(*people):
    keys = sorted(person.key for person in people)
    return Problem("who_is_it", "native_name", candidates=keys)


def test_an_attendee_is_found_by_native_name_and_body(meeting):
    person = attend(meeting, native_name="김견본")
    attend(meeting, native_name="이가상")

    assert found(meeting, native="김견본") == person.key


def test_an_attendee_is_found_by_latin_name_and_body(meeting):
    person = attend(meeting, native_name="", **KIM)

    assert found(meeting, latin="Kim Gyeonbon") == person.key


@pytest.mark.parametrize("native", ["高橋一", "髙橋 一", "高桥一"])
def test_the_forms_of_a_name_are_one(meeting, native):
    person = attend(meeting, native_name="髙橋一")

    assert found(meeting, native=native) == person.key


def test_an_attendee_is_found_by_reference(meeting):
    attendee = make_attendee(make_meeting())
    here = make_attendee(delegation=make_delegation(meeting))

    known = KnownPeople(meeting, [], set()).by_reference

    assert list(known) == [here.reference]
    assert known[here.reference].person_key == here.person.key
    assert attendee.reference not in known


def test_what_is_known_of_an_attendee_is_what_they_are(meeting):
    person = attend(meeting, native_name="김견본", email="a@example.org")
    attendee = meeting.attendees.get()

    (known,) = KnownPeople(meeting, [], set()).by_reference.values()

    assert known.is_attendee
    assert (known.person_version, known.attendee_version) == (1, 1)
    assert (known.reference, known.bodies) == (attendee.reference, {"KR-47"})
    assert known.values["native_name"] == person.native_name
    assert (known.values["email"], known.values["role"]) == (
        "a@example.org",
        "delegate",
    )


def test_nobody_of_another_name_is_found(meeting):
    attend(meeting, native_name="김견본")

    assert found(meeting, native="김견복") is None


def test_who_attended_before_for_the_body_is_found(meeting):
    person = attend(make_meeting(), native_name="김견본")

    assert found(meeting, native="김견본") == person.key


def test_who_holds_an_office_of_the_body_is_found(meeting):
    person = make_person(native_name="김견본")
    make_appointment(person=person, government=government("KR-47"))

    assert found(meeting, native="김견본") == person.key


def test_who_attended_for_an_organisation_is_found(meeting):
    person = make_person(native_name="김견본")
    body = make_organization("body")
    make_attendee(delegation=make_delegation(organization=body), person=person)

    assert found(meeting, "body", native="김견본") == person.key


def test_who_attends_counts_before_who_attended(meeting):
    attend(make_meeting(), native_name="김견본")
    here = attend(meeting, native_name="김견본")

    assert found(meeting, native="김견본") == here.key


def test_one_person_is_not_two_for_attending_twice(meeting):
    person = attend(make_meeting(), native_name="김견본")
    delegation = make_delegation(meeting, government=government("KR-47"))
    make_attendee(delegation=delegation, person=person)

    assert found(meeting, native="김견본") == person.key


@pytest.mark.parametrize("email", ["a@example.org", "A@Example.ORG"])
def test_an_address_and_a_name_are_somebody_of_another_body(meeting, email):
    person = attend(meeting, "KR-48", native_name="김견본", email="a@example.org")

    assert found(meeting, native="김견본", email=email) == person.key


def test_an_address_and_a_latin_name_are_somebody(meeting):
    person = attend(
        meeting, "KR-48", native_name="김견본", email="a@example.org", **KIM
    )

    assert found(meeting, latin="KIM Gyeonbon", email="a@example.org") == person.key


def test_an_address_alone_is_nobody(meeting):
    attend(meeting, native_name="김견본", email="office@example.org")

    assert found(meeting, native="이가상", email="office@example.org") is None


def test_no_address_is_not_the_same_address(meeting):
    person = attend(meeting, "KR-48", native_name="김견본", email="")

    assert found(meeting, native="김견본", email="") == question(person)


@pytest.mark.parametrize("is_here", [True, False])
def test_two_of_one_name_and_body_are_a_question(meeting, is_here):
    where = meeting if is_here else make_meeting()
    people = [attend(where, native_name="김견본") for _ in range(2)]

    assert found(meeting, native="김견본") == question(*people)


def test_of_two_of_one_native_name_the_latin_one_tells(meeting):
    attend(meeting, native_name="김견본", **GYUNBON)
    person = attend(meeting, native_name="김견본", **KIM)

    assert found(meeting, native="김견본", latin="KIM Gyeonbon") == person.key


def test_a_latin_name_written_otherwise_is_the_same_person(meeting):
    person = attend(meeting, native_name="김견본", **GYUNBON)

    assert found(meeting, native="김견본", latin="KIM Gyeonbon") == person.key


def test_the_same_latin_name_of_another_native_one_is_somebody_else(meeting):
    attend(meeting, native_name="김견본", **KIM)

    assert found(meeting, native="김견번", latin="KIM Gyeonbon") is None
    assert found(meeting, latin="KIM Gyeonbon") is not None


@pytest.mark.parametrize("is_here", [True, False])
def test_a_namesake_of_another_body_is_a_question(meeting, is_here):
    where = meeting if is_here else make_meeting()
    person = attend(where, "KR-48", native_name="김견본")

    assert found(meeting, native="김견본") == question(person)


def test_namesakes_here_and_elsewhere_are_one_question(meeting):
    people = [
        attend(meeting, "KR-48", native_name="김견본"),
        make_person(native_name="김견본"),
    ]

    assert found(meeting, native="김견본") == question(*people)


def test_a_namesake_without_a_native_name_is_a_question(meeting):
    person = attend(meeting, "KR-48", native_name="", **KIM)

    asked = {"native": "김견본", "latin": "KIM Gyeonbon"}
    assert found(meeting, **asked) == question(person)


def test_a_namesake_of_another_country_is_none(meeting):
    make_person(native_name="김견본", country=make_country("JP"))

    assert found(meeting, native="김견본", country="KR") is None
    assert found(meeting, native="김견본", country="JP") is not None
    assert found(meeting, native="김견본", country="") is not None


def test_a_namesake_of_another_latin_name_is_none(meeting):
    make_person(native_name="김견본", **GYUNBON)

    assert found(meeting, native="김견본", latin="KIM Gyeonbon") is None
    assert found(meeting, native="김견본") is not None


def test_whom_staff_chose_is_known_whatever_the_name(meeting):
    here = attend(meeting, native_name="김견본")
    chosen, other = make_person(), make_person()

    known = KnownPeople(meeting, [], {chosen.key})

    assert known.get(here.key).is_attendee
    assert known.get(chosen.key).person_key == chosen.key
    assert not known.get(chosen.key).is_attendee
    assert known.get(other.key) is None


@pytest.mark.parametrize("people", [1, 3])
def test_knowing_people_costs_five_queries(meeting, django_assert_num_queries, people):
    names = []
    for number in range(people):
        attend(make_meeting(), native_name=f"김견본{number}", family_name=f"K{number}")
        attend(meeting, native_name=f"이가상{number}")
        names += [name_of(f"김견본{number}", f"K{number}"), name_of(f"이가상{number}")]

    with django_assert_num_queries(5):
        known = KnownPeople(meeting, names, set())

    assert all(known.find(name, "KR-47") for name in names)


def test_many_keys_are_asked_for_in_parts():
    keys = [str(number) for number in range(KEYS_AT_ONCE + 1)]

    parts = list(in_parts(keys))

    assert [len(part) for part in parts] == [KEYS_AT_ONCE, 1]
    assert sorted(parts[0] + parts[1]) == sorted(keys)
