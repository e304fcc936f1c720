"""A name cell is read once: who it names, and what stands beside the name."""

import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.spreadsheets.names.cells import parse_name_cell
from meetings.spreadsheets.names.slots import PARTS
from meetings.spreadsheets.vocabulary import vocabulary

WORDS = vocabulary()
NAMING = ("native", "latin", "reading")


def parts_of(name):
    """What the cell tells of a person, without what it does not."""
    return {part: text for part in PARTS if (text := getattr(name, part))}


def read(text):
    """The parts of the only person in a cell."""
    cell = parse_name_cell(text, WORDS)
    (name,) = cell.people
    assert (cell.to_follow, cell.doubt) == (0, "")
    return parts_of(name)


def names_in(text):
    cell = parse_name_cell(text, WORDS)
    assert cell.doubt == ""
    return [name.native or name.latin for name in cell.people]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("서도현", {"native": "서도현"}),
        ("서도현(徐道賢)", {"native": "서도현", "hanja": "徐道賢"}),
        ("徐道賢(서도현)", {"native": "서도현", "hanja": "徐道賢"}),
        ("박(朴)민수", {"native": "박민수", "hanja": "朴"}),
        (
            "서도현\n(徐道賢)\nSEO Dohyun",
            {"native": "서도현", "hanja": "徐道賢", "latin": "SEO Dohyun"},
        ),
        ("서도현/SEO Dohyun", {"native": "서도현", "latin": "SEO Dohyun"}),
        ("陈晓东 Chen Xiaodong", {"native": "陈晓东", "latin": "Chen Xiaodong"}),
        ("陈晓东Chen Xiaodong", {"native": "陈晓东", "latin": "Chen Xiaodong"}),
        ("천샤오둥(陈晓东)", {"native": "陈晓东", "reading": "천샤오둥"}),
        ("하야시다 겐타(林田健太)", {"native": "林田健太", "reading": "하야시다 겐타"}),
        (
            "林田 健太（はやしだ けんた）",
            {"native": "林田 健太", "reading": "はやしだ けんた"},
        ),
        (
            "塚本 美緒 ツカモト ミオ",
            {"native": "塚本 美緒", "reading": "ツカモト ミオ"},
        ),
        (
            "はやしだ けんた\n林田 健太",
            {"native": "林田 健太", "reading": "はやしだ けんた"},
        ),
        ("박연린 (朴蓮璘)", {"native": "박연린", "hanja": "朴蓮璘"}),
        ("박경채 (朴慶采)", {"native": "박경채", "hanja": "朴慶采"}),
        ("于谦 (우첸)", {"native": "于谦", "reading": "우첸"}),
        ("佐藤 エミリ", {"native": "佐藤 エミリ"}),
        (
            "欧阳远明 Ouyang, Yuanming",
            {"native": "欧阳远明", "latin": "Ouyang, Yuanming"},
        ),
        ("陈晓东（陳曉東）", {"native": "陈晓东", "hanja": "陳曉東"}),
    ],
)
def test_a_name_in_two_scripts_is_one_name(text, parts):
    assert read(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        *("阿卜杜·热合曼", "응우옌티민카이", "알렉산더 푸시킨", "김 민준"),
        *("Батбаярын Дорж", "สมชาย ใจดี", "ソ・ドヒョン", "김세인", "김 남"),
    ],
)
def test_a_name_of_any_people_stays_as_it_is_written(text):
    assert read(text) == {"native": text}


@pytest.mark.parametrize(
    "text",
    [
        *("Suharto", "Nguyễn Thị Minh Khai", "Siobhan O'Brien", "KIM, Minjun"),
        *("HE Ming", "MA Jun", "O Yerin", "No Minsu", "Anna-Maria de la Cruz"),
    ],
)
def test_no_word_of_a_latin_name_is_taken_for_a_title(text):
    assert read(text) == {"latin": text}


