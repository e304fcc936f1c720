"""An invented meeting, and people of three countries who come to it."""

from meetings.models import Delegation
from tests.factories import (
    make_attendee,
    make_country,
    make_government,
    make_meeting,
    make_organization,
    make_person,
    make_series,
)

GOVERNMENTS = {
    "KR": {"name_en": "Gangwon State", "name_ko": "강원특별자치도"},
    "JP": {"name_en": "Niigata Prefecture", "name_ja": "新潟県"},
    "CN": {"name_en": "Jilin Province", "name_zh": "吉林省"},
}


def make_conference(**fields):
    series = make_series(
        name_en="Exchange Conference",
        name_ko="교류회의",
        name_ja="交流会議",
        name_zh="交流会议",
    )
    defaults = {"number": 28, "date": "2026-10-21/2026-10-24", "place_en": "Gyeongju"}
    return make_meeting(series, **defaults | fields)


def make_participant(meeting, code="KR", native_name="김민수", **fields):
    """An attendee of the one delegation of a country; `person` takes its fields."""
    country = make_country(code)
    person = {"native_name": native_name, "country": country} | fields.pop("person", {})
    delegation = Delegation.objects.filter(meeting=meeting).of_country(country).first()
    if not delegation:
        government = make_government(country=country, **GOVERNMENTS[code])
        delegation = Delegation.objects.create(
            meeting=meeting, government=government, status="complete"
        )
    return make_attendee(delegation=delegation, person=make_person(**person), **fields)


def make_rows(meeting, rows):
    """As many delegations of governments and of bodies, each with a head."""
    for _ in range(rows):
        for body in (
            {"government": make_government()},
            {"organization": make_organization()},
        ):
            delegation = Delegation.objects.create(
                meeting=meeting, status="complete", **body
            )
            make_attendee(delegation=delegation, role="head")
