"""What a list would do: each row new, changed, unchanged or a problem."""

import datetime as dt
import io

import pytest
from django.utils import timezone

from meetings.models import Attendee, ImportBatch, ImportRow, Person
from meetings.models.delegations import DelegationStatus
from meetings.resources.imports.reading import read_batch
from meetings.resources.imports.report import report_of
from meetings.resources.imports.review import review
from meetings.sheets import Column, write_xlsx
from meetings.sheets.folding import fold
from tests.factories import (
    make_alias,
    make_attendee,
    make_delegation,
    make_government,
    make_meeting,
    make_organization,
    make_person,
)

pytestmark = pytest.mark.django_db

HEADINGS = "성명,소속,직위,역할"


@pytest.fixture
def meeting():
    return make_meeting(date="2026-10-23")


@pytest.fixture
def delegation(meeting):
    """Of 견본도, KR-47; there is 가상도, KR-48, too."""
    make_government("KR-48", name_ko="가상도")
    government = make_government("KR-47", name_ko="견본도")
    return make_delegation(meeting, government=government)


def attend(delegation, name="김견본", **fields):
    person = make_person(native_name=name, family_name="", given_name="")
    return make_attendee(delegation=delegation, person=person, **fields)


def batch_of(meeting, *rows, headings=HEADINGS, content=None, choices=None, **answers):
    """A list with these rows, each a line of CSV, and what staff answered."""
    return ImportBatch(
        meeting=meeting,
        file_name="list.csv",
        content=content or "\n".join([headings, *rows]).encode(),
        made_at=timezone.now(),
        choices=choices or {},
        answers=answers,
    )


def reviewed(*given, **more):
    batch = batch_of(*given, **more)
    read_batch(batch)
    return review(batch)


def only_row(*given, **more):
    (row,) = reviewed(*given, **more).rows
    return row


def states(found):
    return [row.state for row in found.rows]


def codes(found):
    """The problems of each row."""
    return [[problem["code"] for problem in row.problems] for row in found.rows]


def test_a_newcomer_is_new(meeting, delegation):
    row = only_row(meeting, "김견본,견본도,과장,")

    assert (row.state, row.changes, row.problems) == ("new", {}, [])
    assert {name: value for name, value in row.values.items() if value} == {
        "government": "KR-47",
        "native_name": "김견본",
        "position": "과장",
        "role": "delegate",
        "status": "registered",
    }
    assert (row.attendee_version, row.person_version) == (None, None)
    assert (len(row.reference), row.person_key[:2]) == (9, "p-")


def test_a_row_knows_where_it_stands(meeting, delegation):
    found = reviewed(meeting, "김견본,견본도,,", "", "이가상,견본도,,")

    assert [(row.position, row.key) for row in found.rows] == [
        (0, "CSV!2"),
        (1, "CSV!4"),
    ]


def test_an_attendee_of_whom_something_differs_is_changed(meeting, delegation):
    attendee = attend(delegation, position="과장")

    row = only_row(meeting, "김견본,견본도,국장,단장")

    assert row.state == "changed"
    assert row.changes == {
        "position": ["과장", "국장"],
        "role": ["delegate", "head"],
    }
    assert (row.reference, row.person_key) == (
        attendee.reference,
        attendee.person.key,
    )
    assert (row.attendee_version, row.person_version) == (1, 1)


@pytest.mark.parametrize("position", ["과장", " 국제  과장 ", ""])
def test_an_attendee_of_whom_nothing_differs_is_unchanged(
    meeting, delegation, position
):
    attend(delegation, position=position.strip().replace("  ", " "))

    row = only_row(meeting, f"김견본,견본도,{position},")

    assert (row.state, row.changes) == ("unchanged", {})


def test_a_blank_never_wipes_what_is_known(meeting, delegation):
    attend(delegation, position="과장", role="head", arrives_on=dt.date(2026, 10, 22))

    row = only_row(meeting, "김견본,견본도,,", headings=f"{HEADINGS},도착일")

    assert (row.state, row.changes) == ("unchanged", {})
    assert (row.values["position"], row.values["role"]) == ("과장", "head")
    assert row.values["arrives_on"] == "2026-10-22"


def test_a_row_with_a_problem_is_one_and_its_field_has_no_value(meeting, delegation):
    row = only_row(meeting, "김견본,견본도,과장,마법사")

    assert row.state == "problem"
    assert [(p["code"], p["field"], p["value"]) for p in row.problems] == [
        ("unknown_role", "role", "마법사")
    ]
    assert "role" not in row.values


