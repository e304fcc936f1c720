"""Lines between people: the government, the role or the absence of those below."""

import pytest

from tests.spreadsheets.rows import cells_in, read_rows, values_of

HEADINGS = ["성명", "직위"]


@pytest.mark.parametrize(
    ("line", "government"),
    [
        ("浙江省代表团", "浙江省"),
        ("島根県", "島根県"),
        ("경기도", "경기도"),
        ("Shimane Prefecture", "Shimane Prefecture"),
        ("Gyeongsangbuk-do", "Gyeongsangbuk-do"),
        ("** Chungcheongbuk-do **", "Chungcheongbuk-do"),
        ("Delegation of Gumi", "Gumi"),
    ],
)
def test_a_government_alone_in_the_column_of_names_is_a_section(line, government):
    rows = [["서도현", "국장"], [line], ["박은주", "과장"]]

    assert values_of("government", HEADINGS, *rows) == [None, government]


@pytest.mark.parametrize(
    ("line", "government"),
    [
        ("广东代表团", "广东"),
        ("［神奈川県庁］", "神奈川県庁"),
        ("Delegation of Gumi", "Gumi"),
        ("Date: 16 October 2025", None),
        ("代表団名簿", None),
    ],
)
def test_a_government_alone_above_the_headings_is_that_of_all(line, government):
    assert values_of("government", HEADINGS, ["서도현", "국장"], above=[[line]]) == [
        government
    ]


def test_a_day_alone_below_a_list_is_nobody():
    people, _passed = read_rows(
        ["Name", "Title"], ["KIM Min", "Mayor"], ["12 May 2026"]
    )

    assert len(people) == 1


def test_who_is_called_like_a_place_is_a_person_where_nobody_stands_below():
    people, passed = read_rows(HEADINGS, ["서도현", "국장"], ["이영구"], ["박은주"])

    assert [p.cells["native_name"] for p in people] == ["서도현", "이영구", "박은주"]
    assert passed == []


@pytest.mark.parametrize(
    "line", ["불참자", "【欠席者】", "请假人员", "■ 불참자 명단 (1명)", "Absent"]
)
def test_who_stands_below_a_line_of_absence_does_not_come(line):
    rows = [
        ["서도현", "국장"],
        [line],
        ["박은주", "과장"],
        ["참석자"],
        ["예지원", "과장"],
    ]

    told = values_of("status", HEADINGS, *rows)

    assert (told[0], bool(told[1]), told[2]) == (None, True, None)


def test_a_title_above_may_say_who_stays_away():
    cells = cells_in(HEADINGS, ["박은주", "과장"], above=[["불참자 명단"]])

    assert cells == [{"native_name": "박은주", "position": "과장", "status": "불참"}]


@pytest.mark.parametrize("line", ["二、翻译", "通訳", "[통역]"])
def test_who_stands_below_a_line_of_roles_has_that_role(line):
    rows = [
        ["서도현", "국장"],
        [line],
        ["박은주", None, "과장"],
        ["■ 경기도"],
        ["예지원", "과장"],
    ]

    told = values_of("role", ["성명", "직위", "비고"], *rows)

    assert (told[0], bool(told[1]), told[2]) == (None, True, None)


def test_people_beside_others_have_the_government_of_their_row():
    headings = ["단체", "성명", "직위", "성명", "직위"]
    rows = [
        ["인천광역시", "서도현", "국장", "박은주", "과장"],
        ["경기도", "예지원", "국장"],
    ]

    assert [(c["native_name"], c["government"]) for c in cells_in(headings, *rows)] == [
        ("서도현", "인천광역시"),
        ("예지원", "경기도"),
        ("박은주", "인천광역시"),
    ]


def test_a_table_of_something_else_below_its_title_is_left_alone():
    rows = [
        ["서도현", "국장"],
        [],
        ["차량 정보"],
        ["차량번호", "연락처"],
        ["12가3456", "010"],
    ]

    assert values_of("native_name", HEADINGS, *rows) == ["서도현"]


def test_an_office_is_a_department_where_a_line_names_the_government():
    cells = cells_in(
        ["氏名", "所属"], ["林田 健太", "交流推進課"], above=[["団体名：鳥取県"]]
    )

    assert [(c["government"], c["department"]) for c in cells] == [
        ("鳥取県", "交流推進課")
    ]


@pytest.mark.parametrize("line", ["외 2명", "外2名", "另有2人"])
def test_seats_alone_in_a_row_are_no_section(line):
    people, passed = read_rows(HEADINGS, ["서도현", "국장"], [line], ["박은주", "과장"])

    assert [p.cells["native_name"] for p in people] == ["서도현", "박은주"]
    assert passed == []
