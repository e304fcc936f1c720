"""The wizard: a list is sent, set right, reviewed, confirmed, undone."""

import datetime as dt

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from meetings import sheets
from meetings.models import Attendee, Government, ImportBatch, Person
from meetings.resources.imports.confirming import confirm
from tests.conftest import client_of, make_user
from tests.factories import (
    make_attendee,
    make_batch,
    make_delegation,
    make_government,
    make_meeting,
    make_person,
    make_series,
)
from tests.helpers import messages_of

pytestmark = pytest.mark.django_db

LIST = "성명,소속,역할,이메일\n김견본,경북,단장,kim@example.org\n이견본,경북,수행,\n"
KIM = {"native_name": "김견본", "government": "경북", "role": "단장"}


@pytest.fixture
def gyeongbuk():
    return make_government(
        "KR-47", short_ko="경북", name_ko="경상북도", name_en="Gyeongbuk"
    )


@pytest.fixture
def meeting(gyeongbuk):
    return make_meeting(make_series("tlgec"), number=27, date="2026-10-23")


def page(name, *args):
    return reverse(f"import-{name}", args=["tlgec-27", *args])


def upload(client, text, name="list.csv", **extra):
    content = text if isinstance(text, bytes) else text.encode()
    data = {"file": SimpleUploadedFile(name, content)} | extra
    return client.post(page("list"), data, follow=True)


def post(client, name, batch, **data):
    data = {"version": batch.version} | data
    response = client.post(page(name, batch.pk), data, follow=True)
    batch.refresh_from_db()
    return response


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


def test_one_answer_settles_all_rows_that_say_the_same(editor_client, meeting):
    rows = [{"native_name": f"김견본{n}", "government": "안동무역관"} for n in range(3)]
    batch = make_batch(meeting, *rows)
    assert batch.summary["problems"] == 3

    post(editor_client, "review", batch, **{"q0-answer": "other", "q0-other": "KR-47"})

    assert (batch.summary["problems"], batch.summary["new"]) == (0, 3)


def test_a_city_that_is_not_known_is_added_with_the_list(editor_client, meeting):
    batch = make_batch(meeting, {"native_name": "김견본", "government": "경북 견본시"})
    answer = {
        "q0-answer": "new",
        "q0-parent": "KR-47",
        "q0-name_en": "Sample City",
    }

    post(editor_client, "review", batch, **answer)
    post(editor_client, "confirm", batch)

    city = Government.objects.get(code="KR-47-sample-city")
    assert (city.name_ko, city.kind, city.parent.code) == ("견본시", "city", "KR-47")
    assert city.delegations.get().attendees.count() == 1


def test_an_answer_that_is_none_is_asked_for_again(editor_client, meeting):
    batch = make_batch(meeting)

    response = post(editor_client, "review", batch, **{"q0-answer": "new"})

    form = response.context["question_forms"][0]
    assert set(form.errors) == {"parent", "name_en"}


def test_a_cell_is_corrected_and_a_row_left_out(editor_client, meeting):
    batch = make_batch(
        meeting, KIM | {"email": "kim"}, {"native_name": "이견본", "government": "?"}
    )
    answers = {"row0-cell_email": "kim@example.org", "row1-skip": "on"}

    post(editor_client, "review", batch, **answers)

    first, second = batch.rows.all()
    assert (first.state, first.values["email"]) == ("new", "kim@example.org")
    assert second.is_skipped
    assert batch.summary["problems"] == 0


def test_who_is_known_by_name_is_asked_for(editor_client, meeting, gyeongbuk):
    country = gyeongbuk.country
    known = make_person(native_name="김견본", family_name="", country=country)
    known.given_name = ""
    known.save()
    batch = make_batch(meeting, KIM)
    assert batch.rows.get().problems[0]["candidates"] == [known.key]

    post(editor_client, "review", batch, **{"row0-person": known.key})
    post(editor_client, "confirm", batch)

    assert meeting.attendees.get().person == known
    assert Person.objects.filter(native_name="김견본").count() == 1


def test_a_stale_tab_changes_nothing(editor_client, meeting):
    batch = make_batch(meeting)
    stale = batch.version
    post(editor_client, "review", batch, **{"row0-skip": "on"})

    for name in ("review", "table", "confirm"):
        data = {"version": stale, "encoding": "utf-8"}
        response = editor_client.post(page(name, batch.pk), data, follow=True)
        assert messages_of(response)[0].startswith("Somebody else changed this list")
    assert not meeting.attendees.exists()


def test_confirming_leads_to_the_result_and_back(editor_client, meeting):
    batch = make_batch(meeting, KIM)

    post(editor_client, "confirm", batch)
    assert (batch.status, meeting.attendees.count()) == ("confirmed", 1)

    post(editor_client, "undo", batch)
    assert (batch.status, meeting.attendees.count()) == ("undone", 0)


def test_the_second_to_confirm_is_told(editor_client, meeting):
    batch = make_batch(meeting, KIM)
    version = batch.version
    post(editor_client, "confirm", batch)
    other = client_of(make_user("manager"))

    data = {"version": version}
    response = other.post(page("confirm", batch.pk), data, follow=True)

    assert messages_of(response) == ["Somebody else has closed this list."]
    assert meeting.attendees.count() == 1


def test_problems_have_to_be_left_out_by_hand(editor_client, meeting):
    batch = make_batch(meeting, KIM, {"native_name": "이견본", "government": "?"})

    response = post(editor_client, "confirm", batch)
    assert messages_of(response)[0].startswith("There are still problems;")
    post(editor_client, "confirm", batch, skip_problems="on")

    assert meeting.attendees.count() == 1


def test_the_missing_are_cancelled_if_ticked(editor_client, meeting, gyeongbuk):
    delegation = make_delegation(meeting, government=gyeongbuk)
    kept, gone = (make_attendee(delegation=delegation) for _ in range(2))
    batch = make_batch(meeting, KIM)

    post(editor_client, "confirm", batch, **{gone.reference: "on"})

    statuses = Attendee.objects.in_bulk([kept.pk, gone.pk])
    assert statuses[kept.pk].status == "registered"
    assert statuses[gone.pk].status == "cancelled"


def test_nobody_is_written_to_unless_ticked(editor_client, meeting, gyeongbuk):
    make_delegation(
        meeting, government=gyeongbuk, focal_point_email="focal@example.org"
    )

    post(editor_client, "confirm", make_batch(meeting, KIM))
    assert mail.outbox == []
    post(
        editor_client,
        "confirm",
        make_batch(meeting, KIM | {"position": "과장"}),
        notify="on",
    )

    (sent,) = mail.outbox
    assert sent.to == ["focal@example.org"]
    assert "김견본" not in sent.subject + sent.body
    assert "경상북도" in sent.body


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


def test_the_list_is_had_back_with_its_problems(editor_client, meeting):
    upload(editor_client, "성명,소속\n김견본,경북\n이견본,없는곳\n")
    batch = ImportBatch.objects.get()

    response = editor_client.get(page("marked", batch.pk))

    (sheet,) = sheets.read(b"".join(response)).sheets
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


def test_discarding_leaves_nothing_of_the_list(editor_client, meeting):
    batch = make_batch(meeting, KIM)

    post(editor_client, "discard", batch)

    assert (batch.status, batch.content, batch.people) == ("discarded", None, None)
    assert not batch.rows.exists()
    assert editor_client.get(page("review", batch.pk)).status_code == 404
