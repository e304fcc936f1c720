"""Natural keys find what they name."""

import pytest

from meetings.models import AgendaItem, Delegation, Session
from tests.factories import (
    make_delegation,
    make_government,
    make_item,
    make_meeting,
    make_organization,
    make_session,
)

pytestmark = pytest.mark.django_db


def test_a_key_nests_the_keys_of_what_it_leans_on():
    session = make_session(make_meeting(slug="tlgec-8"), order=1)
    item = make_item(session, order=3)

    assert item.natural_key() == ((("tlgec-8",), 1), 3)
    assert AgendaItem.objects.get_by_natural_key((("tlgec-8",), 1), 3) == item
    assert Session.objects.get_by_natural_key(("tlgec-8",), 1) == session


def test_a_key_tells_an_empty_part_from_any_part():
    meeting = make_meeting(slug="tlgec-8")
    of_body = make_delegation(meeting, organization=make_organization("clair"))
    make_delegation(meeting, government=make_government("KR-47"))

    found = Delegation.objects.get_by_natural_key(("tlgec-8",), None, ("clair",))

    assert found == of_body


def test_dumping_puts_first_what_a_key_leans_on():
    assert Delegation.natural_key.dependencies == [
        "meetings.meeting",
        "meetings.government",
        "meetings.organization",
    ]
