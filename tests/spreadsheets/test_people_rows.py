"""Which rows are people, which are not and why, and what is filled down."""

import pytest

from meetings.spreadsheets.types import NoValue
from tests.spreadsheets.rows import cells_in, passed_in, read_rows, values_of


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
        (["경상북도 참가자 명단"], "경상북도"),
        (["江苏省代表团名单"], "江苏省"),
        (["제26회 교류회의 참가자 명단"], None),
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


def test_a_person_called_like_a_total_is_asked_about():
    assert values_of("position", ["성명", "직위"], ["전체", "과장"]) == ["과장"]


@pytest.mark.parametrize("line", ["작성자: 김철수", "填表人：周文慧", "制表人: 周文慧"])
def test_who_made_the_list_is_not_on_it(line):
    assert passed_in(["성명", "직위"], ["서도현", "국장"], [line, "010-0000-0000"]) == [
        (3, "contact")
    ]


def test_a_line_with_a_seal_is_a_note():
    seal = ["鳥取県知事 平田 伸一 ㊞"]

    assert passed_in(["氏名", "職名"], ["林田 健太", "部長"], seal) == [(3, "note")]


def test_a_name_in_kana_with_a_post_of_its_own_is_a_person():
    rows = [["李 明", "国際交流員"], ["キム ミンジ", "国際交流員"]]

    assert len(cells_in(["氏名", "職名"], *rows)) == 2


@pytest.mark.parametrize("ditto", ["同上", "〃", "상동", "Ditto"])
def test_what_is_as_above_is_taken_from_there(ditto):
    rows = [["김견본", "과장"], ["이가상", ditto], ["박예시", ditto]]

    assert values_of("position", ["성명", "직위"], *rows) == ["과장"] * 3


def test_a_formula_alone_names_no_government():
    rows = [["김견본", "과장"], [NoValue("=X1"), None], ["이가상", "국장"]]

    assert values_of("government", ["성명", "직위"], *rows) == [None, None, None]
