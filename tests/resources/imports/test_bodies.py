"""A text names one government or organisation, or is a question; never a guess."""

import datetime as dt
import io

import pytest
from django.core.management import call_command
from django.db import transaction

from meetings.resources.imports.bodies import Answer, BodyIndex, rest_of
from meetings.sheets.folding import fold
from tests.factories import (
    make_country,
    make_government,
    make_government_name,
    make_organization,
)

DAY = dt.date(2025, 10, 16)


@pytest.fixture(scope="module")
def index(django_db_setup, django_db_blocker):
    """All bodies of the historical record, which is loaded once for this module."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_record", stdout=io.StringIO())
        loaded = BodyIndex(DAY, {})
        transaction.set_rollback(True)
    return loaded


def key_of(answer):
    return answer.body and answer.body.key


def problem_of(answer):
    return answer.problem, answer.candidates


def named(**texts):
    """(text, key) of each text; keys are written with low lines for hyphens."""
    return [
        (text, key.replace("_", "-"))
        for key, several in texts.items()
        for text in several.split("|")
    ]


@pytest.mark.parametrize(
    ("text", "key"),
    named(
        KR_47="KR-47|kr-47|경상북도|慶尚北道|庆尚北道|North Gyeongsang|경북|Gyeongbuk",
        KR_42="강원특별자치도|강원도|강원|Gangwon-do",
        KR_45="전북특별자치도|전라북도|North Jeolla",
        KR_47_gumi="KR-47-gumi|구미시|亀尾市|Gumi-si",
        JP_31="鳥取県|鸟取县|鳥取縣|돗토리현|Tottori",
        JP_01="北海道|홋카이도|Hokkaidō",
        CN_JL="吉林省|지린성|Jilin Sheng",
        CN_HL_harbin="哈尔滨市|하얼빈|할빈",
        CN_GX="广西壮族自治区|Guangxi Zhuang Autonomous Region",
        clair="clair|CLAIR|일본자치체국제화협회",
        gaok="대한민국시도지사협의회|전국시도지사협의회",
        tcs="TCS|日中韓三国協力事務局",
    ),
)
def test_a_body_is_found_by_its_code_and_every_name_it_has_or_had(index, text, key):
    assert index.find(text) == Answer(index.get(key))


@pytest.mark.parametrize(
    "text", [" 경 상 북 도 ", "GYEONGBUK", "경상북도\n", "鳥取・県"]
)
def test_blanks_case_and_signs_do_not_matter(index, text):
    assert index.find(text).body


@pytest.mark.parametrize(
    ("text", "key"),
    named(
        KR_47="경상북|경북도|North Gyeongsang Province",
        KR_42="Gangwon Province",
        KR_49="Jeju-do|Jeju Province",
        KR_11="서울시|首尔市|ソウル市",
        KR_50="세종시",
        KR_47_gumi="구미|Gumi City",
        JP_31="鳥取|Tottori Prefecture|Tottori-ken",
        JP_13="東京",
        JP_01="北海",
        JP_16="富山県|Toyama Prefecture",
        JP_16_toyama="富山市|Toyama City",
        CN_JL="吉林|Province of Jilin",
        CN_SX="山西|山西省",
        CN_SN="陕西|陕西省",
    ),
)
def test_a_name_may_lack_the_word_for_its_rank_or_have_another(index, text, key):
    assert key_of(index.find(text)) == key


@pytest.mark.parametrize(
    ("text", "near"),
    named(
        KR_49="제주시|Jeju City",
        JP_31="鳥取市",
        JP_26="京都市",
        CN_JL="吉林市|Jilin City",
    ),
)
def test_a_name_of_another_rank_is_not_the_body_but_a_question(index, text, near):
    answer = index.find(text)

    assert (answer.body, answer.problem) == (None, "unknown_body")
    assert near in answer.candidates


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("산시성", ["CN-SN", "CN-SX"]),
        ("산시", ["CN-SN", "CN-SX"]),
        ("富山", ["JP-16", "JP-16-toyama"]),
        ("Okayama", ["JP-33", "JP-33-okayama"]),
        ("경상북도(구미시)", ["KR-47", "KR-47-gumi"]),
    ],
)
def test_a_name_of_several_is_a_question_with_all_of_them(index, text, candidates):
    assert problem_of(index.find(text)) == ("ambiguous_body", candidates)


@pytest.mark.parametrize(
    ("text", "key"),
    named(
        KR_47_gumi="경상북도 구미시|경북 구미|경상북도구미시|Gumi, Gyeongbuk",
        KR_11_seongbuk="서울 성북구",
        JP_16_toyama="富山県富山市|Toyama City, Toyama Prefecture",
        JP_11_wako="埼玉県和光市",
        CN_GD_huizhou="广东省惠州市",
    ),
)
def test_a_part_is_found_behind_or_before_what_it_belongs_to(index, text, key):
    assert key_of(index.find(text)) == key


@pytest.mark.parametrize(
    ("text", "parent"),
    named(
        KR_47="경상북도 포항시",
        KR_41="경기도 광주시",
        KR_11="서울특별시 중구",
        JP_11="埼玉県さいたま市",
        CN_JL="吉林省吉林市",
    ),
)
def test_an_unknown_part_is_a_question_of_its_parent(index, text, parent):
    assert index.find(text) == Answer(
        problem="unknown_part", candidates=[parent], parent=parent
    )


@pytest.mark.parametrize(
    ("text", "key", "office"),
    [
        ("경상북도청", "KR-47", ""),
        ("경상북도 국제통상과", "KR-47", "국제통상과"),
        ("경상북도청 국제통상과", "KR-47", "국제통상과"),
        ("鳥取県庁国際課", "JP-31", "国際課"),
        ("東京都庁", "JP-13", ""),
        ("吉林省人民政府", "CN-JL", ""),
        ("吉林省人民政府外事办公室", "CN-JL", "外事办公室"),
        ("吉林省外办", "CN-JL", "外办"),
        ("Jilin Provincial Government", "CN-JL", ""),
        ("Seoul Metropolitan Government", "KR-11", ""),
        ("Gyeongsangbuk-do, International Division", "KR-47", "International Division"),
    ],
)
def test_an_office_is_told_from_its_government(index, text, key, office):
    answer = index.find(text)

    assert (key_of(answer), answer.department) == (key, office)


@pytest.mark.parametrize(
    ("text", "key"),
    named(
        JP_31="일본 돗토리현|日本 鳥取県|日本国鳥取県|Japan, Tottori|Tottori, Japan",
        CN_JL="중국 지린성|中国吉林省|China Jilin",
    ),
)
def test_a_country_may_stand_beside_the_name(index, text, key):
    assert key_of(index.find(text)) == key


def test_a_country_in_front_tells_of_whom_it_is(index):
    assert key_of(index.find("지린성")) == "CN-JL"
    assert index.find("일본 지린성").body is None


@pytest.mark.parametrize(
    ("text", "key"),
    named(
        JP_31="鳥取県(Tottori)|Tottori （鳥取県）|鳥取県（出席）",
        JP_16="도야마현 (富山)",
        JP_16_toyama="富山(富山市)",
        KR_47="경상북도 [KR-47]",
        clair="CLAIR（自治体国際化協会）",
    ),
)
def test_a_name_in_brackets_is_of_the_same_body(index, text, key):
    assert key_of(index.find(text)) == key


@pytest.mark.parametrize(
    "text",
    [
        "一般財団法人自治体国際化協会",
        "自治体国際化協会",
        "（一財）自治体国際化協会",
        "公益財団法人 自治体国際化協会",
    ],
)
def test_the_legal_form_of_a_body_does_not_matter(index, text):
    assert key_of(index.find(text)) == "clair"


@pytest.mark.parametrize(
    ("text", "country", "key"),
    [("岡山市", "일본", "JP-33-okayama"), ("경북", "Nowhere", "KR-47")],
)
def test_the_country_beside_it_may_agree_or_be_unknown(index, text, country, key):
    assert key_of(index.find(text, country)) == key


@pytest.mark.parametrize(
    ("text", "country"), [("경북", "일본"), ("吉林", "日本"), ("광주", "중국")]
)
def test_a_body_of_another_country_is_none(index, text, country):
    assert index.find(text).body
    assert problem_of(index.find(text, country)) == ("unknown_body", [])


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("경상븍도", ["KR-47", "KR-48"]),
        ("Totori", ["JP-31"]),
        ("돗도리현", ["JP-31"]),
        ("한겨레신문", ["hankyoreh"]),
        ("주식회사 견본", []),
        ("-", []),
    ],
)
def test_an_unknown_name_is_a_question_with_those_like_it(index, text, candidates):
    assert problem_of(index.find(text)) == ("unknown_body", candidates)


@pytest.fixture
def empty(db):
    """What an index is made of but for governments: a country and a body."""
    make_country("KR", name_en="South Korea")
    make_organization("body", name_en="A Body", name_ko="견본협회")


def made(day=DAY, **aliases):
    return BodyIndex(day, {fold(text): key for text, key in aliases.items()})


@pytest.mark.usefixtures("empty")
def test_an_answer_that_staff_gave_counts_before_any_name():
    make_government("KR-x", name_ko="견본도")
    make_government("KR-y", name_ko="가상도")

    index = made(견본도="KR-y", 본부="body")

    assert key_of(index.find("견본 도")) == "KR-y"
    assert key_of(index.find("본부")) == "body"


@pytest.mark.usefixtures("empty")
def test_an_answer_for_a_body_that_is_gone_counts_no_more():
    make_government("KR-x", name_ko="견본도")

    assert key_of(made(견본도="KR-gone").find("견본도")) == "KR-x"


@pytest.mark.usefixtures("empty")
def test_of_two_the_one_that_is_not_over_is_meant():
    make_government("KR-old", name_ko="견본도", valid_to="2020")
    make_government("KR-new", name_ko="견본도")

    assert key_of(made().find("견본도")) == "KR-new"
    before = made(dt.date(2019, 1, 1)).find("견본도")
    assert problem_of(before) == ("ambiguous_body", ["KR-new", "KR-old"])


@pytest.mark.usefixtures("empty")
def test_one_that_is_over_is_found_where_there_is_no_other():
    make_government("KR-old", name_ko="견본도", valid_to="2020")

    assert key_of(made().find("견본도")) == "KR-old"


@pytest.mark.usefixtures("empty")
def test_a_former_name_is_a_name():
    government = make_government("KR-x", name_ko="견본도")
    make_government_name(government=government, language="ko", name="옛견본도")

    assert key_of(made().find("옛견본")) == "KR-x"


@pytest.mark.usefixtures("empty")
def test_a_part_that_staff_add_belongs_to_its_parent():
    make_government("KR-x", name_ko="견본도")
    index = made(가상시="KR-x-gasang")

    index.add_part("KR-x-gasang", {"parent": "KR-x", "kind": "city"})

    body = index.find("가상시").body
    assert (body.key, body.parent, body.country) == ("KR-x-gasang", "KR-x", "KR")


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("경상북도 구미시", "경상북도", "구미시"),
        ("경 상 북 도·구미시", "경상북도", "구미시"),
        ("鳥取県庁", "鸟取县", "庁"),
        ("경상북도", "경상북도", ""),
        ("구미시", "경상북도", ""),
    ],
)
def test_what_follows_a_name_stays_as_it_is_written(text, name, rest):
    assert rest_of(text, name) == rest
