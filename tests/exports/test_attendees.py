"""The list of attendees as it is sent on."""

import io
from datetime import date

import pytest
from django.utils import translation

from meetings import spreadsheets
from meetings.exports import LISTINGS, needs_reason
from meetings.models import Attendee, Person
from meetings.models.names import LANGUAGES, override_language
from tests.factories import (
    make_attendee,
    make_country,
    make_delegation,
    make_government,
    make_government_name,
    make_meeting,
    make_organization,
    make_person,
)

pytestmark = pytest.mark.django_db

LISTING = LISTINGS["attendees"]
SENSITIVE = {
    "family_name",
    "given_name",
    "reading",
    "email",
    "phone",
    "dietary",
    "arrives_on",
    "departs_on",
    "lodging",
    "note",
}


@pytest.fixture
def attendee():
    country = make_country("JP", name_en="Japan", name_ja="日本", name_ko="일본")
    tottori = make_government(
        "JP-31", country, name_en="Tottori", name_ja="鳥取県", name_ko="돗토리현"
    )
    return make_attendee(
        delegation=make_delegation(government=tottori),
        reference="B7TM-CVJD",
        person=make_person(
            native_name="髙橋美咲",
            family_name="TAKAHASHI",
            given_name="Misaki",
            email="m@example.org",
            phone="+81-857-26-7111",
        ),
        role="head",
        position="知事",
        dietary="vegetarian",
        arrives_on=date(2026, 10, 21),
    )


def listed(keys, language="en"):
    with translation.override(language):
        return listed_now(keys)


def listed_now(keys):
    columns = LISTING.choose_columns(keys, with_sensitive=True)
    return list(LISTING.rows(Attendee.objects.order_by("pk"), columns))


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("en", ["Japan", "Tottori", "髙橋美咲", "Head of delegation"]),
        ("ja", ["日本", "鳥取県", "髙橋美咲", "団長"]),
        ("ko", ["일본", "돗토리현", "髙橋美咲", "단장"]),
        ("zh-hans", ["Japan", "Tottori", "髙橋美咲", "团长"]),
    ],
)
def test_names_and_labels_follow_the_language(attendee, language, row):
    assert listed(["country", "delegation", "name", "role"], language) == [row]


def test_a_delegation_has_the_name_of_the_day_of_the_meeting():
    gangwon = make_government("KR-42", name_en="Gangwon State")
    make_government_name(government=gangwon, name="Gangwon", valid_to="2023-06-11")
    make_government_name(government=gangwon, name="Kangwon", valid_to="1999")
    gaok = make_organization("gaok", name_en="GAROK")
    gaok.names.create(language="en", name="GAOK", valid_to="2024-10?")
    names = []
    for day in ("2005", "2025-11-12"):
        meeting = make_meeting(date=day)
        for body in ({"government": gangwon}, {"organization": gaok}):
            delegation = make_delegation(meeting, **body)
            make_attendee(delegation=delegation)
            names.append(delegation.name_at_meeting)

    assert names == ["Gangwon", "GAOK", "Gangwon State", "GAROK"]
    assert [row[0] for row in listed(["delegation"])] == names


def test_values_keep_their_types(attendee):
    assert listed(["reference", "phone", "arrives_on", "departs_on", "email"]) == [
        ["B7TM-CVJD", "+81-857-26-7111", date(2026, 10, 21), None, "m@example.org"]
    ]