@pytest.mark.parametrize(
    ("text", "name", "beside"),
    [
        ("시장 서도현", "서도현", {"title": "시장"}),
        ("한지민 과장", "한지민", {"title": "과장"}),
        ("한지민 6급", "한지민", {"title": "6급"}),
        ("한지민(5급 상당)", "한지민", {"title": "5급 상당"}),
        ("국제협력과장 한지민", "한지민", {"title": "국제협력과장"}),
        ("陈晓东 主任", "陈晓东", {"title": "主任"}),
        ("陈晓东副主任", "陈晓东", {"title": "副主任"}),
        ("林田 健太 国際交流課長", "林田 健太", {"title": "国際交流課長"}),
        ("Vice Governor ZHAO Lixin", "ZHAO Lixin", {"title": "Vice Governor"}),
        ("Head YOON Seo-a", "YOON Seo-a", {"role": "Head"}),
        ("KIM Minjun, Senior Officer", "KIM Minjun", {"title": "Senior Officer"}),
        ("KIM Minjun (Senior Officer)", "KIM Minjun", {"title": "Senior Officer"}),
        ("KIM Minjun, Director of Trade", "KIM Minjun", {"title": "Director of Trade"}),
        ("오예린(통역)", "오예린", {"role": "통역"}),
        ("林田健太（団長）", "林田健太", {"role": "団長"}),
        (
            "Hayashida Kenta (Head of delegation)",
            "Hayashida Kenta",
            {"role": "Head of delegation"},
        ),
        ("단장: 서도현", "서도현", {"role": "단장"}),
        ("서도현(불참)", "서도현", {"status": "불참"}),
        ("\u00d7 서도현", "서도현", {"status": "\u00d7"}),
        ("한지민 (온라인)", "한지민", {"mode": "온라인"}),
        ("1. 서도현", "서도현", {"number": "1."}),
        ("① 서도현", "서도현", {"number": "①"}),
        ("Robert Smith Jr.", "Robert Smith", {"note": "Jr."}),
        ("서도현(A조)", "서도현", {"leftover": "A조"}),
        ("大村 秀知事", "大村 秀", {"title": "知事"}),
        ("高田 守副市長", "高田 守", {"title": "副市長"}),
        ("ﾏﾂﾓﾄ ｹﾝ 松本 健", "松本 健", {"reading": "ﾏﾂﾓﾄ ｹﾝ"}),
        ("さかもと りょう 坂本 龍", "坂本 龍", {"reading": "さかもと りょう"}),
        ("국제협력과 한지민", "한지민", {"leftover": "국제협력과"}),
        ("서도현 <seo@example.kr>", "서도현", {"leftover": "<seo@example.kr>"}),
    ],
)
def test_what_stands_beside_a_name_is_told_apart(text, name, beside):
    parts = read(text)

    assert parts.pop("native", "") or parts.pop("latin") == name
    assert parts == beside


@pytest.mark.parametrize("text", ["서도현 홍보", "陈晓东 外事", "서도현2"])
def test_a_name_with_more_in_it_is_told(text):
    assert read(text) == {"native": text, "doubt": "odd_name"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("刘雨桐（女）", "刘雨桐"),
        ("热娜·买买提(女,维吾尔族)", "热娜·买买提"),
        ("서도현(남, 45세)", "서도현"),
        ("서도현(1975.3.2)", "서도현"),
        ("林田 健太 様", "林田 健太"),
        ("서도현님", "서도현"),
        ("欧阳文慧 女士", "欧阳文慧"),
        ("H.E. Ms. CHEN Xiaodong", "CHEN Xiaodong"),
        ("Mr.LIU Yutong", "LIU Yutong"),
        ("LEE Jun (Mr.)", "LEE Jun"),
        ("TSUKAMOTO Mio / Ms.", "TSUKAMOTO Mio"),
        ("Kim Minjun, Ph.D.", "Kim Minjun"),
    ],
)
def test_a_sex_or_courtesy_is_not_kept_in_the_name(text, name):
    parts = read(text)

    assert parts.pop("unkept")
    assert [*parts.values()] == [name]


