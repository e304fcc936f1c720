"""People needed twice at once, and people who do not come."""

import pytest

from meetings.models import Session
from tests.agenda.clashes.small import (
    DAYS,
    found,
    kinds,
    make_conference,
    make_part,
    sentences,
)
from tests.factories import (
    make_attendee,
    make_delegation,
    make_government,
    make_item,
    make_organization,
    make_person,
    make_presenter,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return make_conference()


def test_a_person_in_two_places_is_told_with_both_and_goes(meeting):
    kim = make_attendee(meeting, person=make_person(native_name="김견본"))
    one, other = make_part(meeting), make_part(meeting, "09:20")
    first = make_presenter(one, attendee=kim)
    second = make_presenter(other, attendee=kim, part="chair")

    [clash] = found(meeting)
    assert clash.kind == "person"
    assert clash.sentence == (
        "김견본 is needed in items 1.1 (09:00–09:30) and 2.1 (09:20–09:50) at the"
        " same time."
    )
    assert clash.rows == (one, first, other, second)

    second.delete()
    assert found(meeting) == []


def test_an_attendee_is_the_same_person_as_the_person(meeting):
    person = make_person()
    make_presenter(make_part(meeting), attendee=make_attendee(meeting, person=person))
    make_presenter(make_part(meeting), person=person)

    assert kinds(meeting) == ["person"]


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"start": "09:30"},
        {"start": "08:30"},
        {"date": DAYS[1]},
        {"start": None},
        {"date": ""},
        {"date": "2026-10"},
        {"date": f"{DAYS[0]}/{DAYS[1]}"},
        {"duration": 0},
    ],
    ids=str,
)
def test_who_is_elsewhere_at_another_time_or_nobody_knows_when(meeting, elsewhere):
    kim = make_attendee(meeting)
    make_presenter(make_part(meeting), attendee=kim)
    make_presenter(make_part(meeting, **elsewhere), attendee=kim)

    assert found(meeting) == []


def test_a_day_that_is_uncertain_is_still_the_same_day(meeting):
    kim = make_attendee(meeting)
    for _ in range(2):
        make_presenter(make_part(meeting, date=f"{DAYS[0]}?"), attendee=kim)

    assert kinds(meeting) == ["person"]


def test_two_people_may_be_in_two_places(meeting):
    for _ in range(2):
        make_presenter(make_part(meeting), attendee=make_attendee(meeting))

    assert found(meeting) == []


def test_items_of_one_session_do_not_clash(meeting):
    kim, item = make_attendee(meeting), make_part(meeting)
    for each in (item, make_item(item.session, duration=30)):
        make_presenter(each, attendee=kim, part="chair")
        make_presenter(each, attendee=kim)

    assert found(meeting) == []


def test_who_chairs_and_presents_an_item_is_told_of_once(meeting):
    kim, item = make_attendee(meeting), make_part(meeting)
    twice = [make_presenter(item, attendee=kim, part=p) for p in ("chair", "presenter")]
    other = make_part(meeting)
    once = make_presenter(other, attendee=kim)

    assert [clash.rows for clash in found(meeting)] == [(item, *twice, other, once)]


def test_the_only_item_of_a_session_lasts_as_long_as_the_session(meeting):
    kim = make_attendee(meeting)
    alone = make_part(meeting, duration=None, end="10:00")
    make_presenter(alone, attendee=kim)
    make_presenter(make_part(meeting, "09:45"), attendee=kim)

    assert kinds(meeting) == ["person"]

    make_item(alone.session, duration=10)
    assert found(meeting) == []


def test_what_goes_on_after_midnight_meets_the_next_day(meeting):
    kim = make_attendee(meeting)
    make_presenter(make_part(meeting, "23:30", 60), attendee=kim)
    make_presenter(make_part(meeting, "00:10", date=DAYS[1]), attendee=kim)

    assert kinds(meeting) == ["person"]


def test_each_two_of_three_places_are_told(meeting):
    kim = make_attendee(meeting)
    items = [make_part(meeting) for _ in range(3)]
    for item in items:
        make_presenter(item, attendee=kim)

    assert [(clash.rows[0], clash.rows[2]) for clash in found(meeting)] == [
        (items[0], items[1]),
        (items[0], items[2]),
        (items[1], items[2]),
    ]


def test_who_does_not_come_is_nowhere_twice(meeting):
    kim = make_attendee(meeting, status="cancelled")
    for _ in range(2):
        make_presenter(make_part(meeting), attendee=kim)

    assert kinds(meeting) == ["cancelled", "cancelled"]


@pytest.fixture
def gangwon():
    return make_government(name_en="Gangwon")


@pytest.fixture
def head(meeting, gangwon):
    """The head of the delegation of Gangwon."""
    return make_attendee(
        meeting,
        role="head",
        delegation=make_delegation(meeting, government=gangwon),
        person=make_person(native_name="김단장"),
    )


