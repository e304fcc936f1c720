"""The editor of an agenda: what is done is saved at once, whole, or told why not."""

import datetime as dt

import pytest
from django.urls import reverse

from meetings.agenda.agenda import load_agenda
from meetings.agenda.presenter_directory import presenter_text
from meetings.models import AgendaItem, AgendaUndo, Meeting, Presenter, Session
from tests.agenda.helpers import stored_titles
from tests.factories import (
    make_attendee,
    make_decision,
    make_delegation,
    make_government,
    make_item,
    make_meeting,
    make_person,
    make_presenter,
    make_series,
    make_session,
)
from tests.helpers import errors_of, filled, messages_of

pytestmark = pytest.mark.django_db

EDITOR = "/meetings/tlgec-27/agenda/edit/"
STALE = (
    "Somebody else changed the agenda meanwhile, and your change was not made."
    " This is the agenda now."
)


@pytest.fixture
def meeting():
    """S1 from 09:00 to 10:00 has the items a, b and c of 20 minutes; S2 has d."""
    meeting = make_meeting(
        make_series("tlgec"), number=27, date="2026-10-21/2026-10-24"
    )
    first = make_session(
        meeting,
        order=1,
        title_en="S1",
        date="2026-10-22",
        start=dt.time(9),
        end=dt.time(10),
    )
    second = make_session(meeting, order=2, title_en="S2")
    for n, title in enumerate("abc", start=1):
        make_item(first, order=n, title_en=title, duration=20)
    make_item(second, order=1, title_en="d")
    return meeting


def item(title):
    return AgendaItem.objects.get(title_en=title)


def session(title):
    return Session.objects.get(title_en=title)


def do(client, meeting, route, pk=None, **data):
    args = [meeting.slug, *([pk] if pk else [])]
    data = {"seen": load_agenda(meeting).fingerprint} | data
    return client.post(reverse(route, args=args), data, follow=True)


def test_the_editor_shows_times_and_what_is_too_long(editor_client, meeting):
    AgendaItem.objects.filter(title_en="c").update(duration=35)

    page = editor_client.get(EDITOR).content.decode()

    assert [time in page for time in ("09:00", "09:20", "09:40")] == [True] * 3
    assert "15 minutes too long" in page


def test_the_editor_counts_titles_in_four_languages(editor_client, meeting):
    AgendaItem.objects.filter(title_en__in="ab").update(title_ko="제목")

    page = editor_client.get(EDITOR)

    assert [(done, total) for _l, done, total in page.context["title_counts"]] == [
        (6, 6),
        (2, 6),
        (0, 6),
        (0, 6),
    ]


def test_an_item_moves_within_its_session(editor_client, meeting):
    do(editor_client, meeting, "item-move", item("c").pk, place=0)

    assert stored_titles(meeting) == {"S1": ["c", "a", "b"], "S2": ["d"]}


def test_an_item_moves_to_another_session(editor_client, meeting):
    target = session("S2").pk

    do(editor_client, meeting, "item-move", item("a").pk, session=target, place=1)

    assert stored_titles(meeting) == {"S1": ["b", "c"], "S2": ["d", "a"]}


def test_a_session_moves(editor_client, meeting):
    do(editor_client, meeting, "session-move", session("S2").pk, place=0)

    assert list(stored_titles(meeting)) == ["S2", "S1"]


def test_a_length_changes_what_follows(editor_client, meeting):
    response = do(editor_client, meeting, "item-duration", item("a").pk, duration=30)

    begins = [f"{each.begin:%H:%M}" for each in response.context["agenda"].items[:3]]
    assert begins == ["09:00", "09:30", "09:50"]


def test_an_item_is_added_at_the_end(editor_client, meeting):
    data = {"title": "New", "kind": "topic", "duration": "15"}

    do(editor_client, meeting, "item-add", session("S1").pk, **data)

    assert stored_titles(meeting)["S1"] == ["a", "b", "c", "New"]
    assert (item("New").duration, item("New").kind) == (15, "topic")


def test_what_is_taken_out_is_put_back_by_undoing(editor_client, meeting):
    do(editor_client, meeting, "session-remove", session("S1").pk)
    assert stored_titles(meeting) == {"S2": ["d"]}

    response = do(editor_client, meeting, "agenda-undo")

    assert messages_of(response) == ["Undone: Took out “S1”."]
    assert stored_titles(meeting) == {"S1": ["a", "b", "c"], "S2": ["d"]}


