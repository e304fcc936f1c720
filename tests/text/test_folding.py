"""What is compared and what is stored: fold, tidy and narrow."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.text.folding import (
    fold,
    has_native_script,
    narrow,
    tidy,
    without_accents,
)


def wide(text):
    """Letters, signs and blanks as full-width ones."""
    return text.translate({32: 0x3000} | {n: n + 0xFEE0 for n in range(0x21, 0x7F)})


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("KIM Min-jun", "kim minjun"),
        ("E-Mail", "email"),
        (wide("Name 1"), "name 1"),
        ("소속 기관", "소속기관"),
        ("시·도", "시도"),
        ("Name of\nparticipant", "name_of_participant"),
        ("STRASSE", "straße"),
        ("①", "1"),
    ],
    ids=ascii,
)
def test_width_case_blanks_and_punctuation_do_not_matter(text, other):
    assert fold(text) == fold(other)


@pytest.mark.parametrize(
    "forms",
    [
        ("廣島県", "広島県", "广岛县", "廣島縣"),
        ("髙橋", "高橋", "高桥"),
        ("宮﨑", "宮崎", "宫崎"),
        ("𠮷野", "吉野"),
        ("渡邊", "渡邉", "渡辺"),
        ("斎藤", "齋藤"),
        ("大嶋", "大嶌", "大島", "大岛"),
        ("國", "国"),
        ("沖縄", "沖繩", "冲绳"),
        ("氣", "気", "气"),
    ],
    ids=lambda forms: ascii(forms[0]),
)
def test_the_forms_of_a_han_character_are_one(forms):
    assert len({fold(form) for form in forms}) == 1


@pytest.mark.parametrize("text", ["한국", "がぎぐ", "Hokkaidō", "nǚ"])
def test_composed_and_decomposed_are_one(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Hokkaidō", "hokkaido"), ("Wáng Xiǎomíng", "wangxiaoming"), ("Lü", "lu")],
)
def test_latin_letters_lose_their_accents(text, plain):
    assert fold(text) == plain


def test_compatibility_hanja_are_the_ordinary_character():
    assert "\uf9e1" != "李"
    assert fold("\uf9e1") == fold("李")


def test_narrow_kana_are_wide_ones():
    assert fold("ﾔﾏﾀﾞ") == fold("ヤマダ")


@pytest.mark.parametrize(
    ("text", "other"),
    [("가", "나"), ("が", "か"), ("ぱ", "は"), ("金", "全"), ("제주도", "제주시")],
    ids=ascii,
)
def test_what_differs_stays_different(text, other):
    assert fold(text) != fold(other)


@pytest.mark.parametrize("text", ["", " ", "\u3000", "-", "()", "…※*", "_"])
def test_signs_alone_fold_to_nothing(text):
    assert fold(text) == ""


@given(st.text("가힣성명廣広髙ガがAaāß1 -・", max_size=12))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


def test_kana_keep_their_marks_where_latin_letters_lose_theirs():
    assert without_accents("がパō") == "がパo"


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("  김  견본 ", "김 견본"),
        ("盧\u3000世真", "盧 世真"),
        ("two\r\nlines\t", "two lines"),
        ("\u00a0hard\u00a0blank", "hard blank"),
        (unicodedata.normalize("NFD", "김견본"), "김견본"),
        ("髙﨑＝", "髙﨑＝"),
    ],
    ids=ascii,
)
def test_tidy_mends_blanks_and_composition_and_nothing_else(text, stored):
    assert tidy(text) == stored


@pytest.mark.parametrize(
    ("text", "narrowed"),
    [
        (wide("KIM Min"), "KIM\u3000Min"),
        (wide("010-1234"), "010－1234"),
        (wide("=cmd"), "＝cmd"),
        (wide("z") + "髙橋", "z髙橋"),
    ],
    ids=ascii,
)
def test_narrow_takes_letters_and_digits_only(text, narrowed):
    assert narrow(text) == narrowed


@pytest.mark.parametrize(
    "text",
    ["김", "KIM 김", "やまだ", "ヤマダ", "山田", "𠮷", "\uf9e1", "\u1112\u1161\u11ab"],
    ids=ascii,
)
def test_hangul_kana_and_han_are_native_scripts(text):
    assert has_native_script(text)


@pytest.mark.parametrize("text", ["", "KIM Min-jun", "Ōno", "－（）", wide("A 12")])
def test_latin_letters_and_signs_are_no_native_script(text):
    assert not has_native_script(text)
