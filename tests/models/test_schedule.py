"""Items run on from the start of their session."""

import datetime as dt

import pytest

from meetings.models import AgendaItem, Session

NINE = dt.time(9)


def scheduled(minutes, start=NINE, end=None, numbers=()):
    """The first session of an agenda, with items of so many minutes."""
    session = Session(kind="plenary", start=start, end=end)
    session.item_list = [AgendaItem(kind="topic", duration=each) for each in minutes]
    for item, number in zip(session.item_list, numbers, strict=False):
        item.number = number
    session.schedule(1)
    return session


def times(session):
    return [(f"{i.begin:%H:%M}", f"{i.finish:%H:%M}") for i in session.item_list]


def test_items_follow_one_another():
    assert times(scheduled([20, None, 45])) == [
        ("09:00", "09:20"),
        ("09:20", "09:20"),
        ("09:20", "10:05"),
    ]


def test_a_session_that_has_no_start_gives_no_times():
    session = scheduled([20], start=None)

    assert [(item.begin, item.finish) for item in session.item_list] == [(None, None)]


def test_items_go_on_after_midnight():
    assert times(scheduled([40], start=dt.time(23, 30))) == [("23:30", "00:10")]


@pytest.mark.parametrize(
    ("end", "overrun"),
    [(dt.time(10), 5), (dt.time(10, 5), 0), (dt.time(12), 0), (None, 0)],
)
def test_a_session_runs_over_by_what_does_not_fit(end, overrun):
    assert scheduled([20, 45], end=end).overrun == overrun


def test_a_session_without_an_end_ends_with_its_items():
    assert scheduled([20, 45]).finish == dt.time(10, 5)


def test_numbers_are_given_but_where_one_is_printed():
    labels = [item.label for item in scheduled([1, 1, 1], numbers=["", "A"]).item_list]

    assert labels == ["1.1", "A", "1.3"]
