"""What is counted of a meeting's attendees."""

import pytest

from tests.exports.helpers import book_of
from tests.factories import make_attendee

pytestmark = pytest.mark.django_db


def test_statistics_count_those_who_are_expected(conference):
    make_attendee(conference, status="cancelled", role="press")

    assert book_of(conference)["Statistics"] == [
        ["Total", None, 4, 100.0],
        ["Country", "Japan", 1, 25.0],
        ["Country", "Korea", 2, 50.0],
        ["Country", "Other body", 1, 25.0],
        ["Delegation", "Gwangju", 1, 25.0],
        ["Delegation", "Nam", 1, 25.0],
        ["Delegation", "Tottori", 1, 25.0],
        ["Delegation", "Secretariat", 1, 25.0],
        ["Role", "Head of delegation", 3, 75.0],
        ["Role", "Delegate", 1, 25.0],
        ["Mode", "Online", 1, 25.0],
        ["Mode", "not known", 3, 75.0],
        ["Status", "Registered", 3, 75.0],
        ["Status", "Confirmed", 1, 25.0],
    ]
