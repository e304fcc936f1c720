"""A sheet that was changed by hand is held against the agenda."""

import datetime as dt

import pytest

from meetings.agenda.agenda import load_agenda
from meetings.agenda.sheet.reading import read_back
from meetings.agenda.sheet.tables import NotAnAgenda, read_table
from meetings.models import Presenter
from tests.agenda.sheet.helpers import (
    concerned,
    file_of,
    read_cells,
    read_rows,
    rows_of,
    shape,
)
from tests.factories import make_item, make_presenter

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows(meeting):
    return rows_of(meeting)


def test_cells_that_differ_are_changed(meeting, rows):
    one, a, *_others = rows
    one |= {"start": dt.time(10), "room_en": None, "date": "2026. 10. 22."}
    a |= {"title_en": "A", "title_ko": "가", "duration": 30}

    reading = read_rows(meeting, rows)

    assert concerned(meeting, reading) == {
        "One": [("2026-10-21", "2026-10-22"), ("09:00", "10:00"), ("Hall", "")],
        "A": [("a", "A"), ("", "가"), ("20", "30")],
    }
    assert (reading.problems, reading.doubts) == ([], [])


def test_the_order_of_the_rows_is_that_of_the_agenda(meeting, rows):
    one, a, b, two, c = rows

    reading = read_rows(meeting, [two, a, c, one, b])

    assert shape(reading) == [("Two", ["a", "c"]), ("One", ["b"])]
    moved = concerned(meeting, reading)
    assert (moved["a"], moved.get("b"), moved.get("c")) == (["has_moved"], None, None)


def test_only_what_jumped_has_moved(meeting, rows):
    first = load_agenda(meeting).sessions[0]
    for n, title in enumerate("xyz", start=3):
        make_item(first, order=n, title_en=title)
    one, a, b, x, y, z, *others = rows_of(meeting)

    reading = read_rows(meeting, [one, z, a, b, x, y, *others])

    assert concerned(meeting, reading) == {"z": ["has_moved"]}


def test_a_row_without_an_id_is_new(meeting, rows):
    session = {"kind": "환영·환송 만찬", "title_ko": "만찬"}
    item = {"kind": "토론", "title_en": "new", "duration": 15, "people": "?"}

    reading = read_rows(meeting, [*rows[:2], item, *rows[2:], session, item])

    assert shape(reading) == [
        ("One", ["a", "new", "b"]),
        ("Two", ["c"]),
        ("만찬", ["new"]),
    ]
    assert concerned(meeting, reading) == {"new": ["is_new"], "만찬": ["is_new"]}
    new = reading.agenda.sessions[2].item_list[0]
    assert (new.kind, new.duration, new.is_internal) == ("discussion", 15, False)
    assert [presenter.is_open for presenter in new.presenter_list] == [True]


def test_rows_that_are_missing_stay_behind_their_neighbours(meeting, rows):
    one, _a, b, _two, c = rows

    reading = read_rows(meeting, [one, c, b])

    assert shape(reading) == [("One", ["a", "c", "b"]), ("Two", [])]
    assert list(reading.missing) == [rows[1]["id"], rows[3]["id"]]
    assert concerned(meeting, reading) == {
        "a": ["is_missing"],
        "c": ["has_moved"],
        "Two": ["is_missing"],
    }


def test_a_session_that_is_missing_stays_with_its_items(meeting, rows):
    reading = read_rows(meeting, rows[3:])

    assert shape(reading) == [("One", ["a", "b"]), ("Two", ["c"])]
    assert list(reading.missing) == [row["id"] for row in rows[:3]]


def test_a_column_that_is_left_out_stays_as_it_is(meeting, rows):
    some = [{key: row[key] for key in ("id", "title_en", "kind")} for row in rows]
    before = load_agenda(meeting).snapshot()

    assert read_rows(meeting, some).agenda.snapshot() == before


