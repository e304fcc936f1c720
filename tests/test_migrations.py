"""A database of an earlier release, migrated with what is stored in it."""

import pytest
from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from meetings.agenda.agenda import load_agenda
from meetings.agenda.comparing import changes
from meetings.agenda.editing import edit_agenda, undo_last_edit
from meetings.agenda.versions import frozen_snapshot, latest_version, publish
from meetings.models import AgendaItem, CalendarFeed, ExportProfile, Session
from tests.factories import make_government, make_item, make_meeting, make_session

pytestmark = pytest.mark.django_db(transaction=True)
BEFORE_PLAIN_NAMES = ("meetings", "0006_agendas")
BEFORE_ROOMS = ("meetings", "0009_glossary")
BEFORE_SUCCESSORS = ("meetings", "0011_find_bodies_by_fold")
WITH_SUCCESSORS = ("meetings", "0012_governments_end_with_a_successor")


def migrate(target):
    """Migrate the test's database; return the models as they were then."""
    executor = MigrationExecutor(connection)
    executor.migrate([target])
    return executor.loader.project_state([target]).apps


def migrate_to_today():
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


@pytest.fixture
def of_today():
    """Leave the database to other tests as the models of today want it."""
    yield
    migrate_to_today()


@pytest.fixture
def edited(editor):
    """A meeting whose agenda is published, then changed: b takes 30, not 20."""
    meeting = make_meeting()
    session = make_session(meeting, room_en="Hall")
    make_item(session, order=1, title_en="a", duration=10)
    item = make_item(session, order=2, title_en="b", duration=20)
    now = timezone.now()
    seen = load_agenda(meeting).fingerprint
    publish(meeting, "", editor, now, seen)
    edit_agenda(
        meeting, seen, editor, now, lambda agenda: agenda.set_duration(item.pk, 30)
    )
    ExportProfile.objects.create(
        owner=editor,
        listing="agenda",
        name="Lengths",
        columns=["item", "duration"],
        language="en",
    )
    CalendarFeed.objects.create(meeting=meeting, made_at=now)
    return meeting


def test_what_the_release_before_stored_goes_on_under_its_new_names(
    of_today, edited, editor
):
    before = migrate(BEFORE_PLAIN_NAMES)
    check_stored_as_minutes(before)

    migrate_to_today()

    kept = latest_version(edited).snapshot
    assert [item["duration"] for item in kept[0]["items"]] == [10, 20]
    assert [
        each.kind for each in changes(kept, frozen_snapshot(load_agenda(edited)))
    ] == ["times"]
    undo_last_edit(edited, editor, timezone.now())
    items = AgendaItem.objects.order_by("order")
    assert list(items.values_list("duration", flat=True)) == [10, 20]
    assert ExportProfile.objects.get().columns == ["item", "duration"]
    assert edited.calendar_feeds.in_use().count() == 1


def check_stored_as_minutes(apps):
    """The database is one that the release before could have written."""
    version = apps.get_model("meetings", "AgendaVersion").objects.get()
    step = apps.get_model("meetings", "AgendaStep").objects.get()
    profile = apps.get_model("meetings", "ExportProfile").objects.get()
    past = apps.get_model("meetings", "HistoricalAgendaItem").objects
    assert [item["minutes"] for item in version.plan[0]["items"]] == [10, 20]
    assert [item["minutes"] for item in step.before[0]["items"]] == [10, 20]
    assert profile.columns == ["item", "minutes"]
    assert past.order_by("history_id").last().minutes == 30


def test_the_one_room_of_the_release_before_is_the_english_one(
    of_today, edited, editor
):
    before = migrate(BEFORE_ROOMS)
    store_with_one_room(before)

    migrate_to_today()

    kept = latest_version(edited).snapshot
    assert kept[0]["room_en"] == "Hall"
    assert [
        each.kind for each in changes(kept, frozen_snapshot(load_agenda(edited)))
    ] == ["times"]
    undo_last_edit(edited, editor, timezone.now())
    session = Session.objects.get()
    assert (session.room_en, session.room_ko) == ("Hall", "")
    assert session.history.latest().room_en == "Hall"
    items = AgendaItem.objects.order_by("order")
    assert list(items.values_list("duration", flat=True)) == [10, 20]


def store_with_one_room(apps):
    """Make the database one that the release before could have written."""
    version = apps.get_model("meetings", "AgendaVersion").objects.get()
    undo = apps.get_model("meetings", "AgendaUndo").objects.get()
    for session in (*version.snapshot, *undo.before):
        assert session["room"] == "Hall"
        del session["room_ko"], session["room_ja"], session["room_zh"]
    version.save()
    undo.save()


def test_governments_that_ended_without_a_successor_are_named(of_today):
    successor = make_government("KR-3")
    make_government("KR-2", valid_to="2026", successor=successor)
    apps = migrate(BEFORE_SUCCESSORS)
    governments = apps.get_model("meetings", "Government").objects
    governments.filter(code="KR-2").update(successor=None)

    with pytest.raises(CommandError, match="and migrate again: KR-2"):
        migrate(WITH_SUCCESSORS)

    governments.filter(code="KR-2").update(successor=successor.pk)
    migrate(WITH_SUCCESSORS)
