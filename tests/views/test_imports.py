"""A list is sent, and how it is read is set right."""

import datetime as dt

import pytest
from django.utils import timezone

from meetings.attendee_import.confirming import confirm
from meetings.models import ImportBatch
from meetings.models.import_answers import Problem
from tests.factories import make_batch, make_delegation
from tests.views.wizard import KIM, LIST, UNREAD, page, post, upload

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


def test_unread_cells_are_shown_and_answered(editor_client, meeting):
    batch = make_batch(meeting, KIM)
    more = UNREAD | {"range": "J9", "why": "no_field", "is_asked": False}
    batch.claim(reading=batch.reading | {"unread": [UNREAD, more]})

    form = editor_client.get(page("table", batch.pk)).context["form"]
    ((unread, why, tick),) = form.asked
    assert (unread["range"], why) == ("G1:H3", "beside or below the list")
    assert form.other_unread == [(more, "a column that means nothing known")]

    as_read = {"encoding": "utf-8", "header_row": 1} | mapped(batch)
    post(editor_client, "table", batch, **as_read, **{tick.name: "on"})
    assert batch.answers.unread_seen == {"CSV!G1:H3"}
    assert batch.open_unread == []
    post(editor_client, "table", batch, **as_read)
    assert batch.open_unread == [UNREAD]


def mapped(batch):
    """The columns as they are read, as the form sends them."""
    columns = batch.reading["columns"]
    return {f"column_{column['index']}": column["field"] for column in columns}


def test_columns_that_are_not_kept_are_told_by_their_headings(editor_client, meeting):
    upload(editor_client, "성명,소속,나무,여권번호\n김견본,경북,소나무,M12345678\n")

    response = editor_client.get(page("table", ImportBatch.objects.get().pk))

    form = response.context["form"]
    assert (form.unknown_headings, form.unkept_headings) == (["나무"], ["여권번호"])
    assert "M12345678" not in response.content.decode()


def test_a_list_that_was_used_whole_says_so(editor_client, meeting):
    upload(editor_client, LIST)

    response = editor_client.get(page("table", ImportBatch.objects.get().pk))

    assert "Nothing: every filled cell was used." in response.content.decode()


def test_near_encodings_are_shown_and_chosen_from(editor_client, meeting):
    upload(editor_client, LIST.encode("cp949"))
    batch = ImportBatch.objects.get()
    near = [["cp949", "성명 소속"], ["gb18030", "己疙 家加"]]
    batch.claim(reading=batch.reading | {"near_encodings": near})

    response = post(editor_client, "review", batch, confirm="1")
    field = response.context["form"]["near"]
    assert [choice for choice, _sample in field.field.choices] == ["cp949", "gb18030"]

    as_read = {"encoding": "cp949", "header_row": 1} | mapped(batch)
    post(editor_client, "table", batch, **as_read, near="cp949")
    assert (batch.choices.encoding, batch.near_encodings) == ("cp949", ())


def test_warnings_about_the_file_are_shown(editor_client, meeting):
    batch = make_batch(meeting, KIM)
    batch.claim(warnings=[Problem("hidden_rows", "", "이견본")])

    for name in ("table", "confirm"):
        response = editor_client.get(page(name, batch.pk))
        assert (
            "People on hidden rows are left out: 이견본." in response.content.decode()
        )