def test_undoing_goes_back_step_by_step_and_ends(editor_client, meeting):
    do(editor_client, meeting, "item-remove", item("a").pk)
    do(editor_client, meeting, "item-remove", item("b").pk)
    for _time in range(2):
        do(editor_client, meeting, "agenda-undo")

    response = do(editor_client, meeting, "agenda-undo")

    assert stored_titles(meeting) == {"S1": ["a", "b", "c"], "S2": ["d"]}
    assert messages_of(response) == ["There is nothing left to undo."]


def test_an_item_that_was_decided_on_stays(editor_client, meeting):
    make_decision(meeting, item=item("b"))

    response = do(editor_client, meeting, "session-remove", session("S1").pk)

    assert messages_of(response) == [
        "“b” has minutes or decisions, and cannot be taken out. Move these first."
    ]
    assert stored_titles(meeting)["S1"] == ["a", "b", "c"]
    assert not AgendaUndo.objects.exists()


@pytest.mark.parametrize(
    ("route", "title", "data"),
    [
        ("item-move", "a", {"place": 2}),
        ("item-duration", "a", {"duration": 5}),
        ("item-remove", "a", {}),
    ],
)
def test_a_stale_tab_changes_nothing(editor_client, meeting, route, title, data):
    seen = load_agenda(meeting).fingerprint
    do(editor_client, meeting, "item-move", item("c").pk, place=0)

    response = do(editor_client, meeting, route, item(title).pk, seen=seen, **data)

    assert messages_of(response) == [STALE]
    assert stored_titles(meeting) == {"S1": ["c", "a", "b"], "S2": ["d"]}
    assert item("a").duration == 20


def test_a_script_gets_the_editor_alone_and_is_told_of_a_stale_tab(
    editor_client, meeting
):
    address = reverse("item-move", args=["tlgec-27", item("a").pk])
    headers = {"Accept": "text/html;fragment"}
    good = {"seen": load_agenda(meeting).fingerprint, "place": 1}

    done = editor_client.post(address, good, headers=headers)
    refused = editor_client.post(address, good, headers=headers)

    assert (done.status_code, refused.status_code) == (200, 409)
    assert "<html" not in done.content.decode()
    assert STALE in refused.content.decode()


@pytest.mark.parametrize(
    ("route", "data", "sentence"),
    [
        ("item-duration", {"duration": "-5"}, "Minutes allotted: "),
        ("item-duration", {"duration": "99999"}, "Minutes allotted: "),
        ("item-duration", {"duration": "soon"}, "Minutes allotted: "),
        # From a page opened before an update, which calls the field otherwise.
        ("item-duration", {"minutes": "33"}, "Minutes allotted: "),
        ("item-move", {"place": "x"}, "Place in the order: "),
        ("item-move", {}, "Place in the order: "),
    ],
)
def test_what_makes_no_sense_is_told_in_a_sentence(
    editor_client, meeting, route, data, sentence
):
    response = do(editor_client, meeting, route, item("a").pk, **data)

    [message] = messages_of(response)
    assert message.startswith(sentence)
    assert stored_titles(meeting)["S1"] == ["a", "b", "c"]


def test_a_row_that_is_not_on_the_agenda_is_told_of_in_a_sentence(
    editor_client, meeting
):
    other = make_item(make_session(title_en="Elsewhere"))
    gone = make_item()
    gone.delete()
    target = {"session": other.session_id, "place": 0, "duration": 5}
    edits = [
        (route, row.pk or 999, target)
        for route in ("item-move", "item-duration", "item-remove")
        for row in (other, gone)
    ]

    for route, pk, data in [*edits, ("item-move", item("a").pk, target)]:
        response = do(editor_client, meeting, route, pk, **data)
        assert messages_of(response) == [STALE]
    assert stored_titles(meeting) == {"S1": ["a", "b", "c"], "S2": ["d"]}
    assert [each.duration for each in other.session.items.all()] == [None]


@pytest.mark.parametrize("title", ["긴" * 250, "x\u0323" * 125])
def test_a_title_of_full_length_is_no_hindrance(editor_client, meeting, title):
    AgendaItem.objects.filter(title_en="a").update(title_en=title)

    do(editor_client, meeting, "item-duration", item(title).pk, duration=5)

    step = AgendaUndo.objects.get()
    assert len(str(step)) == AgendaUndo._meta.get_field("what").max_length
    assert item(title).duration == 5


# Sessions


def session_form(client, meeting, pk=None, **changes):
    route = "session-edit" if pk else "session-add"
    address = reverse(route, args=[meeting.slug, *([pk] if pk else [])])
    data = filled(client.get(address).context["form"]) | changes
    return client.post(address, data, follow=True)