@pytest.mark.parametrize("heading", ["Room or place", "회의실 또는 장소", "room"])
def test_the_one_room_of_an_earlier_release_is_the_english_one(meeting, rows, heading):
    headings = ["ID", "Kind", "Title in English", heading]
    keys = ["id", "kind", "title_en", "room_en"]
    sent = [dict(zip(headings, map(row.get, keys), strict=True)) for row in rows]
    sent[0][heading] = "Hall B"

    reading = read_back(meeting, file_of(sent))

    assert concerned(meeting, reading) == {"One": [("Hall", "Hall B")]}
    assert reading.agenda.sessions[0].room_en == "Hall B"


def test_a_sheet_without_ids_is_all_new(meeting, rows):
    some = [{key: row[key] for key in ("title_en", "kind", "room_en")} for row in rows]

    reading = read_rows(meeting, some)

    assert shape(reading) == [
        ("One", ["a", "b"]),
        ("Two", ["c"]),
        ("One", ["a", "b"]),
        ("Two", ["c"]),
    ]
    assert len(reading.missing) == 5


def names(reading):
    return [
        (p.pk, p.part, p.is_open, str(p.subject or ""), p.as_printed, p.language)
        for p in reading.agenda.items[0].presenter_list
    ]


def test_whoever_is_named_takes_an_open_place(meeting, rows):
    chair, government, open_place, printed = Presenter.objects.order_by("pk")
    rows[1]["people"] = "[B7TM-CVJD]; Somebody"

    reading = read_rows(meeting, rows)

    name = str(chair.attendee)
    assert names(reading) == [
        (open_place.pk, "presenter", False, name, "", "ja"),
        (None, "presenter", False, "", "Somebody", ""),
    ]
    assert {chair.pk, government.pk, printed.pk}.isdisjoint(
        presenter.pk for presenter in reading.agenda.items[0].presenter_list
    )


def test_whoever_stays_keeps_the_row(meeting, rows):
    rows[1]["people"] = rows[1]["people"].replace("?; ", "?; moderator: 누구; ")

    reading = read_rows(meeting, rows)

    kept = list(Presenter.objects.order_by("pk").values_list("pk", flat=True))
    assert [each[0] for each in names(reading)] == [*kept[:3], None, kept[3]]


def test_who_moves_to_another_item_stays_who_it_is(meeting, rows):
    printed = Presenter.objects.get(as_printed="A; B")
    rows[1]["people"], rows[2]["people"] = "", 'chair: "A; B"'

    [moved] = read_rows(meeting, rows).agenda.items[1].presenter_list

    assert (moved.person, moved.as_printed, moved.part) == (
        printed.person,
        "A; B",
        "chair",
    )


def test_a_code_that_nobody_has_is_doubted_and_printed(meeting, rows):
    rows[2]["people"] = "Kim [KR-99]"

    reading = read_rows(meeting, rows)

    assert reading.doubts == [
        (
            4,
            "Presenters",
            "Nobody is known by the code; “Kim [KR-99]” is printed as it stands.",
        )
    ]
    assert reading.agenda.items[1].presenter_list[0].as_printed == "Kim [KR-99]"


def test_a_day_outside_the_meeting_is_doubted_once_it_is_new(meeting, rows):
    rows[0]["date"] = "2026-10-21/2026-10-25"

    [doubt] = read_rows(meeting, rows).doubts

    assert doubt == (2, "Date", "This day is outside the meeting.")


@pytest.mark.parametrize(
    ("cells", "heading", "sentence"),
    [
        ({"start": "25:00"}, "Start", "There is no time “25:00”; write 09:30, for"),
        ({"end": "08:00"}, "End", "A session ends after it starts."),
        ({"kind": "topic"}, "Kind", "“topic” is not known here; write one of these:"),
        ({"kind": None}, "Kind", "“” is not known here; write one of these: Ceremony,"),
        ({"date": "soon"}, "Date", "“soon” is not a date of record: write 2026,"),
        ({"mode": "by post"}, "Mode", "“by post” is not known here; write one of"),
        (
            {"room_en": "x" * 201},
            "Room or place in English",
            "There are 201 characters; write 200",
        ),
        (
            {"duration": 5},
            "Minutes allotted",
            "A session has none itself; write it beside an",
        ),
        ({"people": "?"}, "Presenters", "A session has none itself; write it beside"),
        ({"id": "S0"}, "ID", "There is no “S0” on this agenda; blank it for a new"),
    ],
)
def test_a_bad_cell_of_a_session_is_named(meeting, rows, cells, heading, sentence):
    rows[0] |= cells

    [problem] = read_cells(meeting, *rows).problems

    assert (problem.number, problem.heading) == (2, heading)
    assert problem.sentence.startswith(sentence)


