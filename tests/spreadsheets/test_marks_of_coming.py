"""Who has crosses alone may not come."""

import pytest

from tests.spreadsheets.rows import read_rows


def doubts(headings, *rows):
    people, _passed = read_rows(headings, *rows)
    return [[doubt.value for doubt in person.warnings] for person in people]


@pytest.mark.parametrize("heading", ["会議", "10/16", "1일차"])
def test_who_has_crosses_alone_may_not_come(heading):
    rows = [["林田 健太", "○", "×"], ["塚本 美緒", "×", "×"]]

    assert doubts(["氏名", heading, "懇親会"], *rows) == [
        [],
        [f"{heading}: ×, 懇親会: ×"],
    ]


def test_crosses_for_dinner_alone_tell_nothing():
    assert doubts(["氏名", "懇親会"], ["林田 健太", "○"], ["塚本 美緒", "×"]) == [
        [],
        [],
    ]
