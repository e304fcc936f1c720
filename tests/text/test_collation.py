"""The order of names: by 가나다, by kana, by pinyin, by Latin letters."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.text.collation import sort_key


def korean(native, reading="", latin=("", "")):
    return sort_key(native, reading, latin, "ko")


def japanese(reading, native="", latin=("", "")):
    return sort_key(native, reading, latin, "ja")


def chinese(reading="", latin=("", ""), native=""):
    return sort_key(native, reading, latin, "zh")


def latin(family, given_name="", native=""):
    return sort_key(native, "", (family, given_name), "en")


def is_ascending(keys):
    return all(one < other for one, other in pairwise(keys))


def test_korean_names_are_in_the_order_of_the_syllables():
    names = [
        "가나다",
        "강민수",
        "김가람",
        "김나래",
        "까치",
        "남궁민",
        "이순신",
        "홍길동",
    ]

    assert is_ascending(map(korean, names))


def test_blanks_and_composition_of_hangul_do_not_matter():
    names = ["김가람", "김 나래", unicodedata.normalize("NFD", "김다솜"), "김 라온"]

    assert is_ascending(map(korean, names))


def test_koreans_whose_name_is_not_in_hangul_are_last():
    keys = [
        korean("김민수"),
        korean("李舜臣", reading="이순신"),
        korean("홍길동"),
        korean("金泰謙", latin=("Kim", "Tae-gyeom")),
        korean("", latin=("Yang", "Joong Mo")),
    ]

    assert is_ascending(keys)


@pytest.mark.parametrize(
    "readings",
    [
        ["かく", "がく", "かくえん", "がくえん", "かけ"],
        ["はは", "はば", "はぱ", "ばは", "ぱは", "はひ"],
        ["きっぷ", "きつぷ", "きて"],
        ["びょういん", "びよういん", "ひよこ"],
        ["ロウ", "ローマ", "ろおま", "ろか"],
        ["カー", "かあ", "があ", "カイ"],
        ["あー", "あぁ", "あゝ", "ああ"],
        ["いすく", "いすゞ", "いすず", "いすみ"],
        ["はんい", "ハンー", "ハンん"],
        ["おおの", "おーば", "おの"],
        ["さいとう", "さとう", "すずき", "たかはし", "わたなべ"],
    ],
    ids=ascii,
)
def test_japanese_names_are_in_the_order_of_jis_x_4061(readings):
    assert is_ascending(map(japanese, readings))


def test_voicing_decides_before_small_kana_and_only_where_the_kana_are_alike():
    assert is_ascending(
        map(japanese, ["きつか", "きっが", "きつが", "きづか", "きつき"])
    )


@pytest.mark.parametrize(
    "writing",
    ["ヤマダ ミホン", "ﾔﾏﾀﾞ ﾐﾎﾝ", "やまだ\u3000みほん", "ヤマダ・ミホン"],
    ids=ascii,
)
def test_the_writing_of_kana_does_not_matter(writing):
    assert japanese(writing) == japanese("やまだ みほん")


def test_a_shorter_family_name_is_first():
    names = ["はら わたる", "はらだ あい", "はらだ いちろう", "はらたろう"]

    assert is_ascending(map(japanese, names))


def test_japanese_of_one_reading_are_in_the_order_of_their_names():
    assert is_ascending([japanese("さいとう", "斉藤"), japanese("サイトウ", "斎藤")])


def test_a_name_in_kana_is_its_own_reading():
    keys = [japanese("さとう"), japanese("", native="しみず みく"), japanese("すずき")]

    assert is_ascending(keys)


@pytest.mark.parametrize("reading", ["", "Yamada", "山田 みほん"], ids=ascii)
def test_japanese_without_a_reading_in_kana_are_last_by_latin_name(reading):
    keys = [
        japanese("わたなべ"),
        japanese("", "阿部守一", ("Abe", "Shuichi")),
        japanese(reading, "山田", ("Yamada", "")),
        japanese("", "阿部"),
    ]

    assert is_ascending(keys)


@pytest.mark.parametrize(
    "readings",
    [
        ["Lu Wei", "Lü An", "Luan An", "Lun An", "Luo An"],
        ["Xi An", "Xi Xian", "Xian An", "Xie An"],
        ["wáng xiǎomíng", "Wang Xiaoping", "WÁNG Xīng", "Wei An"],
        ["Mā An", "Má An", "Mǎ An", "Mà An"],
        ["ma1 an1", "Má An", "ma3 an1", "Mà An"],
        ["Sun Ping", "Sun Ping'an", "Sun Ping-bo"],
    ],
    ids=ascii,
)
def test_chinese_names_are_in_the_order_of_pinyin(readings):
    assert is_ascending(map(chinese, readings))


@pytest.mark.parametrize("writing", ["LYU An", "Lv An", "lu:an", "LÜ AN", "Lyuan"])
def test_the_ways_to_write_an_umlaut_are_one(writing):
    family, given_name = writing[:-2].strip(), writing[-2:]

    assert chinese(latin=(family, given_name)) == chinese("Lü An")


def test_yu_after_n_is_an_umlaut_only_where_a_name_begins():
    assert chinese("NYU An") == chinese("Nü An")
    assert is_ascending(map(chinese, ["Li Zhenyi", "Li Zhenyu", "Li Zhenzhen"]))


def test_the_latin_name_of_a_chinese_is_pinyin():
    keys = [
        chinese(latin=("OUYANG", "Xiu")),
        chinese("Pān Ān"),
        chinese("ワン シャオ", latin=("Wang", "Xiao")),
    ]

    assert is_ascending(keys)


def test_chinese_of_one_reading_are_in_the_order_of_their_names():
    assert is_ascending(
        [chinese("Lǐ Nà", native="李娜"), chinese("Lǐ Nà", native="李纳")]
    )


def test_chinese_without_pinyin_are_last_in_the_order_of_gb_2312():
    # 佟 is one of its rarer characters, which are not in the order of pinyin.
    names = ["安平", "陈小平", "李娜", "王小明", "張伟", "赵岩", "佟丽娅"]

    keys = [chinese("Zhou Hong"), *(chinese(native=name) for name in names)]

    assert is_ascending(keys)


def test_latin_names_are_in_the_order_of_family_then_given_name():
    names = [
        ("Ångström", "A."),
        ("Berg", "Zoe"),
        ("van den Berg", "Jan"),
        ("Vandermeer", "Ann"),
    ]

    assert is_ascending(latin(*name) for name in names)


def test_case_marks_and_hyphens_of_latin_names_do_not_matter():
    names = [("KIM", "Min-jun"), ("Kim", "minju"), ("kim", "Minjung"), ("Ōno", "A")]

    assert is_ascending(sorted(latin(*name) for name in names))
    assert latin("Ōno", "Min-jun") == latin("ONO", "Minjun")


def test_a_shorter_latin_family_name_is_first():
    assert is_ascending([latin("Han", "Zoe"), latin("Hana", "Ann"), latin("Hanabi")])


def test_those_without_a_latin_name_are_last_by_native_name():
    keys = [
        latin("", native="JOHN SMITH"),
        latin("Zhou", "Hong"),
        latin("", native="山田"),
        latin("", native="가나"),
        latin("", native="나라"),
    ]

    assert is_ascending(keys)


@pytest.mark.parametrize("language", ["", "en", "mn", "zz"])
def test_any_other_language_means_the_latin_order(language):
    key = sort_key("김민수", "きむ", ("Kim", "Min-su"), language)

    assert key == "kim minsu\t김민수"


texts = st.text("가김が゛ーっゝﾔ 王呂LÜlyv'・～é1-", max_size=12)


@given(texts, texts, texts, st.sampled_from(["ko", "ja", "zh", "en"]))
def test_any_text_has_a_key_that_ends_in_the_name(native, reading, name, language):
    key = sort_key(native, reading, (name, name), language)

    assert key.endswith(f"\t{native}")
    assert "\0" not in key
