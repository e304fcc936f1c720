"""Minutes are saved by themselves, and two who write the same item lose nothing."""

import re

import pytest
from django.core.cache import cache
from playwright.sync_api import expect

from meetings.models import AgendaItem, Decision, ItemMinutes
from tests.browser.test_every_page import findings
from tests.conftest import client_of
from tests.factories import (
    make_decision,
    make_item,
    make_item_minutes,
    make_meeting,
    make_series,
    make_session,
)

LOOK, AGAIN = 10_000, 5_000  # as outcomes.js has them, in milliseconds
SAVED = re.compile(r"^Saved \d\d:\d\d$")
SAVED_BY_MINA = re.compile(r"^Saved \d\d:\d\d, Mina Manager$")


@pytest.fixture
def address(live_server):
    """The page of a meeting whose agenda has an address and a discussion."""
    cache.clear()
    meeting = make_meeting(make_series("tlgec"), number=27, date="2026-10-23")
    session = make_session(meeting, title_en="Plenary")
    for n, title in enumerate(("Address", "Discussion"), start=1):
        make_item(session, order=n, title_en=title)
    return f"{live_server.url}/meetings/tlgec-27/outcomes/"


@pytest.fixture
def open_as(browser, live_server, address):
    """Open the page in a window of somebody's own."""
    contexts = []

    def open_as(user, **options):
        user.language = "en"
        user.save()
        contexts.append(browser.new_context(**options))
        session = client_of(user).cookies["sessionid"].value
        contexts[-1].add_cookies(
            [{"name": "sessionid", "value": session, "url": live_server.url}]
        )
        page = contexts[-1].new_page()
        page.clock.install()  # to be able to put it forward
        page.goto(address)
        return page

    yield open_as
    for context in contexts:
        context.close()


@pytest.fixture
def desk_of_editor(page, sign_in, editor, address):
    editor.language = "en"
    editor.save()
    sign_in(editor)
    page.clock.install()
    page.goto(address)
    return page


def minutes_of(page, title="Address"):
    """The box, and all around it, of one item."""
    form = page.locator("form[data-item]").filter(has_text=title)
    return form.get_by_role("textbox").first, form


def saved_text(title="Address"):
    return ItemMinutes.objects.get(item__title_en=title).text


def test_what_is_typed_is_saved_by_itself(desk_of_editor, said):
    box, form = minutes_of(desk_of_editor)

    box.press_sequentially("The governor spoke.")
    expect(form.get_by_text("Not saved yet.")).to_be_visible()
    expect(form.get_by_text(SAVED)).to_be_visible()

    expect(form.get_by_text("Not saved yet.")).to_be_hidden()
    expect(form.get_by_role("button", name="Save")).to_be_hidden()
    expect(desk_of_editor.get_by_role("status")).to_have_text(SAVED)
    assert saved_text() == "The governor spoke."
    desk_of_editor.reload()
    expect(minutes_of(desk_of_editor)[0]).to_have_value("The governor spoke.")
    assert said == []


def test_who_leaves_with_text_that_is_not_saved_is_asked(desk_of_editor):
    asked = []

    def leave(dialog):
        asked.append(dialog.type)
        dialog.accept()

    desk_of_editor.on("dialog", leave)
    box, form = minutes_of(desk_of_editor)
    box.press_sequentially("The governor")
    expect(form.get_by_text(SAVED)).to_be_visible()
    desk_of_editor.reload()
    assert asked == []

    box.press_sequentially(" spoke.")
    desk_of_editor.reload()
    assert asked == ["beforeunload"]


@pytest.mark.every_database
def test_two_who_write_the_same_item_both_keep_their_text(editor, manager, open_as):
    edo, mina = open_as(editor), open_as(manager)
    edo.route("**/state/", lambda route: route.abort())  # he does not see hers first
    minutes_of(mina)[0].press_sequentially("Theirs.")
    expect(minutes_of(mina)[1].get_by_text(SAVED)).to_be_visible()

    box, form = minutes_of(edo)
    box.press_sequentially("Mine.")
    edo.unroute("**/state/")
    expect(form.get_by_text("Mina Manager saved another version")).to_be_visible()
    theirs = form.get_by_label("Their version")
    expect(theirs).to_have_value("Theirs.")
    expect(form.get_by_text(SAVED_BY_MINA)).to_be_visible()
    expect(box).to_have_value("Mine.")
    box.press_sequentially(" More.")
    edo.wait_for_timeout(2_500)  # in which nothing is saved by itself
    assert saved_text() == "Theirs."
    assert findings(edo) == {}

    form.get_by_role("button", name="Put it below mine and save").click()
    expect(form.get_by_text(SAVED)).to_be_visible()
    expect(theirs).to_be_hidden()
    assert saved_text() == "Mine. More.\nTheirs."
    mina.clock.fast_forward(LOOK)
    expect(minutes_of(mina)[0]).to_have_value("Mine. More.\nTheirs.", timeout=15_000)


@pytest.mark.every_database
def test_mine_is_saved_in_place_of_theirs_by_hand(editor, manager, open_as):
    edo, mina = open_as(editor), open_as(manager)
    edo.route("**/state/", lambda route: route.abort())  # he does not see hers first
    for page, text in ((mina, "Theirs."), (edo, "Mine.")):
        minutes_of(page)[0].press_sequentially(text)
        page.wait_for_timeout(2_500)

    form = minutes_of(edo)[1]
    form.get_by_role("button", name="Save", exact=False).last.click()
    expect(form.get_by_text(SAVED)).to_be_visible()

    kept = ItemMinutes.history.order_by("version").values_list("text", flat=True)
    assert list(kept) == ["Theirs.", "Mine."]