@pytest.mark.parametrize(
    ("cells", "heading", "sentence"),
    [
        (
            {"duration": -5},
            "Minutes allotted",
            "“-5” is no number of minutes; write a whole",
        ),
        (
            {"duration": 2000},
            "Minutes allotted",
            "“2000” is no number of minutes; write a whole",
        ),
        ({"kind": "plenary"}, "Kind", "“plenary” is not known here; write one of"),
        ({"start": "9:00"}, "Start", "An item has none of its own; write it beside"),
        ({"is_internal": "maybe"}, "Internal", "“maybe” is neither yes nor no; write"),
        ({"people": "Chair:"}, "Presenters", "Write who presents, or ? where nobody"),
        ({"people": "x" * 251}, "Presenters", "“" + "x" * 40 + "…” is longer than 250"),
        ({"id": None, "kind": "?"}, "Kind", "“?” is no kind. Write one of a session"),
    ],
)
def test_a_bad_cell_of_an_item_is_named(meeting, rows, cells, heading, sentence):
    rows[1] |= cells

    [problem] = read_cells(meeting, *rows).problems

    assert (problem.number, problem.heading) == (3, heading)
    assert problem.sentence.startswith(sentence)


def test_an_id_that_stands_twice_is_named(meeting, rows):
    [problem] = read_cells(meeting, *rows, rows[1]).problems

    assert problem == (
        7,
        "ID",
        f"“{rows[1]['id']}” is in row 3, too; blank one, and it is new.",
    )


def test_an_item_above_all_sessions_is_named(meeting, rows):
    [problem] = read_cells(meeting, rows[1], rows[0]).problems

    assert problem == (
        2,
        "Kind",
        "No session stands above this item; put one there.",
    )


def test_all_bad_cells_are_named_at_once(meeting, rows):
    rows[0] |= {"start": "25:00", "date": "soon"}
    rows[1] |= {"duration": "long"}

    problems = read_cells(meeting, *rows).problems

    assert [(each.number, each.heading) for each in problems] == [
        (2, "Date"),
        (2, "Start"),
        (3, "Minutes allotted"),
    ]


def test_headings_are_found_below_a_title_and_other_columns_are_told(rows):
    file = file_of(
        [{"x": "ID", "y": "종류", "z": "Remarks", "v": "일자", "w": "title_en"}]
    )

    table = read_table(file)

    assert (list(table.columns), table.unknown) == (
        ["id", "kind", "title_en"],
        ["Remarks", "일자"],
    )


def test_a_file_that_is_no_agenda_is_refused():
    with pytest.raises(NotAnAgenda, match="No row with the headings of an agenda"):
        read_table(file_of([{"Name": "Kim", "Email": "kim@example.org"}]))


def test_two_columns_of_one_meaning_are_refused():
    file = file_of([{"id": "S1"}], headings=["id", "ID", "kind", "date"])

    with pytest.raises(NotAnAgenda, match="Two columns are called “ID”"):
        read_table(file)


@pytest.mark.parametrize("rows", [1, 5])
def test_a_sheet_is_held_against_the_agenda_in_few_queries(
    meeting, django_assert_num_queries, rows
):
    for _ in range(rows):
        make_presenter(make_item(load_agenda(meeting).sessions[0]), as_printed="X")
    cells = rows_of(meeting)
    for row in cells[1:]:
        if str(row["id"]).startswith("I"):
            row["people"] = "[B7TM-CVJD]; [KR-47]"

    with django_assert_num_queries(11):
        reading = read_cells(meeting, *cells)
        concerned_texts = [str(each.presenter_list) for each in reading.agenda.items]

    assert len(concerned_texts) == rows + 3