@pytest.mark.parametrize(
    "text",
    ["★ 서도현", "*서도현", "서도현*", "\u200b서도현\u200b", "\u00a0서도현 \u00a0"],
)
def test_stars_and_signs_of_no_width_go(text):
    assert read(text) == {"native": "서도현"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("서도현, 한지민", ["서도현", "한지민"]),
        ("陈晓东、刘雨桐", ["陈晓东", "刘雨桐"]),
        ("서도현 국장\n한지민 과장", ["서도현", "한지민"]),
        ("국장\n서도현\n과장\n한지민", ["서도현", "한지민"]),
        ("김철수·이영희", ["김철수", "이영희"]),
        ("三浦 亮・林田健太・辻 亮", ["三浦 亮", "林田健太", "辻 亮"]),
        ("林田健太・大久保さくら", ["林田健太", "大久保さくら"]),
        ("1. 서도현 2. 한지민", ["서도현", "한지민"]),
        ("SEO Dohyun, HAN Jimin", ["SEO Dohyun", "HAN Jimin"]),
        ("Kim Minjun & Lee Jun", ["Kim Minjun", "Lee Jun"]),
        ("서도현\nSEO Dohyun\n한지민\nHAN Jimin", ["서도현", "한지민"]),
    ],
)
def test_several_people_in_a_cell_are_several(text, names):
    assert names_in(text) == names


def test_each_of_several_has_what_the_label_says():
    text = "参会：陈晓东、刘雨桐(列席)\n请假：赵立新(病假)"
    cell = parse_name_cell(text, WORDS)

    assert [parts_of(name) for name in cell.people] == [
        {"native": "陈晓东", "status": "参会"},
        {"native": "刘雨桐", "role": "列席", "status": "参会"},
        {"native": "赵立新", "status": "请假", "note": "病假"},
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("서도현 한지민", "陈晓东和刘雨桐", "서도현 외", "阿卜杜・热合曼"),
        *("周杰 吴敏", "王芳 张敏 李强", "山田太郎 鈴木花子", "佐藤 健 高橋 愛"),
        *("山田太郎・鈴木花子", "三浦亮・林田健太・辻直樹", "李・明博"),
        *("陈晓东等", "서도현, 국제협력과", "외부전문가 2명"),
        "서도현, 한지민\nSEO Dohyun, HAN Jimin",
    ],
)
def test_what_may_be_several_people_is_asked(text):
    cell = parse_name_cell(text, WORDS)

    assert "several_people" in [cell.doubt, *(name.doubt for name in cell.people)]


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        *((text, 1) for text in ("미정", "추후 통보", "待定", "未定", "TBD", "T.B.D.")),
        *((text, 1) for text in ("미정(추후 통보)", "통역 미정", "Interpreter (TBD)")),
        *((text, 2) for text in ("외 2명", "ほか2名", "TBD (2 persons)", "수행원 2명")),
        *((text, 3) for text in ("等3人", "3명", "미정 3명", "及随员3人")),
    ],
)
def test_a_name_that_is_to_follow_is_a_seat(text, seats):
    cell = parse_name_cell(text, WORDS)

    assert (cell.people, cell.to_follow, cell.doubt) == ((), seats, "")


@pytest.mark.parametrize(
    ("text", "name", "seats"),
    [
        ("한지민 외 3명", "한지민", 3),
        ("한지민외3명", "한지민", 3),
        ("陈晓东等3人", "陈晓东", 2),
        ("SEO Dohyun and 2 others", "SEO Dohyun", 2),
        ("서도현, 미정", "서도현", 1),
    ],
)
def test_seats_may_stand_behind_a_name(text, name, seats):
    assert names_in(text) == [name]
    assert parse_name_cell(text, WORDS).to_follow == seats


@pytest.mark.parametrize(
    "text",
    [
        *("국적", "성명", "氏名", "Nationality", "인천광역시", "경상북도", "鳥取県"),
        *("12", "국장", "이하 여백", "한국", "가" * 501),
    ],
)
def test_what_is_no_name_is_asked(text):
    cell = parse_name_cell(text, WORDS)

    assert (cell.people, cell.doubt) == ((), "no_person")


