"""Of the boxes of a printed form one is ticked."""

import pytest

from meetings.spreadsheets.lists.ballots import has_boxes, ticked_choice


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("참석", "참석"),
        ("□ 참석 ■ 불참", "불참"),
        ("☑出席　□欠席", "出席"),
        ("□ 대면 / ■ 온라인", "온라인"),
        ("□ 참석", None),
        ("■ 참석 ■ 불참", None),
        ("☑", "☑"),
    ],
)
def test_the_only_choice_with_a_tick_is_meant(text, choice):
    assert ticked_choice(text) == choice


def test_a_box_alone_is_a_mark():
    assert (has_boxes("☐"), has_boxes("□ 참석")) == (False, True)