def test_a_session_is_added(editor_client, meeting):
    session_form(
        editor_client,
        meeting,
        kind="reception",
        mode="in_person",
        title_en="Dinner",
        date="2026-10-22",
        start="18:00",
    )

    assert list(stored_titles(meeting)) == ["S1", "S2", "Dinner"]
    assert session("Dinner").start == dt.time(18)


def test_a_session_is_changed(editor_client, meeting):
    session_form(editor_client, meeting, session("S1").pk, room_en="Hall B")

    assert session("S1").room_en == "Hall B"
    assert stored_titles(meeting)["S1"] == ["a", "b", "c"]


def test_a_page_of_before_an_update_leaves_what_it_does_not_know(
    editor_client, meeting
):
    Session.objects.filter(pk=session("S1").pk).update(room_en="A", room_ko="가")
    address = reverse("session-edit", args=[meeting.slug, session("S1").pk])
    sent = filled(editor_client.get(address).context["form"]) | {"start": "09:30"}
    sent = {name: value for name, value in sent.items() if "room" not in name}

    editor_client.post(address, sent | {"room": "B"})

    changed = session("S1")
    assert (changed.start, changed.room_en, changed.room_ko) == (
        dt.time(9, 30),
        "A",
        "가",
    )


def test_a_session_cannot_end_before_it_starts(editor_client, meeting):
    response = session_form(editor_client, meeting, session("S1").pk, end="08:00")

    assert errors_of(response) == {"A session ends after it starts."}


@pytest.mark.parametrize("time", ["25:00", "9 o'clock", "24:30"])
def test_a_time_that_does_not_exist_is_refused(editor_client, meeting, time):
    response = session_form(editor_client, meeting, session("S1").pk, start=time)

    assert errors_of(response) == {"Enter a valid time."}


@pytest.mark.parametrize("day", ["2026-10-30", "2026-10-23/2026-10-30"])
def test_a_day_outside_the_meeting_is_asked_about_and_then_allowed(
    editor_client, meeting, day
):
    pk = session("S1").pk

    asked = session_form(editor_client, meeting, pk, date=day)
    session_form(editor_client, meeting, pk, date=day, outside="on")

    assert errors_of(asked) == {
        "This day is outside the meeting. If it is right, say so."
    }
    assert 'name="outside"' in asked.content.decode()
    assert session("S1").date == day


def test_a_form_that_is_overtaken_keeps_what_was_written(editor_client, meeting):
    address = reverse("session-edit", args=[meeting.slug, session("S1").pk])
    data = filled(editor_client.get(address).context["form"]) | {"room_en": "Hall B"}
    do(editor_client, meeting, "item-move", item("c").pk, place=0)

    overtaken = editor_client.post(address, data)
    again = filled(overtaken.context["form"])
    editor_client.post(address, again)

    assert "What you wrote is still here" in overtaken.content.decode()
    assert again["room_en"] == "Hall B"
    assert session("S1").room_en == "Hall B"
    assert stored_titles(meeting)["S1"] == ["c", "a", "b"]


# Items and who presents them


def item_form(client, meeting, title, people=(), **changes):
    address = reverse("item-edit", args=[meeting.slug, item(title).pk])
    context = client.get(address).context
    forms = [context["form"], context["formset"].management_form, *context["formset"]]
    data = {name: value for form in forms for name, value in filled(form).items()}
    for n, person in enumerate(people):
        data |= {f"people-{n}-{name}": value for name, value in person.items()}
    return client.post(address, data | changes, follow=True)


def test_an_item_gets_its_titles_in_four_languages(editor_client, meeting):
    titles = {"title_ko": "발표", "title_ja": "発表", "title_zh": "发言"}

    item_form(editor_client, meeting, "a", **titles)

    a = item("a")
    assert (a.title_ko, a.title_ja, a.title_zh) == ("발표", "発表", "发言")


def test_presenters_are_named_by_text(editor_client, meeting):
    gangwon = make_government("KR-42", name_en="Gangwon State")
    delegation = make_delegation(meeting, government=gangwon)
    person = make_person(native_name="김견본")
    attendee = make_attendee(
        delegation=delegation, person=person, reference="B111-1111"
    )
    people = [
        {"who": "김견본 [B111-1111]", "language": "ko", "interpretation": ["ja", "zh"]},
        {"who": "Gangwon State [KR-42]", "part": "chair"},
    ]

    item_form(editor_client, meeting, "a", people)

    first, second = item("a").presenters.order_by("order")
    assert (first.attendee, first.language) == (attendee, "ko")
    assert (first.interpretation, first.part) == ("ja zh", "presenter")
    assert (second.government, second.part) == (gangwon, "chair")


