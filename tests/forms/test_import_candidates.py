"""Bodies that a list may mean are told apart by names and places, never by codes."""

import pytest
from django.utils.translation import override

from meetings.forms.import_candidates import candidates_of
from tests.factories import make_country, make_government, make_organization

pytestmark = pytest.mark.django_db


def make_province(code, name_en, name_zh, number, capital):
    country = make_country("CN", name_ko="중국")
    names = {"name_ko": "산시성", "name_en": name_en, "name_zh": name_zh}
    province = make_government(code, country, **names)
    below = {"level": "municipality", "kind": "prefecture_level_city"}
    below["parent"] = province
    first = {"official_code": number, "name_ko": capital}
    make_government(f"{code}-first", country, **below, **first)
    other = {"official_code": number[:2] + "0200", "name_ko": "견본시"}
    make_government(f"{code}-other", country, **below, **other)


def test_two_provinces_of_one_name_are_told_by_characters_and_capital():
    make_province("CN-SN", "Shaanxi", "陕西省", "610100", "시안시")
    make_province("CN-SX", "Shanxi", "山西省", "140100", "타이위안시")

    with override("ko"):
        found = candidates_of(["CN-SN", "CN-SX"])

    assert {code: each.description for code, each in found.items()} == {
        "CN-SN": '<b>산시성</b>: <bdi lang="zh-Hans">陕西省</bdi> Shaanxi,'
        " 성도 시안, 중국",
        "CN-SX": '<b>산시성</b>: <bdi lang="zh-Hans">山西省</bdi> Shanxi,'
        " 성도 타이위안, 중국",
    }


def test_two_that_read_alike_have_their_kind_and_code_beside():
    names = {"name_en": "Sample", "name_ko": "견본"}
    make_government("KR-01", **names)
    make_government("KR-02", **names)

    texts = [each.description for each in candidates_of(["KR-01", "KR-02"]).values()]

    assert len(set(texts)) == 2


def test_an_organisation_has_its_abbreviation_and_country():
    japan = make_country("JP", name_en="Japan")
    make_organization("clair", country=japan, name_en="Council", abbreviation="CLAIR")

    (found,) = candidates_of(["clair"]).values()

    assert found.description == "<b>Council</b>: CLAIR, Japan"


@pytest.mark.parametrize("governments", [1, 3])
def test_candidates_cost_three_queries(django_assert_num_queries, governments):
    codes = [make_government().code for _ in range(governments)]

    with django_assert_num_queries(3):
        found = candidates_of(codes)
        assert [each.description for each in found.values()]
