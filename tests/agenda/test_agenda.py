"""An agenda as a whole: what is changed in memory is what is saved, and no more."""

import pytest
from django.utils import timezone

from meetings.agenda.agenda import StaleAgenda, load_agenda
from meetings.agenda.editing import (
    HasOutcomes,
    edit_agenda,
    save,
    undo_last_edit,
)
from meetings.models import AgendaItem, AgendaUndo, Presenter, Session
from meetings.models.bulk import TrackedBulkWriter
from tests.agenda.helpers import stored_titles
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


def writer():
    return TrackedBulkWriter(None, timezone.now(), "Test")


def do(meeting, edit, seen=None):
    seen = seen or load_agenda(meeting).fingerprint
    return edit_agenda(meeting, seen, None, timezone.now(), edit)


def move_c_to_second(agenda):
    first, second = agenda.sessions
    second.item_list.insert(0, first.item_list.pop())
    return "Moved c"


def test_an_agenda_that_is_not_changed_writes_nothing(
    meeting, django_assert_num_queries
):
    agenda = load_agenda(meeting)

    save(agenda, writer())

    assert AgendaItem.history.filter(history_change_reason="Test").count() == 0
    assert load_agenda(meeting).fingerprint == agenda.fingerprint


@pytest.mark.parametrize("rows", [1, 5])
def test_an_agenda_is_loaded_in_three_queries(meeting, rows, django_assert_num_queries):
    for _ in range(rows):
        make_presenter(
            make_item(make_session(meeting)), attendee=make_attendee(meeting)
        )

    with django_assert_num_queries(3):
        agenda = load_agenda(meeting)
        _texts = [str(row) for row in agenda.rows()]


def test_an_item_moves_to_another_session(meeting):
    do(meeting, move_c_to_second)

    assert stored_titles(meeting) == {"S1": ["a", "b"], "S2": ["c", "d"]}


def test_items_change_places(meeting):
    do(meeting, lambda agenda: agenda.sessions[0].item_list.reverse() or "Reversed")

    assert stored_titles(meeting) == {"S1": ["c", "b", "a"], "S2": ["d"]}


def test_sessions_change_places(meeting):
    do(meeting, lambda agenda: agenda.sessions.reverse() or "Reversed")

    assert list(stored_titles(meeting)) == ["S2", "S1"]


def test_only_what_changed_gets_a_version_and_a_history(meeting):
    do(meeting, lambda agenda: setattr(agenda.items[0], "title_en", "A") or "Retitled")

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

    do(
        session.meeting,
        lambda agenda: agenda.add_item(session.pk, "new", "topic", None),
    )

    assert stored_titles(session.meeting) == {"Plenary": ["a", "b", "c", "new"]}
    assert [item.order for item in session.items.order_by("order")] == [1, 2, 3, 4]


def test_new_rows_come_in_where_they_stand(meeting):
    def add(agenda):
        session = Session(kind="reception", title_en="New")
        item = AgendaItem(kind="topic", title_en="x")
        session.item_list.append(item)
        item.presenter_list.append(Presenter(as_printed="Somebody"))
        agenda.sessions.insert(1, session)
        return "Added"

    do(meeting, add)

    assert stored_titles(meeting) == {"S1": ["a", "b", "c"], "New": ["x"], "S2": ["d"]}
    assert Presenter.objects.get(item__title_en="x").as_printed == "Somebody"


def test_what_is_taken_out_goes_with_its_parts(meeting):
    do(meeting, lambda agenda: agenda.sessions.pop(0) and "Taken out")

    assert stored_titles(meeting) == {"S2": ["d"]}
    assert not Presenter.objects.exists()


@pytest.mark.parametrize("make", [make_item_minutes, make_decision])
def test_an_item_with_minutes_or_decisions_stays(meeting, make):
    item = AgendaItem.objects.get(title_en="b")
    make(item=item, **({"meeting": meeting} if make is make_decision else {}))

    with pytest.raises(HasOutcomes) as caught:
        do(meeting, lambda agenda: agenda.sessions.pop(0) and "Taken out")

    assert caught.value.item == item
    assert stored_titles(meeting) == {"S1": ["a", "b", "c"], "S2": ["d"]}


