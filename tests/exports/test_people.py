"""The list of people and their offices."""

from datetime import date

import pytest

from meetings.models import Appointment
from tests.exports.helpers import listed, sensitive_columns
from tests.factories import (
    make_country,
    make_government,
    make_organization,
    make_person,
)

pytestmark = pytest.mark.django_db


def hold(person, **fields):
    """Give the person an office, and make nobody else."""
    return Appointment.objects.create(
        person=person, **{"title_en": "Governor"} | fields
    )


@pytest.fixture
def hirai():
    japan = make_country("JP", name_en="Japan", name_ja="日本")
    return make_person(
        key="hirai-shinji",
        native_name="平井伸治",
        family_name="Hirai",
        given_name="Shinji",
        reading="ひらいしんじ",
        country=japan,
        email="h@example.org",
        phone="+81-857-26-7111",
        note_en="Prefers tea",
    )


def test_a_person_has_a_row_for_each_office(hirai):
    tottori = make_government("JP-31", name_en="Tottori")
    nga = make_organization("nga", name_en="National Governors' Association")
    hold(hirai, government=tottori, valid_from="2007-04-13")
    hold(hirai, organization=nga, title_en="President", valid_from="2021-09")
    columns = ["key", "name", "country", "office", "body", "from", "to"]

    assert listed("people", "", columns) == [
        [
            "hirai-shinji",
            "平井伸治",
            "Japan",
            "Governor",
            "Tottori",
            date(2007, 4, 13),
            None,
        ],
        [
            "hirai-shinji",
            "平井伸治",
            "Japan",
            "President",
            "National Governors' Association",
            "2021-09",
            None,
        ],
    ]


def test_a_person_without_an_office_has_a_row(hirai):
    assert listed("people", "", ["name", "office", "body"]) == [
        ["平井伸治", None, None]
    ]


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("en", ["Japan", "Governor", "Tottori"]),
        ("ko", ["Japan", "지사", "돗토리현"]),
        ("ja", ["日本", "知事", "鳥取県"]),
        ("zh", ["Japan", "Governor", "Tottori"]),
    ],
)
def test_offices_and_bodies_follow_the_language(hirai, language, row):
    tottori = make_government(
        "JP-31", name_en="Tottori", name_ko="돗토리현", name_ja="鳥取県"
    )
    hold(hirai, government=tottori, title_ko="지사", title_ja="知事")

    assert listed("people", "", ["country", "office", "body"], language) == [row]


@pytest.mark.parametrize(
    ("fields", "row"),
    [
        ({}, ["平井伸治", None]),
        ({"is_public": True}, ["平井伸治", "Hirai Shinji"]),
        ({"native_name": "", "is_public": True}, ["Hirai Shinji", None]),
    ],
)
def test_a_latin_name_is_told_where_it_is_no_secret(hirai, fields, row):
    for name, value in fields.items():
        setattr(hirai, name, value)
    hirai.save()

    assert listed("people", "", ["name", "latin_name"]) == [row]


def test_passport_names_contacts_and_notes_are_not_for_everybody(hirai):
    personal = ["family_name", "given_name", "reading", "email", "phone", "note"]

    assert sensitive_columns("people") == set(personal)
    assert listed("people", "", personal) == [
        [
            "Hirai",
            "Shinji",
            "ひらいしんじ",
            "h@example.org",
            "+81-857-26-7111",
            "Prefers tea",
        ]
    ]


@pytest.mark.parametrize(
    ("order", "language", "rows"),
    [
        (None, "en", ["An", "Bae TCS", "Cho Sejong", "Doh Seoul", "Doh Beijing"]),
        ("name", "en", ["An", "Bae TCS", "Cho Sejong", "Doh Seoul", "Doh Beijing"]),
        (
            "government",
            "en",
            ["Doh Beijing", "Cho Sejong", "Doh Seoul", "Bae TCS", "An"],
        ),
        ("government", "ko", ["Doh 서울", "Cho 세종", "Doh Beijing", "Bae TCS", "An"]),
    ],
)
def test_people_are_in_order_of_name_or_of_government(order, language, rows):
    _an, bae, cho, doh = (
        make_person(native_name="", family_name=name)
        for name in ["An", "Bae", "Cho", "Doh"]
    )
    hold(doh, government=make_government("KR-11", name_en="Seoul", name_ko="서울"))
    hold(cho, government=make_government("KR-50", name_en="Sejong", name_ko="세종"))
    china = make_country("CN")
    hold(doh, government=make_government("CN-BJ", china, name_en="Beijing", name_ko=""))
    hold(bae, organization=make_organization("tcs", name_en="TCS"))

    found = listed("people", "", ["family_name", "body"], language, order)

    assert [" ".join(filter(None, row)) for row in found] == rows


def test_there_may_be_nobody():
    assert listed("people") == []


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("order", ["name", "government"])
def test_the_list_costs_two_queries(django_assert_num_queries, rows, order):
    for _ in range(rows):
        hold(make_person(), government=make_government())
        make_person()

    with django_assert_num_queries(2):
        assert len(listed("people", order=order)) == 2 * rows