def test_a_body_that_is_no_government_has_its_name_and_key():
    clair = make_organization("clair", name_en="CLAIR")
    make_attendee(delegation=make_delegation(organization=clair))

    assert [row[:2] for row in listed(["code", "delegation"])] == [["clair", "CLAIR"]]


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"native_name": "", "family_name": "Lin", "given_name": "Yi"}, "Lin Yi"),
        (
            {
                "native_name": "",
                "family_name": "Hirai",
                "given_name": "Shinji",
                "name_order": "given_first",
            },
            "Shinji Hirai",
        ),
        ({"native_name": "", "family_name": "Madonna", "given_name": ""}, "Madonna"),
        ({"native_name": "林怡"}, "林怡"),
    ],
)
def test_the_name_shown_is_that_of_the_pages(fields, name):
    person = make_person(**fields)
    make_attendee(person=person)

    assert listed(["name"]) == [[name]]
    assert person.display_name == name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_query_names_attendees_as_the_pages_do(language):
    korea = make_country("KR", name_en="Korea", name_ko="한국", name_ja="")
    gangwon = make_government("KR-42", korea, name_en="Gangwon State", name_ko="")
    for own in ("en", "ko"):
        make_government_name(
            government=gangwon, name=f"Old {own}", language=own, valid_to="2023-06-11"
        )
    make_government_name(government=gangwon, name="Kangwon", kind="romanisation")
    clair = make_organization("clair", name_en="", name_ja="自治体国際化協会")
    clair.names.create(language="ja", name="Old ja", valid_to="2024")
    given_first = {"native_name": "", "name_order": "given_first"}
    for day in ("2005", "2025-11-12", ""):
        meeting = make_meeting(date=day)
        for body in ({"government": gangwon}, {"organization": clair}):
            delegation = make_delegation(meeting, **body)
            make_attendee(delegation=delegation, person=make_person())
            make_attendee(delegation=delegation, person=make_person(**given_first))

    with override_language(language):
        rows = listed_now(["country", "code", "delegation", "name"])
        attendees = Attendee.objects.with_names().order_by("pk")
        assert rows == [
            [
                str(each.delegation.country or ""),
                each.delegation.code,
                each.delegation.name_at_meeting,
                each.person.display_name,
            ]
            for each in attendees
        ]


def test_sensitive_columns_are_only_for_those_who_may():
    everybody, some = LISTING.allowed_columns(False), LISTING.allowed_columns(True)

    assert some.keys() - everybody.keys() == SENSITIVE
    assert [column.key for column in some.values() if column.is_sensitive] == [
        key for key in some if key in SENSITIVE
    ]


def test_a_sensitive_column_asks_for_a_reason():
    assert not needs_reason(LISTING.choose_columns(None, True))
    assert needs_reason(LISTING.choose_columns(["name", "phone"], True))


def test_the_models_name_what_is_sensitive():
    paths = {column.value for column in LISTING.columns if column.is_sensitive}

    named = {f"person__{name}" for name in Person.sensitive if "note" not in name}
    assert paths == named | Attendee.sensitive


def test_columns_come_in_the_order_they_were_chosen_in_and_once():
    chosen = LISTING.choose_columns(["name", "reference", "name"], False)

    assert [column.key for column in chosen] == ["name", "reference"]


@pytest.mark.parametrize("key", ["phone", "salary"])
def test_a_column_that_there_is_not_or_not_for_them_is_named(key):
    with pytest.raises(ValueError, match=f"There is no column “{key}”; there are: ref"):
        LISTING.choose_columns(["name", key], False)


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "csv"])
def test_a_file_holds_the_list_in_four_scripts(attendee, suffix):
    for name in ("이철우", "王建国", "Zoë Ångström"):
        make_attendee(person=make_person(native_name=name))
    file = io.BytesIO()

    sheet = LISTING.sheet(
        "List", Attendee.objects.order_by("pk"), LISTING.choose_columns(["name"], False)
    )
    spreadsheets.write_as(suffix, file, [sheet])

    rows = spreadsheets.read(file.getvalue()).sheets[0].rows
    assert rows == [["Name"], ["髙橋美咲"], ["이철우"], ["王建国"], ["Zoë Ångström"]]


@pytest.mark.parametrize("rows", [1, 3])
def test_a_list_costs_one_query(django_assert_num_queries, rows):
    for _ in range(rows):
        make_attendee()

    with django_assert_num_queries(1):
        assert len(listed(None)) == rows
