"""A two-day programme from that of the 25th conference: copied, moved, published."""

import re

import pytest
from playwright.sync_api import expect

from meetings.models import AgendaItem, Meeting, Series
from tests.factories import make_item, make_meeting, make_series, make_session


@pytest.fixture
def desk_of_editor(page, live_server, sign_in, editor, record):
    """The agenda of a new edition, two days long, in English."""
    make_meeting(
        Series.objects.get(slug="tlgec"), number=27, date="2026-10-21/2026-10-22"
    )
    editor.language = "en"
    editor.save()
    sign_in(editor)
    page.goto(f"{live_server.url}/meetings/tlgec-27/agenda/")
    return page


def copy_the_25th(page):
    page.get_by_role("link", name="Start from last time").click()
    page.wait_for_load_state()  # until the script has made the combobox
    source = page.get_by_role("combobox", name="The agenda of")
    source.fill("25th trilateral")
    page.keyboard.press("Enter")
    expect(source).to_have_value(re.compile("^25th Trilateral"))
    page.get_by_label("First day").fill("2026-10-21")
    page.get_by_role("button", name="Show it").click()
    expect(page.get_by_text("Exchange Plaza (one-to-one talks)")).to_be_visible()
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(session(page, "Plenary")).to_be_visible()


def session(page, title):
    return page.locator("[data-session]", has=page.get_by_role("link", name=title))


def set_session(page, title, **fields):
    """Open the form of a session, fill it in, and come back to the editor."""
    session(page, title).get_by_role("link", name=title).first.click()
    for label, value in fields.items():
        page.get_by_label(label.replace("_", " "), exact=True).fill(value)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("The agenda is saved.")).to_be_visible()


def add_session(page, title, day, start, end, room):
    page.get_by_role("link", name="Add a session").click()
    page.get_by_label("Kind").select_option("parallel")
    page.get_by_label("Title in English").fill(title)
    for label, value in (("Date", day), ("Start", start), ("End", end)):
        page.get_by_label(label, exact=True).fill(value)
    page.get_by_label("Room or place in English").fill(room)
    page.get_by_role("button", name="Save").click()
    expect(session(page, title)).to_be_visible()


def add_items(page, where, titles, minutes="20"):
    place = session(page, where)
    for title in titles:
        place.get_by_label("Title of a new item").fill(title)
        place.get_by_label("Minutes", exact=True).fill(minutes)
        place.get_by_role("button", name="Add").click()
        expect(item(page, title)).to_be_visible()


def item(page, title):
    return page.locator(
        "[data-item]", has=page.get_by_role("link", name=title, exact=True)
    )


def titles_in(page, where):
    links = session(page, where).locator("[data-item] .what > a")
    return links.all_text_contents()


def drag(page, source, target):
    """As a hand does it: slowly, and not before all is still."""
    expect(page.locator("#editor[aria-busy]")).to_have_count(0)
    target.scroll_into_view_if_needed()  # where it is out of sight nothing is dropped
    source.hover()
    box = target.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.down()
    for place in ((x, y + 30), (x, y + 5), (x, y)):
        page.mouse.move(*place, steps=5)
        page.wait_for_timeout(200)
    page.mouse.up()


def clash(page, text):
    return page.locator(".alert-warning li", has_text=text)


def publish(page, comment):
    page.goto(page.url.split("/agenda/")[0] + "/agenda/versions/publish/")
    page.get_by_label("Comment").fill(comment)
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text(comment)).to_be_visible()


def build_two_days(page):
    """Eight sessions and thirty items on two days."""
    set_session(
        page, "Plenary", Start="09:00", End="12:00", Room_or_place_in_English="Hall A"
    )
    for n, start in enumerate(("13:00", "13:00", "16:00"), start=1):
        end = "15:30" if n < 3 else "18:00"
        add_session(page, f"Workshop {n}", "2026-10-22", start, end, f"Room {n}")
    add_items(page, "Plenary", ["Keynote", "Thanks"])
    for n in (1, 2):
        add_items(page, f"Workshop {n}", [f"Paper {n}{sign}" for sign in "abcdef"])
    add_items(page, "Workshop 3", [f"Paper 3{sign}" for sign in "abcdefghijk"], "10")
    meeting = Meeting.objects.get(slug="tlgec-27")
    items = AgendaItem.objects.filter(session__meeting=meeting)
    assert (meeting.sessions.count(), items.count()) == (8, 30)


