"""What the cells of a person's row tell: names, remarks, and what is not kept."""

import pytest

from meetings.spreadsheets.types import NoValue
from tests.spreadsheets.rows import cells_in, values_of


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
        ("김견본 (국장)", "김견본", (None, None)),
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
