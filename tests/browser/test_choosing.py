"""Governments are chosen by typing: the server is asked, and without scripts too."""

import pytest
from playwright.sync_api import expect

from meetings.models import Government, Meeting
from tests.factories import (
    make_attendee,
    make_government,
    make_item,
    make_meeting,
    make_session,
)

ADD = "/meetings/tlgec-27/delegations/add/"


@pytest.fixture
def meeting():
    return make_meeting(slug="tlgec-27")


@pytest.fixture
def gangwon(meeting):
    """A government with a name of former times, and two of one name beside it."""
    gangwon = make_government(
        "KR-42", name_en="Gangwon State", name_ko="강원특별자치도"
    )
    gangwon.names.create(language="ko", name="강원도", kind="former")
    level = {"level": "municipality", "kind": "city", "name_en": "Goseong"}
    south = make_government("KR-48", name_en="South Gyeongsang")
    for parent in (gangwon, south):
        make_government(f"{parent.code}-goseong", parent=parent, **level)
    return gangwon


@pytest.fixture
def box(page, live_server, sign_in, editor, gangwon):
    """The combobox of a new delegation's government, in English."""
    editor.language = "en"
    editor.save()
    sign_in(editor)
    page.goto(live_server.url + ADD)
    return page.get_by_role("combobox", name="Government")


def options(page):
    return page.get_by_role("listbox", name="Government").get_by_role("option")


def chosen(meeting):
    return meeting.delegations.get().government


def save(page):
    page.get_by_role("button", name="Save").click()


def test_a_page_has_no_governments_until_one_types(page, box):
    assert page.locator("select[name=government] option").count() == 1
    assert "Gangwon" not in page.content()


def test_one_is_chosen_by_keyboard_by_any_name_it_had(page, box, gangwon, said):
    box.press_sequentially("강원도")
    expect(options(page)).to_have_text(["Gangwon State Province · KR-42"])
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status").filter(has_text="Found: 1")).to_be_attached()
    page.keyboard.press("Enter")
    expect(box).to_have_value("Gangwon State")

    box.fill("nothing like it")
    expect(page.get_by_text("Nothing found.")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(box).to_have_value("Gangwon State")
    save(page)
    expect(page.get_by_text("The delegation is saved.")).to_be_visible()

    assert chosen(Meeting.objects.get()) == gangwon
    assert said == []


def test_of_two_of_one_name_the_arrows_choose(page, box):
    box.fill("goseong")
    expect(options(page)).to_have_text(
        [
            "Goseong (Gangwon State) City · KR-42-goseong",
            "Goseong (South Gyeongsang) City · KR-48-goseong",
        ]
    )
    page.keyboard.press("ArrowDown")
    expect(options(page).nth(1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Tab")

    expect(box).to_have_value("Goseong (South Gyeongsang)")


def test_who_types_ahead_of_the_server_loses_nothing(page, box, gangwon):
    box.fill("gangwon state")
    save(page)  # before any answer

    expect(page.get_by_text("The delegation is saved.")).to_be_visible()
    assert chosen(Meeting.objects.get()) == gangwon


def test_an_input_method_is_left_alone_until_it_is_done(page, box):
    asked = []
    # The browser may still be fetching the icon of the page.
    page.on("request", lambda r: "/lookup/" in r.url and asked.append(r.url))
    session = page.context.new_cdp_session(page)
    box.focus()
    for part in ("가", "강", "강우", "강원"):
        composed = {"text": part, "selectionStart": 1, "selectionEnd": 1}
        session.send("Input.imeSetComposition", composed)
    page.wait_for_timeout(300)
    assert asked == []

    session.send("Input.insertText", {"text": "강원"})
    expect(options(page).first).to_have_text("Gangwon State Province · KR-42")
    assert [url.rpartition("/lookup/")[2] for url in asked] == ["governments/"]


def test_a_server_that_cannot_be_reached_is_told(page, box, gangwon):
    page.route("**/lookup/**", lambda route: route.abort())
    box.fill("강원")

    expect(page.get_by_text("The server cannot be reached.")).to_be_visible()
    save(page)
    expect(page.get_by_text("The delegation is saved.")).to_be_visible()
    assert chosen(Meeting.objects.get()) == gangwon


def test_an_earlier_question_is_not_waited_for(page, box):
    box.fill("goseong")
    box.fill("강원특")

    expect(options(page)).to_have_text(["Gangwon State Province · KR-42"])


def test_a_name_of_several_comes_back_to_be_chosen(page, box, meeting):
    page.route("**/lookup/**", lambda route: route.abort())
    box.fill("goseong")
    save(page)

    expect(page.get_by_text("“goseong” may be several; choose one:")).to_be_visible()
    page.wait_for_load_state()  # until the script has made the combobox
    box.focus()
    page.keyboard.press("ArrowDown")
    expect(options(page)).to_have_count(2)
    page.keyboard.press("Enter")
    save(page)
    expect(page.get_by_text("The delegation is saved.")).to_be_visible()
    assert chosen(meeting).code == "KR-42-goseong"


def test_presenters_are_suggested_and_may_be_as_printed(
    page, live_server, sign_in, editor, meeting, gangwon
):
    editor.language = "en"
    editor.save()
    item = make_item(make_session(meeting))
    make_attendee(meeting)
    sign_in(editor)
    page.goto(f"{live_server.url}/meetings/tlgec-27/agenda/items/{item.pk}/")
    first, second = (page.get_by_role("combobox", name="Who").nth(n) for n in (0, 1))

    first.fill("강원도")
    page.keyboard.press("Enter")
    expect(first).to_have_value("Gangwon State [KR-42]")
    second.fill("Somebody else")
    expect(page.get_by_text("Nothing found.")).to_be_visible()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("The agenda is saved.")).to_be_visible()

    presenters = item.presenters.order_by("order")
    assert presenters[0].government == gangwon
    assert presenters[1].as_printed == "Somebody else"


@pytest.fixture
def plain_page(browser, live_server, editor, gangwon):
    """The form in a browser that runs no scripts."""
    from tests.conftest import client_of

    editor.language = "en"
    editor.save()
    context = browser.new_context(java_script_enabled=False)
    session = client_of(editor).cookies["sessionid"].value
    context.add_cookies(
        [{"name": "sessionid", "value": session, "url": live_server.url}]
    )
    page = context.new_page()
    page.goto(live_server.url + ADD)
    yield page
    context.close()


def search_field(page):
    return page.locator("[name=government_typed]")


def test_without_scripts_a_name_that_means_one_is_taken(plain_page, gangwon):
    search_field(plain_page).fill("강원도")
    save(plain_page)

    assert Government.objects.get(code="KR-42").delegations.count() == 1


def test_without_scripts_several_come_back_in_a_list(plain_page, meeting):
    search_field(plain_page).fill("Goseong")
    save(plain_page)
    expect(plain_page.get_by_text("may be several; choose one:")).to_be_visible()
    label = "Goseong (South Gyeongsang) · City · KR-48-goseong"
    plain_page.get_by_label("Government").select_option(label=label)
    save(plain_page)

    assert chosen(meeting).code == "KR-48-goseong"
