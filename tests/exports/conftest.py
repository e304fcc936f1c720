"""A meeting that people come to."""

import pytest

from tests.factories import (
    make_attendee,
    make_country,
    make_delegation,
    make_government,
    make_meeting,
    make_organization,
    make_person,
    make_series,
)


@pytest.fixture
def conference(db):
    """A meeting to which two governments of one short name and a body come."""
    korea = make_country("KR", name_en="Korea", name_ja="韓国", name_ko="한국")
    japan = make_country("JP", name_en="Japan", name_ja="日本", name_ko="일본")
    meeting = make_meeting(
        make_series(name_en="Conference", name_ja="会議"),
        number=27,
        date="2026-10-21/2026-10-24",
        place_en="Gwangju",
        venue_en="Hall A",
        theme_en="Old towns",
        status="announced",
        format="hybrid",
        country=korea,
        host_government=government("KR-29", korea, "Gwangju", "光州"),
    )
    south = government("KR-29-nam", korea, "Gwangju", "光州", name_en="Nam")
    tottori = government("JP-31", japan, "Tottori", "鳥取")
    tcs = make_organization("tcs", name_en="Secretariat", abbreviation="TCS")
    for n, body in enumerate([meeting.host_government, south, tottori], start=1):
        delegation = make_delegation(meeting, government=body, protocol_order=n)
        person = make_person(native_name=f"Head {n}")
        make_attendee(delegation=delegation, role="head", person=person)
    make_attendee(
        delegation=make_delegation(meeting, organization=tcs),
        mode="online",
        status="confirmed",
        person=make_person(native_name="Guest", email="guest@example.org"),
    )
    return meeting


def government(code, country, short, japanese, **fields):
    names = {"name_en": short, "name_ja": japanese} | fields
    return make_government(
        code, country, short_en=short, short_ja=japanese, name_ko="", **names
    )
