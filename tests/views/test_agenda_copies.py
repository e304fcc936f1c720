"""The page that starts an agenda from that of another meeting."""

import pytest

from meetings.agenda.agenda import load_agenda
from tests.factories import (
    make_decision,
    make_item,
    make_meeting,
    make_presenter,
    make_series,
    make_session,
)
from tests.helpers import errors_of, messages_of

pytestmark = pytest.mark.django_db

PAGE = "/meetings/s-2/agenda/copy/"


@pytest.fixture
def source():
    source = make_meeting(make_series("s"), number=1, date="2024-10-21/2024-10-24")
    first = make_session(source, order=1, title_en="First", date="2024-10-21")
    make_session(source, order=2, title_en="Second", date="2024-10-22")
    make_presenter(make_item(first, title_en="a"), as_printed="Somebody")
    return source


@pytest.fixture
def meeting(source):
    return make_meeting(source.series, number=2, date="2026-11-09/2026-11-12")


def shape(sessions):
    return [(s.date, s.title, [item.title for item in s.item_list]) for s in sessions]


def asked(meeting, **choices):
    choices = {"source": "s-1", "parts": ["items"], "first_day": "2026-11-09"} | choices
    return choices | {"seen": load_agenda(meeting).fingerprint}


def test_the_last_edition_is_shown_unasked(editor_client, meeting):
    response = editor_client.get(PAGE)

    assert shape(response.context["new_sessions"]) == [
        ("2026-11-09", "First", ["a"]),
        ("2026-11-10", "Second", []),
    ]
    assert "To be named" in response.content.decode()
    assert load_agenda(meeting).sessions == []


def test_what_was_shown_is_what_is_copied(editor_client, meeting):
    shown = editor_client.get(PAGE).context
    parts = [value for name, value in shown["form"].chosen if name == "parts"]
    data = dict(shown["form"].chosen) | {"parts": parts}
    data["seen"] = shown["agenda"].fingerprint

    response = editor_client.post(PAGE, data, follow=True)

    assert response.redirect_chain == [("/meetings/s-2/agenda/edit/", 302)]
    assert messages_of(response) == ["The agenda is copied; you can undo it here."]
    assert shape(load_agenda(meeting).sessions) == [
        ("2026-11-09", "First", ["a"]),
        ("2026-11-10", "Second", []),
    ]


def test_other_choices_are_shown_before_they_are_made(editor_client, meeting):
    page = f"{PAGE}?source=s-1&first_day=2026-12-01"

    response = editor_client.get(page)

    assert shape(response.context["new_sessions"]) == [
        ("2026-12-01", "First", []),
        ("2026-12-02", "Second", []),
    ]


def test_the_page_says_that_the_copy_comes_behind(editor_client, meeting):
    make_session(meeting, title_en="Own")

    response = editor_client.get(PAGE)

    assert "This meeting has 1 session already" in response.content.decode()
    assert [session.label for session in response.context["new_sessions"]] == ["2", "3"]


def test_open_decisions_are_offered_with_their_number(editor_client, source, meeting):
    assert "Matters arising" not in editor_client.get(PAGE).content.decode()

    make_decision(source, follow_up="open", text_en="To do")
    response = editor_client.get(PAGE)

    assert "Matters arising from open decisions (1)" in response.content.decode()
    assert shape(response.context["new_sessions"])[-1] == (
        "",
        "Matters arising",
        ["To do"],
    )


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        (
            {"source": "nosuch"},
            "Select a valid choice. nosuch is not one of the available choices.",
        ),
        ({"first_day": "soon"}, "Enter a valid date."),
    ],
)
def test_a_wrong_choice_is_told_and_copies_nothing(
    editor_client, meeting, choice, sentence
):
    response = editor_client.post(PAGE, asked(meeting, **choice))

    assert errors_of(response) == {sentence}
    assert load_agenda(meeting).sessions == []


def test_an_agenda_that_changed_meanwhile_is_looked_at_again(editor_client, meeting):
    data = asked(meeting)
    make_session(meeting, title_en="Own")

    response = editor_client.post(PAGE, data, follow=True)

    sentence = "Somebody else changed the agenda meanwhile; look at it again."
    assert messages_of(response) == [sentence]
    again = f"{PAGE}?source=s-1&parts=items&first_day=2026-11-09"
    assert response.redirect_chain == [(again, 302)]
    assert shape(load_agenda(meeting).sessions) == [("", "Own", [])]


def test_a_first_meeting_of_a_series_chooses_itself(editor_client, source):
    make_meeting(make_series("t"), number=1)

    response = editor_client.get("/meetings/t-1/agenda/copy/")

    assert not response.context["form"].is_bound
    assert response.context["new_sessions"] == []


def test_where_there_is_no_agenda_yet_the_page_says_so(editor_client):
    make_meeting(make_series("t"), number=1)

    page = editor_client.get("/meetings/t-1/agenda/copy/").content.decode()

    assert "No other meeting has an agenda yet." in page


@pytest.mark.parametrize("sessions", [1, 4])
def test_the_page_costs_its_queries_whatever_comes(
    editor_client, source, meeting, django_assert_num_queries, sessions
):
    for _ in range(sessions):
        make_presenter(make_item(make_session(source)), as_printed="X")

    with django_assert_num_queries(12):
        editor_client.get(PAGE)
