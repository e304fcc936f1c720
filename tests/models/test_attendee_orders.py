"""Attendees by government and by name, as the reader's language sorts them."""

import pytest
from django.db import connection

from meetings.models.names import override_language
from tests.factories import (
    make_attendee,
    make_country,
    make_delegation,
    make_government,
    make_meeting,
    make_organization,
    make_person,
)

pytestmark = pytest.mark.django_db

LANGUAGES = ["en", "ko", "ja", "zh"]

# In an order that nobody asks for: country, native name, reading, Latin name.
PEOPLE = {
    "suzuki": ("JP", "鈴木", "すずき", "Suzuki"),
    "gaku": ("JP", "岳", "がく", "Gaku"),
    "kaku": ("JP", "角", "カク", "Kaku"),
    "no-reading": ("JP", "阿部", "", "Abe"),
    "nara": ("KR", "나라", "", "Nah"),
    "gana": ("KR", "가나", "", "Ka"),
    "luan": ("CN", "栾", "Luán", "Luan"),
    "lu:": ("CN", "吕", "Lǚ", "LYU"),
    "lu": ("CN", "陆", "Lù", "Lu"),
    "bold": ("MN", "Болд", "", "Bold"),
    "angstrom": (None, "", "", "Ångström"),
    "nameless": (None, "이름", "", ""),
}
JAPANESE = ["kaku", "gaku", "suzuki", "no-reading"]
KOREANS = ["gana", "nara"]
CHINESE = ["lu", "lu:", "luan"]
OTHERS = ["bold", "angstrom", "nameless"]


def make_people(meeting):
    delegation = make_delegation(meeting)
    for key, (code, native_name, reading, family_name) in PEOPLE.items():
        person = make_person(
            key=key,
            country=make_country(code) if code else None,
            native_name=native_name,
            reading=reading,
            family_name=family_name,
            given_name="",
        )
        make_attendee(delegation=delegation, person=person)


def keys_of(attendees):
    return list(attendees.values_list("person__key", flat=True).iterator())


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ko", [*KOREANS, *CHINESE, *JAPANESE, *OTHERS]),
        ("ja", [*JAPANESE, *CHINESE, *KOREANS, *OTHERS]),
        ("zh", [*CHINESE, *JAPANESE, *KOREANS, *OTHERS]),
    ],
)
def test_name_order_is_by_country_each_in_its_own_script(language, expected):
    meeting = make_meeting()
    make_people(meeting)

    with override_language(language):
        assert keys_of(meeting.attendees.in_name_order()) == expected


