"""Invented meetings of any size: people of all first-level governments, in bulk."""

import datetime as dt
from itertools import cycle
from random import Random

from benchmarks.imports.lists import NAMES, POSITIONS, every_name
from benchmarks.measuring import new_meeting
from meetings.models import Attendee, Delegation, Government, Person
from meetings.models.attendees import AttendeeStatus, Mode
from meetings.models.delegations import DelegationStatus, Role
from meetings.models.government_choices import Level

BATCH = 2_000
RANKS = [role for role in Role if role != Role.HEAD]
STATUSES = [status for status in AttendeeStatus if status != AttendeeStatus.CANCELLED]
DEPARTMENTS = {"KR": "국제교류과", "JP": "国際交流課", "CN": "外事办公室"}
# Only Japanese names are sorted by a reading that lists have.
READINGS = {"KR": "", "JP": "みほん かな", "CN": ""}
DIETS = ("", "", "Vegetarian", "Halal", "No nuts")
NOTES = ("", "", "", "Arrives by the late train; the luggage follows.")
FIRST_DAY = dt.date(2026, 10, 20)


def make_meetings(sizes):
    """A meeting of each size; the people of the smaller ones come to the larger too."""
    governments = Government.objects.filter(
        level=Level.PROVINCE, country__code__in=NAMES
    )
    governments = governments.select_related("country").order_by("code")
    people = make_people(max(sizes), governments)
    return {
        size: make_meeting(number, people[:size], governments)
        for number, size in enumerate(dict.fromkeys(sizes), start=900)
    }


def make_people(size, governments):
    """People of the country of each government in turn."""
    random = Random(47)
    turns = cycle([government.country for government in governments])
    people = [invented(number, next(turns), random) for number in range(size)]
    for person in people:
        person.derive()
    return Person.objects.bulk_create(people, batch_size=BATCH)


def invented(number, country, random):
    native, family, given = random.choice(every_name(country.code))
    return Person(
        key=f"p-{number}",
        country=country,
        native_name=native,
        family_name=family,
        given_name=given,
        reading=READINGS[country.code],
        email=f"delegate{number}@example.org",
        phone=f"+82-10-{number:08}",
    )


def make_meeting(number, people, governments):
    """A meeting to which these people come, each with the next government."""
    meeting = new_meeting(number)
    delegations = Delegation.objects.bulk_create(
        Delegation(meeting=meeting, government=each, status=DelegationStatus.COMPLETE)
        for each in governments
    )
    random = Random(47)
    turns = zip(people, cycle(delegations), strict=False)
    attendees = [
        registered(f"{number}{place:06}", *turn, random)
        for place, turn in enumerate(turns)
    ]
    for head in attendees[: len(delegations)]:
        head.role = Role.HEAD
    for attendee in attendees:
        attendee.derive()
    Attendee.objects.bulk_create(attendees, batch_size=BATCH)
    return meeting


def registered(reference, person, delegation, random):
    country = person.country.code
    arrival = FIRST_DAY + dt.timedelta(days=random.randrange(2))
    return Attendee(
        reference=reference,
        person=person,
        delegation=delegation,
        role=random.choice(RANKS),
        position=random.choice(POSITIONS[country]),
        department=DEPARTMENTS[country],
        mode=random.choice(Mode.values),
        status=random.choice(STATUSES),
        languages="ko, en",
        dietary=random.choice(DIETS),
        arrives_on=arrival,
        departs_on=arrival + dt.timedelta(days=random.randrange(3, 5)),
        lodging="Example Hotel",
        note=random.choice(NOTES),
    )
