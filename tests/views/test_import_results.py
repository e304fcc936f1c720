"""What came of a list: the result, the way back, and the file to send on."""

import pytest

from meetings import spreadsheets
from meetings.models import ImportBatch
from tests.factories import make_batch
from tests.views.wizard import KIM, page, post, upload

pytestmark = pytest.mark.django_db


def test_confirming_leads_to_the_result_and_back(editor_client, meeting):
    batch = make_batch(meeting, KIM)

    post(editor_client, "confirm", batch)
    assert (batch.status, meeting.attendees.count()) == ("confirmed", 1)

    post(editor_client, "undo", batch)
    assert (batch.status, meeting.attendees.count()) == ("undone", 0)


def test_the_list_is_had_back_with_its_problems(editor_client, meeting):
    upload(editor_client, "성명,소속\n김견본,경북\n이견본,없는곳\n")
    batch = ImportBatch.objects.get()

    response = editor_client.get(page("marked", batch.pk))

    (sheet,) = spreadsheets.read(b"".join(response)).sheets
    assert sheet.rows == [
        ["Problem", "Row", "성명", "소속"],
        [None, 2, "김견본", "경북"],
        [
            "소속: No government or organisation is called “없는곳”.",
            3,
            "이견본",
            "없는곳",
        ],
    ]


def test_a_list_that_is_too_large_by_now_leads_back_with_the_reason(
    editor_client, meeting
):
    batch = make_batch(meeting, KIM)
    ImportBatch.objects.update(content=b"a" * 2001)

    response = editor_client.get(page("marked", batch.pk), follow=True)

    assert response.redirect_chain[0][0] == batch.get_absolute_url()
    assert "has more than 2,000 characters" in response.content.decode()


def test_discarding_leaves_nothing_of_the_list(editor_client, meeting):
    batch = make_batch(meeting, KIM)

    post(editor_client, "discard", batch)

    assert (batch.status, batch.content, batch.people) == ("discarded", None, None)
    assert not batch.rows.exists()
    assert editor_client.get(page("review", batch.pk)).status_code == 404


def test_after_undoing_the_page_tells_what_is_there_now(editor_client, meeting):
    batch = make_batch(meeting, KIM, KIM | {"native_name": "이견본", "role": "수행"})
    response = post(editor_client, "confirm", batch)
    assert "2 people who came with this list are registered now" in text_of(response)
    kept = meeting.attendees.get(person__native_name="이견본")
    kept.set_status("confirmed")

    response = post(editor_client, "undo", batch)

    assert response.context["view"].now == {
        "registered": 1,
        "taken_out": 1,
        "changed_back": 0,
    }
    assert [*response.context["kept"]] == [kept]
    assert "registered now" not in text_of(response)


def text_of(response):
    return response.content.decode()
