"""A list is sent, and how it is read is set right."""

import datetime as dt

import pytest
from django.utils import timezone

from meetings.attendee_import.confirming import confirm
from meetings.models import ImportBatch
from tests.factories import make_batch, make_delegation
from tests.views.wizard import KIM, LIST, page, post, upload

pytestmark = pytest.mark.django_db


def test_a_file_becomes_a_draft_that_is_shown_as_read(editor_client, meeting):
    response = upload(editor_client, LIST.encode("cp949"))

    batch = ImportBatch.objects.get()
    assert response.redirect_chain == [(page("table", batch.pk), 302)]
    fields = [column["field"] for column in batch.reading["columns"]]
    assert fields == ["native_name", "government", "role", "email"]
    assert (batch.reading["encoding"], batch.summary["new"]) == ("cp949", 2)
    assert not meeting.attendees.exists()


def test_cells_may_be_pasted(editor_client, meeting):
    cells = "성명\t소속\n김견본\t경북\n"

    editor_client.post(page("list"), {"pasted": cells})

    assert ImportBatch.objects.get().rows.get().values["native_name"] == "김견본"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "list.csv: The file is empty."),
        (
            b"\x89PNG\r\n\x1a\n\x00",
            "list.csv: This is no spreadsheet that can be read;",
        ),
        (b"PK\x03\x04", "list.csv: The file is damaged;"),
    ],
)
def test_a_file_that_cannot_be_read_gets_its_sentence(
    editor_client, meeting, content, sentence
):
    response = upload(editor_client, content)

    (error,) = response.context["form"].errors["file"]
    assert error.startswith(sentence)
    assert not ImportBatch.objects.exists()


def test_sending_nothing_is_told(editor_client, meeting):
    response = editor_client.post(page("list"), {})

    assert response.context["form"].non_field_errors() == [
        "Choose a file, or paste the cells of one."
    ]


def test_a_table_without_headings_waits_for_staff(editor_client, meeting):
    upload(editor_client, "김견본,경북\n이견본,경북\n")
    batch = ImportBatch.objects.get()

    post(
        editor_client,
        "table",
        batch,
        encoding="utf-8",
        header_row=0,
        column_0="native_name",
        column_1="government",
    )

    assert (batch.summary["rows"], batch.summary["new"]) == (2, 2)


def test_another_mapping_shows_its_effect(editor_client, meeting):
    upload(editor_client, "성명,소속,나무\n김견본,경북,소나무\n")
    batch = ImportBatch.objects.get()

    post(
        editor_client,
        "table",
        batch,
        encoding="utf-8",
        header_row=1,
        column_0="native_name",
        column_1="government",
        column_2="lodging",
    )

    assert batch.rows.get().values["lodging"] == "소나무"


def test_another_encoding_reads_the_file_anew(editor_client, meeting):
    upload(editor_client, LIST.encode("cp949"))
    batch = ImportBatch.objects.get()

    response = post(editor_client, "table", batch, encoding="utf-16", header_row=1)

    assert response.context["form"].non_field_errors() == [
        "The text is not in the encoding utf-16; choose another one."
    ]
    assert batch.reading["encoding"] == "cp949"


def test_the_delegation_of_the_link_is_that_of_rows_that_name_none(
    editor_client, meeting, gyeongbuk
):
    make_delegation(meeting, government=gyeongbuk)

    editor_client.post(page("list") + "?delegation=KR-47", {"pasted": "성명\n김견본"})

    assert ImportBatch.objects.get().rows.get().values["government"] == "KR-47"


def test_a_draft_of_somebody_else_is_seen(editor_client, meeting, manager):
    make_batch(meeting, KIM, made_by=manager)

    response = editor_client.get(page("list"))

    (batch,) = response.context["batch_list"]
    assert batch.made_by == manager
    assert "Mina Manager" in response.content.decode()


def test_a_draft_is_dropped_after_fourteen_days(editor_client, meeting):
    old = make_batch(meeting, KIM)
    confirmed = make_batch(meeting, KIM)
    confirm(confirmed, None, timezone.now())
    long_ago = timezone.now() - dt.timedelta(days=15)
    ImportBatch.objects.update(changed_at=long_ago)

    assert editor_client.get(page("review", old.pk)).status_code == 404
    upload(editor_client, LIST)

    assert not ImportBatch.objects.filter(pk=old.pk).exists()
    confirmed.refresh_from_db()
    assert (confirmed.content, confirmed.people) == (None, None)
    assert confirmed.rows.exists()
