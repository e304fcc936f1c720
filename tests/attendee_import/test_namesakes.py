"""Of people with one name, who is meant, and where staff must say who it is."""

import pytest

from tests.attendee_import.people import GYUNBON, KIM, attend, key_found, question
from tests.factories import make_country, make_meeting, make_person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("provinces")]


@pytest.mark.parametrize("is_here", [True, False])
def test_two_of_one_name_and_body_are_a_question(meeting, is_here):
    where = meeting if is_here else make_meeting()
    people = [attend(where, native_name="김견본") for _ in range(2)]

    assert key_found(meeting, native="김견본") == question(*people)


def test_of_two_of_one_native_name_the_latin_one_tells(meeting):
    attend(meeting, native_name="김견본", **GYUNBON)
    person = attend(meeting, native_name="김견본", **KIM)

    assert key_found(meeting, native="김견본", latin="KIM Gyeonbon") == person.key


def test_a_latin_name_written_otherwise_is_the_same_person(meeting):
    person = attend(meeting, native_name="김견본", **GYUNBON)

    assert key_found(meeting, native="김견본", latin="KIM Gyeonbon") == person.key


def test_the_same_latin_name_of_another_native_one_is_somebody_else(meeting):
    attend(meeting, native_name="김견본", **KIM)

    assert key_found(meeting, native="김견번", latin="KIM Gyeonbon") is None
    assert key_found(meeting, latin="KIM Gyeonbon") is not None


@pytest.mark.parametrize("is_here", [True, False])
def test_a_namesake_of_another_body_is_a_question(meeting, is_here):
    where = meeting if is_here else make_meeting()
    person = attend(where, "KR-48", native_name="김견본")

    assert key_found(meeting, native="김견본") == question(person)


def test_namesakes_here_and_elsewhere_are_one_question(meeting):
    people = [
        attend(meeting, "KR-48", native_name="김견본"),
        make_person(native_name="김견본"),
    ]

    assert key_found(meeting, native="김견본") == question(*people)


def test_a_namesake_without_a_native_name_is_a_question(meeting):
    person = attend(meeting, "KR-48", native_name="", **KIM)

    asked = {"native": "김견본", "latin": "KIM Gyeonbon"}
    assert key_found(meeting, **asked) == question(person)


def test_a_namesake_of_another_country_is_none(meeting):
    make_person(native_name="김견본", country=make_country("JP"))

    assert key_found(meeting, native="김견본", country="KR") is None
    assert key_found(meeting, native="김견본", country="JP") is not None
    assert key_found(meeting, native="김견본", country="") is not None


def test_a_namesake_of_another_latin_name_is_none(meeting):
    make_person(native_name="김견본", **GYUNBON)

    assert key_found(meeting, native="김견본", latin="KIM Gyeonbon") is None
    assert key_found(meeting, native="김견본") is not None