def move_items(page):
    """A drag, and moves by keyboard, the last of them undone."""
    drag(page, item(page, "Paper 1f"), item(page, "Paper 1b"))
    expect(item(page, "Paper 1f").locator(".labels")).to_have_text("6.2")
    assert titles_in(page, "Workshop 1")[:3] == ["Paper 1a", "Paper 1f", "Paper 1b"]
    item(page, "Paper 2a").get_by_role("button", name=re.compile("down")).focus()
    page.keyboard.press("Enter")
    expect(item(page, "Paper 2a").locator(".labels")).to_have_text("7.2")
    assert titles_in(page, "Workshop 2")[:2] == ["Paper 2b", "Paper 2a"]
    page.keyboard.press("Enter")  # the button has kept the focus
    expect(item(page, "Paper 2a").locator(".labels")).to_have_text("7.3")
    page.get_by_role("button", name="Undo").click()
    expect(item(page, "Paper 2a").locator(".labels")).to_have_text("7.2")


def clash_and_mend(page):
    """Three kinds of clash come and go."""
    outside = clash(page, "Gwangju Global Motors")
    expect(outside).to_be_visible()
    set_session(page, "Gwangju Global Motors", Date="2026-10-22")
    expect(outside).to_have_count(0)

    set_session(page, "Workshop 2", Room_or_place_in_English="Room 1")
    room = clash(page, "Room 1")
    expect(room).to_be_visible()
    set_session(page, "Workshop 2", Room_or_place_in_English="Room 2")
    expect(room).to_have_count(0)

    length = item(page, "Paper 1a").get_by_role("spinbutton")
    length.fill("90")
    length.press("Enter")
    expect(
        session(page, "Workshop 1").get_by_text("40 minutes too long")
    ).to_be_visible()
    length.fill("20")
    length.press("Enter")
    expect(session(page, "Workshop 1").get_by_text("too long")).to_have_count(0)


def publish_twice(page):
    """Two versions, and what changed between them."""
    publish(page, "For the delegations")
    page.goto(page.url.split("/agenda/")[0] + "/agenda/edit/")
    item(page, "Keynote").get_by_role("button", name=re.compile("Take")).click()
    expect(item(page, "Keynote")).to_have_count(0)
    set_session(page, "Workshop 3", Start="16:30", End="18:30")
    add_items(page, "Workshop 3", ["Summing up"], "10")
    publish(page, "After the deadline")
    expect(page.get_by_role("heading", name="Version 2", exact=True)).to_be_visible()
    changes = page.locator("main > ul:not(.nav) li").all_text_contents()
    text = "\n".join(changes)
    assert "“Keynote”" in text
    assert "Summing up" in text
    assert "16:30" in text
    assert "Paper 1a" not in text


def test_a_programme_is_built_from_last_time(desk_of_editor, said):
    copy_the_25th(desk_of_editor)
    build_two_days(desk_of_editor)
    move_items(desk_of_editor)
    clash_and_mend(desk_of_editor)
    publish_twice(desk_of_editor)
    assert said == []


def test_other_languages_are_unfolded_and_written_by_keyboard(desk_of_editor):
    page = desk_of_editor
    page.goto(f"{page.url}edit/")
    page.get_by_role("link", name="Add a session").click()
    korean = page.get_by_label("Title in Korean")
    page.get_by_label("Kind").select_option("plenary")
    expect(korean).to_be_hidden()

    page.get_by_label("Title in English").press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("본회의")
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_text("The agenda is saved.")).to_be_visible()
    session(page, "본회의").get_by_role("link", name="본회의").click()
    # Unfolded, since nothing is in the reader's language.
    expect(korean).to_have_value("본회의")
    expect(korean).to_be_visible()


def test_whoever_was_signed_out_meanwhile_signs_in_and_is_back(
    page, live_server, sign_in, editor
):
    session = make_session(make_meeting(make_series("tlgec"), number=27))
    item = make_item(session, title_en="Budget")
    sign_in(editor)
    address = f"{live_server.url}/meetings/tlgec-27/agenda/edit/"
    page.goto(address)
    page.context.clear_cookies(name="sessionid")

    page.locator(f"#duration-{item.pk}").fill("5")
    page.locator(f"#duration-{item.pk}").press("Enter")

    expect(page).to_have_url(re.compile("login/.*agenda/edit/"))