def test_a_known_person_is_new_to_the_meeting(meeting, delegation):
    before = attend(make_delegation(government=delegation.government), role="head")
    before.person.phone = "1"
    before.person.save()

    row = only_row(meeting, "김견본,견본도,2", headings="성명,소속,전화")

    assert (row.state, row.person_key) == ("new", before.person.key)
    assert row.changes == {"phone": ["1", "2"]}
    assert row.values["role"] == "delegate"
    assert row.reference != before.reference
    assert (row.attendee_version, row.person_version) == (None, 2)


def test_a_cancelled_attendee_who_is_listed_is_registered_again(meeting, delegation):
    attend(delegation, status="cancelled")

    row = only_row(meeting, "김견본,견본도,,")

    assert row.changes == {"status": ["cancelled", "registered"]}


def test_a_cancelled_attendee_whom_the_list_cancels_stays_so(meeting, delegation):
    attend(delegation, status="cancelled")

    row = only_row(meeting, "김견본,견본도,취소", headings="성명,소속,상태")

    assert (row.state, row.values["status"]) == ("unchanged", "cancelled")


def test_an_attendee_of_another_delegation_moves(meeting, delegation):
    attendee = attend(delegation)

    headings = "등록번호,성명,소속"
    row = only_row(meeting, f"{attendee.reference},김견본,가상도", headings=headings)

    assert (row.state, row.changes) == ("changed", {"body": ["KR-47", "KR-48"]})


def test_a_reference_tells_who_it_is_whatever_the_name(meeting, delegation):
    attendee = attend(delegation)
    attend(delegation, "이가상")

    headings = "등록번호,성명,소속"
    row = only_row(meeting, f"{attendee.reference},이가상,견본도", headings=headings)

    assert row.person_key == attendee.person.key
    assert row.changes == {"native_name": ["김견본", "이가상"]}


def test_a_reference_of_nobody_here_is_a_problem(meeting, delegation):
    row = only_row(meeting, "X7K3-9QXZ,김견본,견본도", headings="등록번호,성명,소속")

    assert [(p["code"], p["value"]) for p in row.problems] == [
        ("unknown_reference", "X7K3-9QXZ")
    ]


def test_the_same_person_twice_is_a_problem_of_the_later_row(meeting, delegation):
    found = reviewed(meeting, "김견본,견본도,,", "이가상,견본도,,", "김견본,견본도,,")

    assert codes(found) == [[], [], ["same_person"]]
    assert found.rows[2].problems[0]["details"] == {"row": 2}


@pytest.mark.parametrize(
    "rows",
    [
        ("김견본,견본도,,", "김견본,가상도,,"),
        ("김견본,견본도,a@example.org,", "이가상,견본도,a@example.org,"),
        ("김견본,견본도,,KIM Gyeonbon", "김견본,견본도,,KIM Gyunbon"),
    ],
)
def test_two_who_only_look_alike_are_two(meeting, delegation, rows):
    found = reviewed(meeting, *rows, headings="성명,소속,이메일,영문성명")

    assert codes(found) == [[], []]


def test_the_same_name_and_address_are_one_person(meeting, delegation):
    rows = ["김견본,견본도,a@example.org", "김견본,가상도,A@example.org"]

    found = reviewed(meeting, *rows, headings="성명,소속,이메일")

    assert codes(found) == [[], ["same_person"]]


def test_one_person_is_not_two_for_being_skipped_once(meeting, delegation):
    rows = ["김견본,견본도,,", "김견본,견본도,,"]

    assert codes(reviewed(meeting, *rows, skip=["CSV!2"])) == [[], []]


def test_a_second_head_on_the_list_is_a_problem(meeting, delegation):
    rows = ["김견본,견본도,,단장", "이가상,가상도,,단장", "박예시,견본도,,단장"]

    found = reviewed(meeting, *rows)

    assert codes(found) == [[], [], ["second_head"]]
    assert found.rows[2].problems[0]["details"] == {"head": "김견본"}


def test_a_second_head_beside_one_who_is_registered_is_a_problem(meeting, delegation):
    head = attend(delegation, "이가상", role="head")
    row = "김견본,견본도,,단장"

    assert codes(reviewed(meeting, row)) == [["second_head"]]
    assert codes(reviewed(meeting, row, missing={head.reference: "cancel"})) == [[]]


@pytest.mark.parametrize(
    ("status", "rows"),
    [
        ("cancelled", ["김견본,견본도,,단장"]),
        ("registered", ["김견본,견본도,,단장", "이가상,견본도,,단원"]),
        ("registered", ["이가상,견본도,국장,단장"]),
    ],
    ids=["cancelled", "head no longer", "the same"],
)
def test_one_head_is_no_problem(meeting, delegation, status, rows):
    attend(delegation, "이가상", role="head", status=status)

    assert codes(reviewed(meeting, *rows)) == [[]] * len(rows)