@pytest.mark.parametrize("text", ["", " ", "-", "N/A", "없음"])
def test_a_cell_that_says_nothing_is_blank(text):
    assert parse_name_cell(text, WORDS).doubt == ""
    assert not parse_name_cell(text, WORDS).people


def test_a_post_whose_holder_is_to_follow_is_a_seat():
    cell = parse_name_cell("국장 추후 통보", WORDS)

    assert (cell.people, cell.to_follow) == ((), 1)


@pytest.mark.parametrize("text", ["담당자", "連絡担当者", "联系人"])
def test_a_word_for_somebody_to_ask_is_no_name(text):
    assert parse_name_cell(text, WORDS).doubt == "no_person"


@pytest.mark.parametrize("text", ["김국장", "王主任"])
def test_a_family_name_with_a_title_is_kept_and_told(text):
    (name,) = parse_name_cell(text, WORDS).people

    assert (name.native, name.doubt) == (text, "incomplete_name")


def test_a_latin_family_name_with_a_title_behind_it_is_told():
    (name,) = parse_name_cell("PARK Mayor", WORDS).people

    assert (name.latin, name.title) == ("PARK", "Mayor")
    assert name.doubt == "incomplete_name"


@pytest.mark.parametrize("text", ["Park Mayor", "Head Michael John"])
def test_a_latin_name_that_may_hold_a_title_is_told(text):
    (name,) = parse_name_cell(text, WORDS).people

    assert (name.latin, name.doubt) == (text, "odd_name")


pieces = st.sampled_from(
    [
        *(
            "서도현",
            "한지민",
            "徐道賢",
            "林田 健太",
            "はやしだ",
            "陈晓东",
            "CHEN Xiaodong",
        ),
        *(
            "Mr.",
            "과장",
            "시장",
            "통역",
            "女",
            "维吾尔族",
            "TBD",
            "미정",
            "외 2명",
            "Ph.D.",
        ),
        *("A조", "010-1234", "불참", "O'Brien", "Nguyễn", "สมชาย", "·", "1.", "같이"),
    ]
)
signs = st.sampled_from([" ", ", ", "(", ")", "\n", "、", "/", "（", "）", " · ", "："])
texts = st.lists(pieces | signs | st.text(max_size=3), max_size=7).map("".join)


def letters_of(text):
    composed = unicodedata.normalize("NFC", text)
    return Counter(sign for sign in composed if sign.isalnum())


@given(texts)
def test_no_letter_of_a_name_cell_is_lost(text):
    cell = parse_name_cell(text, WORDS)
    if cell.doubt or cell.to_follow or not cell.people:
        return  # asked as a whole, or seats
    kept = Counter()
    for name in cell.people:
        kept += letters_of(" ".join(parts_of(name).values()))

    assert not letters_of(" ".join(text.split())) - kept


@pytest.mark.parametrize(
    "text",
    [
        *("김OO", "김○○", "김*수", "王*明", "张某", "李某某", "XXX", "○○○"),
        *("随行者A", "수행원 1", "同上", "상동", "한글", "鳥取県知事", "国際課長"),
    ],
)
def test_what_names_nobody_is_asked_about(text):
    cell = parse_name_cell(text, WORDS)

    assert (cell.people, cell.doubt) == ((), "no_person")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("翻译赵立新", {"native": "赵立新", "role": "翻译"}),
        ("통역예지원", {"native": "예지원", "role": "통역"}),
        ("水沢 亮様", {"native": "水沢 亮", "unkept": "様"}),
        ("团长陈晓东", {"native": "陈晓东", "title": "团长"}),
        ("司机 王强", {"native": "王强", "role": "司机"}),
    ],
)
def test_a_role_written_together_with_a_name_is_told_apart(text, parts):
    assert read(text) == parts


def test_a_point_behind_a_title_in_brackets_parts_people():
    assert names_in("北条 文乃 (課長補佐)・山吹 蓮 (課長)") == ["北条 文乃", "山吹 蓮"]
