"""Texts in four languages on pages: their list, and what becomes of their marks."""

import pytest
from django.urls import reverse

from meetings.models import Meeting
from tests.factories import (
    make_agenda_version,
    make_decision,
    make_item,
    make_meeting,
    make_series,
    make_session,
    make_source,
    make_statement,
)
from tests.helpers import filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return make_meeting(
        slug="tlgec-17",
        theme_en="Sea",
        theme_ko="바다",
        theme_ja="海",
        origins={"theme": "ja", "theme_ko": "translation", "theme_ja": "paper"},
    )


def listed(response):
    """What is listed of each text: its name, and each wording's language and origin."""
    return [
        (text.label, [(wording.language, wording.origin) for wording in text.wordings])
        for text in response.context["texts"]
    ]


def test_the_record_of_a_meeting_lists_its_texts_with_their_origins(
    viewer_client, meeting
):
    make_source("paper", title="The Paper", url="https://example.org/paper")
    session = make_session(meeting, title_en="Opening", title_ko="개회")
    make_item(session, title_en="Address")
    make_decision(meeting, text_en="Agreed.", order=3)

    response = viewer_client.get(reverse("meeting-record", args=["tlgec-17"]))

    assert listed(response) == [
        ("Title", [("en", "")]),
        ("Theme", [("en", ""), ("ko", "translation"), ("ja", "paper")]),
        ("Session 1: title", [("en", ""), ("ko", "")]),
        ("Agenda item 1.1: title", [("en", "")]),
        ("Decision 3: text", [("en", "")]),
    ]
    page = response.content.decode()
    assert "First worded in: Japanese" in page
    assert '<a href="https://example.org/paper" rel="noreferrer">The Paper</a>' in page
    # Where the mark of the theme leads to.
    assert f'id="meeting-{meeting.pk}-theme"' in page


def test_a_series_lists_its_texts_and_statements(viewer_client):
    series = make_series(about_en="A conference.", about_ko="회의.")
    make_statement(series, kind="purpose", order=1, text_en="To meet.")

    response = viewer_client.get(series.get_absolute_url())

    assert listed(response) == [
        ("Name", [("en", "")]),
        ("About", [("en", ""), ("ko", "")]),
        ("Purpose 1: text", [("en", "")]),
    ]


def test_a_series_is_told_of_in_the_readers_language(viewer_client, viewer):
    viewer.language = "ko"
    viewer.save()
    series = make_series(about_en="A conference.", about_ko="회의를 한다.")

    page = viewer_client.get(series.get_absolute_url()).content.decode()

    assert "<p>회의를 한다.</p>" in "".join(page.split("\n")).replace("  ", "")


def test_words_of_staffs_own_have_no_mark_and_history_keeps_the_others(
    editor_client, meeting
):
    editor = editor_client.get("/").context["user"]
    editor.language = "ko"
    editor.save()
    detail, edit = (
        meeting.get_absolute_url(),
        reverse("meeting-edit", args=["tlgec-17"]),
    )
    assert "origin-translation" in editor_client.get(detail).content.decode()
    form = filled(editor_client.get(edit).context["form"])

    editor_client.post(edit, form | {"theme_ko": "우리의 바다"})

    page = editor_client.get(detail).content.decode()
    assert "우리의 바다" in page
    assert "origin-translation" not in page
    now, before = Meeting.history.filter(slug="tlgec-17")
    assert (before.theme_ko, before.origins["theme_ko"]) == ("바다", "translation")
    assert now.origins == {"theme": "ja", "theme_ja": "paper"}


def test_what_else_is_edited_leaves_the_marks(editor_client, meeting):
    edit = reverse("meeting-edit", args=["tlgec-17"])
    form = filled(editor_client.get(edit).context["form"])

    editor_client.post(edit, form | {"theme_zh": "海洋"})

    meeting.refresh_from_db()
    assert meeting.theme_zh == "海洋"
    assert meeting.origins["theme_ko"] == "translation"


def test_a_published_agenda_has_the_marks_of_its_day(viewer_client, viewer, meeting):
    viewer.language = "ko"
    viewer.save()
    session = make_session(
        meeting, title_en="Opening", title_ko="개회", origins={"title_ko": "paper"}
    )
    make_item(session, title_en="Toast", title_ko="축배", origins=session.origins)
    version = make_agenda_version(meeting)
    session.delete()

    page = viewer_client.get(
        reverse("agenda-version", args=["tlgec-17", version.number])
    ).content.decode()

    assert page.count('class="origin origin-source"') == 2


def test_the_back_office_says_where_texts_are_from(editor_client, meeting):
    page = editor_client.get(
        reverse("admin:meetings_meeting_change", args=[meeting.pk])
    ).content.decode()

    assert "Theme in Korean: our translation" in page
    assert "Theme in Japanese: paper" in page
    assert "Theme: first worded in Japanese" in page


def test_the_history_says_which_origins_changed(editor_client, meeting):
    meeting.theme_ko = "우리의 바다"
    meeting.save()

    page = editor_client.get(
        reverse("admin:meetings_meeting_history", args=[meeting.pk])
    ).content.decode()

    assert "Theme in Korean: our translation" in page
    assert "Theme in Japanese: paper" not in page
