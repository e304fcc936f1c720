"""The order of a list, or its column of ranks, is kept as ranks in the delegation."""

import pytest

from meetings.attendee_import.confirming import confirm
from meetings.attendee_import.review import review
from meetings.attendee_import.undoing import undo
from meetings.spreadsheets.findings import ReadPerson
from tests.attendee_import.lists import NOW, draft
from tests.attendee_import.reviews import attend, found_batch, reviewed

pytestmark = [pytest.mark.django_db]

HEADINGS = "성명,소속"


def lines(names, body="견본도"):
    return [f"{name},{body}" for name in names]


def register(meeting, editor, *names):
    batch = draft(meeting, *lines(names), headings=HEADINGS)
    confirm(batch, editor, NOW)
    return batch


def ranks(meeting):
    return dict(meeting.attendees.values_list("person__native_name", "rank"))


def changes(found):
    return {row.values["native_name"]: (row.state, row.changes) for row in found.rows}


def test_the_order_of_the_list_is_the_rank(meeting, delegation, editor):
    rows = [*lines(["박예시", "김견본"]), *lines(["이가상"], "가상도")]

    confirm(draft(meeting, *rows, headings=HEADINGS), editor, NOW)

    assert ranks(meeting) == {"박예시": 1, "김견본": 2, "이가상": 1}


def test_a_column_of_ranks_decides(meeting, delegation):
    people = [
        ReadPerson("명단", row, {"native_name": name, "code": "KR-47", "rank": rank})
        for row, name, rank in [
            (2, "박예시", 3),
            (3, "김견본", "1위"),
            (4, "이가상", 2.0),
        ]
    ]

    found = review(found_batch(meeting, *people))

    assert [row.values["rank"] for row in found.rows] == [3, 1, 2]


def test_who_does_not_come_has_no_rank(meeting, delegation):
    rows = ["박예시,견본도,불참", "김견본,견본도,"]

    found = reviewed(meeting, *rows, headings="성명,소속,상태")

    assert [row.values.get("rank") for row in found.rows] == [None, 1]


def test_the_same_order_changes_nothing(meeting, delegation, editor):
    register(meeting, editor, "박예시", "김견본")

    found = reviewed(meeting, *lines(["박예시", "김견본"]), headings=HEADINGS)

    assert changes(found) == {"박예시": ("unchanged", {}), "김견본": ("unchanged", {})}


def test_another_order_is_a_change(meeting, delegation, editor):
    register(meeting, editor, "박예시", "김견본", "이가상")

    found = reviewed(meeting, *lines(["김견본", "박예시", "이가상"]), headings=HEADINGS)

    assert changes(found) == {
        "김견본": ("changed", {"rank": [2, 1]}),
        "박예시": ("changed", {"rank": [1, 2]}),
        "이가상": ("unchanged", {}),
    }


def test_room_for_a_newcomer_is_no_change_to_others(meeting, delegation, editor):
    register(meeting, editor, "박예시", "이가상")
    before = ranks(meeting)

    batch = register(meeting, editor, "박예시", "김견본", "이가상")

    assert (batch.summary["new"], batch.summary["unchanged"]) == (1, 2)
    assert ranks(meeting) == {"박예시": 1, "김견본": 2, "이가상": 3}
    undo(batch, editor, NOW)
    assert ranks(meeting) == before


def test_an_order_made_by_hand_is_kept(meeting, delegation, editor):
    register(meeting, editor, "박예시", "이가상")
    for attendee in meeting.attendees.all():
        attendee.rank = 3 - attendee.rank
        attendee.save()

    register(meeting, editor, "박예시", "김견본", "이가상")

    assert ranks(meeting) == {"이가상": 1, "박예시": 2, "김견본": 3}


def test_our_own_list_ranks_nobody(meeting, delegation):
    one, other = attend(delegation), attend(delegation, "이가상")
    rows = [f"{other.reference},이가상", f"{one.reference},김견본"]

    found = reviewed(
        meeting, *rows, headings="등록번호,성명", choices={"delegation": "KR-47"}
    )

    assert [row.changes for row in found.rows] == [{}, {}]