def test_a_head_is_needed_where_the_government_presents(meeting, gangwon, head):
    one, other = make_part(meeting), make_part(meeting)
    first = make_presenter(one, government=gangwon)
    second = make_presenter(other, attendee=head)

    [clash] = found(meeting)
    assert clash.kind == "head"
    assert clash.sentence == (
        "김단장 is needed in item 2.1 (09:00–09:30) while Gangwon, whose delegation"
        " they head, presents in item 1.1 (09:00–09:30)."
    )
    assert clash.rows == (one, first, other, second)

    Session.objects.filter(pk=one.session_id).update(start="09:30")
    assert found(meeting) == []


def test_a_head_who_is_in_two_places_is_told_of_once(meeting, gangwon, head):
    for _ in range(2):
        make_presenter(make_part(meeting), attendee=head)

    [clash] = found(meeting)
    assert clash.kind == "head"
    assert clash.sentence == (
        "김단장, a head of delegation, is needed in items 1.1 (09:00–09:30) and 2.1"
        " (09:00–09:30) at the same time."
    )


def test_a_head_with_the_own_government_is_told_of_once(meeting, gangwon, head):
    both = make_part(meeting)
    make_presenter(both, attendee=head)
    make_presenter(both, government=gangwon)
    make_presenter(make_part(meeting), attendee=head)

    assert kinds(meeting) == ["head"]


def test_a_government_may_present_in_two_places(meeting, gangwon, head):
    for _ in range(2):
        make_presenter(make_part(meeting), government=gangwon)

    assert found(meeting) == []


def test_the_head_of_another_delegation_is_not_needed(meeting, head):
    make_presenter(make_part(meeting), attendee=head)
    make_presenter(make_part(meeting), government=make_government())

    assert found(meeting) == []


def test_who_is_no_head_is_not_needed_with_the_government(meeting, gangwon, head):
    delegate = make_attendee(meeting, delegation=head.delegation)
    make_presenter(make_part(meeting), attendee=delegate)
    make_presenter(make_part(meeting), government=gangwon)

    assert found(meeting) == []


def test_a_cancelled_head_is_not_needed_with_the_government(meeting, gangwon, head):
    head.set_status("cancelled")
    make_presenter(make_part(meeting), attendee=head)
    make_presenter(make_part(meeting), government=gangwon)

    assert kinds(meeting) == ["cancelled"]


def test_the_head_of_a_body_is_not_needed_where_nobody_is_named(meeting):
    delegation = make_delegation(meeting, organization=make_organization())
    head = make_attendee(meeting, delegation=delegation, role="head")
    make_presenter(make_part(meeting), attendee=head)
    make_presenter(make_part(meeting), as_printed="A speaker")
    make_presenter(make_part(meeting), is_open=True)

    assert found(meeting) == []


def test_who_cancelled_is_told_of_and_goes(meeting):
    kim = make_attendee(meeting, person=make_person(native_name="김견본"))
    kim.set_status("cancelled")
    item = make_part(meeting)
    presenter = make_presenter(item, attendee=kim)

    [clash] = found(meeting)
    assert clash.kind == "cancelled"
    assert clash.sentence == (
        "김견본 is needed in item 1.1 (09:00–09:30), but the registration is cancelled."
    )
    assert clash.rows == (item, presenter)

    kim.set_status("confirmed")
    assert found(meeting) == []


def test_whose_delegation_declined_is_told_of_and_goes(meeting, gangwon, head):
    make_presenter(make_part(meeting), person=head.person)
    make_presenter(make_part(meeting, "11:00"), government=gangwon)
    head.delegation.decline("Flood")

    assert kinds(meeting) == ["cancelled", "cancelled"]
    assert sentences(meeting) == [
        "The delegation of 김단장, needed in item 1.1 (09:00–09:30), has declined.",
        "The delegation of Gangwon, needed in item 2.1 (11:00–11:30), has declined.",
    ]

    head.delegation.status = "accepted"
    head.delegation.save()
    assert found(meeting) == []


def test_what_a_body_declines_concerns_no_place_that_is_open(meeting):
    make_delegation(meeting, organization=make_organization(), status="declined")
    make_presenter(make_part(meeting), is_open=True)
    make_presenter(make_part(meeting, "11:00"), as_printed="A speaker")

    assert found(meeting) == []


def test_what_declines_another_meeting_may_come_to_this_one(meeting, gangwon):
    make_delegation(make_conference(), government=gangwon, status="declined")
    make_presenter(make_part(meeting), government=gangwon)

    assert found(meeting) == []


def test_who_is_not_registered_is_told_of_and_goes(meeting):
    make_attendee(meeting)
    kim = make_person(native_name="김견본")
    make_attendee(person=kim)  # at another meeting
    make_presenter(make_part(meeting, start=None), person=kim)

    assert kinds(meeting) == ["unregistered"]
    assert sentences(meeting) == [
        "김견본 is needed in item 1.1, but is not registered."
    ]

    make_attendee(meeting, person=kim)
    assert found(meeting) == []


def test_nobody_is_missed_where_no_attendees_are_on_record(meeting):
    make_presenter(make_part(meeting), person=make_person())

    assert found(meeting) == []


def test_an_attendee_of_another_meeting_is_not_registered(meeting):
    make_attendee(meeting)
    make_presenter(make_part(meeting), attendee=make_attendee())

    assert kinds(meeting) == ["unregistered"]
