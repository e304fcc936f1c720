"""Delegations and attendees: their rules, and how they are found and ordered."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from meetings.models import Attendee, Delegation, Person
from meetings.models.attendees import new_reference
from tests.factories import (
    make_attendee,
    make_country,
    make_delegation,
    make_government,
    make_meeting,
    make_organization,
    make_person,
)

pytestmark = pytest.mark.django_db


def test_a_delegation_is_of_a_government_or_of_an_organisation():
    meeting = make_meeting()
    both = Delegation(
        meeting=meeting, government=make_government(), organization=make_organization()
    )
    neither = Delegation(meeting=meeting)

    for delegation in (both, neither):
        with pytest.raises(ValidationError, match="of a government or of an organ"):
            delegation.full_clean()
        with (
            pytest.raises(
                IntegrityError, match="delegation_government_or_organization"
            ),
            transaction.atomic(),
        ):
            delegation.save()


@pytest.mark.parametrize(
    ("kind", "make", "sentence"),
    [
        ("government", make_government, "This government already has a delegation"),
        ("organization", make_organization, "This organisation already has a dele"),
    ],
)
def test_a_body_has_one_delegation_at_a_meeting(kind, make, sentence):
    meeting, body = make_meeting(), make()
    make_delegation(meeting, **{kind: body})
    make_delegation(make_meeting(), **{kind: body})
    second = Delegation(meeting=meeting, **{kind: body})

    with pytest.raises(ValidationError, match=sentence):
        second.full_clean()
    with pytest.raises(IntegrityError):
        second.save()


def test_a_delegation_has_one_head():
    delegation = make_delegation()
    make_attendee(delegation=delegation, role="head")
    make_attendee(role="head")
    second = Attendee(delegation=delegation, person=make_person(), role="head")

    with pytest.raises(ValidationError, match="This delegation already has a head"):
        second.full_clean()
    with pytest.raises(IntegrityError):
        second.save()


def test_a_cancelled_head_makes_room_for_another():
    delegation = make_delegation()
    make_attendee(delegation=delegation, role="head", status="cancelled")

    make_attendee(delegation=delegation, role="head").full_clean()

    assert delegation.attendees.filter(role="head").count() == 2


def test_a_cancelled_head_cannot_come_back_beside_another():
    delegation = make_delegation()
    gone = make_attendee(delegation=delegation, role="head", status="cancelled")
    make_attendee(delegation=delegation, role="head")

    with pytest.raises(ValidationError, match="already has a head"):
        gone.set_status("registered")

    assert Attendee.objects.get(pk=gone.pk).status == "cancelled"


def test_a_person_attends_a_meeting_once():
    meeting, person = make_meeting(), make_person()
    make_attendee(delegation=make_delegation(meeting), person=person)
    make_attendee(person=person)
    again = Attendee(delegation=make_delegation(meeting), person=person)

    with pytest.raises(ValidationError, match="already registered for the meeting"):
        again.full_clean()
    with pytest.raises(IntegrityError):
        again.save()


def test_nobody_departs_before_arriving():
    attendee = make_attendee()
    attendee.arrives_on, attendee.departs_on = date(2026, 10, 22), date(2026, 10, 21)

    with pytest.raises(ValidationError, match="departure is before the arrival"):
        attendee.full_clean()
    with pytest.raises(IntegrityError, match="attendee_departs_after_arriving"):
        attendee.save()


def test_the_meeting_is_always_the_delegations():
    delegation = make_delegation()
    attendee = make_attendee()

    attendee.delegation = delegation
    attendee.save()

    assert attendee.meeting == delegation.meeting


def test_a_person_needs_a_name():
    person = Person(country=make_country())

    with pytest.raises(ValidationError, match="A person needs a name"):
        person.full_clean()
    with pytest.raises(IntegrityError, match="person_has_a_name"):
        person.save()


def test_references_are_unmistakable_and_all_different():
    references = {new_reference() for _ in range(1000)}

    assert len(references) == 1000
    assert all(
        re.fullmatch(
            "[B-DF-HJKMNP-TV-Z][0-9B-DF-HJKMNP-TV-Z]{3}-[0-9B-DF-HJKMNP-TV-Z]{4}", r
        )
        for r in references
    )


@pytest.mark.parametrize(
    ("fields", "latin"),
    [
        ({"family_name": "Lee", "given_name": "Cheol-woo"}, "Lee Cheol-woo"),
        (
            {
                "family_name": "Hirai",
                "given_name": "Shinji",
                "name_order": "given_first",
            },
            "Shinji Hirai",
        ),
        ({"family_name": "Madonna", "given_name": ""}, "Madonna"),
    ],
)
def test_a_latin_name_stands_in_the_persons_own_order(fields, latin):
    assert make_person(**fields).latin_name == latin


@pytest.mark.parametrize(
    ("native", "is_public", "shown", "beside"),
    [
        ("이철우", False, "이철우", ""),
        ("이철우", True, "이철우", "Lee Cheol-woo"),
        ("", False, "Lee Cheol-woo", ""),
    ],
)
def test_a_passport_name_is_shown_only_where_it_is_public_or_all_there_is(
    native, is_public, shown, beside
):
    person = make_person(
        native_name=native,
        family_name="Lee",
        given_name="Cheol-woo",
        is_public=is_public,
    )

    assert (person.display_name, person.public_latin_name) == (shown, beside)


def test_searching_passport_names_is_for_those_who_may_see_them():
    secret = make_person(
        native_name="김견본", family_name="Kim", given_name="Gyeon-bon"
    )
    public = make_person(native_name="이철우", family_name="Lee", is_public=True)
    nameless = make_person(native_name="", family_name="Lin")

    def found(text, may):
        return set(Person.objects.search(text, with_passport_names=may))

    assert found("Gyeon", True) == {secret}
    assert found("Gyeon", False) == set()
    assert found("김견본", False) == {secret}
    assert found("Lee", False) == {public}
    assert found("Lin", False) == {nameless}


@pytest.mark.parametrize(
    ("native", "family", "given", "is_found"),
    [
        ("김견본", "", "", True),
        ("", "KIM", "GYEON-BON", True),
        ("", "Kim", "", False),
        ("", "", "", False),
        ("김표본", "Kim", "Pyo-bon", False),
    ],
)
def test_namesakes_share_a_whole_name(native, family, given, is_found):
    make_person(native_name="김견본", family_name="Kim", given_name="Gyeon-bon")

    assert Person.objects.called(native, family, given).exists() == is_found


def test_attendees_are_found_by_name_reference_position_and_delegation():
    busan = make_government("KR-26", name_ko="부산광역시")
    found = make_attendee(
        delegation=make_delegation(government=busan),
        person=make_person(native_name="髙橋"),
        position="국제관계대사",
        reference="B7TM-CVJD",
    )
    make_attendee(position="과장")

    for text in ("髙橋", "b7tm", "국제관계", "부산"):
        assert list(Attendee.objects.search(text)) == [found]


def test_protocol_order_is_by_delegation_then_rank_then_name():
    meeting = make_meeting()
    second = make_delegation(meeting, government=make_government("KR-26"))
    first = make_delegation(meeting, protocol_order=1)
    body = make_delegation(meeting, organization=make_organization())
    staff = make_attendee(delegation=first, role="staff")
    head = make_attendee(delegation=first, role="head")
    b, a = (
        make_attendee(delegation=second, person=make_person(family_name=name))
        for name in ("Bae", "Ahn")
    )
    last = make_attendee(delegation=body, role="head")

    assert list(meeting.attendees.in_protocol_order()) == [head, staff, a, b, last]
    assert list(meeting.delegations.in_protocol_order()) == [first, second, body]


def test_protocol_order_within_a_delegation_is_head_rank_office_and_role():
    delegation = make_delegation()
    expected = [
        make_attendee(delegation=delegation, **fields)
        for fields in (
            {"role": "head", "rank": 9},
            {"role": "staff", "rank": 1},
            {"role": "delegate", "rank": 2},
            {"role": "staff", "position": "도지사"},
            {"role": "delegate", "position": "행정부지사"},
            {"role": "delegate", "position": "Mayor of Gumi"},
            {"role": "delegate", "position": "국장"},
            {"role": "interpreter"},
        )
    ]

    assert list(delegation.attendees.in_protocol_order()) == expected


def test_delegations_say_whether_they_lack_a_head():
    meeting = make_meeting()
    headless, led, empty = (make_delegation(meeting) for _ in range(3))
    make_attendee(delegation=headless)
    make_attendee(delegation=headless, role="head", status="cancelled")
    make_attendee(delegation=led, role="head")

    counted = {d.pk: d for d in meeting.delegations.with_head_count()}

    assert [counted[d.pk].lacks_head for d in (headless, led, empty)] == [
        True,
        False,
        False,
    ]


def test_declining_keeps_the_attendees_and_the_reason():
    delegation = make_delegation()
    make_attendee(delegation=delegation)

    delegation.decline("Budget")

    assert delegation.is_declined
    assert delegation.attendees.count() == 1
    assert delegation.history.latest().history_change_reason == "Budget"
