"""What may stand beside a name: a part, an office, a country, the name in brackets."""

import pytest

from meetings.attendee_import.bodies import BodyMatch, text_after
from tests.attendee_import.body_texts import cases, key_of, problem_of


@pytest.mark.parametrize(
    ("text", "key"),
    cases(
        KR_47_gumi="경상북도 구미시|경북 구미|경상북도구미시|Gumi, Gyeongbuk",
        KR_11_seongbuk="서울 성북구",
        JP_16_toyama="富山県富山市|Toyama City, Toyama Prefecture",
        JP_11_wako="埼玉県和光市",
        CN_GD_huizhou="广东省惠州市",
    ),
)
def test_a_part_is_found_behind_or_before_what_it_belongs_to(bodies, text, key):
    assert key_of(bodies.find(text)) == key


@pytest.mark.parametrize(
    ("text", "parent"),
    cases(
        KR_47="경상북도 포항시",
        KR_41="경기도 광주시",
        KR_11="서울특별시 중구",
        JP_11="埼玉県さいたま市",
        CN_JL="吉林省吉林市",
    ),
)
def test_an_unknown_part_is_a_question_of_its_parent(bodies, text, parent):
    assert bodies.find(text) == BodyMatch(
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
def test_an_office_is_told_from_its_government(bodies, text, key, office):
    answer = bodies.find(text)

    assert (key_of(answer), answer.department) == (key, office)


@pytest.mark.parametrize(
    ("text", "key"),
    cases(
        JP_31="일본 돗토리현|日本 鳥取県|日本国鳥取県|Japan, Tottori|Tottori, Japan",
        CN_JL="중국 지린성|中国吉林省|China Jilin",
    ),
)
def test_a_country_may_stand_beside_the_name(bodies, text, key):
    assert key_of(bodies.find(text)) == key


def test_a_country_in_front_tells_of_whom_it_is(bodies):
    assert key_of(bodies.find("지린성")) == "CN-JL"
    assert bodies.find("일본 지린성").body is None


@pytest.mark.parametrize(
    ("text", "key"),
    cases(
        JP_31="鳥取県(Tottori)|Tottori （鳥取県）|鳥取県（出席）",
        JP_16="도야마현 (富山)",
        JP_16_toyama="富山(富山市)",
        KR_47="경상북도 [KR-47]",
        clair="CLAIR（自治体国際化協会）",
    ),
)
def test_a_name_in_brackets_is_of_the_same_body(bodies, text, key):
    assert key_of(bodies.find(text)) == key


@pytest.mark.parametrize(
    ("text", "country", "key"),
    [("岡山市", "일본", "JP-33-okayama"), ("경북", "Nowhere", "KR-47")],
)
def test_the_country_beside_it_may_agree_or_be_unknown(bodies, text, country, key):
    assert key_of(bodies.find(text, country)) == key


@pytest.mark.parametrize(
    ("text", "country"), [("경북", "일본"), ("吉林", "日本"), ("광주", "중국")]
)
def test_a_body_of_another_country_is_none(bodies, text, country):
    assert bodies.find(text).body
    assert problem_of(bodies.find(text, country)) == ("unknown_body", [])


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
    assert text_after(text, name) == rest
