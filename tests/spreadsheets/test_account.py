"""Every filled cell is accounted for: used, passed over with a reason, or unread."""

import re

from hypothesis import given
from hypothesis import strategies as st

from meetings.spreadsheets import Sheet
from meetings.spreadsheets.lists.account import Account, Fate, areas_of, range_of
from meetings.spreadsheets.lists.form_people import read_records
from meetings.spreadsheets.lists.layouts import layout_of
from meetings.spreadsheets.lists.mapped_fields import MappedFields
from meetings.spreadsheets.lists.parts import is_blank
from meetings.spreadsheets.lists.people_rows import TableReading
from meetings.spreadsheets.lists.tables import read_tables
from meetings.spreadsheets.lists.unread import unread_cells
from meetings.spreadsheets.types import Area
from meetings.spreadsheets.vocabulary import vocabulary
from tests.spreadsheets.books import read_sheets, sheet

WORDS = vocabulary()
HEADINGS = [
    "성명",
    "소속",
    "직위",
    "연락처",
    "비고",
    "이메일",
    "참석여부",
    "사진",
    "담당자",
]
TEXTS = [
    *HEADINGS,
    *(
        "김견본",
        "이가상",
        "山田見本",
        "KIM Gyeonbon",
        "やまだ みほん",
        "구미시",
        "鳥取県",
    ),
    *("합계", "※ 알림", "【경상북도】", "예시", "2", "010-0000-0001", "a@example.org"),
    *(
        "과장",
        "불참",
        "○",
        "미정",
        "외 2명",
        "참가자 명단",
        "소속: 구미시",
        "담당자: 윤견본",
    ),
]
CELLS = st.one_of(st.none(), st.sampled_from(TEXTS), st.integers(1, 9))
TABLES = st.integers(1, 7).flatmap(
    lambda width: st.lists(
        st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=9
    )
)
# Tables of people are rare among random ones: half of them get a row of headings.
LISTS = st.tuples(TABLES, st.permutations(HEADINGS), st.booleans()).map(
    lambda drawn: [drawn[1][: len(drawn[0][0])], *drawn[0]] if drawn[2] else drawn[0]
)


def read(rows):
    """What is found on a sheet of these rows, with its account; None if no list is."""
    table = Sheet("명단", rows)
    layout, account, reading = layout_of(table, WORDS), Account(table), TableReading()
    if not layout.is_of_people:
        return None
    way = read_records if layout.records else read_tables
    way(layout, reading, account, MappedFields({}), WORDS)
    return layout, account, reading


def filled(rows):
    return {
        (row, column)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
        if not is_blank(cell)
    }


def places_in(unread):
    """The places of ranges such as B4:D9."""
    for each in unread:
        corners = [re.fullmatch(r"([A-Z]+)(\d+)", c) for c in each.range.split(":")]
        (left, top), (right, bottom) = (
            (ord(corner[1]) - 65, int(corner[2]) - 1)
            for corner in (corners[0], corners[-1])
        )
        for row in range(top, bottom + 1):
            yield from ((row, column) for column in range(left, right + 1))


@given(LISTS)
def test_the_account_of_any_list_is_complete(rows):
    found = read(rows)
    if found is None:
        return
    layout, account, _reading = found
    unread = unread_cells(account, WORDS, is_form=bool(layout.records))

    told = set(places_in(unread))
    silent = {
        (row, column)
        for row, column in filled(rows)
        if account.fate_of(row, column) == Fate.UNREAD
    }

    assert silent <= told


@given(LISTS)
def test_a_cell_that_counts_as_a_value_is_one_of_somebody(rows):
    found = read(rows)
    if found is None:
        return
    _layout, account, reading = found
    held = "\n".join(
        str(text)
        for person in reading.people
        for text in (*person.cells.values(), *(d.value for d in person.problems))
    )
    held += "\n".join(
        doubt.value for person in reading.people for doubt in person.warnings
    )
    values = {
        str(rows[row][column]).partition(": ")[2] or str(rows[row][column])
        for row, column in filled(rows)
        if account.fate_of(row, column) == Fate.VALUE
    }

    # A mark stands for its heading, and a government may hold for nobody.
    assert {text for text in values if text not in held} <= {"○", reading.section}


@given(LISTS)
def test_nobody_has_a_value_that_no_cell_holds(rows):
    found = read(rows)
    if found is None:
        return
    _layout, _account, reading = found
    held = "\n".join(str(cell) for row in rows for cell in row if cell is not None)
    marks = set(HEADINGS)

    for person in reading.people:
        for cell in person.cells.values():
            for part in re.split(r"\n| \(|\)", str(cell)):
                assert part in held or part in marks or part in reading.section


def test_areas_are_of_rows_that_follow_one_another():
    assert list(areas_of([(0, 1), (1, 3), (5, 2)])) == [
        Area(0, 1, 1, 3),
        Area(5, 2, 5, 2),
    ]


def test_a_range_is_named_as_spreadsheets_name_it():
    assert range_of(Area(3, 1, 8, 3)) == "B4:D9"
    assert range_of(Area(0, 26, 0, 26)) == "AA1"


def test_a_column_of_no_known_field_is_told_with_its_first_values():
    reading = read_sheets(
        sheet("명단", ["성명", "소속", "기념품"], ["김견본", "구미시", "컵"])
    )

    (unread,) = reading.unread
    assert (unread.sheet, unread.range, unread.sample) == ("명단", "C2", ["컵"])
    assert (unread.why, unread.is_asked) == ("no_field", False)


def test_what_looks_like_people_beside_a_list_is_asked_about():
    reading = read_sheets(
        sheet(
            "명단",
            ["성명", "소속", "직위"],
            ["김견본", "구미시", "과장"],
            ["차량", "운전", "좌석"],
            ["번호", "전화", "주소"],
            ["1", "최견본", "a@example.org"],
        )
    )

    assert [unread.is_asked for unread in reading.unread] == [True]


def test_a_list_of_another_year_is_asked_about_and_not_merged():
    people = [["성명", "소속"], ["김견본", "구미시"]]

    reading = read_sheets(sheet("명단", *people), sheet("작년 명단", *people))

    assert len(reading.people) == 1
    assert [(u.sheet, u.why, u.is_asked) for u in reading.unread] == [
        ("작년 명단", "former_sheet", True)
    ]


def test_of_what_is_not_kept_nothing_is_told():
    reading = read_sheets(
        sheet("명단", ["성명", "소속", "여권번호"], ["김견본", "구미시", "M0000001"])
    )

    assert reading.unread == []
    assert reading.columns[2].samples == []
