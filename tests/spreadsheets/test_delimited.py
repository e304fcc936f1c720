"""Delimited text is a table whatever its delimiter and encoding, or is refused."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.spreadsheets import Unreadable
from meetings.spreadsheets.files.delimited import (
    count_known_words,
    delimiter_of,
    read_text,
)
from meetings.spreadsheets.files.encodings import ENCODINGS
from meetings.spreadsheets.types import MAX_COLUMNS, MAX_ROWS


def rows_of(text, **chosen):
    (sheet,) = read_text(text.encode(), **chosen).sheets
    return sheet.rows


def refusal_of(data, **chosen):
    with pytest.raises(Unreadable) as caught:
        read_text(data, **chosen)
    return caught.value.code


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_the_delimiter_is_told(delimiter):
    text = (
        delimiter.join(["성명", "소속"]) + "\n" + delimiter.join(["김견본", "구미시"])
    )

    assert rows_of(text) == [["성명", "소속"], ["김견본", "구미시"]]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("성명;소속\n가;나, 다\n라;마, 바\n", ";"),
        ("성명\t비고\n김견본\ta,b;c\n", "\t"),
        ("안내, 알림; 참고\n\n성명;소속\n", ";"),
        ("a;b\nc;d\n1,5\n", ";"),
        ("1. Names\t2. Where\nKIM, Min\tGumi\nLEE, Jun\tPohang\n", "\t"),
        ("성명\n김견본\n", ","),
        ("", ","),
    ],
)
def test_known_headings_tell_the_delimiter_before_the_number_of_signs(text, delimiter):
    assert delimiter_of(text) == delimiter


def test_a_quoted_cell_may_hold_anything():
    text = '성명,비고\n김견본,"첫 줄\n둘째, 줄 ""셋"""\n'

    assert rows_of(text)[1] == ["김견본", '첫 줄\n둘째, 줄 "셋"']


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_any_way(end):
    assert rows_of(end.join(["성명,소속", "김견본,구미시"])) == [
        ["성명", "소속"],
        ["김견본", "구미시"],
    ]


def test_blank_cells_and_lines_are_blank():
    assert rows_of("성명,소속\n\n김견본,\n") == [
        ["성명", "소속"],
        [None, None],
        ["김견본", None],
    ]


def test_texts_stay_as_they_stand():
    assert rows_of("성명,전화\n 김 견본,0010\n")[1] == [" 김 견본", "0010"]


def test_the_mark_of_a_formula_is_taken_off():
    assert rows_of("성명,전화\n'김,'+82 10\n")[1] == ["'김", "+82 10"]


@pytest.mark.parametrize("codec", ENCODINGS)
def test_the_encoding_that_staff_chose_is_used(codec):
    book = read_text("姓名,山口\n山田,山口\n".encode(codec), codec)

    assert book.encoding == codec
    assert book.sheets[0].rows == [["姓名", "山口"], ["山田", "山口"]]


def test_another_encoding_may_be_chosen_than_the_likeliest():
    data = "氏名\n".encode("euc_jp")

    assert read_text(data).encoding == "euc_jp"
    assert read_text(data, "gb18030").sheets[0].rows != [["氏名"]]


def test_a_text_is_one_sheet_with_its_encoding():
    book = read_text("성명,소속\n".encode("cp949"))

    assert book.encoding == "cp949"
    assert [(sheet.name, sheet.is_hidden) for sheet in book.sheets] == [("CSV", False)]


