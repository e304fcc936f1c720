"""An agenda with something in every column."""

import pytest

from tests.factories import (
    make_attendee,
    make_government,
    make_item,
    make_meeting,
    make_person,
    make_presenter,
    make_session,
)


@pytest.fixture
def meeting():
    """Two days; the first session has the items a and b, the second c."""
    meeting = make_meeting(date="2026-10-21/2026-10-24")
    first = make_session(
        meeting,
        order=1,
        date="2026-10-21",
        start="09:00",
        end="12:00",
        room_en="Hall",
        room_ko="홀",
        room_ja="会堂",
        room_zh="厅",
        mode="hybrid",
        title_en="One",
        title_ko="하나",
        title_ja="一つ",
        title_zh="一",
    )
    second = make_session(meeting, order=2, date="2026-10-22?", title_en="Two")
    a = make_item(first, order=1, title_en="a", duration=20, number="1.10")
    make_item(first, order=2, title_en="b", kind="keynote", is_internal=True)
    make_item(second, order=1, title_en="c")
    attendee = make_attendee(meeting, reference="B7TM-CVJD")
    make_presenter(a, attendee=attendee, part="chair", language="ko")
    make_presenter(a, government=make_government("KR-47"))
    make_presenter(a, is_open=True, language="ja", interpretation="ko zh")
    make_presenter(a, person=make_person(), as_printed="A; B")
    return meeting
