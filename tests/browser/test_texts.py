"""The mark of a text that says where it is from, and the note that it opens."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_every_page import findings, look_at
from tests.factories import make_meeting, make_session


@pytest.fixture
def meeting():
    meeting = make_meeting(
        theme_en="Sea and land",
        theme_ko="바다와 땅",
        theme_ja="海と陸",
        venue_en="A hall",
        origins={"theme_ko": "translation", "theme_ja": "paper"},
    )
    make_session(
        meeting, title_en="Opening", title_ko="개회", origins={"title_ko": "paper"}
    )
    return meeting


@pytest.fixture
def in_korean(viewer, sign_in):
    viewer.language = "ko"
    viewer.save()
    sign_in(viewer)


def test_a_note_opens_and_closes_by_keyboard(page, live_server, in_korean, meeting):
    page.goto(live_server.url + meeting.get_absolute_url())
    mark = page.get_by_role("button", name="번역")
    note = page.locator(".origin-note", has_text="Sea and land")
    expect(note).to_be_hidden()

    mark.focus()
    page.keyboard.press("Enter")
    expect(note).to_be_visible()

    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(mark).to_be_focused()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_open_notes_are_accessible(
    page, live_server, in_korean, meeting, said, width, scheme
):
    look_at(page, width, scheme)
    page.goto(live_server.url + meeting.get_absolute_url())

    for name in ("번역", "영어"):
        page.locator("dd").get_by_role("button", name=name).click()
        assert findings(page) == {}
        overflow = "document.documentElement.scrollWidth - innerWidth"
        assert page.evaluate(overflow) <= 0
        page.keyboard.press("Escape")

    assert said == []


def test_a_sign_is_accessible(page, live_server, in_korean, meeting):
    page.goto(f"{live_server.url}{meeting.get_absolute_url()}agenda/")

    page.get_by_role("button", name="출처").click()

    assert findings(page) == {}


def test_marks_are_not_printed(page, live_server, in_korean, meeting):
    page.goto(live_server.url + meeting.get_absolute_url())

    page.emulate_media(media="print")

    expect(page.get_by_role("button", name="번역")).to_be_hidden()
    expect(page.get_by_text("바다와 땅")).to_be_visible()
