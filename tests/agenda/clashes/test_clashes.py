"""The clashes of an agenda as a whole: in order, at once, and of whatever is blank."""

import random
import time
from itertools import product

import pytest
from django.utils import translation

from meetings.agenda.agenda import Agenda, load_agenda
from meetings.agenda.clashes import clashes
from meetings.models import (
    AgendaItem,
    Attendee,
    Delegation,
    Government,
    Meeting,
    Person,
    Presenter,
    Session,
)
from tests.agenda.clashes.small import (
    DAYS,
    found,
    kinds,
    make_conference,
    make_part,
)
from tests.factories import make_attendee, make_country, make_person, make_presenter


def make_all_kinds(meeting):
    """One of each kind, in eight sessions."""
    head, kim = make_attendee(meeting, role="head"), make_attendee(meeting)
    make_part(meeting, date="2026-10-25")
    make_part(meeting, end="09:10")
    for n in range(2):
        item = make_part(meeting, room_en=f"Hall{' ' * n}1", date=DAYS[1])
        make_presenter(item, attendee=head)
        make_presenter(item, attendee=kim)
    item = make_part(meeting, date=DAYS[2])
    make_presenter(item, attendee=make_attendee(meeting, status="cancelled"))
    make_presenter(item, person=make_person())
    make_presenter(item, as_printed="Lee", language="ko", interpretation="ja")


def test_an_empty_agenda_has_no_clashes(db):
    assert found(make_conference()) == []


def test_clashes_stand_in_the_order_of_the_agenda(db):
    make_all_kinds(meeting := make_conference())

    assert kinds(meeting) == [
        "days",
        "overrun",
        "room",
        "head",
        "person",
        "cancelled",
        "unregistered",
        "interpreter",
    ]


def test_clashes_know_an_agenda_as_it_is_in_memory(db):
    make_all_kinds(meeting := make_conference())
    agenda = load_agenda(meeting)
    del agenda.sessions[1:4]
    agenda.sessions.reverse()
    agenda.arrange()

    assert [clash.kind.value for clash in clashes(agenda)] == [
        "cancelled",
        "unregistered",
        "interpreter",
        "days",
    ]


@pytest.mark.parametrize("rows", [1, 3])
def test_clashes_cost_two_queries(db, rows, django_assert_num_queries):
    meeting = make_conference()
    for _ in range(rows):
        make_all_kinds(meeting)
    agenda = load_agenda(meeting)

    with django_assert_num_queries(2):
        assert {clash.kind.value for clash in clashes(agenda)} == {
            "days",
            "overrun",
            "room",
            "head",
            "person",
            "cancelled",
            "unregistered",
            "interpreter",
        }


def test_no_blank_is_too_much(db):
    """Every choice of blanks of a session, with an item that has its blanks too."""
    meeting = make_conference()
    meeting.earliest = meeting.latest = None
    agenda = Agenda(meeting)
    for date, start, end, minutes in product(
        ("", "2026", "2026-10-22", "2026-10-22/..", "no date"),
        (None, "09:00"),
        (None, "10:00"),
        (None, 0, 90),
    ):
        session = Session(date=date, room_en="")
        session.start, session.end = (
            Session._meta.get_field("start").to_python(each) for each in (start, end)
        )
        session.item_list = [AgendaItem(duration=minutes), AgendaItem()]
        for item in session.item_list:
            item.presenter_list = [Presenter(), Presenter(is_open=True, language="xx")]
        agenda.sessions.append(session)

    agenda.arrange()

    assert {clash.kind.value for clash in clashes(agenda)} == {"overrun"}


def test_the_record_has_clashes_that_can_be_told(record):
    ends_well = [
        clash.sentence.endswith((".", "。"))
        for meeting in Meeting.objects.all()
        for language in ("en", "ko", "ja", "zh-hans")
        for clash in found_in(language, meeting)
    ]

    assert ends_well == [True] * len(ends_well)


def found_in(language, meeting):
    with translation.override(language):
        return found(meeting)


def make_crowd(meeting, attendees):
    """Attendees of sixty delegations, each with a head."""
    common = {"country": make_country(), "level": "province", "kind": "province"}
    governments = Government.objects.bulk_create(
        Government(code=f"KR-y{n}", name_en=f"Y{n}", **common) for n in range(60)
    )
    delegations = Delegation.objects.bulk_create(
        Delegation(meeting=meeting, government=each) for each in governments
    )
    people = Person.objects.bulk_create(
        Person(key=f"p-{n}", native_name=f"김{n}") for n in range(attendees)
    )
    roles = ["head"] * 60 + ["delegate", "interpreter"] * attendees
    return Attendee.objects.bulk_create(
        Attendee(
            meeting=meeting,
            person=person,
            delegation=delegations[n % 60],
            role=role,
            languages=("ko ja", "한국어/중국어", "English, 日本語", "")[n // 2 % 4],
        )
        for n, (person, role) in enumerate(zip(people, roles, strict=False))
    )


def make_crowded_agenda(meeting, items, choose):
    """Items in parallel sessions of five, ten at a time, three presenters each."""
    sessions = Session.objects.bulk_create(
        Session(
            meeting=meeting,
            order=n,
            kind="parallel",
            date=DAYS[n // 10 % 4],
            start=f"{9 + n // 40:02}:00",
            end=f"{9 + n // 40:02}:50",
            room_en=f"Room {n % 7}",
        )
        for n in range(items // 5)
    )
    parts = AgendaItem.objects.bulk_create(
        AgendaItem(session=session, order=n, kind="topic", duration=12)
        for session in sessions
        for n in range(5)
    )
    spoken = {"language": "ko", "interpretation": "ja zh en"}
    Presenter.objects.bulk_create(
        Presenter(item=item, order=n, **spoken, **choose(n))
        for item in parts
        for n in range(3)
    )


def seconds_for(agenda):
    """The best of three, since other work on the machine only slows down."""
    taken = []
    for _ in range(3):
        begun = time.perf_counter()
        clashes(agenda)
        taken.append(time.perf_counter() - begun)
    return min(taken)


@pytest.mark.parametrize("presenters", [1500, 100, 1])
def test_the_clashes_of_a_crowded_agenda_are_told_at_once(db, presenters):
    """With whoever may present: all, few who clash often, or one in all places.

    It takes less than 0.1 s; the bound is what a machine in heavy use still keeps, and
    what comparing all with all does not.
    """
    chance = random.Random(27)
    meeting = make_conference()
    attendees = make_crowd(meeting, 1500)
    governments = [each.delegation.government for each in attendees[:60]]
    make_crowded_agenda(
        meeting,
        300,
        lambda n: (
            {"attendee": chance.choice(attendees[:presenters])}
            if n
            else {"government": chance.choice(governments)}
        ),
    )

    assert seconds_for(load_agenda(meeting)) < 1
