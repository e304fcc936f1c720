"""An agenda as a whole: what is changed in memory is what is saved, and no more."""

import pytest
from django.utils import timezone

from meetings.agenda import acts
from meetings.agenda.agenda import Recorded, load
from meetings.agenda.editing import Stale, change, undo
from meetings.models import AgendaItem, AgendaUndo, Presenter, Session
from meetings.models.bulk import TrackedBulkWriter
from tests.factories import (
    make_attendee,
    make_decision,
    make_item,
    make_item_minutes,
    make_meeting,
    make_presenter,
    make_session,
    make_source,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    """Two sessions; the first has the items a, b and c, the second d."""
    meeting = make_meeting()
    first, second = (make_session(meeting, order=n, title_en=f"S{n}") for n in (1, 2))
    for n, title in enumerate("abc", start=1):
        make_presenter(make_item(first, order=n, title_en=title), as_printed=title)
    make_item(second, order=1, title_en="d")
    return meeting


def shape(meeting):
    """The titles of the items, session by session, as the database has them."""
    return {
        session.title_en: [item.title_en for item in session.items.order_by("order")]
        for session in meeting.sessions.order_by("order")
    }


def act():
    return TrackedBulkWriter(None, timezone.now(), "Test")


def do(meeting, edit, seen=None):
    seen = seen or load(meeting).fingerprint
    return change(meeting, seen, None, timezone.now(), edit)


def move_c_to_second(plan):
    first, second = plan.sessions
    second.parts.insert(0, first.parts.pop())
    return "Moved c"


def test_a_plan_that_is_not_changed_writes_nothing(meeting, django_assert_num_queries):
    plan = load(meeting)

    plan.save(act())

    assert AgendaItem.history.filter(history_change_reason="Test").count() == 0
    assert load(meeting).fingerprint == plan.fingerprint


@pytest.mark.parametrize("rows", [1, 5])
def test_a_plan_is_loaded_in_three_queries(meeting, rows, django_assert_num_queries):
    for _ in range(rows):
        make_presenter(
            make_item(make_session(meeting)), attendee=make_attendee(meeting)
        )

    with django_assert_num_queries(3):
        plan = load(meeting)
        _texts = [str(row) for row in plan.rows()]


def test_an_item_moves_to_another_session(meeting):
    do(meeting, move_c_to_second)

    assert shape(meeting) == {"S1": ["a", "b"], "S2": ["c", "d"]}


def test_items_change_places(meeting):
    do(meeting, lambda plan: plan.sessions[0].parts.reverse() or "Reversed")

    assert shape(meeting) == {"S1": ["c", "b", "a"], "S2": ["d"]}


def test_sessions_change_places(meeting):
    do(meeting, lambda plan: plan.sessions.reverse() or "Reversed")

    assert list(shape(meeting)) == ["S2", "S1"]


def test_only_what_changed_gets_a_version_and_a_history(meeting):
    do(meeting, lambda plan: setattr(plan.items[0], "title_en", "A") or "Retitled")

    changed = AgendaItem.history.filter(history_change_reason="Retitled")
    assert [row.title_en for row in changed] == ["A"]
    assert list(
        AgendaItem.objects.order_by("pk").values_list("version", flat=True)
    ) == [
        2,
        1,
        1,
        1,
    ]


@pytest.mark.parametrize("orders", [(1, 2, 4), (1, 3, 9), (7, 8, 9)])
def test_gaps_in_the_order_close_when_something_comes_in(orders):
    session = make_session()
    for order, title in zip(orders, "abc", strict=True):
        make_item(session, order=order, title_en=title)

    do(session.meeting, acts.add_item(session.pk, "new", "topic", None))

    assert shape(session.meeting) == {"Plenary": ["a", "b", "c", "new"]}
    assert [item.order for item in session.items.order_by("order")] == [1, 2, 3, 4]


def test_new_rows_come_in_where_they_stand(meeting):
    def add(plan):
        session = Session(kind="reception", title_en="New")
        item = AgendaItem(kind="topic", title_en="x")
        session.parts, item.people = [item], [Presenter(as_printed="Somebody")]
        plan.sessions.insert(1, session)
        return "Added"

    do(meeting, add)

    assert shape(meeting) == {"S1": ["a", "b", "c"], "New": ["x"], "S2": ["d"]}
    assert Presenter.objects.get(item__title_en="x").as_printed == "Somebody"


def test_what_is_taken_out_goes_with_its_parts(meeting):
    do(meeting, lambda plan: plan.sessions.pop(0) and "Taken out")

    assert shape(meeting) == {"S2": ["d"]}
    assert not Presenter.objects.exists()


@pytest.mark.parametrize("make", [make_item_minutes, make_decision])
def test_an_item_with_minutes_or_decisions_stays(meeting, make):
    item = AgendaItem.objects.get(title_en="b")
    make(item=item, **({"meeting": meeting} if make is make_decision else {}))

    with pytest.raises(Recorded) as caught:
        do(meeting, lambda plan: plan.sessions.pop(0) and "Taken out")

    assert caught.value.item == item
    assert shape(meeting) == {"S1": ["a", "b", "c"], "S2": ["d"]}


def test_who_saw_an_older_agenda_changes_nothing(meeting):
    seen = load(meeting).fingerprint
    item = AgendaItem.objects.get(title_en="d")
    item.title_en = "D"
    item.save()

    with pytest.raises(Stale):
        do(meeting, move_c_to_second, seen)

    assert shape(meeting) == {"S1": ["a", "b", "c"], "S2": ["D"]}


def test_a_change_is_undone_whole(meeting):
    before = load(meeting).snapshot()
    do(meeting, move_c_to_second)

    step, plan = undo(meeting, None, timezone.now())

    assert step.what == "Moved c"
    assert plan.snapshot() == load(meeting).snapshot() == before


def test_what_was_taken_out_comes_back_as_the_rows_it_was(meeting):
    source = make_source()
    for row in (Session.objects.get(title_en="S1"), AgendaItem.objects.first()):
        row.sources.add(source)
    before = load(meeting).snapshot()
    do(meeting, lambda plan: plan.sessions.pop(0) and "Taken out")

    undo(meeting, None, timezone.now())

    assert load(meeting).snapshot() == before
    assert [row.title_en for row in Session.objects.filter(sources=source)] == ["S1"]
    assert [row.title_en for row in AgendaItem.objects.filter(sources=source)] == ["a"]


def test_who_saw_a_row_before_it_went_and_came_back_changes_nothing(meeting):
    seen, d = load(meeting).fingerprint, AgendaItem.objects.get(title_en="d")
    do(meeting, acts.write_item(d.pk, {"title_en": "changed since"}, []))
    do(meeting, acts.remove(AgendaItem, d.pk))
    undo(meeting, None, timezone.now())

    with pytest.raises(Stale):
        do(meeting, acts.write_item(d.pk, {"title_en": "older"}, []), seen)
    assert shape(meeting)["S2"] == ["changed since"]


def test_several_changes_are_undone_one_by_one(meeting):
    before = load(meeting).snapshot()
    do(meeting, move_c_to_second)
    do(meeting, lambda plan: plan.sessions.reverse() or "Reversed")

    undo(meeting, None, timezone.now())
    assert shape(meeting) == {"S1": ["a", "b"], "S2": ["c", "d"]}
    undo(meeting, None, timezone.now())
    assert load(meeting).snapshot() == before
    assert undo(meeting, None, timezone.now()) is None


def test_what_was_changed_elsewhere_since_is_not_undone(meeting):
    do(meeting, move_c_to_second)
    AgendaItem.objects.get(title_en="d").save()

    with pytest.raises(Stale):
        undo(meeting, None, timezone.now())

    assert shape(meeting) == {"S1": ["a", "b"], "S2": ["c", "d"]}


def test_an_edit_that_changes_nothing_leaves_no_step(meeting):
    do(meeting, lambda plan: "Nothing")

    assert not AgendaUndo.objects.exists()
