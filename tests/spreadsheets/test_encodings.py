"""The encoding of a text is told right, by its letters and by its headings."""

import codecs

import pytest

from meetings.spreadsheets.files.delimited import count_known_words
from meetings.spreadsheets.files.encodings import (
    ENCODINGS,
    LEGACY,
    detect,
    everyday,
    likely_codecs,
    near_codecs,
    score,
    utf16_without_mark,
)

KOREAN = "소속,성명,직위\n경상북도,김견본,국장\n강원특별자치도,이가상,과장\n"
JAPANESE = (
    "所属,氏名,フリガナ\n鳥取県,山田見本,ヤマダミホン\n富山県,伊藤仮,イトウカリ\n"
)
SIMPLIFIED = "单位,姓名,职务\n吉林省,王样例,处长\n山东省,李例子,副主任\n"
TRADITIONAL = "單位,姓名,職務\n吉林省,王樣例,處長\n山東省,李例子,副主任\n"

LISTS = [
    pytest.param(KOREAN, "cp949", id="ko-cp949"),
    pytest.param(JAPANESE, "cp932", id="ja-cp932"),
    pytest.param(JAPANESE, "euc_jp", id="ja-euc_jp"),
    pytest.param(SIMPLIFIED, "gb18030", id="zh-gb18030"),
    pytest.param(TRADITIONAL, "big5", id="zh-big5"),
]
TEXTS = {"ko": KOREAN, "ja": JAPANESE, "zh": SIMPLIFIED, "tw": TRADITIONAL}


def no_known_words(text):
    return 0


def without_headings(text):
    return text.partition("\n")[2]


@pytest.mark.parametrize(("text", "codec"), LISTS)
def test_a_legacy_encoding_is_told_by_letters_and_headings(text, codec):
    assert detect(text.encode(codec), count_known_words) == codec


@pytest.mark.parametrize(("text", "codec"), LISTS)
def test_a_legacy_encoding_is_told_by_letters_alone(text, codec):
    assert detect(text.encode(codec), no_known_words) == codec


@pytest.mark.parametrize(("text", "codec"), LISTS)
def test_a_legacy_encoding_is_told_where_there_are_no_headings(text, codec):
    data = without_headings(text).encode(codec)

    assert detect(data, count_known_words) == codec


@pytest.mark.parametrize(("text", "codec"), LISTS)
def test_what_ascii_stands_beside_it_does_not_matter(text, codec):
    padded = text + "x,sample@example.org,+82 10 0000 0000\n" * 50

    assert detect(padded.encode(codec), no_known_words) == codec


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("氏名\n見本仮子\n", "euc_jp"),
        ("氏名\nﾔﾏﾀﾞ\n", "cp932"),
    ],
)
def test_known_headings_tip_the_scales(text, codec):
    data = text.encode(codec)

    assert detect(data, no_known_words) == "gb18030"
    assert detect(data, count_known_words) == codec


def test_letters_of_one_vendor_do_not_hide_the_encoding():
    assert detect("氏名\n髙橋﨑一\n①②\n".encode("cp932"), count_known_words) == "cp932"
    assert detect("성명\n김뷁똠\n".encode("cp949"), count_known_words) == "cp949"


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_unicode_is_told_with_and_without_a_mark(text, written, told):
    assert detect(text.encode(written), no_known_words) == told


def test_utf16_is_told_by_its_mark_in_either_order():
    data = codecs.BOM_UTF16_BE + KOREAN.encode("utf-16-be")

    assert detect(data, no_known_words) == "utf-16"
    assert data.decode("utf-16") == KOREAN


def test_utf16_without_a_mark_needs_commas_or_line_ends():
    assert utf16_without_mark("성명".encode("utf-16-le")) is None
    assert utf16_without_mark("가一,가一".encode("utf-16-le")) == "utf-16-le"
    assert utf16_without_mark("가一,가一".encode("utf-16-be")) == "utf-16-be"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("氏名,所属\n山田,鳥取県\n", "iso2022_jp"),
        ("성명,소속\n김견본,구미시\n", "iso2022_kr"),
        ("姓名,单位\n王样例,吉林省\n", "hz"),
    ],
)
def test_the_codecs_of_mails_are_told_by_their_escapes(text, codec):
    assert detect(text.encode(codec), no_known_words) == codec


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("李军", "gb18030"),
        ("石强", "gb18030"),  # which is valid UTF-8 as well
        ("山田太郎", "euc_jp"),
        ("鈴木花子", "cp932"),
        ("陳志明", "big5"),
        ("홍길동", "cp949"),
    ],
)
def test_one_name_in_a_latin_list_tells_the_encoding(name, codec):
    data = f"No,Name,Native name\n1,X,{name}\n".encode(codec)

    assert detect(data, count_known_words) == codec


@pytest.mark.parametrize("name", ["José", "Đỗ Mười", "Батбаяр", "Ñandú", "Žižek"])
def test_letters_of_europe_in_utf8_are_no_other_encoding(name):
    data = f"No,Name\n1,{name}\n".encode()

    assert detect(data, count_known_words) == "utf-8"


def test_codecs_are_near_only_where_they_say_different_things():
    sure, unsure = (
        f"No,Native name\n1,{name}\n".encode("euc_jp") for name in ("山田花子", "鰐渕")
    )

    assert near_codecs(sure, likely_codecs(sure, no_known_words)) == []
    assert ("euc_jp", "鰐渕") in near_codecs(
        unsure, likely_codecs(unsure, no_known_words)
    )


def test_ascii_is_utf8():
    assert detect(b"Name,Role\nKIM Minjun,Delegate\n", no_known_words) == "utf-8"


@pytest.mark.parametrize("data", [b"\x81\xff\xff", b"a\0b\0c", b"\x00\x01\x02\xff\xfe"])
def test_bytes_of_no_encoding_have_none(data):
    assert detect(data, no_known_words) is None


def test_the_more_everyday_the_letters_the_higher_the_score():
    assert score("가나다", "cp949") > score("뷁뀱쀍", "cp949")
    assert score("山田", "cp932") > score("靄鵺", "cp932")
    assert score("山田", "gb18030") > score("\ue000\ue001", "gb18030")
    assert score("Name", "cp949") == 0


@pytest.mark.parametrize(
    ("codec", "common", "rare"),
    [
        ("cp949", "각", "뷁"),
        ("cp932", "県", "鵺"),
        ("gb18030", "长", "邕"),
        ("big5", "長", "鼱"),
    ],
)
def test_the_everyday_letters_of_a_codec_are_its_common_ones(codec, common, rare):
    assert common in everyday(codec)
    assert rare not in everyday(codec)


def test_staff_may_choose_whatever_is_tried():
    assert set(LEGACY) < set(ENCODINGS)
    assert all("a".encode(codec) for codec in ENCODINGS)
