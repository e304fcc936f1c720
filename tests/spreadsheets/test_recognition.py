"""The list of people is found in a book, or staff are told why it is not."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.spreadsheets import Book, Sheet, Unreadable
from meetings.spreadsheets.lists.recognition import (
    ListReading,
    ReadColumn,
    ReadingOptions,
    ReadTable,
    recognize,
)
from meetings.spreadsheets.types import NoValue
from tests.spreadsheets.books import (
    HEADINGS,
    list_of,
    people_in,
    read_sheets,
    refusal_of,
    sheet,
    sheets_read,
)

SAMPLE_LINE = ["작성 예시", None, None]


def test_a_reading_tells_how_the_file_was_understood():
    table = sheet("명단", ["안내문"], HEADINGS, ["김견본", "구미시", "과장"], ["합계"])

    reading = read_sheets(table, sheet("비고", ["참고 바랍니다"]))

    assert (reading.sheets, reading.sheet) == (["명단", "비고"], "명단")
    assert reading.tables == [ReadTable("명단", 2, 1)]
    assert (reading.encoding, reading.header_row) == (None, 2)
    assert reading.columns == [
        ReadColumn(0, "성명", "native_name", ["김견본", "합계"]),
        ReadColumn(1, "소속", "government", ["구미시"]),
        ReadColumn(2, "직위", "position", ["과장"]),
    ]
    assert people_in(reading) == [("명단", 3, "김견본")]
    assert [(line.row, line.reason) for line in reading.passed_over] == [(4, "total")]


def test_a_text_has_an_encoding_and_no_sheets():
    reading = recognize(Book([list_of("CSV", "김견본")], "cp949"), ReadingOptions())

    assert (reading.encoding, reading.header_row) == ("cp949", 1)
    assert (reading.sheets, reading.sheet) == ([], None)


def test_a_sheet_of_samples_is_left_alone():
    samples = list_of("작성 예시", "홍견본")

    reading = read_sheets(samples, list_of("명단", "김견본"))

    assert people_in(reading) == [("명단", 2, "김견본")]


def test_a_sheet_that_says_it_is_a_sample_is_left_alone():
    samples = sheet("서식", SAMPLE_LINE, HEADINGS, ["홍견본", "구미시", "과장"])

    reading = read_sheets(samples, list_of("명단", "김견본"))

    assert people_in(reading) == [("명단", 2, "김견본")]


@pytest.mark.parametrize("name", ["記入例", "名簿_見本", "Sample list"])
def test_a_sheet_is_of_samples_by_its_name(name):
    assert read_sheets(list_of(name, "홍견본"), list_of("A", "김견본")).sheet == "A"


def test_a_hidden_sheet_is_left_alone():
    hidden = list_of("작년", "이가상", "박예시", is_hidden=True)

    assert sheets_read(read_sheets(hidden, list_of("명단", "김견본"))) == ["명단"]


def test_a_hidden_list_counts_before_samples():
    hidden = list_of("명단", "김견본", is_hidden=True)

    reading = read_sheets(list_of("예시", "홍견본"), hidden)

    assert sheets_read(reading) == ["명단"]


def test_samples_are_read_where_there_is_nothing_else():
    assert sheets_read(read_sheets(list_of("예시", "김견본"), sheet("빈"))) == ["예시"]


def test_each_delegation_may_have_its_sheet():
    reading = read_sheets(
        sheet("안내", ["적어 주십시오"]),
        list_of("경상북도", "김견본"),
        list_of("구미시", "이가상"),
    )

    assert reading.sheet is None
    assert sheets_read(reading) == ["경상북도", "구미시"]
    assert people_in(reading) == [
        ("경상북도", 2, "김견본"),
        ("구미시", 2, "이가상"),
    ]


def test_a_list_made_otherwise_is_none_of_the_delegations():
    hotels = sheet("호텔", ["이름", "숙소", "전화"], ["견본호텔", "구미", "1"])
    fuller = sheet("명단", [*HEADINGS, "이메일"], ["김견본", "구미시", "과장", "a@b.c"])

    assert sheets_read(read_sheets(hotels, fuller)) == ["명단"]


@pytest.mark.parametrize(
    ("sheets", "choices", "code"),
    [
        ([], {}, "empty"),
        ([sheet("빈")], {}, "empty"),
        ([sheet("A", ["소속", "직위"], ["구미시", "과장"])], {}, "no_header"),
        ([sheet("A", ["참가자 안내"], ["김견본"])], {}, "no_header"),
        ([sheet("A", ["가"])], {"sheet": "A"}, "no_header"),
        ([list_of("A")], {"sheet": "B"}, "no_such_sheet"),
        ([list_of("A")], {"header_row": 9}, "no_such_row"),
        ([list_of("A")], {"sheet": "A", "header_row": 9}, "no_such_row"),
        ([sheet("빈")], {"header_row": 1}, "empty"),
    ],
)
def test_a_book_without_a_list_is_refused(sheets, choices, code):
    assert refusal_of(*sheets, **choices) == code


def test_a_heading_of_names_alone_is_a_list_where_there_is_no_fuller_one():
    names = sheet("A", ["성명"], ["김견본"])

    assert people_in(read_sheets(names)) == [("A", 2, "김견본")]
    assert sheets_read(read_sheets(names, list_of("B", "이가상"))) == ["B"]


def test_the_refusal_of_a_sheet_names_those_there_are():
    with pytest.raises(Unreadable, match="“B”; there are: 명단, 호텔"):
        read_sheets(list_of("명단"), list_of("호텔"), sheet="B")


def test_a_column_shows_its_first_three_cells_that_differ():
    rows = [["김견본", 7], ["이가상", 7], ["박예시", None], ["최모범", NoValue("=A1")]]

    reading = read_sheets(sheet("A", ["성명", "직위"], *rows))

    assert [column.samples for column in reading.columns] == [
        ["김견본", "이가상", "박예시"],
        ["7", "=A1"],
    ]


def test_a_column_without_a_heading_shows_only_if_it_holds_anything():
    rows = [["성명", "소속", None, None], ["김견본", "구미시", None, "x"]]

    reading = read_sheets(sheet("A", *rows))

    assert [(column.index, column.field) for column in reading.columns] == [
        (0, "native_name"),
        (1, "government"),
        (3, None),
    ]


HEADING = st.sampled_from(
    [
        "성명",
        "소속",
        "영문",
        "한글",
        "姓",
        "名",
        "Name",
        "비고",
        "구분",
        "Role",
        "연락처",
    ]
)
ODD = st.sampled_from(["합계", "■", "(", "※", "단장,", "例", "@", "성명:", "【】", "/"])
CELLS = HEADING | ODD | st.text(max_size=4) | st.integers() | st.floats() | st.dates()
CELLS |= st.none() | st.booleans() | st.builds(NoValue, st.text(max_size=3))
TABLES = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=6
    )
)


@settings(max_examples=150, deadline=None)
@given(TABLES, st.sampled_from([None, 0, 1, 2]))
def test_any_table_is_a_reading_or_a_sentence(rows, header_row):
    with suppress(Unreadable):
        reading = read_sheets(Sheet("A", rows), header_row=header_row)

        assert isinstance(reading, ListReading)
        assert {p.row for p in reading.people} <= set(range(1, len(rows) + 1))
