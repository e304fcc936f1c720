"""What is open of earlier meetings, and who wrote what when."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from meetings.agenda import presence
from meetings.agenda.outcomes import (
    matters_arising,
    minutes_with_savers,
    next_order,
    sessions_with_minutes,
    with_duties,
)
from meetings.models import Decision
from tests.factories import (
    make_decision,
    make_government,
    make_item,
    make_item_minutes,
    make_meeting,
    make_organization,
    make_series,
    make_session,
)

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def series():
    return make_series("tlgec")


@pytest.fixture
def meeting(series):
    return make_meeting(series, number=27, date="2026-10-21/2026-10-24")


def texts(decisions):
    return [decision.text_en for decision in decisions]


def test_open_decisions_of_earlier_meetings_arise_the_oldest_first(series, meeting):
    for date, order, text in (
        ("2025", 2, "third"),
        ("2025", 1, "second"),
        ("2024-10", 1, "first"),
    ):
        earlier = series.meetings.filter(date=date).first()
        earlier = earlier or make_meeting(series, date=date)
        make_decision(earlier, order=order, text_en=text, follow_up="open")

    assert texts(matters_arising(meeting)) == ["first", "second", "third"]


@pytest.mark.parametrize("follow_up", ["", "done"])
def test_what_is_done_or_needs_nothing_does_not_arise(series, meeting, follow_up):
    make_decision(make_meeting(series, date="2025"), follow_up=follow_up)

    assert texts(matters_arising(meeting)) == []


def test_what_is_decided_here_later_or_elsewhere_does_not_arise(series, meeting):
    make_decision(meeting, follow_up="open")
    make_decision(make_meeting(series, date="2027"), follow_up="open")
    make_decision(make_meeting(date="2025"), follow_up="open")

    assert texts(matters_arising(meeting)) == []


@pytest.mark.parametrize(
    ("date", "other"),
    [
        ("2026", "2026-03-10"),  # a meeting that prepares one whose day is not known
        ("2026-10-21", ""),
        ("", "2025"),
        ("", ""),
    ],
)
def test_a_meeting_that_may_have_been_earlier_counts_as_earlier(series, date, other):
    meeting = make_meeting(series, date=date)
    make_decision(make_meeting(series, date=other), text_en="open", follow_up="open")

    assert texts(matters_arising(meeting)) == ["open"]


@pytest.mark.parametrize(
    ("due_on", "follow_up", "is_overdue"),
    [
        (TODAY - dt.timedelta(days=1), "open", True),
        (TODAY - dt.timedelta(days=1), "done", False),
        (TODAY, "open", False),
        (None, "open", False),
    ],
)
def test_what_is_open_after_its_day_is_overdue(meeting, due_on, follow_up, is_overdue):
    make_decision(meeting, due_on=due_on, follow_up=follow_up)

    [decision] = with_duties(meeting.decisions, TODAY)

    assert decision.is_overdue == is_overdue


def test_the_next_place_is_after_all_others(meeting):
    make_decision(make_meeting(), order=9)
    assert next_order(meeting) == 1

    make_decision(meeting, order=4)
    assert next_order(meeting) == 5


def test_a_decision_has_a_text_in_one_language_at_least(meeting):
    decision = Decision(meeting=meeting, order=1, kind="decision")

    with pytest.raises(ValidationError, match="A text in one language at least"):
        decision.full_clean()
    with pytest.raises(IntegrityError, match="decision_has_a_text"):
        decision.save()


def test_a_decision_is_about_an_item_of_its_own_meeting(meeting):
    item = make_item(make_session(meeting))
    decision = make_decision(make_meeting(), item=item)

    with pytest.raises(ValidationError, match="on the agenda of another meeting"):
        decision.full_clean()
    decision.meeting = meeting
    decision.full_clean()


def test_either_a_government_or_an_organisation_is_responsible(meeting):
    decision = Decision(
        meeting=meeting,
        order=1,
        kind="decision",
        text_en="A fair.",
        responsible_government=make_government(),
        responsible_organization=make_organization(),
    )

    with pytest.raises(ValidationError, match="A government or an organisation"):
        decision.full_clean()
    with pytest.raises(IntegrityError, match="decision_one_responsible"):
        decision.save()


def test_a_place_is_taken_once(meeting):
    make_decision(meeting, order=1)
    second = Decision(meeting=meeting, order=1, kind="decision", text_en="A fair.")

    with pytest.raises(ValidationError, match="Another decision of this meeting"):
        second.full_clean()
    with pytest.raises(IntegrityError):
        second.save()


def test_minutes_know_who_saved_them_last(editor, manager):
    minutes = make_item_minutes()
    manager.name = ""
    manager.save()

    for user, who in ((editor, "Edo Editor"), (manager, "manager@example.org")):
        minutes._history_user = user
        minutes.save()
        saved = minutes_with_savers().get()
        assert (saved.saver, saved.saved_at) == (
            who,
            minutes.history.latest().history_date,
        )


def test_minutes_without_an_author_have_none():
    make_item_minutes()

    assert minutes_with_savers().get().saver is None


def test_items_come_in_their_order_with_their_labels(meeting):
    late, early = make_session(meeting, order=2), make_session(meeting, order=1)
    make_item(late, order=1)
    make_item(early, order=2)
    first = make_item(early, order=1, number="A")
    make_item_minutes(first, text="Opened.")

    sessions = sessions_with_minutes(meeting)

    labels = [[item.label for item in session.item_list] for session in sessions]
    assert labels == [["A", "1.2"], ["2.1"]]
    assert sessions[0].item_list[0].minutes.text == "Opened."


@pytest.mark.parametrize("items", [1, 3])
def test_items_with_minutes_are_loaded_in_three_queries(
    meeting, items, django_assert_num_queries
):
    for _ in range(items):
        make_item_minutes(make_item(make_session(meeting)))

    with django_assert_num_queries(3):
        for session in sessions_with_minutes(meeting):
            assert [item.minutes.text for item in session.item_list] == [
                "Somebody spoke."
            ]


@pytest.fixture
def nobody_writes():
    cache.clear()


def test_a_writer_is_named_to_others_only(meeting, editor, manager, nobody_writes):
    presence.note_writer(meeting, editor, "5")

    assert presence.writers(meeting, but=manager) == {"5": [editor]}
    assert presence.writers(meeting, but=editor) == {}
    assert presence.writers(make_meeting(), but=manager) == {}


def test_a_writer_who_leaves_is_named_no_longer(
    meeting, editor, manager, nobody_writes
):
    presence.note_writer(meeting, editor, "5")
    presence.note_writer(meeting, editor, "6")
    assert presence.writers(meeting, but=manager) == {"6": [editor]}

    presence.note_writer(meeting, editor, "")
    assert presence.writers(meeting, but=manager) == {}


def test_a_writer_who_falls_silent_is_forgotten(
    meeting, editor, manager, monkeypatch, nobody_writes
):
    monkeypatch.setattr(presence, "SECONDS", -1)

    presence.note_writer(meeting, editor, "5")

    assert presence.writers(meeting, but=manager) == {}
