"""The spreadsheet of an agenda: taken along, changed, sent back, taken over."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from meetings import spreadsheets
from meetings.agenda.agenda import load_agenda
from meetings.agenda.editing import last_undo
from meetings.models import AgendaItem, ExportLog
from tests.agenda.sheet.helpers import file_of, rows_of
from tests.factories import (
    make_government,
    make_item,
    make_item_minutes,
    make_meeting,
    make_session,
)
from tests.helpers import errors_of, messages_of

pytestmark = pytest.mark.django_db

PAGE = "/meetings/m/agenda/import/"
TAKE_OVER = f"{PAGE}take-over/"


@pytest.fixture
def meeting():
    meeting = make_meeting(slug="m", date="2026-10-21/2026-10-24")
    session = make_session(meeting, order=1, title_en="One", date="2026-10-21")
    for n, title in enumerate("ab", start=1):
        make_item(session, order=n, title_en=title)
    return meeting


@pytest.fixture
def rows(meeting):
    return rows_of(meeting)


def send(client, rows):
    file = SimpleUploadedFile("agenda.xlsx", file_of(rows))
    return client.post(PAGE, {"file": file})


def take_over(client, response, **data):
    shown = response.context["taking_over"].initial["shown"]
    return client.post(TAKE_OVER, {"shown": shown} | data, follow=True)


def shape(meeting):
    return [
        (s.title, [i.title for i in s.item_list]) for s in load_agenda(meeting).sessions
    ]


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "csv"])
def test_the_agenda_is_taken_along_and_logged(viewer_client, viewer, meeting, suffix):
    response = viewer_client.get(f"/meetings/m/agenda/sheet.{suffix}")

    content = b"".join(response)
    assert response["Content-Disposition"] == (
        f'attachment; filename="m-agenda-sheet.{suffix}"'
    )
    assert [row[5] for row in spreadsheets.read(content).sheets[0].rows] == [
        "Title in English",
        "One",
        "a",
        "b",
    ]
    entry = ExportLog.objects.get()
    assert (entry.what, entry.about, entry.suffix, entry.row_count, entry.made_by) == (
        "agenda-sheet",
        "m",
        suffix,
        3,
        viewer,
    )


def test_there_is_no_sheet_of_another_format(viewer_client, meeting):
    assert viewer_client.get("/meetings/m/agenda/sheet.pdf").status_code == 404
    assert not ExportLog.objects.exists()


def test_what_would_change_is_shown_and_not_saved(editor_client, meeting, rows):
    rows[1]["title_en"] = "A"

    response = send(editor_client, rows)

    page = response.content.decode()
    assert "<del>a</del> <ins>A</ins>" in page
    assert [change.row.title for change in response.context["changes"]] == ["A"]
    assert shape(meeting) == [("One", ["a", "b"])]


def test_what_was_shown_is_taken_over_and_can_be_undone(editor_client, meeting, rows):
    rows[1]["title_en"] = "A"
    rows.append({"kind": "reception", "title_en": "Two"})

    response = take_over(editor_client, send(editor_client, rows))

    assert response.redirect_chain == [("/meetings/m/agenda/edit/", 302)]
    assert messages_of(response) == ["The sheet is taken over; you can undo it here."]
    assert shape(meeting) == [("One", ["A", "b"]), ("Two", [])]
    assert last_undo(meeting).what == "Took over a spreadsheet"


def test_the_same_sheet_again_has_nothing_to_take_over(editor_client, meeting, rows):
    response = send(editor_client, rows)

    assert "The sheet is the same as the agenda" in response.content.decode()
    assert response.context["changes"] == []


@pytest.mark.parametrize(
    ("data", "left"),
    [({}, [("One", ["a", "b"])]), ({"take_out": "on"}, [("One", ["b"])])],
)
def test_what_is_not_on_the_sheet_goes_only_if_wished(
    editor_client, meeting, rows, data, left
):
    response = send(editor_client, [rows[0], rows[2]])
    assert "Not on the sheet" in response.content.decode()

    take_over(editor_client, response, **data)

    assert shape(meeting) == left


def test_nothing_is_offered_to_be_taken_out_where_all_is_there(
    editor_client, meeting, rows
):
    rows[1]["title_en"] = "A"

    assert "Take out what" not in send(editor_client, rows).content.decode()


def test_an_item_with_minutes_is_not_taken_out(editor_client, meeting, rows):
    make_item_minutes(load_agenda(meeting).items[0])

    response = take_over(
        editor_client, send(editor_client, [rows[0], rows[2]]), take_out="on"
    )

    assert messages_of(response) == [
        "“a” has minutes or decisions, and cannot be taken out. Move these first."
    ]
    assert shape(meeting) == [("One", ["a", "b"])]


def test_bad_cells_are_told_and_nothing_can_be_taken_over(editor_client, meeting, rows):
    rows[0]["start"] = "25:00"
    rows[1]["duration"] = -5

    page = send(editor_client, rows).content.decode()

    for sentence in (
        "2 cells are not right.",
        "<strong>Row 2, Start:</strong> There is no time “25:00”;",
        "<strong>Row 3, Minutes allotted:</strong> “-5” is no number of minutes;",
    ):
        assert sentence in page
    assert TAKE_OVER not in page


def test_a_day_outside_the_meeting_is_asked_about_and_allowed(
    editor_client, meeting, rows
):
    rows[0]["date"] = "2026-12-01"

    response = send(editor_client, rows)

    assert "This day is outside the meeting." in response.content.decode()
    take_over(editor_client, response)
    assert load_agenda(meeting).sessions[0].date == "2026-12-01"


def test_columns_that_are_not_known_are_told(editor_client, meeting, rows):
    rows[1] |= {"title_en": "A", "Remarks": "x"}

    page = send(editor_client, rows).content.decode()

    assert "These columns are not known, and not read: Remarks" in page


def test_a_sheet_without_ids_is_told_to_be_all_new(editor_client, meeting, rows):
    sentence = "No column is called ID, so that every row is new."
    assert sentence in send(editor_client, [without_id(row) for row in rows]).text
    assert sentence not in send(editor_client, [rows[0]]).text


def without_id(row):
    return {key: cell for key, cell in row.items() if key != "id"}


def test_an_agenda_that_changed_meanwhile_stays(editor_client, meeting, rows):
    rows[1]["title_en"] = "A"
    response = send(editor_client, rows)
    make_session(meeting, order=2, title_en="Theirs")

    response = take_over(editor_client, response)

    assert messages_of(response) == [
        "Somebody else changed the agenda meanwhile, and nothing was taken over."
        " Send the sheet once more."
    ]
    assert shape(meeting) == [("One", ["a", "b"]), ("Theirs", [])]


def test_what_was_shown_of_another_agenda_is_refused(editor_client, meeting, rows):
    rows[1]["title_en"] = "A"
    shown = send(editor_client, rows).context["taking_over"].initial["shown"]
    make_meeting(slug="n")

    for data in ({"shown": shown}, {"shown": "nonsense"}, {}):
        response = editor_client.post(
            "/meetings/n/agenda/import/take-over/", data, follow=True
        )

        assert response.redirect_chain == [("/meetings/n/agenda/import/", 302)]
        assert messages_of(response) == ["Send the sheet once more."]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "agenda.xlsx: The file is empty."),
        (b"\0\1", "agenda.xlsx: This is no spreadsheet that can be read;"),
        (b"Name,Email\r\nKim,k@example.org\r\n", "agenda.xlsx: No row with the head"),
    ],
)
def test_a_file_that_is_no_agenda_is_refused(editor_client, meeting, content, sentence):
    file = SimpleUploadedFile("agenda.xlsx", content)

    [error] = errors_of(editor_client.post(PAGE, {"file": file}))

    assert error.startswith(sentence)


def test_viewers_take_along_and_send_nothing_back(viewer_client, meeting):
    assert viewer_client.get(PAGE).status_code == 403
    assert viewer_client.post(TAKE_OVER).status_code == 403


@pytest.mark.parametrize("count", [1, 4])
def test_a_preview_costs_its_queries_whatever_changes(
    editor_client, meeting, rows, django_assert_num_queries, count
):
    make_government("KR-47")
    for _ in range(count):
        rows.append({"kind": "topic", "title_en": "new", "people": "?; X; [KR-47]"})

    with django_assert_num_queries(15):
        send(editor_client, rows)


def test_what_is_taken_over_unchanged_keeps_the_origins_of_its_titles(
    editor_client, meeting
):
    item = AgendaItem.objects.get(title_en="a")
    origins = {"title_ko": "translation", "title_ja": "translation", "title": "en"}
    item.title_ko, item.title_ja, item.origins = "가", "ア", origins
    item.save()
    rows = rows_of(meeting)
    rows[1] |= {"title_ja": "い", "duration": 20}

    take_over(editor_client, send(editor_client, rows))

    item.refresh_from_db()
    assert (item.title_ja, item.duration) == ("い", 20)
    assert item.origins == {"title_ko": "translation", "title": "en"}
