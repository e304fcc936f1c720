"""Which rows are people, which are not and why, and what a column's cells tell."""

import pytest

from meetings.sheets import Sheet
from meetings.sheets.books import NoValue
from meetings.sheets.columns import settle
from meetings.sheets.headings import headings_at
from meetings.sheets.people_rows import people_of
from meetings.sheets.vocabulary import vocabulary

WORDS = vocabulary()


def read_rows(headings, *rows, above=()):
    """The people below the headings, and the rows passed over."""
    width = max(map(len, (headings, *rows, *above)))
    table = [[*row, *[None] * (width - len(row))] for row in (*above, headings, *rows)]
    sheet = Sheet("명단", table)
    found = headings_at(sheet, len(above), WORDS)
    fields, below = list(found.fields), sheet.rows[found.below :]
    settle(found.texts, fields, list(zip(*below, strict=True)), WORDS)
    return people_of(sheet, found, fields, WORDS)


def cells_in(headings, *rows, **more):
    people, _passed = read_rows(headings, *rows, **more)
    return [person.cells for person in people]


def passed_in(headings, *rows):
    _people, passed = read_rows(headings, *rows)
    return [(line.row, line.reason) for line in passed]


def values_of(field, headings, *rows, **more):
    return [cells.get(field) for cells in cells_in(headings, *rows, **more)]


def fields_by_cells(headings, *rows):
    """What the columns are, once their cells are seen."""
    found = headings_at(Sheet("명단", [headings]), 0, WORDS)
    fields = list(found.fields)
    settle(found.texts, fields, list(zip(*rows, strict=True)), WORDS)
    return fields


def test_people_know_their_sheet_and_row():
    people, passed = read_rows(["성명", "소속"], ["김견본", "구미시"])

    assert [(p.sheet, p.row, p.cells) for p in people] == [
        ("명단", 2, {"native_name": "김견본", "government": "구미시"})
    ]
    assert passed == []


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (["합계", 2], "total"),
        (["총 인원", "2명"], "total"),
        (["합계 12명"], "total"),
        ([None, "計", 2], "total"),
        (["Total: 12 persons"], "total"),
        (["예시", "홍견본", "구미시"], "sample"),
        (["例", "山田見本"], "sample"),
        (["성명", "소속", "직위"], "heading"),
        (["Name", "소속기관", "직책"], "heading"),
        (["※ 여권과 같게 적어 주십시오."], "note"),
        (["주) 여권과 같게"], "note"),
        (["비고: 변경될 수 있음"], "note"),
        (["이하 여백"], "note"),
        (["以上"], "note"),
        (["여권과 똑같이 적어 주십시오. " * 3], "note"),
        ([None, "구미시"], "section"),
    ],
)
def test_a_row_of_nobody_is_passed_over_with_its_reason(row, reason):
    headings, person = ["성명", "소속", "직위"], ["김견본", "구미시", "과장"]

    assert passed_in(headings, person, row, person) == [(3, reason)]
    assert len(cells_in(headings, person, row, person)) == 2


def test_a_row_merged_over_all_columns_is_one_text():
    note = "※ 여권과 같게 적어 주십시오."

    assert passed_in(["성명", "소속"], ["김견본", "구미시"], [note, note]) == [
        (3, "note")
    ]


@pytest.mark.parametrize(
    "row", [[], [" ", "\u3000"], [7], ["8"], [7, "구미시", None, "한국"]]
)
def test_a_row_that_tells_of_nobody_is_left_out_without_a_word(row):
    headings, person = ["번호", "소속", "성명", "국가"], [1, "구미시", "김견본", "한국"]
    people, passed = read_rows(headings, person, row)

    assert ([p.row for p in people], passed) == ([2], [])


def test_a_person_called_like_a_total_is_a_person():
    assert values_of("native_name", ["번호", "소속", "성명"], [1, "구미시", "계"]) == [
        "계"
    ]


def test_a_row_with_a_phone_and_no_name_is_a_person_to_ask_about():
    cells = cells_in(["성명", "소속", "연락처"], [None, "구미시", "010-0000-0000"])

    assert cells == [{"government": "구미시", "phone": "010-0000-0000"}]


@pytest.mark.parametrize(
    "line",
    ["경상북도", "■ 경상북도", "【경상북도】", "▶ 경상북도 (2명)", "< 경상북도 > 2명"],
)
def test_a_section_line_names_the_government_of_those_below(line):
    rows = [[line], [1, "김견본"], ["구미시"], [2, "이가상"], [3, "박예시"]]
    people, passed = read_rows(["번호", "성명"], *rows)

    assert [p.cells["government"] for p in people] == ["경상북도", "구미시", "구미시"]
    assert [(p.row, p.reason) for p in passed] == [(2, "section"), (4, "section")]


def test_a_column_of_governments_counts_before_a_section_line():
    rows = [["경상북도"], ["김견본", "과장", "구미시"]]

    assert values_of("government", ["직위", "성명", "소속"], *rows) == ["구미시"]


@pytest.mark.parametrize(
    ("line", "government"),
    [
        (["소속: 경상북도"], "경상북도"),
        (["소속：경상북도"], "경상북도"),
        (["소속", "경상북도"], "경상북도"),
        (["Delegation:", "Jilin Province"], "Jilin Province"),
        (["【경상북도】"], "경상북도"),
        (["경상북도 참가자 명단"], None),
        (["작성자: 김견본"], None),
        (["소속:", None], None),
    ],
)
def test_a_line_above_may_name_the_government_of_all(line, government):
    values = values_of(
        "government", ["번호", "성명"], [1, "김견본"], above=[["명단"], line]
    )

    assert values == [government]


