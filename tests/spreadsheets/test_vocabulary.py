"""What headings mean, in four languages and with what staff taught."""

import pytest

from meetings.spreadsheets.vocabulary import vocabulary, with_taught_headings

WORDS = vocabulary()


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("성명", "name"),
        ("氏名", "name"),
        ("姓名", "name"),
        ("Full name", "name"),
        ("소속기관", "government"),
        ("都道府県", "government"),
        ("所在单位", "government"),
        ("시군구", "municipality"),
        ("여권상 이름", "latin_name"),
        ("フリガナ", "reading"),
        ("이메일", "email"),
        ("連絡先", "phone"),
        ("직위", "position"),
        ("部署", "department"),
        ("도착일", "arrives_on"),
        ("离开日期", "departs_on"),
        ("Dietary restrictions", "dietary"),
        ("備考", "note"),
        ("생년월일", "unkept"),
        ("Passport No.", "unkept"),
    ],
)
def test_a_heading_stands_for_its_field(heading, field):
    assert WORDS.field_of(heading) == field


@pytest.mark.parametrize(
    "heading", ["성 명", "※성명", "성명*", "성명：", "【성명】", "성\n명"]
)
def test_signs_and_blanks_in_a_heading_do_not_matter(heading):
    assert WORDS.field_of(heading) == "name"


@pytest.mark.parametrize("heading", ["ご芳名", "お名前", "御氏名", "ご氏名"])
def test_a_polite_heading_is_the_plain_one(heading):
    assert WORDS.field_of(heading) == "name"


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("성명(영문)", "latin_name"),
        ("성명（여권）", "latin_name"),
        ("氏名[ローマ字]", "latin_name"),
        ("Name (English)", "latin_name"),
        ("성명(한글)", "native_name"),
        ("Name (Kanji)", "native_name"),
        ("氏名 フリガナ", "reading"),
        ("氏名（カナ）", "reading"),
        ("성명 (한자)", "unkept"),
        ("姓（漢字）", "native_family"),
        ("名（漢字）", "native_given"),
        ("姓 (ローマ字)", "family_name"),
        ("이름(성)", "family_name"),
    ],
)
def test_a_qualifier_tells_which_name_it_is(heading, field):
    assert WORDS.field_of(heading) == field


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("도착일 (예: 10/23)", "arrives_on"),
        ("연락처(휴대폰)", "phone"),
        ("Role (head, delegate)", "role"),
    ],
)
def test_brackets_that_do_not_qualify_are_left_out(heading, field):
    assert WORDS.field_of(heading) == field


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("참가자 이메일 주소", "email"),
        ("貴団体名", "government"),
        ("Your e-mail address please", "email"),
        ("Name of hotel", "lodging"),
    ],
)
def test_the_longest_word_inside_a_heading_decides(heading, field):
    assert WORDS.field_of(heading) == field


@pytest.mark.parametrize("heading", ["", " ", "※", "Lapel pin", "기념품", "Notable"])
def test_other_headings_stand_for_nothing(heading):
    assert WORDS.field_of(heading) is None


@pytest.mark.parametrize(
    ("top", "bottom", "field"),
    [
        ("성명", "한글", "native_name"),
        ("성명", "영문", "latin_name"),
        ("성명", "한자", "unkept"),
        ("성명", "", "name"),
        ("성명", "성명", "name"),
        ("영문성명", "성", "family_name"),
        ("영문성명", "이름", "given_name"),
        ("氏名（漢字）", "姓", "native_family"),
        ("氏名（漢字）", "名", "native_given"),
        ("氏名", "フリガナ", "reading"),
        ("Name", "Family name", "family_name"),
        ("연락처", "이메일", "email"),
        ("연락처", "", "phone"),
        ("일정", "도착일", "arrives_on"),
        ("", "비고", "note"),
        ("일정", "아무", None),
    ],
)
def test_a_heading_in_two_rows_is_told_by_both(top, bottom, field):
    assert WORDS.field_below(top, bottom) == field


@pytest.mark.parametrize(
    ("heading", "is_known"),
    [("성 명", True), ("성명(영문)", False), ("Pin", False)],
)
def test_only_a_word_as_it_stands_is_known(heading, is_known):
    assert WORDS.knows(heading) is is_known


@pytest.mark.parametrize(
    ("mark", "text", "is_marked"),
    [
        ("totals", "합 계", True),
        ("totals", "합계표", False),
        ("samples", "記入例", True),
        ("nothing", "N/A", True),
        ("ends", "이하 여백", True),
        ("countries", "대한민국", True),
        ("totals", "記入例", False),
    ],
)
def test_a_mark_is_a_word_of_its_kind(mark, text, is_marked):
    assert WORDS.marks_as(mark, text) is is_marked


def test_a_qualifier_is_nothing_else():
    assert WORDS.is_qualifier("영 문")
    assert not WORDS.is_qualifier("영문 자료")


@pytest.mark.parametrize(
    ("heading", "field"),
    [("직함", "note"), ("Photo", "note"), ("성명", "native_name")],
)
def test_what_staff_taught_wins(heading, field):
    assert WORDS.field_of(heading) != field
    assert with_taught_headings({heading: field}).field_of(heading) == field


def test_what_staff_taught_holds_however_it_is_written():
    words = with_taught_headings({"\uff29D Photo": "note"})

    assert words.field_of("id-photo") == "note"
    assert words.knows("ID PHOTO")


def test_what_staff_taught_leaves_the_rest_alone():
    words = with_taught_headings({"직함": "note"})

    assert words.field_of("성명") == "name"
    assert vocabulary().field_of("직함") == "position"
