"""What is untranslated, written at a stretch by keyboard, with what helps beside it."""

import pytest
from playwright.sync_api import expect

from meetings.models import GlossaryTerm, Meeting, Session
from tests.factories import (
    make_citation,
    make_meeting,
    make_series,
    make_session,
    make_source,
)


@pytest.fixture
def meeting(transactional_db):
    """A theme, a venue and the title of a session are lacking in Korean."""
    GlossaryTerm.objects.create(term_en="governor", term_ko="지사, 성장")
    series = make_series("tlgec", name_en="Conference", name_ko="회의")
    theme = "What governors can do"
    meeting = make_meeting(series, number=27, theme_en=theme, venue_en="A hall")
    make_session(meeting, title_en="Opening")
    source = make_source(language="ko", title="초청장")
    make_citation(meeting, source=source, field="venue", printed="시민회관")
    return meeting


@pytest.fixture
def desk(page, live_server, sign_in, editor, meeting):
    editor.language = "en"
    editor.save()
    sign_in(editor)
    page.goto(f"{live_server.url}/meetings/tlgec-27/untranslated/?language=ko")
    return page


def field(page, label):
    return page.get_by_role("textbox", name=label)


def stored():
    meeting, session = Meeting.objects.get(), Session.objects.get()
    return meeting.theme_ko, meeting.venue_ko, session.title_ko


def test_all_is_written_by_keyboard(desk):
    theme, venue, title = (
        field(desk, label)
        for label in ("Theme in Korean", "Venue in Korean", "Title in Korean")
    )
    title.fill("개회")  # and not sent yet
    theme.focus()

    desk.keyboard.type("지사가 할 일")
    desk.keyboard.press("Control+Enter")

    expect(desk.get_by_text("Saved: Theme in Korean.")).to_be_visible()
    expect(venue).to_be_focused()
    desk.keyboard.type("회관")
    desk.keyboard.press("Enter")
    expect(title).to_be_focused()
    expect(title).to_have_value("개회")
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("Everything here is translated.")).to_be_visible()
    assert stored() == ("지사가 할 일", "회관", "개회")
    expect(desk.get_by_role("link", name="Look at all languages")).to_be_focused()


def test_a_key_that_ends_a_word_of_an_input_method_does_not_save(desk):
    theme = field(desk, "Theme in Korean")
    theme.fill("지사")

    sent = []
    desk.on("request", lambda request: sent.append(request.method))
    theme.dispatch_event(
        "keydown",
        {"key": "Enter", "ctrlKey": True, "isComposing": True, "bubbles": True},
    )
    desk.wait_for_timeout(200)
    assert sent == []

    theme.press("Control+Enter")
    expect(desk.get_by_text("Saved: Theme in Korean.")).to_be_visible()


def test_a_term_is_put_in_at_the_cursor(desk):
    theme = field(desk, "Theme in Korean")
    theme.fill("의 할 일")
    theme.press("Home")

    desk.get_by_role("button", name="지사", exact=True).click()

    expect(theme).to_be_focused()
    expect(theme).to_have_value("지사의 할 일")


def test_the_words_of_a_source_are_taken_over_by_a_click(desk, meeting):
    expect(desk.get_by_text("초청장")).to_be_visible()

    desk.get_by_role("button", name="Take over: 시민회관").click()

    expect(desk.get_by_text("Saved: Venue in Korean.")).to_be_visible()
    expect(field(desk, "Title in Korean")).to_be_focused()
    meeting.refresh_from_db()
    source = meeting.citations.get().source
    assert (meeting.venue_ko, meeting.origins) == (
        "시민회관",
        {"venue_ko": source.key},
    )


def test_what_is_refused_is_kept_in_its_field(desk, meeting):
    meeting.venue_ko = "회관"
    meeting.save()
    venue = field(desk, "Venue in Korean")
    venue.fill("시청")

    venue.press("Enter")

    sentence = "It is there in Korean already: “회관”. Yours was not saved."
    expect(desk.get_by_text(sentence)).to_be_visible()
    expect(venue).to_be_focused()
    expect(venue).to_have_value("시청")
    assert stored()[1] == "회관"


@pytest.mark.parametrize("cookie", ["sessionid", "csrftoken"])
def test_who_is_signed_out_meanwhile_keeps_the_text(desk, context, cookie):
    context.clear_cookies(name=cookie)
    venue = field(desk, "Venue in Korean")
    venue.fill("시청")

    venue.press("Enter")

    expect(desk.get_by_role("alert")).to_contain_text("you are no longer signed in")
    expect(venue).to_have_value("시청")
    assert stored()[1] == ""


def test_without_a_script_the_page_comes_back_to_the_next_text(browser, desk, context):
    plain = browser.new_context(java_script_enabled=False)
    plain.add_cookies(context.cookies())
    page = plain.new_page()
    page.goto(desk.url)
    expect(page.get_by_text("지사, 성장")).to_be_visible()  # to be read
    theme = field(page, "Theme in Korean")
    theme.fill("지사")

    page.get_by_role("button", name="Save: Theme in Korean").click()

    expect(page.get_by_text("Saved: Theme in Korean.")).to_be_visible()
    assert page.url.endswith(f"#meeting-{Meeting.objects.get().pk}-venue_ko")
    assert stored()[0] == "지사"
    plain.close()
