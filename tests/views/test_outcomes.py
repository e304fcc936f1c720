"""What a meeting decided, and what earlier ones left to be done."""

import datetime as dt

import pytest
from django.urls import reverse

from meetings.forms.outcomes import DecisionForm
from meetings.models import Decision
from tests.factories import (
    make_decision,
    make_government,
    make_item,
    make_meeting,
    make_organization,
    make_series,
    make_session,
)
from tests.helpers import errors_of, filled, messages_of
from tests.views.rivals import interrupt

pytestmark = pytest.mark.django_db

PAGE = "/meetings/tlgec-27/outcomes/"
ADD = "/meetings/tlgec-27/outcomes/decisions/add/"


@pytest.fixture
def meeting():
    return make_meeting(make_series("tlgec"), number=27, date="2026-10-23")


@pytest.fixture
def item(meeting):
    return make_item(make_session(meeting), title_en="Address")


def test_a_decision_is_added_in_the_next_place(editor_client, meeting, item):
    make_decision(meeting, order=4)
    government = make_government("KR-47")
    form = editor_client.get(f"{ADD}?item={item.pk}").context["form"]
    data = filled(form) | {
        "kind": "agreement",
        "text_en": "We meet again.",
        "text_ko": "다시 만난다.",
        "adopted_on": "2026-10-23",
        "follow_up": "open",
        "due_on": "2027-03-31",
        "responsible_government": government.pk,
        "item": item.pk,
    }

    response = editor_client.post(ADD, data, follow=True)

    made = meeting.decisions.get(order=5)
    assert form.initial["item"] == item
    assert messages_of(response) == ["The decision is saved."]
    assert (made.item, made.responsible) == (item, government)
    assert (made.due_on, made.adopted_on) == (dt.date(2027, 3, 31), "2026-10-23")


@pytest.mark.parametrize(
    "query", ["?item=x", "?item=999999999999999999999", "?item=", f"?item={9:0>5000}"]
)
def test_an_unknown_item_is_not_chosen(editor_client, meeting, query):
    assert editor_client.get(ADD + query).context["form"].initial["item"] is None


def test_items_of_this_meeting_only_are_chosen_from(editor_client, meeting, item):
    other = make_item()
    form = editor_client.get(ADD).context["form"]

    data = filled(form) | {"kind": "decision", "text_en": "A fair.", "item": other.pk}
    refused = editor_client.post(ADD, data)

    assert list(form.fields["item"].queryset) == [item]
    assert errors_of(refused) == {
        "Select a valid choice. That choice is not one of the available choices."
    }


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("order", "Another decision of this meeting already has this place."),
        ("both", "A government or an organisation is responsible, not both."),
        ("date", "“soon” is not a date of record"),
        ("text", "A text in one language at least is needed."),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    editor_client, meeting, wrong, sentence
):
    taken = make_decision(meeting)
    changes = {
        "order": {"order": taken.order},
        "both": {
            "responsible_government": make_government().pk,
            "responsible_organization": make_organization().pk,
        },
        "date": {"adopted_on": "soon"},
        "text": {"text_en": ""},
    }
    form = editor_client.get(ADD).context["form"]
    data = filled(form) | {"kind": "decision", "text_en": "A fair."}

    refused = editor_client.post(ADD, data | changes[wrong])

    [said] = errors_of(refused)
    assert said.startswith(sentence)
    assert Decision.objects.get() == taken


def test_two_who_take_a_place_in_the_same_moment_are_told(
    editor_client, meeting, monkeypatch
):
    form = editor_client.get(ADD).context["form"]
    data = filled(form) | {"kind": "decision", "text_en": "A fair."}
    interrupt(monkeypatch, DecisionForm, lambda: make_decision(meeting, order=1))

    refused = editor_client.post(ADD, data)

    assert errors_of(refused) == {
        "Another decision of this meeting already has this place."
    }


def test_the_meeting_is_not_for_the_browser_to_choose(editor_client, meeting):
    data = filled(editor_client.get(ADD).context["form"])

    other = {"kind": "decision", "text_en": "A fair.", "meeting": make_meeting().pk}
    editor_client.post(ADD, data | other)

    assert Decision.objects.get().meeting == meeting


