"""The main job by keyboard and mouse: log, register, cancel, send on."""

import pytest
from playwright.sync_api import expect

from meetings import spreadsheets
from meetings.models import Attendee, Meeting, Series
from tests.factories import make_delegation, make_government, make_meeting


@pytest.fixture
def keystrokes(page):
    """Press keys one by one, and count them."""

    class Keys:
        count = 0

        def press(self, *keys):
            for key in keys:
                page.keyboard.press(key)
                self.count += 1

    return Keys()


def choose(page, label, typed):
    """Pick the one government that what is typed finds."""
    page.wait_for_load_state()  # until the script has made the combobox
    page.get_by_role("combobox", name=label).fill(typed)
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox", name=label)).not_to_have_value(typed)


def follow(page, *names):
    """Click one link after the other."""
    for name in names:
        page.get_by_role("link", name=name, exact=True).click()


def save(page, message, button="Save"):
    page.get_by_role("button", name=button).click()
    expect(page.get_by_text(message)).to_be_visible()


def sign_in_by_the_form(page, user):
    page.get_by_label("Email").fill(user.email)
    page.get_by_label("Password").fill("sesame sesame")
    page.get_by_role("button", name="Sign in", exact=True).click()


def log_the_next_edition(page):
    follow(page, "Log a meeting", "Trilateral Local Government Exchange Conference")
    japan = Series.objects.get(slug="tlgec").next_host()
    expect(page.get_by_label("Number")).to_have_value("27")
    expect(page.get_by_label("Country")).to_have_value(str(japan.pk))
    save(page, "The meeting is logged.")


def add_delegation(page, typed):
    follow(page, "Delegations", "Add a delegation")
    choose(page, "Government", typed)
    save(page, "The delegation is saved.")


def register(page, delegation, name):
    page.get_by_label("Delegation").select_option(label=delegation)
    page.get_by_label("Name in own script").fill(name)
    save(page, f"Registered: {name}", "Save and register another")


def cancel(page, attendee):
    follow(page, "Attendees", attendee.reference, "Cancel the registration")
    page.get_by_label("Reason for the change").fill("Illness")
    save(page, "Cancelled")


def test_a_newcomer_logs_a_meeting_and_sends_its_list_on(
    page, live_server, manager, record, said
):
    names = {"김견본", "髙橋見本", "王样本"}
    page.goto(live_server.url)

    sign_in_by_the_form(page, manager)
    log_the_next_edition(page)
    for typed in ("강원도", "鳥取"):
        add_delegation(page, typed)
    follow(page, "Attendees", "Register an attendee")
    for name in names:
        register(page, "Tottori", name)
    cancel(page, Attendee.objects.get(person__native_name="김견본"))
    follow(page, "Attendees")
    follow(page, "Export")
    page.get_by_label("Name in own script").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="XLSX").click()

    header, *rows = spreadsheets.read(download.value.path().read_bytes()).sheets[0].rows
    listed = [dict(zip(header, row, strict=True)) for row in rows]
    statuses = {row["Name in own script"]: row["Status"] for row in listed}
    assert set(statuses) == names
    assert [n for n, s in statuses.items() if s == "Cancelled"] == ["김견본"]
    assert Meeting.objects.get(slug="tlgec-27").delegations.count() == 2
    assert said == []


def test_the_second_attendee_takes_under_ten_keystrokes_beyond_the_names(
    page, live_server, sign_in, editor, keystrokes
):
    meeting = make_meeting(slug="tlgec-27")
    make_delegation(meeting, government=make_government("KR-47"))
    sign_in(editor)
    page.goto(f"{live_server.url}/meetings/tlgec-27/attendees/add/?delegation=KR-47")

    for native, family, given in (
        ("김견본", "Kim", "Gyeon-bon"),
        ("이표본", "Lee", "Pyo-bon"),
    ):
        keystrokes.count = 0
        page.keyboard.insert_text(native)
        keystrokes.press("Tab")
        page.keyboard.insert_text(family)
        keystrokes.press("Tab")
        page.keyboard.insert_text(given)
        keystrokes.press("Enter")
        expect(page.get_by_text(f"Registered: {native}")).to_be_visible()

    assert keystrokes.count < 10
    assert list(meeting.attendees.values_list("person__family_name", flat=True)) == [
        "Kim",
        "Lee",
    ]