def test_who_is_registered_but_not_listed_is_missing(meeting, delegation):
    gone = attend(delegation, "이가상")
    attend(delegation, "박예시", status="cancelled")
    attend(make_delegation(meeting), "최모범")
    attend(delegation)

    assert reviewed(meeting, "김견본,견본도,,").missing == [
        {
            "reference": gone.reference,
            "native_name": "이가상",
            "name": "이가상",
            "body": "KR-47",
            "cancel": False,
        }
    ]


@pytest.mark.parametrize(("answer", "cancel"), [("cancel", True), ("keep", False)])
def test_staff_say_whether_the_missing_are_cancelled(
    meeting, delegation, answer, cancel
):
    gone = attend(delegation, "이가상")

    found = reviewed(meeting, "김견본,견본도,,", missing={gone.reference: answer})

    assert [who["cancel"] for who in found.missing] == [cancel]


def test_a_skipped_row_counts_for_nothing(meeting, delegation):
    rows = ["김견본,견본도,,단장", "이가상,견본도,,단장", ",견본도,과장,"]

    found = reviewed(meeting, *rows, skip=["CSV!2", "CSV!4"])

    assert [row.is_skipped for row in found.rows] == [True, False, True]
    assert codes(found)[1] == []
    assert found.summary["problems"] == 0


def test_the_summary_counts_the_rows(meeting, delegation):
    attend(delegation)
    attend(delegation, "이가상")
    attend(delegation, "박예시")
    rows = ["김견본,견본도,국장,", "이가상,견본도,,", "최모범,견본도,,", "정실례,,,"]

    found = reviewed(meeting, *rows, "한모의,견본도,,", skip=["CSV!6"])

    assert states(found) == ["changed", "unchanged", "new", "problem", "new"]
    assert found.summary == {
        "rows": 5,
        "new": 1,
        "changed": 1,
        "unchanged": 1,
        "problems": 1,
        "skipped": 1,
        "missing": 1,
    }


def test_a_row_of_no_body_is_a_problem_unless_staff_say_whose_all_are(
    meeting, delegation
):
    assert codes(reviewed(meeting, "김견본,,,")) == [["no_government"]]
    row = only_row(meeting, "김견본,,,", choices={"delegation": "KR-47"})
    assert (row.state, row.values["government"]) == ("new", "KR-47")


def test_a_sheet_may_be_called_by_its_body(meeting, delegation):
    file = io.BytesIO()
    write_xlsx(file, "견본도", [Column("성명"), Column("직위")], [("김견본", "과장")])

    row = only_row(meeting, content=file.getvalue())

    assert (row.key, row.values["government"]) == ("견본도!2", "KR-47")


def test_a_body_may_be_an_organisation(meeting):
    make_organization("sample", name_ko="견본협회")

    row = only_row(meeting, "김견본,견본협회,,")

    assert row.values["organization"] == "sample"
    assert "government" not in row.values


def test_a_city_counts_before_its_province(meeting, delegation):
    parent = delegation.government
    make_government(
        "KR-47-x", name_ko="모의시", kind="city", level="municipality", parent=parent
    )

    row = only_row(meeting, "김견본,견본도,모의시", headings="성명,시도,시군구")

    assert row.values["government"] == "KR-47-x"


def test_an_office_beside_the_body_is_the_department(meeting, delegation):
    row = only_row(meeting, "김견본,견본도 국제과,,")

    assert (row.values["government"], row.values["department"]) == ("KR-47", "국제과")


def test_nobody_is_registered_for_who_declined(meeting, delegation):
    delegation.status = DelegationStatus.DECLINED
    delegation.save()

    assert codes(reviewed(meeting, "김견본,견본도,,")) == [["declined"]]


def test_a_day_without_a_year_is_of_the_meetings(meeting, delegation):
    row = only_row(meeting, "김견본,견본도,10/22", headings="성명,소속,도착일")

    assert row.values["arrives_on"] == "2026-10-22"


def test_a_given_name_in_front_is_kept_for_newcomers(meeting, delegation):
    row = only_row(meeting, "Gyeonbon KIM,견본도,,")

    assert (row.values["family_name"], row.values["given_name"]) == ("KIM", "Gyeonbon")
    assert row.values["name_order"] == "given_first"


@pytest.mark.parametrize(
    "answers",
    [
        {"body": {"본부": "KR-48"}},
        {"cells": {"CSV!2": {"government": "가상도"}}},
        {"cells": {"CSV!2": {"government": "KR-48"}}},
    ],
)
def test_an_answer_tells_whose_a_row_is(meeting, delegation, answers):
    row = "김견본,본부,,"

    assert codes(reviewed(meeting, row)) == [["unknown_body"]]
    found = only_row(meeting, row, **answers)
    assert (found.problems, found.values["government"]) == ([], "KR-48")


