"""Columns are ticked in turn and kept; a file that takes long ends in a download."""

from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import expect

from meetings import spreadsheets
from meetings.documents.papers import Paper
from meetings.models import ExportLog, ExportProfile
from meetings.views import papers
from tests.factories import make_attendee, make_meeting, make_person, make_series


@pytest.fixture
def desk_of_editor(page, live_server, sign_in, editor):
    meeting = make_meeting(make_series("tlgec"), number=27, date="2026-10-23")
    person = make_person(native_name="김견본", phone="010-0000-0000")
    make_attendee(meeting, person=person, role="head")
    editor.language = "en"
    editor.save()
    sign_in(editor)
    page.goto(f"{live_server.url}/meetings/tlgec-27/attendees/?role=head")
    return page


def tick_only(page, *labels):
    for box in page.get_by_role("checkbox").all():
        box.set_checked(False)
    for label in labels:
        page.get_by_label(label, exact=True).check()


def test_columns_take_their_turn_as_they_are_ticked(desk_of_editor, said):
    page = desk_of_editor
    page.get_by_role("link", name="Export", exact=True).click()
    tick_only(page, "Phone", "Role", "Name")
    expect(page.locator("#column-order li")).to_have_text(["Phone", "Role", "Name"])
    page.get_by_label("Phone").uncheck()
    page.get_by_label("Phone").check()
    expect(page.locator("#column-order li")).to_have_text(["Role", "Name", "Phone"])

    page.get_by_role("button", name="XLSX").click()
    expect(
        page.get_by_text("Say what the personal data is needed for.")
    ).to_be_visible()
    expect(page.locator("#column-order li")).to_have_text(["Role", "Name", "Phone"])
    page.get_by_label("Reason").fill("Calls")
    with page.expect_download() as download:
        page.get_by_role("button", name="XLSX").click()

    file = Path(download.value.path()).read_bytes()
    assert download.value.suggested_filename == "tlgec-27-attendees.xlsx"
    assert spreadsheets.read(file).sheets[0].rows == [
        ["Role", "Name", "Phone"],
        ["Head of delegation", "김견본", "010-0000-0000"],
    ]
    assert said == []


def test_a_choice_is_kept_with_the_enter_key_and_found_again(desk_of_editor, said):
    page = desk_of_editor
    page.get_by_role("link", name="Export", exact=True).click()
    tick_only(page, "Role", "Name")
    page.get_by_label("Keep these columns as").fill("For the hotel")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Kept: For the hotel.")).to_be_visible()

    tick_only(page, "Reference")
    page.get_by_role("link", name="For the hotel", exact=True).click()
    expect(page.locator("#column-order li")).to_have_text(["Role", "Name"])

    page.get_by_role("button", name="Forget For the hotel").click()
    expect(page.get_by_text("Forgotten: For the hotel.")).to_be_visible()
    assert not ExportProfile.objects.exists()
    assert said == []


@pytest.fixture
def slow(monkeypatch):
    """Badges take until the event that is returned, or ten seconds."""
    may_end = Event()

    def pdf(*_given):
        may_end.wait(10)
        return b"%PDF"

    monkeypatch.setattr(Paper, "takes_long", lambda paper, meeting: True)
    monkeypatch.setattr(Paper, "pdf", pdf)
    monkeypatch.setattr(papers, "required_fonts", lambda: None)
    return may_end


def test_a_paper_that_takes_long_is_waited_for_elsewhere(desk_of_editor, slow, said):
    page = desk_of_editor
    page.get_by_role("link", name="Exports").last.click()
    page.get_by_role("link", name="Name badges, A6").click()
    page.get_by_role("button", name="PDF").click()
    expect(page.get_by_text("The file is being made.")).to_be_visible()
    expect(page.get_by_role("progressbar")).to_be_visible()

    page.get_by_role("link", name="Exports").last.click()
    page.get_by_role("link", name="tlgec-27-badges.pdf").click()
    with page.expect_download() as download:
        slow.set()

    assert download.value.suggested_filename == "tlgec-27-badges.pdf"
    assert Path(download.value.path()).read_bytes() == b"%PDF"
    expect(page.get_by_text("The file is ready.")).to_be_visible()
    assert ExportLog.objects.get().row_count == 1
    assert said == []
