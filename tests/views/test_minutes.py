"""Minutes save themselves, and no writer overwrites another."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from meetings.forms.outcomes import MinutesForm
from meetings.models import ItemMinutes
from meetings.views.minutes import saved_text
from tests.conftest import client_of, make_user
from tests.factories import (
    make_item,
    make_item_minutes,
    make_meeting,
    make_series,
    make_session,
)
from tests.helpers import filled, messages_of
from tests.views.rivals import interrupt

pytestmark = pytest.mark.django_db

PAGE = "/meetings/tlgec-27/outcomes/"
STATE = "/meetings/tlgec-27/outcomes/state/"
BY_SCRIPT = {"Accept": "application/json"}


@pytest.fixture(autouse=True)
def _in_the_afternoon_in_korea(monkeypatch):
    moment = dt.datetime(2026, 10, 23, 5, 3, tzinfo=dt.UTC)
    monkeypatch.setattr(timezone, "now", lambda: moment)


@pytest.fixture
def meeting():
    cache.clear()
    return make_meeting(make_series("tlgec"), number=27, date="2026-10-23")


@pytest.fixture
def item(meeting):
    return make_item(make_session(meeting), title_en="Address")


def address(item):
    return reverse("minutes-edit", args=["tlgec-27", item.pk])


def save_by_script(client, item, text, seen):
    data = {"text": text, "seen_version": seen}
    return client.post(address(item), data, headers=BY_SCRIPT)


def test_minutes_are_read_by_everybody_and_written_by_the_office(
    viewer_client, editor_client, item
):
    make_item_minutes(item, text="The governor\nspoke.")

    read = viewer_client.get(PAGE).content.decode()
    written = editor_client.get(PAGE).content.decode()

    assert "The governor<br>spoke." in read
    assert "<textarea" not in read
    assert "outcomes.js" not in read
    assert "The governor\nspoke.</textarea>" in written


def test_a_page_without_an_agenda_says_what_to_do_next(viewer_client, meeting):
    text = viewer_client.get(PAGE).content.decode()

    assert "nothing is on the agenda yet" in text
    assert "No decision is on record yet." in text
    assert "Matters arising" not in text


def test_a_script_saves_and_is_told_when(editor_client, item):
    first = save_by_script(editor_client, item, "One", 0)
    second = save_by_script(editor_client, item, "One, two ", 1)

    assert first.json() == {"version": 1, "message": "Saved 14:03"}
    assert second.json() == {"version": 2, "message": "Saved 14:03"}
    assert ItemMinutes.objects.get(item=item).text == "One, two "


def test_a_form_saves_without_a_script(editor_client, item):
    data = filled(editor_client.get(address(item)).context["form"])

    response = editor_client.post(address(item), data | {"text": "a\r\nb"}, follow=True)

    assert response.redirect_chain == [(f"{PAGE}#item-{item.pk}", 302)]
    assert messages_of(response) == ["The minutes are saved."]
    assert ItemMinutes.objects.get(item=item).text == "a\nb"


def test_nothing_is_begun_by_saving_nothing(editor_client, item):
    response = save_by_script(editor_client, item, "", 0)

    assert response.json()["version"] == 0
    assert not ItemMinutes.objects.exists()


def test_the_same_text_is_saved_once(editor_client, item):
    save_by_script(editor_client, item, "a\nb", 0)

    again = save_by_script(editor_client, item, "a\r\nb", 1)

    assert again.json()["version"] == 1
    assert ItemMinutes.history.count() == 1


@pytest.mark.parametrize("seen", [0, 1], ids=["both began", "both went on"])
def test_the_second_writer_overwrites_nothing(
    editor_client, manager_client, item, seen
):
    if seen:
        save_by_script(editor_client, item, "Before", 0)
    save_by_script(manager_client, item, "Theirs", seen)

    refused = save_by_script(editor_client, item, "Mine", seen)

    assert refused.status_code == 409
    assert refused.json() == {
        "item": item.pk,
        "version": seen + 1,
        "text": "Theirs",
        "message": "Saved 14:03, Mina Manager",
        "warning": "Mina Manager saved another version while you were writing."
        " Yours is kept here, but not saved: put theirs below it, or save it in place"
        " of theirs.",
    }
    assert ItemMinutes.objects.get(item=item).text == "Theirs"


def test_line_ends_of_the_back_office_are_no_difference(editor_client, item):
    make_item_minutes(item, text="a\r\nb")

    same = save_by_script(editor_client, item, "a\nb", 0)
    other = save_by_script(editor_client, item, "c", 0)

    assert (same.status_code, same.json()["version"]) == (200, 1)
    assert (other.status_code, other.json()["text"]) == (409, "a\nb")


def test_whoever_saved_without_a_name_is_somebody(editor_client, item):
    make_item_minutes(item)

    answer = save_by_script(editor_client, item, "Mine", 0).json()

    assert answer["message"] == "Saved 14:03"
    assert answer["warning"].startswith("Somebody saved another version")


def test_one_more_save_merges(editor_client, manager_client, item):
    save_by_script(manager_client, item, "Theirs", 0)
    version = save_by_script(editor_client, item, "Mine", 0).json()["version"]

    merged = save_by_script(editor_client, item, "Mine\nTheirs", version)

    assert merged.json()["version"] == 2
    kept = [minutes.text for minutes in ItemMinutes.history.order_by("version")]
    assert kept == ["Theirs", "Mine\nTheirs"]


def test_who_wrote_the_same_is_no_rival(editor_client, manager_client, item):
    save_by_script(manager_client, item, "Same", 0)

    response = save_by_script(editor_client, item, "Same", 0)

    assert (response.status_code, response.json()["version"]) == (200, 1)


def test_without_a_script_both_versions_come_back(editor_client, manager_client, item):
    data = filled(editor_client.get(address(item)).context["form"]) | {"text": "Mine"}
    save_by_script(manager_client, item, "Theirs", 0)

    refused = editor_client.post(address(item), data)
    text = refused.content.decode()
    again = filled(refused.context["form"])
    editor_client.post(address(item), again)

    assert ">\nMine</textarea>" in text
    assert ">Theirs</textarea>" in text
    assert "Mina Manager saved another version" in text
    assert again["text"] == ItemMinutes.objects.get(item=item).text == "Mine"


def test_two_who_begin_in_the_same_moment_lose_nothing(
    editor_client, item, monkeypatch
):
    interrupt(monkeypatch, MinutesForm, lambda: make_item_minutes(item, text="Theirs"))

    refused = save_by_script(editor_client, item, "Mine", 0)

    assert (refused.status_code, refused.json()["text"]) == (409, "Theirs")


def test_two_who_save_in_the_same_moment_lose_nothing(editor_client, item, monkeypatch):
    minutes = make_item_minutes(item, text="Theirs")
    interrupt(monkeypatch, MinutesForm, minutes.save)

    refused = save_by_script(editor_client, item, "Mine", 1)

    assert refused.status_code == 409
    assert (refused.json()["text"], refused.json()["version"]) == ("Theirs", 2)


def test_what_no_database_takes_is_refused_in_words(editor_client, item):
    response = save_by_script(editor_client, item, "a\0b", 0)

    assert response.status_code == 400
    assert response.json() == {"message": "Null characters are not allowed."}


@pytest.mark.parametrize(
    ("zone", "now", "words"),
    [
        ("Asia/Shanghai", dt.datetime(2026, 10, 23, 6, 30, tzinfo=dt.UTC), "14:03"),
        ("Asia/Seoul", dt.datetime(2026, 10, 23, 6, 30, tzinfo=dt.UTC), "15:03"),
        ("", dt.datetime(2026, 10, 23, 6, 30, tzinfo=dt.UTC), "15:03"),
        (
            "Asia/Seoul",
            dt.datetime(2026, 10, 23, 15, 1, tzinfo=dt.UTC),  # the day after, in Seoul
            "2026-10-23 15:03",
        ),
    ],
)
def test_a_time_is_that_of_the_meeting_and_has_a_day_if_it_was_another(
    meeting, zone, now, words
):
    meeting.time_zone = zone
    moment = dt.datetime(2026, 10, 23, 6, 3, tzinfo=dt.UTC)

    assert saved_text(meeting, now, moment) == f"Saved {words}"
    assert saved_text(meeting, now, moment, "Edo") == f"Saved {words}, Edo"
    assert saved_text(meeting, now, None) == ""


def test_the_page_says_whose_times_it_tells(editor_client, item):
    make_item_minutes(item)

    text = editor_client.get(PAGE).content.decode()

    assert "Times are those of Asia/Seoul." in text
    assert ">Saved 14:03</span>" in text


def look(client, writing="", **seen):
    pairs = [f"{item[1:]}-{version}" for item, version in seen.items()]
    return client.post(STATE, {"writing": writing, "seen": pairs}).json()


def test_who_writes_is_named_to_the_others(editor_client, manager_client, item):
    look(editor_client, writing=str(item.pk))

    found = look(manager_client, writing=str(item.pk))

    assert found["writers"] == {str(item.pk): "Edo Editor is writing here."}


def test_several_writers_are_named_together(editor_client, manager_client, meeting):
    look(editor_client, writing="5")
    look(manager_client, writing="5")
    third = client_of(make_user("editor", email="third@example.org"))

    assert look(third)["writers"] == {"5": "Edo Editor, Mina Manager are writing here."}


def test_a_page_learns_what_others_saved_since(editor_client, manager_client, item):
    other = make_item(make_session(item.session.meeting))
    save_by_script(manager_client, item, "Theirs", 0)
    save_by_script(manager_client, other, "Known", 0)

    found = look(editor_client, **{f"i{item.pk}": 0, f"i{other.pk}": 1, "i0": 3})

    assert [(one["item"], one["text"]) for one in found["newer"]] == [
        (item.pk, "Theirs")
    ]


def test_a_page_is_not_told_of_items_that_it_does_not_show(editor_client, item):
    make_item_minutes(item)

    assert look(editor_client)["newer"] == []
    assert editor_client.post(STATE, {"seen": ["", "x", "-"]}).json()["newer"] == []


def test_an_item_of_another_meeting_is_404(editor_client, meeting):
    assert editor_client.get(address(make_item())).status_code == 404
