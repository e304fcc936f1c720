"""What a column is, told by its cells where its heading leaves that open."""

import pytest

from tests.spreadsheets.rows import fields_by_cells


@pytest.mark.parametrize(
    ("heading", "cells", "field"),
    [
        ("성명", ["김견본", "이가상"], "native_name"),
        ("성명", ["KIM Gyeonbon", "LEE Gasang"], "latin_name"),
        ("성명", ["김견본", "LEE Gasang"], "name"),
        ("성명", ["김견본 (KIM Gyeonbon)", "이가상"], "name"),
        ("성명", [None, None], "name"),
        ("姓", ["山田", "伊藤"], "native_family"),
        ("姓", ["YAMADA", "ITO"], "family_name"),
        ("名", ["見本", "仮"], "native_given"),
        ("영문성명", ["김견본 (KIM Gyeonbon)", "LEE Gasang"], "name"),
        ("연락처", ["a@example.org", "b@example.org"], "email"),
        ("연락처", ["a@example.org", "010-0000-0000"], "phone"),
        ("등록번호", ["X7K3-9QXZ", None], "reference"),
        ("등록번호", ["1", "2"], "number"),
        ("Title", ["Mr.", "Ms"], "unkept"),
        ("Title", ["Mr.", "Governor"], "position"),
        ("구분", ["단장", "참가자 2"], "role"),
        ("구분", ["온라인", "현장"], "mode"),
        ("구분", ["한국", "일본"], "country"),
        ("구분", ["1", "2"], "number"),
        ("구분", ["가", "나"], None),
        ("역할", ["가", "나"], "role"),
        ("역할", ["대면", "온라인"], "mode"),
        ("비고", ["단장", "통역"], "note"),
    ],
)
def test_the_cells_tell_what_a_column_is(heading, cells, field):
    assert fields_by_cells([heading], *([cell] for cell in cells)) == [field]


def test_a_name_beside_a_surname_is_the_given_one():
    row = ["Kim", "Gyeonbon"]

    assert fields_by_cells(["Surname", "Name"], row) == ["family_name", "given_name"]


def test_a_name_that_repeats_the_surname_is_the_whole():
    row = ["Kim", "Kim Gyeonbon"]

    assert fields_by_cells(["Surname", "Name"], row) == ["family_name", "latin_name"]


def test_a_department_is_where_people_belong_if_nothing_else_is():
    assert (
        fields_by_cells(["소속부서", "성명"], ["구미시", "김견본"])[0] == "government"
    )


def test_a_department_beside_a_government_stays_one():
    fields = fields_by_cells(
        ["소속부서", "지자체", "성명"], ["국제통상과", "구미시", "김견본"]
    )

    assert fields[:2] == ["department", "government"]


def test_an_office_beside_a_code_is_a_department():
    fields = fields_by_cells(
        ["코드", "소속", "성명"], ["KR-47", "국제통상과", "김견본"]
    )

    assert fields[:2] == ["code", "department"]


def test_a_government_beside_a_code_stays_one():
    fields = fields_by_cells(["코드", "소속", "성명"], ["KR-47", "경상북도", "김견본"])

    assert fields[:2] == ["code", "government"]


@pytest.mark.parametrize(
    ("other", "contact"),
    [("보호자", "연락처"), ("紧急联系人", "联系方式"), ("Emergency contact", "Phone")],
)
def test_what_stands_behind_somebody_else_is_theirs(other, contact):
    rows = ["김견본", "과장", "김보호", "010-0000-0002"]

    assert fields_by_cells(["성명", "직위", other, contact], rows)[2:] == [
        "unkept",
        "unkept",
    ]


def test_one_cell_that_holds_a_blank_changes_no_column():
    headings = ["성명", "소속", "참석"]
    rows = ["김견본", "구미시", "○"], ["이가상", "구미시", " "]

    assert fields_by_cells(headings, *rows)[2] == "status"
