"""The list of governments."""

from datetime import date

import pytest

from tests.exports.helpers import listed, sensitive_columns
from tests.factories import (
    make_country,
    make_delegation,
    make_government,
    make_government_name,
    make_meeting,
    make_membership,
    make_series,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def gumi():
    korea = make_country("KR", name_en="Korea", name_ko="대한민국", name_ja="韓国")
    parent = make_government("KR-47", korea, name_en="North Gyeongsang", name_ko="경북")
    return make_government(
        "KR-47-gumi",
        korea,
        parent=parent,
        level="municipality",
        kind="city",
        name_en="Gumi",
        name_ko="구미시",
        name_ja="亀尾市",
        name_zh="龟尾市",
        short_en="Gumi",
        short_ko="구미",
        valid_from="1995-01-01",
    )


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("en", ["Gumi", "Gumi", "Korea", "City, county, town or village", "City"]),
        ("ko", ["구미시", "구미", "대한민국", "시·군·정·촌", "시"]),
        ("ja", ["亀尾市", "Gumi", "韓国", "市区町村", "市"]),
        ("zh", ["龟尾市", "Gumi", "Korea", "市县镇村", "市"]),
    ],
)
def test_names_and_labels_follow_the_language(gumi, language, row):
    columns = ["name", "short", "country", "level", "kind"]

    assert listed("governments", "", columns, language)[1] == row


def test_a_government_is_told_in_four_languages_whoever_reads(gumi):
    columns = ["code", "name_en", "name_ko", "name_ja", "name_zh", "parent"]

    assert listed("governments", "", columns, "ko") == [
        ["KR-47", "North Gyeongsang", "경북", None, None, None],
        ["KR-47-gumi", "Gumi", "구미시", "亀尾市", "龟尾市", "경북"],
    ]


def test_former_names_say_until_when_they_were_used(gumi):
    for fields in (
        {"name": "Kumi", "valid_to": "2000-07-07"},
        {"name": "선산", "language": "ko", "valid_to": "1995~"},
        {"name": "善山", "language": "ja"},
        {"name": "善山", "language": "zh"},
        {"name": "Gumi-si", "kind": "romanisation"},
    ):
        make_government_name(government=gumi, **fields)

    assert listed("governments", "", ["former_names"])[1] == [
        "Kumi (–2000-07-07); 선산 (–1995~); 善山"
    ]


def test_a_government_that_ended_names_its_successor(gumi):
    gumi.valid_to = "2023-07"
    gumi.successor = make_government("KR-48", name_en="Greater Gumi")
    gumi.save()
    columns = ["valid_from", "valid_to", "successor"]

    assert listed("governments", "", columns)[1] == [
        date(1995, 1, 1),
        "2023-07",
        "Greater Gumi",
    ]


def test_memberships_are_told_with_their_years(gumi):
    for name, years in (
        ("Conference", {}),
        ("Strait", {"valid_from": "1999-11-09"}),
        ("Plaza", {"valid_from": "1999", "valid_to": "2016~"}),
        ("Circle", {"valid_to": "2016-03"}),
    ):
        make_series(name_en=name).memberships.create(government=gumi, **years)

    assert listed("governments", "", ["series"])[1] == [
        "Conference; Strait (1999–); Plaza (1999–2016); Circle (–2016)"
    ]


def test_meetings_are_counted(gumi):
    for _ in range(2):
        make_delegation(make_meeting(), government=gumi)

    assert listed("governments", "", ["meetings"]) == [[0], [2]]


@pytest.mark.parametrize(
    ("order", "language", "codes"),
    [
        (None, "ko", ["CN-AH", "CN-BJ", "JP-13", "KR-11"]),
        ("code", "ko", ["CN-AH", "CN-BJ", "JP-13", "KR-11"]),
        ("name", "en", ["CN-BJ", "CN-AH", "JP-13", "KR-11"]),
        ("name", "ko", ["KR-11", "CN-AH", "CN-BJ", "JP-13"]),
        ("name", "ja", ["JP-13", "CN-AH", "CN-BJ", "KR-11"]),
    ],
)
def test_governments_are_in_order_of_code_or_as_the_reader_sorts_them(
    order, language, codes
):
    for code, english, korean in (
        ("KR-11", "Seoul", "서울"),
        ("CN-AH", "Y", "가"),
        ("CN-BJ", "X", "나"),
        ("JP-13", "Tokyo", "도쿄"),
    ):
        make_government(code, make_country(code[:2]), name_en=english, name_ko=korean)

    assert [row[0] for row in listed("governments", "", ["code"], language, order)] == (
        codes
    )


def test_governments_hold_nothing_personal():
    assert sensitive_columns("governments") == set()


def test_there_may_be_no_government():
    assert listed("governments") == []


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("order", ["code", "name"])
def test_the_list_costs_three_queries(django_assert_num_queries, rows, order):
    for _ in range(rows):
        government = make_membership().government
        make_government_name(government=government)
        make_delegation(government=government)

    with django_assert_num_queries(3):
        assert len(listed("governments", order=order)) == rows