def test_an_answer_tells_what_a_role_is(meeting, delegation):
    row = only_row(meeting, "김견본,견본도,,마법사", role={"마법사": "staff"})

    assert (row.state, row.values["role"]) == ("new", "staff")


def test_an_answer_for_a_cell_stands_in_its_place(meeting, delegation):
    cells = {"CSV!2": {"position": "국장", "role": ""}}

    row = only_row(meeting, "김견본,견본도,과장,마법사", cells=cells)

    assert (row.problems, row.values["position"]) == ([], "국장")
    assert row.values["role"] == "delegate"


def test_an_answer_tells_who_somebody_is(meeting, delegation):
    namesake = make_person(native_name="김견본")
    row = "김견본,견본도,,"

    assert codes(reviewed(meeting, row)) == [["who_is_it"]]
    known = only_row(meeting, row, people={"CSV!2": namesake.key})
    assert (known.problems, known.person_key) == ([], namesake.key)
    other = only_row(meeting, row, people={"CSV!2": "new"})
    assert other.problems == []
    assert other.person_key != namesake.key


def test_two_namesakes_are_two_once_staff_say_so(meeting, delegation):
    rows = ["김견본,견본도,,", "김견본,견본도,,"]

    assert codes(reviewed(meeting, *rows, people={"CSV!3": "new"})) == [[], []]


def test_an_answer_may_make_a_part_of_a_government(meeting, delegation):
    new = {"KR-47-x": {"parent": "KR-47", "kind": "city", "name": "모의시"}}
    row = "김견본,견본도 모의시,,"

    assert codes(reviewed(meeting, row)) == [["unknown_part"]]
    body = {fold("견본도 모의시"): "KR-47-x"}
    found = only_row(meeting, row, body=body, new_bodies=new)
    assert (found.problems, found.values["government"]) == ([], "KR-47-x")


def test_what_was_learnt_holds_until_staff_answer_otherwise(meeting, delegation):
    make_alias(kind="body", text="본부", value="KR-47")
    make_alias(kind="header", text="존함", value="name")
    row, headings = "김견본,본부", "존함,소속"

    learnt = only_row(meeting, row, headings=headings)
    assert (learnt.problems, learnt.values["government"]) == ([], "KR-47")
    answered = only_row(meeting, row, headings=headings, body={"본부": "KR-48"})
    assert answered.values["government"] == "KR-48"


def test_a_review_saves_nothing(meeting, delegation):
    reviewed(meeting, "김견본,견본도,,", "이가상,가상도,,")

    nouns = (Attendee, Person, ImportRow, ImportBatch)
    assert [noun.objects.count() for noun in nouns] == [0, 0, 0, 0]
    assert meeting.delegations.count() == 1


def test_a_review_is_marked_by_what_it_was_held_against(meeting, delegation):
    row = "김견본,견본도,,"
    before = reviewed(meeting, row).fingerprint

    attend(make_delegation(make_meeting()), "최모범")
    assert reviewed(meeting, row).fingerprint != before
    before = reviewed(meeting, row).fingerprint
    assert reviewed(meeting, row).fingerprint == before


def test_a_report_gives_each_problem_its_column(meeting, delegation):
    batch = batch_of(meeting, "김견본,본부,마법사,a", headings="이름,기관,구분,메일")
    batch.content += "\n이가상,견본도,단장,\n합계".encode()
    read_batch(batch)
    found = review(batch)

    report = report_of(batch, found.rows, found.summary, found.missing)

    assert [line["row"] for line in report["passed_over"]] == [4]
    assert report["summary"] == found.summary
    assert [row["state"] for row in report["rows"]] == ["problem", "new"]
    assert [
        (problem["column"], problem["value"], problem["message"])
        for problem in report["rows"][0]["problems"]
    ] == [
        ("메일", "a", "“a” is no e-mail address."),
        ("구분", "마법사", "“마법사” is no role that is known; choose one."),
        ("기관", "본부", "No government or organisation is called “본부”."),
    ]


def test_a_report_gives_the_references_of_attendees_only(meeting, delegation):
    attendee = attend(delegation)
    batch = batch_of(meeting, "김견본,견본도,,", "이가상,견본도,,")
    read_batch(batch)
    found = review(batch)

    report = report_of(batch, found.rows, found.summary, found.missing)

    assert [row["reference"] for row in report["rows"]] == [attendee.reference, None]