def test_a_decision_is_edited_and_no_edit_is_lost(
    editor_client, manager_client, meeting
):
    decision = make_decision(meeting, text_en="Before")
    page = reverse("decision-edit", args=["tlgec-27", decision.pk])
    mine = filled(editor_client.get(page).context["form"]) | {"text_en": "Mine"}
    theirs = filled(manager_client.get(page).context["form"]) | {"text_ko": "그들"}
    manager_client.post(page, theirs)

    refused = editor_client.post(page, mine)
    editor_client.post(page, filled(refused.context["form"]))

    decision.refresh_from_db()
    assert any("Mina Manager saved another version" in e for e in errors_of(refused))
    assert (decision.text_en, decision.text_ko) == ("Mine", "그들")


def shown(response):
    return [decision.text for decision in response.context["decision_list"]]


def test_decisions_are_listed_in_their_order(viewer_client, meeting):
    make_decision(meeting, order=2, text_en="second")
    make_decision(meeting, order=1, text_en="first")
    make_decision(text_en="elsewhere")

    response = viewer_client.get(PAGE)

    assert shown(response) == ["first", "second"]
    assert "Mark as done" not in response.content.decode()


def press(client, name, decision, **data):
    page = reverse(name, args=[decision.meeting.slug, decision.pk])
    return client.post(page, data, follow=True)


def test_a_decision_is_done_and_open_again(editor_client, meeting):
    decision = make_decision(meeting, follow_up="open")

    done = press(editor_client, "decision-done", decision)
    decision.refresh_from_db()
    assert decision.follow_up == "done"
    reopened = press(editor_client, "decision-reopen", decision)

    decision.refresh_from_db()
    assert decision.follow_up == "open"
    assert messages_of(done) == [
        "The decision of 27th Conference is marked as done."
        " It can be opened again on the page of that meeting."
    ]
    assert messages_of(reopened) == ["The decision of 27th Conference is open again."]


def test_a_decision_is_marked_once_however_often_one_clicks(editor_client, meeting):
    decision = make_decision(meeting, follow_up="open")

    for _click in range(2):
        press(editor_client, "decision-done", decision)

    assert Decision.history.filter(follow_up="done").count() == 1


def test_what_needs_no_follow_up_cannot_be_done(editor_client, meeting):
    decision = make_decision(meeting)

    for name in ("decision-done", "decision-reopen"):
        assert press(editor_client, name, decision).status_code == 404


def test_a_decision_of_another_meeting_is_404(editor_client, meeting):
    decision = make_decision(follow_up="open")
    for name in ("decision-done", "decision-reopen"):
        page = reverse(name, args=["tlgec-27", decision.pk])
        assert editor_client.post(page).status_code == 404
    page = reverse("decision-edit", args=["tlgec-27", decision.pk])
    assert editor_client.get(page).status_code == 404


@pytest.fixture
def matter(meeting):
    """What the edition of 2025 left to be done, and nobody did."""
    return make_decision(
        make_meeting(meeting.series, number=26, date="2025"),
        text_en="A fair.",
        follow_up="open",
        due_on="2026-03-31",
        responsible_organization=make_organization("clair", name_en="CLAIR"),
    )


def test_what_earlier_editions_left_open_is_shown_with_its_meeting(
    viewer_client, matter
):
    response = viewer_client.get(PAGE)

    text = response.content.decode()
    assert list(response.context["matter_list"]) == [matter]
    assert "26th Conference</a>" in text
    assert "Responsible: CLAIR" in text
    assert "Due on: 31 March 2026" in text
    assert ">overdue</span>" in text


def test_a_matter_is_done_where_it_is_seen(editor_client, matter):
    response = press(editor_client, "decision-done", matter, next=PAGE)

    assert response.redirect_chain == [(PAGE, 302)]
    assert list(response.context["matter_list"]) == []


def test_nobody_is_led_away_to_another_site(editor_client, matter):
    response = press(
        editor_client, "decision-done", matter, next="https://evil.example"
    )

    assert response.redirect_chain == [("/meetings/tlgec-26/outcomes/", 302)]
