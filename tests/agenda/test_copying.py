"""An agenda starts from that of another meeting."""

import datetime as dt

import pytest
from django.utils import timezone

from meetings.agenda.agenda import load_agenda
from meetings.agenda.copying import (
    CopyOption,
    copied_sessions,
    copy_agenda,
    meetings_to_copy,
    previous_edition,
    shifted_date,
)
from meetings.agenda.editing import edit_agenda, undo_last_edit
from meetings.models import AgendaItem, Meeting, Presenter
from tests.factories import (
    make_attendee,
    make_decision,
    make_item,
    make_meeting,
    make_presenter,
    make_series,
    make_session,
)

pytestmark = pytest.mark.django_db

DAY = dt.date(2026, 10, 21)
IN_FOUR = {"title_en": "E", "title_ko": "한", "title_ja": "日", "title_zh": "中"}
ROOMS = {"room_en": "Hall", "room_ko": "홀", "room_ja": "会堂", "room_zh": "厅"}
ORIGINS = {"title_ko": "translation", "title_ja": "a-source", "title": "en"}


@pytest.fixture
def series():
    return make_series("s")


@pytest.fixture
def source(series):
    """Three sessions, two of them on the second and the third day, one on none."""
    source = make_meeting(series, number=1, date="2024-10-21/2024-10-24")
    first = make_session(
        source,
        date="2024-10-22",
        start="09:00",
        end="12:00",
        **IN_FOUR,
        **ROOMS,
        origins=ORIGINS | {"room_ja": "translation"},
    )
    make_session(source, date="2024-10-23/2024-10-24", kind="site_visit")
    make_session(source)
    item = make_item(
        first, kind="keynote", duration=20, number="A", **IN_FOUR, origins=ORIGINS
    )
    make_presenter(
        item,
        attendee=make_attendee(source),
        as_printed="Somebody",
        part="chair",
        language="ko",
        interpretation="ja zh",
    )
    return source


@pytest.fixture
def meeting(series):
    return make_meeting(series, number=2, date="2026-10-21/2026-10-24")


def copy(source, meeting, *options, first_day=DAY):
    return edit_agenda(
        meeting,
        load_agenda(meeting).fingerprint,
        None,
        timezone.now(),
        lambda agenda: copy_agenda(agenda, source, options, first_day),
    )


def test_days_keep_their_distance(source):
    sessions = copied_sessions(load_agenda(source), (), DAY)

    assert [session.date for session in sessions] == [
        "2026-10-21",
        "2026-10-22/2026-10-23",
        "",
    ]


def test_without_a_first_day_no_session_has_one(source):
    assert [
        session.date for session in copied_sessions(load_agenda(source), (), None)
    ] == ["", "", ""]


@pytest.mark.parametrize(
    ("date", "found"),
    [
        ("2024-02-28", "2024-03-01"),
        ("2024-10-22?", "2024-10-24"),
        ("2024-10-22/..", "2024-10-24/.."),
        ("2024-10", ""),
        ("2024-10-22/2024-11", ""),
        ("../2024-10-22", ""),
        ("9999-12-31", ""),
        ("", ""),
    ],
)
def test_a_date_moves_if_it_begins_on_a_day(date, found):
    assert shifted_date(date, dt.timedelta(days=2)) == found


def test_sessions_are_copied_alone(source, meeting):
    [first, *_others] = copy(source, meeting).sessions

    assert (first.kind, first.mode, first.start, first.end) == (
        "plenary",
        "unknown",
        dt.time(9),
        dt.time(12),
    )
    assert {name: getattr(first, name) for name in IN_FOUR} == IN_FOUR
    assert (first.room, first.item_list) == ("", [])


def test_items_are_copied_without_their_printed_numbers(source, meeting):
    agenda = copy(source, meeting, CopyOption.ITEMS)

    [item] = agenda.items
    assert (item.kind, item.duration, item.number) == ("keynote", 20, "")
    assert {name: getattr(item, name) for name in IN_FOUR} == IN_FOUR
    assert item.presenter_list == []


def test_rooms_are_copied_if_wished(source, meeting):
    [first, *_others] = copy(source, meeting, CopyOption.ROOMS).sessions

    assert {name: getattr(first, name) for name in ROOMS} == ROOMS


def test_texts_that_are_copied_keep_their_origins(source, meeting):
    copy(source, meeting, CopyOption.ITEMS)

    [session, *_others] = meeting.sessions.order_by("order")
    assert session.origins == session.items.get().origins == ORIGINS


def test_rooms_that_are_copied_keep_their_origins(source, meeting):
    copy(source, meeting, CopyOption.ROOMS)

    [session, *_others] = meeting.sessions.order_by("order")
    assert session.origins == ORIGINS | {"room_ja": "translation"}