def test_a_government_written_once_is_that_of_the_rows_below():
    rows = [
        ["구미시", "김견본"],
        [None, "이가상"],
        ["동해시", "박예시"],
        [None, "최모범"],
    ]

    assert values_of("government", ["소속", "성명"], *rows) == [
        "구미시",
        "구미시",
        "동해시",
        "동해시",
    ]


def test_a_blank_stays_blank_where_every_row_has_a_government():
    rows = [["구미시", "김견본"], ["구미시", "이가상"], [None, "박예시"]]

    assert values_of("government", ["소속", "성명"], *rows) == [
        "구미시",
        "구미시",
        None,
    ]


def test_a_blank_above_all_governments_stays_blank():
    rows = [[None, "김견본"], ["구미시", "이가상"]]

    assert values_of("government", ["소속", "성명"], *rows) == [None, "구미시"]


def test_a_city_goes_with_the_province_beside_it_and_not_with_the_one_above():
    rows = [["경상북도", "구미시", "김견본"], ["강원특별자치도", None, "이가상"]]

    assert values_of("municipality", ["시도", "시군구", "성명"], *rows) == [
        "구미시",
        None,
    ]


def test_a_country_written_once_is_filled_down_by_itself():
    rows = [["한국", "구미시", "김견본"], [None, "동해시", "이가상"]]

    assert values_of("country", ["국가", "소속", "성명"], *rows) == ["한국", "한국"]


def test_nothing_else_is_filled_down():
    rows = [["구미시", "김견본", "과장"], [None, "이가상", None]]

    assert values_of("position", ["소속", "성명", "직위"], *rows) == ["과장", None]


@pytest.mark.parametrize(
    ("text", "native", "latin"),
    [
        ("김견본 (KIM Gyeonbon)", "김견본", ("KIM", "Gyeonbon")),
        ("김견본（KIM Gyeonbon）", "김견본", ("KIM", "Gyeonbon")),
        ("김견본/KIM Gyeonbon", "김견본", ("KIM", "Gyeonbon")),
        ("김견본\nKIM Gyeonbon", "김견본", ("KIM", "Gyeonbon")),
        ("KIM Gyeonbon (김견본)", "김견본", ("KIM", "Gyeonbon")),
        ("山田見本 - YAMADA Mihon", "山田見本", ("YAMADA", "Mihon")),
        ("김견본", "김견본", (None, None)),
        ("KIM Gyeonbon", None, ("KIM", "Gyeonbon")),
        ("김견본 (국장)", "김견본 (국장)", (None, None)),
    ],
)
def test_a_cell_may_hold_both_names(text, native, latin):
    (cells, _other) = cells_in(["성명", "소속"], [text, "구미시"], ["이가상 (LEE A)"])

    assert cells.get("native_name") == native
    assert (cells.get("family_name"), cells.get("given_name")) == latin


def test_native_names_in_two_columns_are_joined():
    rows = [["山田", "花子", "富山県"], ["伊藤", "仮", "富山県"]]

    assert values_of("native_name", ["姓", "名", "所属"], *rows) == [
        "山田花子",
        "伊藤仮",
    ]


@pytest.mark.parametrize("name", ["山田見本 様", "山田見本　殿", "山田見本 先生"])
def test_a_courtesy_behind_a_name_is_left_out(name):
    assert values_of("native_name", ["氏名", "所属"], [name, "富山県"]) == ["山田見本"]


def test_latin_names_are_split_as_the_column_writes_them():
    rows = [["Gyeonbon KIM", "구미시"], ["Zara Osei", "구미시"]]
    cells = cells_in(["영문성명", "소속"], *rows)

    assert [(c["family_name"], c["given_name"]) for c in cells] == [
        ("KIM", "Gyeonbon"),
        ("Osei", "Zara"),
    ]
    assert [c["is_given_first"] for c in cells] == [True, True]


def test_full_width_latin_names_become_narrow():
    row = ["\uff2bim", "Gyeonbo\uff4e", "구미시"]
    (cells,) = cells_in(["영문 성", "Given name", "소속"], row)

    assert (cells["family_name"], cells["given_name"]) == ("Kim", "Gyeonbon")


def test_a_name_without_a_value_stays_one():
    (cells,) = cells_in(["성명", "소속"], [NoValue("=A9"), "구미시"])

    assert cells["native_name"] == NoValue("=A9")


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        ("단장", {"role": "단장"}),
        ("온라인", {"mode": "온라인"}),
        ("통역, 온라인", {"role": "통역", "mode": "온라인"}),
        ("団長／オンライン", {"role": "団長", "mode": "オンライン"}),
        ("단장 도착 늦음", {"note": "단장 도착 늦음"}),
        ("채식", {"note": "채식"}),
    ],
)
def test_a_remark_that_is_only_a_role_or_a_mode_counts_as_that(note, kept):
    (cells,) = cells_in(["성명", "비고"], ["김견본", note])

    assert cells == {"native_name": "김견본"} | kept


def test_a_remark_is_kept_beside_a_role_of_its_own():
    (cells,) = cells_in(["성명", "역할", "비고"], ["김견본", "단원", "단장"])

    assert (cells["role"], cells["note"]) == ("단원", "단장")


def test_of_two_columns_of_one_field_the_first_that_is_filled_counts():
    rows = [["김견본", "1", "2"], ["이가상", " ", "3"]]

    assert values_of("phone", ["성명", "전화", "휴대폰"], *rows) == ["1", "3"]


def test_what_is_not_kept_is_not_in_the_cells():
    (cells,) = cells_in(["성명", "생년월일", "비고"], ["김견본", "1990-01-01", "채식"])

    assert cells == {"native_name": "김견본", "note": "채식"}


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
