"""Items run on from the start of their session."""

import datetime as dt

import pytest

from meetings.agenda.agenda import Plan
from meetings.agenda.times import arrange
from meetings.models import AgendaItem, Session

NINE = dt.time(9)


def plan_of(minutes, start=NINE, end=None, numbers=()):
    session = Session(kind="plenary", start=start, end=end)
    session.parts = [AgendaItem(kind="topic", duration=each) for each in minutes]
    for item in session.parts:
        item.people = []
    for item, number in zip(session.parts, numbers, strict=False):
        item.number = number
    plan = Plan(meeting=None)
    plan.sessions = [session]
    return arrange(plan)


def times(plan):
    return [(f"{i.begin:%H:%M}", f"{i.finish:%H:%M}") for i in plan.items]


def test_items_follow_one_another():
    assert times(plan_of([20, None, 45])) == [
        ("09:00", "09:20"),
        ("09:20", "09:20"),
        ("09:20", "10:05"),
    ]


def test_a_session_that_has_no_start_gives_no_times():
    plan = plan_of([20], start=None)

    assert [(item.begin, item.finish) for item in plan.items] == [(None, None)]


def test_items_go_on_after_midnight():
    assert times(plan_of([40], start=dt.time(23, 30))) == [("23:30", "00:10")]


@pytest.mark.parametrize(
    ("end", "overrun"),
    [(dt.time(10), 5), (dt.time(10, 5), 0), (dt.time(12), 0), (None, 0)],
)
def test_a_session_runs_over_by_what_does_not_fit(end, overrun):
    assert plan_of([20, 45], end=end).sessions[0].overrun == overrun


def test_a_session_without_an_end_ends_with_its_items():
    assert plan_of([20, 45]).sessions[0].finish == dt.time(10, 5)


def test_numbers_are_given_but_where_one_is_printed():
    labels = [item.label for item in plan_of([1, 1, 1], numbers=["", "A"]).items]

    assert labels == ["1.1", "A", "1.3"]
