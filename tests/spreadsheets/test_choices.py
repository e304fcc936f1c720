"""What staff chose or taught decides where the list is and what its columns are."""

from tests.spreadsheets.books import (
    HEADINGS,
    list_of,
    people_in,
    read_sheets,
    refusal_of,
    sheet,
)


def test_the_sheet_that_staff_chose_is_read():
    reading = read_sheets(
        list_of("A", "김견본"), list_of("예시", "홍견본"), sheet="예시"
    )

    assert reading.sheet == "예시"
    assert people_in(reading) == [("예시", 2, "홍견본")]


def test_the_row_that_staff_chose_holds_the_headings():
    table = sheet("A", HEADINGS, ["성함", "부서"], ["김견본", "과"])

    reading = read_sheets(table, header_row=2)

    assert (reading.header_row, people_in(reading)) == (2, [("A", 3, "김견본")])
    assert [column.field for column in reading.columns] == ["native_name", "department"]


def test_staff_may_say_that_there_are_no_headings():
    table = sheet("A", ["김견본", "구미시"], ["이가상", "구미시"])

    reading = read_sheets(table, header_row=0, mapping={0: "name", 1: "government"})

    assert reading.header_row == 0
    assert people_in(reading) == [("A", 1, "김견본"), ("A", 2, "이가상")]
    assert [column.header for column in reading.columns] == ["", ""]


def test_without_headings_every_column_is_left_for_staff():
    reading = read_sheets(sheet("A", ["김견본", "구미시"]), header_row=0)

    assert [column.field for column in reading.columns] == [None, None]
    assert reading.people == []


def test_a_mapping_of_staff_wins():
    table = sheet("A", HEADINGS, ["김견본", "구미시", "과장"])

    reading = read_sheets(table, mapping={1: "department", 2: None, 40: "note"})

    assert [column.field for column in reading.columns] == [
        "native_name",
        "department",
        None,
    ]
    assert [p.cells for p in reading.people] == [
        {"native_name": "김견본", "department": "구미시"}
    ]


def test_a_mapping_holds_for_the_same_headings_of_other_sheets():
    moved = sheet("B", ["직위", "성명", "소속"], ["과장", "이가상", "구미시"])

    reading = read_sheets(list_of("A", "김견본"), moved, mapping={2: "department"})

    assert [p.cells.get("department") for p in reading.people] == ["과장", "과장"]


def test_what_staff_taught_is_known():
    table = sheet("A", ["존함", "출신"], ["김견본", "구미시"])

    assert refusal_of(table) == "no_header"
    reading = read_sheets(table, taught_headings={"존함": "name", "출신": "government"})
    assert people_in(reading) == [("A", 2, "김견본")]
