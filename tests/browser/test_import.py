"""A delegation's list in CP949 becomes attendees, and is taken back."""

import pytest
from playwright.sync_api import expect

from meetings.models import Alias, Attendee, Government, ImportBatch
from tests.factories import make_government, make_meeting, make_series

LIST = """2026 한중일 회의 참가자 명단

번호,성명,영문성명,소속,직위,구분,휴대폰
1,김견본,KIM Gyeonbon,산시성,부성장,단장,010-1111-2222
2,이견본,LEE Gyeonbon,안동견본시,주무관,수행,010-3333-4444
3,박견본,PARK Gyeonbon,안동견본시,국장,단장,+82-10-5555-6666
합계,3명
"""


@pytest.fixture
def meeting():
    make_government("KR-47", name_ko="경상북도", name_en="North Gyeongsang")
    make_government("CN-SN", name_ko="산시성", name_en="Shaanxi")
    make_government("CN-SX", name_ko="산시성", name_en="Shanxi")
    return make_meeting(make_series("tlgec"), number=27, date="2026-10-23")


@pytest.fixture
def desk_of_editor(page, live_server, sign_in, editor, meeting):
    """The page of the meeting's lists, in English."""
    editor.language = "en"
    editor.save()
    sign_in(editor)
    page.goto(f"{live_server.url}/meetings/tlgec-27/attendees/")
    page.get_by_role("link", name="Import a list").click()
    page.wait_for_load_state()
    return page


def send(page, text=LIST, encoding="cp949"):
    file = {"name": "명단.csv", "mimeType": "text/csv", "buffer": text.encode(encoding)}
    page.get_by_label("The list as a file").set_input_files(file)
    page.get_by_role("button", name="Read the list").click()


def answer_ambiguous(page):
    question = page.get_by_role("group", name="“산시성” is the name of several")
    question.get_by_label("Shaanxi").check()


def answer_unknown(page):
    """It is a city that nobody has entered yet."""
    question = page.get_by_role("group", name="No government or organisation is called")
    expect(question).to_contain_text("The same answer for all 2 rows")
    parent = question.get_by_role("combobox", name="It belongs to")
    parent.fill("gyeongsang")
    page.keyboard.press("Enter")
    expect(parent).to_have_value("North Gyeongsang")
    question.get_by_label("Its name in English").fill("Andong Sample")
    expect(
        question.get_by_label("A city or county that is not known yet")
    ).to_be_checked()


def test_a_list_is_imported_and_undone(desk_of_editor, said):
    page = desk_of_editor
    send(page)
    expect(page.get_by_label("Encoding")).to_have_value("cp949")
    expect(page.get_by_label("Row of the headings")).to_have_value("3")
    expect(page.get_by_text("3 people were found.")).to_be_visible()
    expect(page.get_by_text("1 row was passed over")).to_be_visible()

    page.get_by_role("button", name="Go on to the review").click()
    answer_ambiguous(page)
    answer_unknown(page)
    page.get_by_role("button", name="Save the answers").click()
    expect(page.get_by_role("link", name="Problems 0")).to_be_visible()
    expect(page.get_by_role("link", name="New 3")).to_be_visible()

    page.get_by_role("button", name="Go on to confirm").click()
    page.get_by_role("button", name="Confirm and save").click()
    expect(page.get_by_role("heading", name="명단.csv: Imported")).to_be_visible()
    registered = Attendee.objects.values_list(
        "person__native_name", "delegation__government__code", "role"
    )
    assert set(registered) == {
        ("김견본", "CN-SN", "head"),
        ("이견본", "KR-47-andong-sample", "staff"),
        ("박견본", "KR-47-andong-sample", "head"),
    }

    page.get_by_role("link", name="Undo the import").click()
    page.get_by_role("button", name="Undo the import").click()
    expect(page.get_by_text("The list is undone.")).to_be_visible()
    assert not Attendee.objects.exists()
    assert not Government.objects.filter(code__startswith="KR-47-").exists()
    assert not Alias.objects.exists()
    assert said == []


def test_a_choice_about_the_reading_shows_at_once(desk_of_editor, said):
    page = desk_of_editor
    send(page)

    page.get_by_label("Encoding").select_option("gb18030")
    expect(page.get_by_text("3 people were found.")).to_be_hidden()
    page.get_by_label("Encoding").select_option("cp949")
    expect(page.get_by_text("3 people were found.")).to_be_visible()
    page.get_by_label("직위").select_option("lodging")
    expect(page.get_by_role("status")).to_be_hidden()

    expect(page.get_by_label("직위")).to_have_value("lodging")
    assert ImportBatch.objects.get().rows.first().values["lodging"] == "부성장"
    assert said == []


def test_a_list_is_dropped_or_pasted(desk_of_editor, said):
    page = desk_of_editor
    page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.setData("text/plain", "성명\\t소속\\n김견본\\tKR-47");
          document.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data}));
        }"""
    )
    expect(page.locator("textarea")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 person was found.")).to_be_visible()

    page.get_by_role("link", name="Lists").click()
    page.wait_for_load_state()
    page.evaluate(
        """(text) => {
          const data = new DataTransfer();
          data.items.add(new File([text], "dropped.csv", {type: "text/csv"}));
          document.dispatchEvent(
            new DragEvent("drop", {dataTransfer: data, cancelable: true})
          );
        }""",
        LIST,
    )
    expect(page.get_by_role("heading", name="dropped.csv")).to_be_visible()
    expect(page.get_by_text("3 people were found.")).to_be_visible()
    assert said == []


def test_a_draft_survives_and_is_found_again(desk_of_editor):
    page = desk_of_editor
    send(page)
    page.get_by_role("link", name="Lists").click()

    row = page.get_by_role("row", name="명단.csv")
    expect(row).to_contain_text("3 problems")
    expect(row).to_contain_text("Edo Editor")
    row.get_by_role("link").click()

    expect(page.get_by_role("link", name="Problems 3")).to_be_visible()