def test_name_order_in_english_is_by_latin_name_those_without_last():
    meeting = make_meeting()
    make_people(meeting)

    with override_language("en"):
        assert keys_of(meeting.attendees.in_name_order()) == [
            "no-reading",
            "angstrom",
            "bold",
            "gaku",
            "gana",
            "kaku",
            "lu",
            "luan",
            "lu:",
            "nara",
            "suzuki",
            "nameless",
        ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_namesakes_are_in_the_order_they_were_registered(language):
    meeting = make_meeting()
    delegation = make_delegation(meeting)
    twins = [
        make_attendee(delegation=delegation, person=make_person(native_name="김민수"))
        for _ in range(2)
    ]
    for twin in reversed(twins):
        twin.person.given_name = "Min-su"
        twin.person.save()

    with override_language(language):
        assert list(meeting.attendees.in_name_order()) == twins
        assert list(meeting.attendees.in_government_order()) == twins


# The names of governments in English and Korean; those without are last.
GOVERNMENTS = {
    "KR-26": ("Busan", "부산광역시"),
    "KR-42": ("Gangwon State", "강원특별자치도"),
    "KR-42-x": ("", "가군"),
    "JP-13": ("Tokyo", "도쿄도"),
    "JP-13-chuo": ("Chuo", ""),
    "JP-01": ("Hokkaido", "홋카이도"),
    "JP-23": ("Aichi", "아이치현"),
    "CN-SX": ("Shanxi", "산시성"),
    "CN-SN": ("Shaanxi", "산시성"),
    "MN-1": ("Ulaanbaatar", "울란바토르"),
}
ORGANIZATIONS = {
    "z-of-japan": ("JP", "A body", "하"),
    "a-of-japan": ("JP", "B body", "가"),
    "of-no-country": (None, "World body", "세계"),
}


def make_bodies():
    for key, (code, name_en, name_ko) in ORGANIZATIONS.items():
        country = make_country(code) if code else None
        yield {
            "organization": make_organization(
                key, country=country, name_en=name_en, name_ko=name_ko
            )
        }
    for code, (name_en, name_ko) in GOVERNMENTS.items():
        country = make_country(code[:2])
        yield {
            "government": make_government(
                code, country, name_en=name_en, name_ko=name_ko, name_ja="x"
            )
        }


CHINA, KOREA = ["CN-SN", "CN-SX"], ["KR-26", "KR-42", "KR-42-x"]
LAST = ["MN-1", "of-no-country"]
JAPAN = {
    "en": ["JP-23", "JP-13-chuo", "JP-01", "JP-13", "z-of-japan", "a-of-japan"],
    "ko": ["JP-13", "JP-23", "JP-01", "JP-13-chuo", "a-of-japan", "z-of-japan"],
    "ja": ["JP-01", "JP-13", "JP-13-chuo", "JP-23", "z-of-japan", "a-of-japan"],
}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", [*CHINA, *JAPAN["en"], *KOREA, *LAST]),
        ("ko", [*reversed(KOREA), *CHINA, *JAPAN["ko"], *LAST]),
        ("ja", [*JAPAN["ja"], *CHINA, *KOREA, *LAST]),
        ("zh", [*CHINA, *JAPAN["en"], *KOREA, *LAST]),
    ],
)
def test_government_order_is_by_country_then_by_name_organisations_after(
    language, expected
):
    meeting = make_meeting()
    for body in make_bodies():
        make_attendee(delegation=make_delegation(meeting, **body))

    with override_language(language):
        attendees = list(meeting.attendees.in_government_order())

    assert [attendee.delegation.code for attendee in attendees] == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_governments_of_one_name_are_not_mixed(language):
    meeting, country = make_meeting(), make_country("CN")
    names = {"name_en": "Shanxi", "name_ko": "산시성"}
    governments = [
        make_government(code, country, **names) for code in ("CN-SX", "CN-SN")
    ]
    delegations = [make_delegation(meeting, government=g) for g in governments]
    for role in ("head", "delegate"):
        for delegation in delegations:
            make_attendee(delegation=delegation, role=role)

    with override_language(language):
        codes = [a.delegation.code for a in meeting.attendees.in_government_order()]

    assert codes == ["CN-SN", "CN-SN", "CN-SX", "CN-SX"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_delegation_is_in_the_order_of_rank_then_of_names(language):
    meeting = make_meeting()
    delegation, japan = make_delegation(meeting), make_country("JP")
    expected = [
        ("head", "わたなべ", "Watanabe"),
        ("delegate", "うえだ", "Ueda"),
        ("delegate", "やまだ", "Yamada"),
        ("staff", "あおき", "Aoki"),
    ]
    for role, reading, family_name in reversed(expected):
        person = make_person(
            key=family_name.lower(),
            country=japan,
            reading=reading,
            family_name=family_name,
        )
        make_attendee(delegation=delegation, role=role, person=person)

    with override_language(language):
        assert keys_of(meeting.attendees.in_government_order()) == [
            family_name.lower() for _role, _reading, family_name in expected
        ]


@pytest.mark.parametrize("people", [1, 3])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("order", ["in_name_order", "in_government_order"])
def test_an_order_costs_one_query(order, language, people, django_assert_num_queries):
    meeting = make_meeting()
    for _ in range(people):
        make_attendee(meeting)

    with override_language(language), django_assert_num_queries(1):
        assert len(keys_of(getattr(meeting.attendees, order)())) == people


@pytest.mark.parametrize(
    ("order", "texts"), [("in_name_order", 1), ("in_government_order", 5)]
)
def test_texts_are_compared_by_code_points_on_every_database(order, texts):
    with override_language("ko"):
        query = str(getattr(make_meeting().attendees, order)().query)

    # The collation of SQLite is by code points if nothing is said.
    is_said = connection.vendor == "postgresql"
    assert query.count('COLLATE "C"') == texts * is_said