def test_who_saw_an_older_agenda_changes_nothing(meeting):
    seen = load_agenda(meeting).fingerprint
    item = AgendaItem.objects.get(title_en="d")
    item.title_en = "D"
    item.save()

    with pytest.raises(StaleAgenda):
        do(meeting, move_c_to_second, seen)

    assert stored_titles(meeting) == {"S1": ["a", "b", "c"], "S2": ["D"]}


def test_a_change_is_undone_whole(meeting):
    before = load_agenda(meeting).snapshot()
    do(meeting, move_c_to_second)

    undone, agenda = undo_last_edit(meeting, None, timezone.now())

    assert undone.what == "Moved c"
    assert agenda.snapshot() == load_agenda(meeting).snapshot() == before


def test_what_was_taken_out_comes_back_as_the_rows_it_was(meeting):
    source = make_source()
    for row in (Session.objects.get(title_en="S1"), AgendaItem.objects.first()):
        row.sources.add(source)
    before = load_agenda(meeting).snapshot()
    do(meeting, lambda agenda: agenda.sessions.pop(0) and "Taken out")

    undo_last_edit(meeting, None, timezone.now())

    assert load_agenda(meeting).snapshot() == before
    assert [row.title_en for row in Session.objects.filter(sources=source)] == ["S1"]
    assert [row.title_en for row in AgendaItem.objects.filter(sources=source)] == ["a"]


def test_who_saw_a_row_before_it_went_and_came_back_changes_nothing(meeting):
    seen, d = load_agenda(meeting).fingerprint, AgendaItem.objects.get(title_en="d")

    def rewrite(title):
        return lambda agenda: agenda.write_item(d.pk, {"title_en": title}, [])

    do(meeting, rewrite("changed since"))
    do(meeting, lambda agenda: agenda.remove(AgendaItem, d.pk))
    undo_last_edit(meeting, None, timezone.now())

    with pytest.raises(StaleAgenda):
        do(meeting, rewrite("older"), seen)
    assert stored_titles(meeting)["S2"] == ["changed since"]


def test_several_changes_are_undone_one_by_one(meeting):
    before = load_agenda(meeting).snapshot()
    do(meeting, move_c_to_second)
    do(meeting, lambda agenda: agenda.sessions.reverse() or "Reversed")

    undo_last_edit(meeting, None, timezone.now())
    assert stored_titles(meeting) == {"S1": ["a", "b"], "S2": ["c", "d"]}
    undo_last_edit(meeting, None, timezone.now())
    assert load_agenda(meeting).snapshot() == before
    assert undo_last_edit(meeting, None, timezone.now()) is None


def test_what_was_changed_elsewhere_since_is_not_undone(meeting):
    do(meeting, move_c_to_second)
    AgendaItem.objects.get(title_en="d").save()

    with pytest.raises(StaleAgenda):
        undo_last_edit(meeting, None, timezone.now())

    assert stored_titles(meeting) == {"S1": ["a", "b"], "S2": ["c", "d"]}


def test_an_edit_that_changes_nothing_leaves_no_step(meeting):
    do(meeting, lambda agenda: "Nothing")

    assert not AgendaUndo.objects.exists()


# Origins of texts

ORIGINS = {"title_ko": "translation", "title_ja": "translation", "title": "en"}


@pytest.fixture
def translated(meeting):
    """The item c, translated."""
    item = AgendaItem.objects.get(title_en="c")
    item.title_ko, item.title_ja, item.origins = "다", "ウ", ORIGINS
    item.save()
    return item


def retitle(item):
    def edit(agenda):
        return agenda.write_item(item.pk, {"title_ko": "라"}, [])

    return edit


def origins_of(item):
    return AgendaItem.objects.get(pk=item.pk).origins


def test_an_item_that_moves_keeps_the_origins_of_its_titles(meeting, translated):
    do(meeting, move_c_to_second)

    assert origins_of(translated) == ORIGINS


def test_an_item_with_another_title_forgets_the_origin_of_that_one(meeting, translated):
    do(meeting, retitle(translated))

    assert origins_of(translated) == {"title_ja": "translation", "title": "en"}


def test_a_title_that_is_undone_has_its_origin_again(meeting, translated):
    do(meeting, retitle(translated))

    undo_last_edit(meeting, None, timezone.now())

    assert origins_of(translated) == ORIGINS


def test_an_item_that_comes_back_has_its_origins_again(meeting, translated):
    do(meeting, lambda agenda: agenda.remove(AgendaItem, translated.pk))

    undo_last_edit(meeting, None, timezone.now())

    assert origins_of(translated) == ORIGINS