def test_who_writes_is_named_and_what_they_saved_appears(editor, manager, open_as):
    mina = open_as(manager)
    minutes_of(mina, "Discussion")[0].press_sequentially("A question.")
    expect(minutes_of(mina, "Discussion")[1].get_by_text(SAVED)).to_be_visible()
    mina.clock.fast_forward(LOOK)

    edo = open_as(editor)
    box, form = minutes_of(edo, "Discussion")
    notice = form.get_by_text("Mina Manager is writing here.")
    edo.clock.fast_forward(LOOK)
    expect(notice).to_be_visible(timeout=15_000)
    minutes_of(mina, "Discussion")[0].press_sequentially(" An answer.")
    unsaved = minutes_of(mina, "Discussion")[1].get_by_text("Not saved yet.")
    expect(unsaved).to_be_hidden()
    box.focus()
    edo.clock.fast_forward(LOOK)

    expect(box).to_have_value("A question. An answer.", timeout=15_000)
    assert findings(edo) == {}


def test_text_waits_for_the_network_to_come_back(desk_of_editor, context):
    box, form = minutes_of(desk_of_editor)
    context.set_offline(True)
    box.press_sequentially("Unheard.")
    expect(form.get_by_text("Not saved: there is no connection.")).to_be_visible()
    assert not ItemMinutes.objects.exists()

    context.set_offline(False)
    expect(form.get_by_text(SAVED)).to_be_visible()

    expect(form.get_by_text("Not saved: there is no connection.")).to_be_hidden()
    assert saved_text() == "Unheard."


def test_an_answer_that_is_lost_is_no_conflict_with_oneself(desk_of_editor):
    box, form = minutes_of(desk_of_editor)

    def lose(route):
        route.fetch()
        route.abort()

    desk_of_editor.route("**/items/*/", lose, times=1)
    box.press_sequentially("Once.")
    expect(form.get_by_text("Not saved: there is no connection.")).to_be_visible()
    box.press_sequentially(" Twice.")
    desk_of_editor.clock.fast_forward(AGAIN)

    expect(form.get_by_text(SAVED)).to_be_visible()
    assert saved_text() == "Once. Twice."


def test_who_signed_in_again_elsewhere_goes_on_writing(
    desk_of_editor, context, live_server, editor
):
    context.clear_cookies()
    box, form = minutes_of(desk_of_editor)
    box.press_sequentially("Kept.")
    expect(form.get_by_text("sign in again in another window")).to_be_visible()

    session = client_of(editor).cookies["sessionid"].value
    context.add_cookies(
        [{"name": "sessionid", "value": session, "url": live_server.url}]
    )
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_text(SAVED)).to_be_visible()

    assert saved_text() == "Kept."


def test_an_item_that_is_gone_says_so(desk_of_editor):
    box, form = minutes_of(desk_of_editor)
    AgendaItem.objects.get(title_en="Address").delete()

    box.press_sequentially("Too late.")

    expect(form.get_by_text("this item is no longer on the agenda")).to_be_visible()
    expect(box).to_have_value("Too late.")


def test_without_scripts_minutes_are_saved_by_their_button(editor, open_as):
    page = open_as(editor, java_script_enabled=False)
    box, form = minutes_of(page)
    make_item_minutes(AgendaItem.objects.get(title_en="Address"), text="Theirs.")

    box.fill("Mine.")
    form.get_by_role("button", name="Save").click()
    box, form = minutes_of(page)
    expect(page.get_by_text("Somebody saved another version")).to_be_visible()
    expect(page.get_by_label("Their version")).to_have_value("Theirs.")
    expect(box).to_have_value("Mine.")
    form.get_by_role("button", name="Save").click()

    expect(page.get_by_text("The minutes are saved.")).to_be_visible()
    assert saved_text() == "Mine."


def test_a_decision_is_added_followed_up_and_opened_again(desk_of_editor, said):
    page = desk_of_editor
    make_decision(
        make_meeting(AgendaItem.objects.first().session.meeting.series, date="2025"),
        text_en="A fair.",
        follow_up="open",
        due_on="2026-01-31",
    )
    minutes_of(page, "Discussion")[1].get_by_role("link", name="Add a decision").click()
    expect(page.get_by_label("Agenda item")).to_contain_text("Plenary: Discussion")
    page.get_by_label("Kind").select_option(label="Agreement")
    page.get_by_label("Text in English").fill("We meet again.")
    page.get_by_label("Follow-up").select_option(label="Open")
    page.get_by_label("Due on").fill("2099-03-31")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("The decision is saved.")).to_be_visible()
    expect(page.get_by_text("overdue")).to_have_count(1)
    assert findings(page) == {}

    decision = page.get_by_role("listitem").filter(has_text="We meet again.")
    decision.get_by_role("button", name="Mark as done").click()
    decision.get_by_role("button", name="Open again").click()
    decision.get_by_role("button", name="Mark as done").click()
    expect(page.get_by_text("is marked as done")).to_be_visible()

    made = Decision.objects.get(text_en="We meet again.")
    assert (made.follow_up, made.item.title_en) == ("done", "Discussion")
    assert said == []