@pytest.mark.parametrize(
    ("data", "chosen", "code"),
    [
        ("성명".encode(), {"encoding": "cp932x"}, "unknown_encoding"),
        ("성명".encode("cp949"), {"encoding": "utf-8"}, "not_in_encoding"),
        (b"\x81\xff\xff", {}, "encoding"),
        (b"a\0b\0\xff", {}, "not_a_sheet"),
        (b"a,b\x01\n", {}, "not_a_sheet"),
        (b"  <html><table>", {}, "not_a_sheet"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_refused(data, chosen, code):
    assert refusal_of(data, **chosen) == code


def test_a_list_may_be_as_long_and_wide_as_the_limits():
    assert len(rows_of("a\n" * MAX_ROWS)) == MAX_ROWS
    assert len(rows_of("a," * (MAX_COLUMNS - 1) + "a")[0]) == MAX_COLUMNS


@pytest.mark.parametrize(
    ("text", "excess"),
    [
        ("a\n" * (MAX_ROWS + 1), "too_many_rows"),
        ("a," * MAX_COLUMNS + "a", "too_many_columns"),
    ],
)
def test_a_list_beyond_the_limits_has_no_rows(text, excess):
    (sheet,) = read_text(text.encode()).sheets

    assert (sheet.rows, sheet.excess) == ([], excess)


def test_blank_lines_and_cells_at_the_ends_do_not_count():
    assert rows_of("성명,소속" + "," * MAX_COLUMNS + "\n" + ",\n" * MAX_ROWS) == [
        ["성명", "소속"]
    ]


LIST = "연번,소속,성명,직위,전화\n{}\n2,구미시,김견본,과장,010\n"


@pytest.mark.parametrize(
    "line",
    [
        '1,구미시,이보기,"국장,010',
        '1,구미시,이보기,국장","010',
        '"1,구미시,이보기,국장,010',
        '1,구미시,이보기,국장,"010',
    ],
)
def test_a_quotation_mark_too_many_swallows_no_row(line):
    book = read_text(LIST.format(line).encode())

    assert book.sheets[0].rows[1:] == [
        ["1", "구미시", "이보기", "국장", "010"],
        ["2", "구미시", "김견본", "과장", "010"],
    ]
    assert book.warnings == [("unclosed_quote", {"row": 2})]


def test_two_quotation_marks_too_many_swallow_no_row_between_them():
    text = (
        '연번,소속,성명,직위\n1,구미시,이보기,"국장\n'
        '2,구미시,김견본,과장"\n3,가,나,다\n'
    )

    book = read_text(text.encode())

    assert [row[2] for row in book.sheets[0].rows] == ["성명", "이보기", "김견본", "나"]
    assert [code for code, _details in book.warnings] == ["unclosed_quote"] * 2


def test_a_cell_of_several_lines_is_one_cell():
    text = '연번,소속,성명,비고\n1,구미시,이보기,"첫째, 줄\n둘째, 줄, 셋째"\n'

    book = read_text(text.encode())

    assert book.sheets[0].rows[1][3] == "첫째, 줄\n둘째, 줄, 셋째"
    assert book.warnings == []


@pytest.mark.parametrize(
    ("written", "cell"),
    [
        ('="0102"', "0102"),
        ('"=""0102"""', "0102"),
        ('="01,02"', "01,02"),
        ('=""', None),
    ],
)
def test_a_formula_that_is_a_text_is_that_text(written, cell):
    assert rows_of(f"성명,전화\n김견본,{written}\n")[1] == ["김견본", cell]


def test_a_first_line_that_names_the_delimiter_is_no_row():
    assert rows_of("sep=;\n성명;a,b,c,d\n") == [["성명", "a,b,c,d"]]


@pytest.mark.parametrize("padding", [b"\0" * 600, b"\x1a", b"\x1a\0\0"])
def test_padding_behind_the_text_is_none_of_it(padding):
    book = read_text("성명,소속\n".encode("cp949") + padding)

    assert book.sheets[0].rows == [["성명", "소속"]]


@pytest.mark.parametrize("codec", ["utf-8", "cp949", "utf-16-le"])
def test_a_text_that_is_cut_off_in_a_character_is_read_and_told(codec):
    data = "성명,소속\n김견본,구미시".encode(codec)[:-1]

    book = read_text(data)

    assert book.sheets[0].rows == [["성명", "소속"], ["김견본", "구미"]]
    assert book.warnings == [("cut_at_end", {})]


def test_a_few_broken_characters_do_not_change_the_encoding():
    data = ("성명,소속\n" + "김견본,구미시\n" * 20).encode() + b"\xff,A\n"

    book = read_text(data)

    assert book.encoding == "utf-8"
    assert book.sheets[0].rows[-1] == ["\ufffd", "A"]
    assert book.warnings == [("broken_characters", {})]


def test_readings_that_are_near_are_told():
    book = read_text("Name,Native\nSUZUKI,鰐渕\n".encode("euc_jp"))

    codecs = [codec for codec, _sample in book.near_encodings]
    samples = [sample for _codec, sample in book.near_encodings]
    ((code, details),) = book.warnings
    assert "euc_jp" in codecs
    assert "鰐渕" in samples
    assert code == "near_encodings"
    assert "euc_jp: 鰐渕" in details["value"]


def test_the_refusal_of_an_encoding_names_those_there_are():
    with pytest.raises(Unreadable, match="cp949, cp932, gb18030, big5, euc_jp"):
        read_text(b"a", "latin-1")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("성명,소속\n김견본,구미시", 2),
        ("성명,성명;성명\t소속", 2),
        ('"성 명","E-mail"', 2),
        ("김견본,구미시", 0),
        ("", 0),
    ],
)
def test_known_headings_are_counted_once_each(text, count):
    assert count_known_words(text) == count


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=80) | st.text(max_size=40).map(lambda text: text.encode()),
    st.none() | st.sampled_from(ENCODINGS),
)
def test_any_bytes_are_a_table_or_a_sentence(data, encoding):
    with suppress(Unreadable):
        (sheet,) = read_text(data, encoding).sheets

        assert len({len(row) for row in sheet.rows}) <= 1
