"""A text names one government or organisation, or is a question; never a guess."""

import pytest

from meetings.attendee_import.bodies import BodyMatch
from tests.attendee_import.body_texts import cases, key_of, problem_of


@pytest.mark.parametrize(
    ("text", "key"),
    cases(
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
def test_a_body_is_found_by_its_code_and_every_name_it_has_or_had(bodies, text, key):
    assert bodies.find(text) == BodyMatch(bodies.index.get(key))


@pytest.mark.parametrize(
    "text", [" 경 상 북 도 ", "GYEONGBUK", "경상북도\n", "鳥取・県"]
)
def test_blanks_case_and_signs_do_not_matter(bodies, text):
    assert bodies.find(text).body


@pytest.mark.parametrize(
    ("text", "key"),
    cases(
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
def test_a_name_may_lack_the_word_for_its_rank_or_have_another(bodies, text, key):
    assert key_of(bodies.find(text)) == key


@pytest.mark.parametrize(
    ("text", "near"),
    cases(
        KR_49="제주시|Jeju City",
        JP_31="鳥取市",
        JP_26="京都市",
        CN_JL="吉林市|Jilin City",
    ),
)
def test_a_name_of_another_rank_is_not_the_body_but_a_question(bodies, text, near):
    answer = bodies.find(text)

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
def test_a_name_of_several_is_a_question_with_all_of_them(bodies, text, candidates):
    assert problem_of(bodies.find(text)) == ("ambiguous_body", candidates)


@pytest.mark.parametrize(
    "text",
    [
        "一般財団法人自治体国際化協会",
        "自治体国際化協会",
        "（一財）自治体国際化協会",
        "公益財団法人 自治体国際化協会",
    ],
)
def test_the_legal_form_of_a_body_does_not_matter(bodies, text):
    assert key_of(bodies.find(text)) == "clair"


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
def test_an_unknown_name_is_a_question_with_those_like_it(bodies, text, candidates):
    assert problem_of(bodies.find(text)) == ("unknown_body", candidates)
