"""Who is registered but not listed is missing, and cancelled only if staff say so."""

import pytest

from tests.attendee_import.reviews import attend, reviewed
from tests.factories import make_delegation

pytestmark = pytest.mark.django_db


def test_who_is_registered_but_not_listed_is_missing(meeting, delegation):
    gone = attend(delegation, "이가상")
    attend(delegation, "박예시", status="cancelled")
    attend(make_delegation(meeting), "최모범")
    attend(delegation)

    assert reviewed(meeting, "김견본,견본도,,").missing == [
        {
            "reference": gone.reference,
            "native_name": "이가상",
            "name": "이가상",
            "body": "KR-47",
            "cancel": False,
        }
    ]


@pytest.mark.parametrize(("answer", "cancel"), [("cancel", True), ("keep", False)])
def test_staff_say_whether_the_missing_are_cancelled(
    meeting, delegation, answer, cancel
):
    gone = attend(delegation, "이가상")

    found = reviewed(meeting, "김견본,견본도,,", missing={gone.reference: answer})

    assert [who["cancel"] for who in found.missing] == [cancel]