def test_presenters_become_open_places_with_nobody_named(source, meeting):
    copy(source, meeting, CopyOption.ITEMS, CopyOption.PRESENTERS)

    assert list(
        Presenter.objects.filter(item__session__meeting=meeting).values_list(
            "is_open", "part", "language", "interpretation", "attendee", "as_printed"
        )
    ) == [(True, "chair", "ko", "ja zh", None, "")]


def test_the_copy_is_put_behind_what_there_is(source, meeting):
    make_session(meeting, title_en="Own")

    agenda = copy(source, meeting)

    assert [session.title for session in agenda.sessions] == [
        "Own",
        "E",
        "Plenary",
        "Plenary",
    ]


def test_a_copy_is_undone_whole(source, meeting):
    before = load_agenda(meeting).snapshot()
    copy(source, meeting, *CopyOption)

    undone, _agenda = undo_last_edit(meeting, None, timezone.now())

    assert undone.what == "Copied the agenda of s-1"
    assert load_agenda(meeting).snapshot() == before == []


def test_the_source_stays_as_it_is(source, meeting):
    before = load_agenda(source).snapshot()

    copy(source, meeting, *CopyOption)

    assert load_agenda(source).snapshot() == before


def test_open_decisions_become_items_in_four_languages(source, meeting, series):
    make_decision(source, follow_up="open", text_en="Two\nlines", text_ko="할 일")
    make_decision(source, follow_up="done", text_en="Done")
    make_decision(meeting, follow_up="open", text_en="Own")
    make_decision(make_meeting(), follow_up="open", text_en="Of another series")

    *_copied, arising = copy(source, meeting, CopyOption.MATTERS).sessions

    assert arising.title_en == "Matters arising"
    assert [(item.title_en, item.title_ko) for item in arising.item_list] == [
        ("Two lines", "할 일")
    ]


def test_items_of_open_decisions_have_the_origins_of_their_texts(source, meeting):
    origins = {"text_ja": "translation", "text": "ko"}
    make_decision(source, follow_up="open", text_ko="가", text_ja="ア", origins=origins)

    copy(source, meeting, CopyOption.MATTERS)

    item = AgendaItem.objects.get(session__meeting=meeting)
    assert item.origins == {"title_ja": "translation", "title": "ko"}


@pytest.mark.parametrize(("length", "end"), [(250, "xx"), (251, "x…")])
def test_a_long_decision_is_shortened_to_a_title(source, meeting, length, end):
    make_decision(source, follow_up="open", text_en="x" * length)

    [item] = copy(source, meeting, CopyOption.MATTERS).items

    assert (len(item.title_en), item.title_en[-2:]) == (250, end)


def test_no_session_arises_where_nothing_is_open(source, meeting):
    assert len(copy(source, meeting, CopyOption.MATTERS).sessions) == 3


def test_last_time_is_the_edition_before_that_has_an_agenda(source, meeting, series):
    for number in (3, 4):  # one of them later, one without an agenda
        make_meeting(series, number=number)
    make_session(Meeting.objects.get(series=series, number=3))
    make_session(make_meeting(number=1))

    assert previous_edition(meeting, meetings_to_copy(meeting)) == source


def test_a_meeting_without_a_number_starts_from_the_edition_before(source, series):
    later = make_meeting(series, number=2, date="2026")
    make_session(later)
    meeting = make_meeting(series, number=None, kind="preparatory", date="2025-05")

    assert previous_edition(meeting, meetings_to_copy(meeting)) == source


def test_nothing_came_before_a_first_edition(meeting, source):
    assert previous_edition(source, meetings_to_copy(source)) is None


def test_the_agenda_of_the_25th_conference_starts_the_next_one(record):
    source = Meeting.objects.get(slug="tlgec-25")
    meeting = make_meeting(source.series, number=27, date="2026-11-09/2026-11-12")

    agenda = copy(source, meeting, *CopyOption, first_day=dt.date(2026, 11, 9))

    assert [(session.date, session.title) for session in agenda.sessions] == [
        ("2026-11-09", "Opening and welcome dinner given by the mayor of Gwangju"),
        ("2026-11-10", "Plenary"),
        ("2026-11-10", "Exchange Plaza (one-to-one talks)"),
        ("2026-11-10", "Dinner given by the Korean association"),
        (
            "2026-11-11/2026-11-12",
            "Gwangju Global Motors, Gwangju Biennale and other places",
        ),
    ]
    assert [len(item.presenter_list) for item in agenda.items] == [1, 3, 0, 0, 0]
    assert {str(person) for item in agenda.items for person in item.presenter_list} == {
        "To be named"
    }
