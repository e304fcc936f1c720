"""The words for ranks and seats, taken off names."""

import pytest

from meetings.models.government_choices import GovernmentKind
from meetings.text.units import KIND_OF_UNIT, UNIT_OF_KIND, office_in, split_unit


@pytest.mark.parametrize(
    ("text", "stem", "unit"),
    [
        ("경상북도", "경상북", "province"),
        ("제주특별자치도", "제주", "province"),
        ("전북자치도", "전북", "province"),
        ("지린성", "지린", "province"),
        ("내몽골자치구", "내몽골", "province"),
        ("돗토리현", "돗토리", "province"),
        ("鳥取県", "鳥取", "province"),
        ("東京都", "東京", "province"),
        ("大阪府", "大阪", "province"),
        ("吉林省", "吉林", "province"),
        ("内蒙古自治区", "内蒙古", "province"),
        ("서울특별시", "서울", "metropolis"),
        ("세종특별자치시", "세종", "metropolis"),
        ("釜山広域市", "釜山", "metropolis"),
        ("부안군", "부안", "county"),
        ("富士河口湖町", "富士河口湖", "town"),
        ("North Gyeongsang Province", "North Gyeongsang", "province"),
        ("Gangwon State", "Gangwon", "province"),
        ("Gyeonggi-do", "Gyeonggi", "province"),
        ("Tottori-ken", "Tottori", "province"),
        ("Jeju Special Self-Governing Province", "Jeju", "province"),
        ("Guangxi Zhuang Autonomous Region", "Guangxi", "province"),
        ("Ulsan Metropolitan City", "Ulsan", "metropolis"),
        ("Province of Jilin", "Jilin", "province"),
        ("Buan-gun", "Buan", "county"),
        ("전남광주통합특별시", "전남광주", "metropolis"),
        ("新篠津村", "新篠津", "village"),
        ("신시노쓰촌", "신시노쓰", "village"),
        ("Sample Town", "Sample", "town"),
        ("喀什地区", "喀什", "prefecture"),
        ("싱안맹", "싱안", "prefecture"),
        ("Xilingol League", "Xilingol", "prefecture"),
    ],
)
def test_a_name_is_parted_from_the_word_for_its_rank(text, stem, unit):
    assert split_unit(text) == (stem, frozenset({unit}))


@pytest.mark.parametrize(
    ("text", "stem", "units"),
    [
        ("구미시", "구미", "city metropolis"),
        ("富山市", "富山", "city metropolis"),
        ("Gumi-si", "Gumi", "city metropolis"),
        ("City of Toyama", "Toyama", "city metropolis ward"),
        ("Tokyo Metropolis", "Tokyo", "metropolis province"),
        ("鸟取县", "鸟取", "county province"),
        ("TOTTORI PREF.", "TOTTORI", "prefecture province"),
        ("성북구", "성북", "district ward"),
        ("Shinjuku-ku", "Shinjuku", "district ward"),
    ],
)
def test_a_word_may_mean_several_ranks(text, stem, units):
    assert split_unit(text) == (stem, frozenset(units.split()))


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("延边朝鲜族自治州", "延边"),
        ("延边州", "延边"),
        ("黔西南プイ族ミャオ族自治州", "黔西南"),
        ("博尔塔拉蒙古自治州", "博尔塔拉"),
        ("린샤 후이족자치주", "린샤"),
        ("Qianxinan Buyei and Miao Autonomous Prefecture", "Qianxinan"),
        ("Linxia Autonomous Prefecture", "Linxia"),
    ],
)
def test_whose_autonomous_prefecture_it_is_goes_with_the_word(text, stem):
    assert split_unit(text) == (stem, frozenset({"prefecture"}))


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("市川市", "市川"),
        ("四日市市", "四日市"),
        ("郡山市", "郡山"),
        ("京都府", "京都"),
        ("京都市", "京都"),
        ("대구시", "대구"),
        ("전주시", "전주"),
        ("주문진읍", "주문진"),
    ],
)
def test_only_the_last_word_is_one_for_a_rank(text, stem):
    assert split_unit(text)[0] == stem


@pytest.mark.parametrize(
    "text",
    [
        "제주",
        "Jilin",
        "Tokyo",
        "중구",
        "津市",
        "Kendo",
        "市",
        "",
        "KR-47",
        "京都",
        "大府",
        "대구",
        "전주",
    ],
)
def test_a_name_without_a_rank_stays_whole(text):
    assert split_unit(text) == (text, frozenset())


@pytest.mark.parametrize(
    "text",
    [
        "一般財団法人自治体国際化協会",
        "公益財団法人 自治体国際化協会",
        "財団法人自治体国際化協会",
        "（一財）自治体国際化協会",
        "(公財)自治体国際化協会",
    ],
)
def test_a_legal_form_is_left_out(text):
    assert split_unit(text) == ("自治体国際化協会", frozenset())


def test_a_legal_form_is_left_out_in_korean_too():
    assert split_unit("(재)견본재단") == split_unit("재단법인 견본재단")


@pytest.mark.parametrize(
    ("rest", "office"),
    [
        ("청", ""),
        ("도청", ""),
        ("県庁", ""),
        ("庁", ""),
        ("市役所", ""),
        ("人民政府", ""),
        ("Provincial Government", ""),
        ("City Hall", ""),
        ("국제통상과", "국제통상과"),
        ("도청 국제통상과", "국제통상과"),
        ("庁 国際課", "国際課"),
        ("人民政府外事办公室", "外事办公室"),
        ("人民政府外事办", "外事办"),
        ("International Affairs Division", "International Affairs Division"),
        ("Government, International Division", "International Division"),
    ],
)
def test_what_follows_a_name_is_its_seat_or_an_office(rest, office):
    assert office_in(rest) == office


@pytest.mark.parametrize("rest", ["구미", "foo", "대학교", "附属病院"])
def test_what_follows_a_name_may_be_neither(rest):
    assert office_in(rest) is None


def test_every_kind_of_government_has_a_rank():
    assert set(UNIT_OF_KIND) == set(GovernmentKind.values)


def test_every_new_part_is_of_a_kind_of_its_rank():
    assert {UNIT_OF_KIND[kind] for kind in KIND_OF_UNIT.values()} == set(KIND_OF_UNIT)
