"""Remarks that say wholly that somebody stays away do; others are told."""

import pytest

from meetings.spreadsheets.findings import ReadPerson
from meetings.spreadsheets.lists.remarks import with_notes_read, with_remark_read
from meetings.spreadsheets.vocabulary import vocabulary, word_key


def read(**cells):
    return with_remark_read(ReadPerson("명단", 2, cells), vocabulary())


@pytest.mark.parametrize(
    "note",
    [
        *(
            "불참",
            "欠席",
            "취소",
            "사정상 불참",
            "개인 사정으로 불참",
            "病假请假",
            "請假",
        ),
        *("都合により欠席", "因公请假", "Cancelled", "Not attending", "참석 취소"),
    ],
)
def test_a_remark_that_is_wholly_of_absence_is_the_status(note):
    person = read(note=note)
    meaning = vocabulary().statuses[word_key(person.cells["status"])]

    assert meaning in ("absent", "cancelled")
    assert person.cells["note"] == note
    assert (person.problems, person.warnings) == ((), ())


@pytest.mark.parametrize(
    "note",
    [
        "만찬 불참",
        "晩餐会欠席",
        "대리참석",
        "代理出席",
        "Will not attend the dinner",
    ],
)
def test_who_stays_away_from_a_dinner_comes(note):
    person = read(note=note)

    assert person.cells == {"note": note}
    assert person.warnings == ()


@pytest.mark.parametrize("note", ["불참 통보(10.2)", "작년 欠席"])
def test_a_remark_that_may_be_of_absence_is_told(note):
    person = read(note=note)

    assert person.cells == {"note": note}
    assert [doubt.code for doubt in person.warnings] == ["may_stay_away"]


def test_a_remark_against_the_status_is_a_problem():
    person = read(note="불참", status="참석")

    assert person.cells == {"note": "불참", "status": "참석"}
    assert [doubt.code for doubt in person.problems] == ["may_stay_away"]


def test_a_remark_that_says_the_status_again_is_none():
    person = read(note="사정상 불참", status="X")

    assert (person.problems, person.warnings) == ((), ())


def test_a_position_may_say_that_somebody_stays_away():
    assert read(position="불참").cells == {"status": "불참"}

    person = read(position="과장(불참)")

    assert person.cells == {"position": "과장(불참)"}
    assert [(d.code, d.value) for d in person.warnings] == [
        ("may_stay_away", "과장(불참)")
    ]


def test_a_remark_on_a_deputy_is_told():
    assert [d.code for d in read(note="대리참석: 최하늘").warnings] == ["may_stay_away"]


def test_a_line_beside_the_list_may_say_who_stays_away():
    people = [
        ReadPerson("명단", 2, {"native_name": "서도현"}),
        ReadPerson("명단", 3, {"family_name": "PARK", "given_name": "Eunju"}),
        ReadPerson("명단", 4, {"native_name": "예지원"}),
    ]
    notes = ["※ 서도현 과장은 불참", "Eunju Park: not attending", "예지원 만찬 불참"]

    read = with_notes_read(people, notes, vocabulary())

    assert [[d.value for d in p.warnings] for p in read] == [[notes[0]], [notes[1]], []]


@pytest.mark.parametrize(
    ("note", "rest"),
    [
        ("旅券番号 TK1234567、1973年10月14日生", None),
        ("1990年1月1日出生，素食", "素食"),
        ("PP No. M12345678", None),
        ("DOB 1981/02/03; vegetarian", "vegetarian"),
        ("여권번호 M12345678 / 1987.01.13생", None),
        ("채식, 370102198501011234", "채식"),
    ],
)
def test_a_passport_and_a_birth_are_not_kept_in_a_remark(note, rest):
    person = read(note=note)

    assert person.cells.get("note") == rest
    assert [(w.code, w.value) for w in person.warnings] == [
        ("not_kept_part", rest or "")
    ]


@pytest.mark.parametrize("note", ["KE123 14:05", "2025-10-14 도착", "회의실 A12"])
def test_a_flight_and_a_day_are_kept_in_a_remark(note):
    assert read(note=note).cells == {"note": note}