def test_a_name_nobody_knows_is_printed_as_it_stands(editor_client, meeting):
    item_form(editor_client, meeting, "a", [{"who": "A guest [nobody]"}])

    assert item("a").presenters.get().as_printed == "A guest [nobody]"


def test_a_place_is_kept_open(editor_client, meeting):
    item_form(editor_client, meeting, "a", [{"is_open": "on", "language": "ja"}])

    presenter = item("a").presenters.get()
    assert (presenter.is_open, str(presenter)) == (True, "To be named")


def test_a_presenter_who_is_left_alone_stays_who_it_was(editor_client, meeting):
    gangwon = make_government("KR-42")
    kept = make_presenter(item("a"), government=gangwon, as_printed="As printed")

    item_form(editor_client, meeting, "a", minutes="25")

    presenter = item("a").presenters.get()
    assert (presenter.pk, presenter.government) == (kept.pk, gangwon)
    assert presenter.as_printed == "As printed"


def test_a_presenter_stays_who_it_was_though_the_one_above_went_meanwhile(
    editor_client, meeting
):
    gone, kept = (make_presenter(item("a"), as_printed=name) for name in ("A", "B"))
    attendee = make_attendee(meeting, status="cancelled")
    Presenter.objects.filter(pk=kept.pk).update(as_printed="", attendee=attendee)
    kept.refresh_from_db()
    lines = [
        {"pk": row.pk, "who": presenter_text(row), "part": "chair"}
        for row in (gone, kept)
    ]
    gone.delete()

    item_form(editor_client, meeting, "a", lines)

    first, second = item("a").presenters.order_by("order")
    assert (first.as_printed, first.part) == ("A", "chair")
    assert (second.pk, second.attendee, second.part) == (kept.pk, attendee, "chair")


def test_an_emptied_line_takes_a_presenter_out(editor_client, meeting):
    make_presenter(item("a"), as_printed="Somebody")

    item_form(editor_client, meeting, "a", [{"who": ""}])

    assert not Presenter.objects.exists()


# The page everybody reads


def test_the_agenda_is_read_in_several_languages_side_by_side(viewer_client, meeting):
    AgendaItem.objects.filter(title_en="a").update(title_ko="발표", title_ja="発表")

    page = viewer_client.get("/meetings/tlgec-27/agenda/?language=ko&language=ja")
    text = page.content.decode()

    assert '<span lang="ko">발표</span>' in text
    assert '<span lang="ja">発表</span>' in text


@pytest.mark.parametrize("route", ["agenda", "agenda-edit"])
def test_a_session_without_an_end_or_lengths_tells_its_start_only(
    editor_client, meeting, route
):
    Session.objects.filter(title_en="S2").update(start=dt.time(15))

    page = editor_client.get(reverse(route, args=["tlgec-27"])).content.decode()

    assert "15:00" in page
    assert "15:00–15:00" not in page


def test_what_is_internal_stays_on_the_screen(viewer_client, meeting):
    AgendaItem.objects.filter(title_en="b").update(is_internal=True)

    page = viewer_client.get("/meetings/tlgec-27/agenda/").content.decode()

    rows = [f'<tr id="item-{item(title).pk}"' for title in "ab"]
    assert [f'{row} class="d-print-none">' in page for row in rows] == [False, True]


def test_a_viewer_is_not_offered_to_edit(viewer_client, meeting):
    page = viewer_client.get("/meetings/tlgec-27/agenda/").content.decode()

    assert "Edit the agenda" not in page


@pytest.mark.usefixtures("record")
def test_the_agenda_of_the_22nd_conference_is_there_in_full(viewer_client):
    page = viewer_client.get("/meetings/tlgec-22/agenda/")
    text = page.content.decode()

    titles = [str(item) for item in page.context["agenda"].items]
    assert len(titles) == 10
    assert [kind in text for kind in ("Keynote", "Discussion", "Video performances")]
    assert "Exchange Plaza (closed, on Zoom)" in text
    assert "17 bilateral meetings" in text


@pytest.mark.usefixtures("record")
def test_every_agenda_of_the_record_shows_as_one(viewer_client):
    meetings = Meeting.objects.exclude(sessions=None).distinct()
    plans = [
        viewer_client.get(f"/meetings/{meeting.slug}/agenda/").context["agenda"]
        for meeting in meetings
    ]

    sessions = sum(len(agenda.sessions) for agenda in plans)
    assert (sessions, sum(len(agenda.items) for agenda in plans)) == (65, 102)
