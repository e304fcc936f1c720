"""The row of headings is found, be it deep, far down, in two rows or in doubt."""

import pytest

from meetings.spreadsheets import Sheet
from meetings.spreadsheets.lists.heading_search import find_headings
from meetings.spreadsheets.lists.headings import (
    headings_at,
    is_continued,
    no_headings,
    spread_group_headings,
)
from meetings.spreadsheets.vocabulary import vocabulary, with_taught_headings

WORDS = vocabulary()


def sheet_of(*rows):
    """A sheet of these rows, the short ones filled up."""
    width = max(map(len, rows), default=0)
    return Sheet("명단", [[*row, *[None] * (width - len(row))] for row in rows])


def found_in(*rows, words=WORDS):
    return find_headings(sheet_of(*rows).rows, words)


def test_headings_are_the_row_of_known_words():
    found = found_in(["성명", "소속", "기념품"], ["김견본", "구미시", None])

    assert (found.first, found.depth, found.below) == (0, 1, 1)
    assert found.texts == ["성명", "소속", "기념품"]
    assert found.fields == ["name", "government", None]


@pytest.mark.parametrize("above", [1, 7, 29])
def test_headings_may_stand_far_down(above):
    found = found_in(*[["안내문"]] * above, ["성명", "소속"], ["김견본", "구미시"])

    assert found.first == above


def test_headings_below_the_first_thirty_rows_are_not_looked_for():
    assert found_in(*[["안내문"]] * 30, ["성명", "소속"]) is None


@pytest.mark.parametrize(
    "rows", [[], [["소속", "직위"]], [["김견본", "구미시"]], [[None, 7]]]
)
def test_headings_without_a_name_are_none(rows):
    assert found_in(*rows) is None


def test_of_rows_that_are_surely_headings_the_first_wins():
    found = found_in(["성명", "소속"], [], ["성명", "소속", "직위"])

    assert found.first == 0


def test_the_first_of_two_alike_wins():
    assert found_in(["성명", "소속"], ["김견본"], ["성명", "소속"]).first == 0


def test_a_word_counts_less_inside_a_longer_heading():
    found = found_in(["성명을 쓰시오", "소속을 쓰시오"], ["성명", "소속"])

    assert found.first == 1
    assert found.score == 2


def test_a_field_counts_once():
    assert found_in(["성명", "성명", "이름"]).score == 1


@pytest.mark.parametrize(
    ("headings", "are_of_people"),
    [
        (["성명", "소속"], True),
        (["성명"], False),
        (["성명", "성명을 쓰시오"], False),
        (["소속", "직위", "이메일"], False),
    ],
)
def test_headings_are_of_people_where_a_name_and_more_is_among_them(
    headings, are_of_people
):
    found = headings_at(sheet_of(headings).rows, 0, WORDS)

    assert found.are_of_people is are_of_people


def test_a_long_text_is_no_heading():
    text = "성명과 소속을 아래에 적어 주시기 바랍니다. " * 20

    assert found_in([text, "성명", "소속"]).texts == ["", "성명", "소속"]


def test_numbers_and_days_are_no_headings():
    assert found_in(["성명", "소속", 2026, None]).texts == ["성명", "소속", "", ""]


def test_what_staff_taught_makes_a_heading():
    rows = [["존함", "출신"], ["김견본", "구미시"]]

    assert found_in(*rows) is None
    found = found_in(
        *rows, words=with_taught_headings({"존함": "name", "출신": "government"})
    )
    assert found.fields == ["name", "government"]


MERGED = [
    ["소속", "성명", "성명", "연락처", "연락처", "비고"],
    ["소속", "한글", "영문", "전화", "이메일", "비고"],
]
UNMERGED = [
    ["소속", "성명", None, "연락처", None, "비고"],
    [None, "한글", "영문", "전화", "이메일", None],
]


@pytest.mark.parametrize("rows", [MERGED, UNMERGED], ids=["merged", "unmerged"])
def test_headings_may_be_two_rows_deep(rows):
    found = found_in(*rows, ["구미시", "김견본", "KIM", "1", "a@example.org", None])

    assert (found.first, found.depth, found.below) == (0, 2, 2)
    assert found.fields == [
        "government",
        "native_name",
        "latin_name",
        "phone",
        "email",
        "note",
    ]
    assert found.texts == [
        "소속",
        "성명 한글",
        "성명 영문",
        "연락처 전화",
        "연락처 이메일",
        "비고",
    ]


def test_a_name_in_two_rows_has_a_family_and_a_given_part():
    found = found_in(["No", "氏名", None, "所属"], [None, "姓", "名", None])

    assert found.fields == ["number", "family_name", "given_name", "government"]


def test_a_row_of_people_is_no_second_row():
    found = found_in(["성명", "소속", "직위"], ["김견본", "대표단", "과장"])

    assert found.depth == 1


@pytest.mark.parametrize(
    ("top", "bottom", "is_second"),
    [
        (["성명", "", "소속"], ["한글", "영문", ""], True),
        (["성명", "소속"], ["성명", "소속"], False),
        (["성명", "", "소속"], ["김견본", "영문", "구미시"], False),
        (["명단", "", ""], ["성명", "소속", "직위"], False),
        (["가", "나", ""], ["성명", "소속", "직위"], False),
        (["성명", "소속"], [], False),
    ],
)
def test_a_second_row_goes_on_with_known_words(top, bottom, is_second):
    assert is_continued([top], bottom, WORDS) is is_second


@pytest.mark.parametrize(
    ("top", "bottom", "spread"),
    [
        (["성명", "", "소속"], ["한글", "영문", ""], ["성명", "성명", "소속"]),
        (["일정", "", ""], ["도착", "출발", "숙소"], ["일정", "일정", "일정"]),
        (["소속", ""], ["", "이메일"], ["소속", ""]),
        (["소속", ""], ["소속", "이메일"], ["소속", ""]),
        (["", "비고"], ["성명", ""], ["", "비고"]),
    ],
)
def test_a_group_stands_over_the_columns_it_spans(top, bottom, spread):
    assert spread_group_headings(top, bottom) == spread


def test_without_headings_every_row_is_of_people():
    headings = no_headings(sheet_of(["김견본", "구미시"], ["이가상", "구미시"]).rows)

    assert (headings.first, headings.below) == (0, 0)
    assert headings.fields == [None, None]
    assert not headings.are_of_people


def test_there_are_no_headings_below_the_last_row():
    assert headings_at(sheet_of(["성명", "소속"]).rows, 1, WORDS) is None


def test_two_columns_of_one_heading_are_none_of_a_form():
    texts = ["Name", "Arrival Date", "Flight", "Departure Date", "Flight"]
    person = ["SEO Dohyun", "15 Oct 2025", "KE1", "18 Oct 2025", "KE2"]

    found = find_headings([texts, person, person], WORDS)

    assert (found.first, found.depth) == (0, 1)


def test_readings_may_stand_above_names_in_headings():
    rows = [["ふりがな", "役職"], ["氏名", None], ["はやしだ けんた", "部長"]]

    assert find_headings(rows, WORDS).fields == ["name", "position"]
