"""The list of delegations as it is sent on."""

import pytest

from meetings.models.delegations import DelegationStatus
from tests.exports.helpers import listed, sensitive_columns
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


@pytest.fixture
def korea(db):
    return make_country("KR", name_en="Korea", name_ko="대한민국", name_ja="韓国")


@pytest.fixture
def meeting(korea):
    return make_meeting(date="2022-10-21")


@pytest.fixture
def gangwon(meeting, korea):
    """A delegation of a government that had another name then."""
    government = make_government(
        "KR-42",
        korea,
        name_en="Gangwon State",
        name_ko="강원특별자치도",
        name_ja="江原道",
    )
    for language, name in (("en", "Gangwon"), ("ko", "강원도")):
        make_government_name(
            government=government, language=language, name=name, valid_to="2023-06-11"
        )
    return make_delegation(
        meeting,
        government=government,
        status="complete",
        capacity="host",
        seats_expected=6,
        protocol_order=2,
        focal_point_name="Lee",
        focal_point_email="lee@example.org",
        note="Arrives late",
    )


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("en", ["Korea", "KR-42", "Gangwon", "강원도", "Complete", "Host"]),
        ("ko", ["대한민국", "KR-42", "강원도", "강원도", "명단 완료", "주최"]),
        ("ja", ["韓国", "KR-42", "江原道", "강원도", "名簿完了", "主催"]),
        ("zh", ["Korea", "KR-42", "Gangwon State", "강원도", "名单齐全", "主办"]),
    ],
)
def test_names_are_those_of_the_day_in_the_readers_language(
    meeting, gangwon, language, row
):
    columns = ["country", "code", "delegation", "own_name", "status", "capacity"]

    assert listed("delegations", meeting, columns, language) == [row]


def test_a_delegation_is_told_with_its_head_and_numbers(meeting, gangwon):
    head = make_person(native_name="김진태", family_name="KIM", given_name="Jin-tae")
    make_attendee(delegation=gangwon, role="head", person=head)
    make_attendee(delegation=gangwon)
    make_attendee(delegation=gangwon, status="cancelled")

    assert listed("delegations", meeting, ["head", "people", "seats_expected"]) == [
        ["김진태", 2, 6]
    ]


def test_a_head_who_cancelled_is_none(meeting, gangwon):
    make_attendee(delegation=gangwon, role="head", status="cancelled")

    assert listed("delegations", meeting, ["head", "people"]) == [[None, 0]]


def test_a_body_of_no_country_has_its_key_and_no_name_of_its_own(meeting):
    tcs = make_organization("tcs", name_en="Trilateral Cooperation Secretariat")
    make_delegation(meeting, organization=tcs)
    columns = ["country", "code", "delegation", "own_name", "capacity"]

    assert listed("delegations", meeting, columns) == [
        [None, "tcs", "Trilateral Cooperation Secretariat", None, None]
    ]


def test_the_focal_point_and_the_note_are_not_for_everybody(meeting, gangwon):
    personal = ["focal_point_name", "focal_point_email", "note"]

    assert sensitive_columns("delegations") == set(personal)
    assert listed("delegations", meeting, personal) == [
        ["Lee", "lee@example.org", "Arrives late"]
    ]


@pytest.mark.parametrize(
    ("order", "language", "codes"),
    [
        (None, "en", ["KR-42", "CN-BJ", "JP-13", "JP-31"]),
        ("protocol", "ko", ["KR-42", "CN-BJ", "JP-13", "JP-31"]),
        ("government", "en", ["CN-BJ", "JP-31", "JP-13", "KR-42"]),
        ("government", "ko", ["KR-42", "CN-BJ", "JP-31", "JP-13"]),
        ("government", "ja", ["JP-13", "JP-31", "CN-BJ", "KR-42"]),
    ],
)
def test_delegations_are_in_protocol_order_or_in_that_of_the_reader(
    meeting, gangwon, order, language, codes
):
    japan = make_country("JP")
    for code, name in (("JP-13", "Z-to"), ("JP-31", "A-ken")):
        government = make_government(code, japan, name_en=name, name_ko=name)
        make_delegation(meeting, government=government)
    beijing = make_government("CN-BJ", make_country("CN"))
    make_delegation(meeting, government=beijing)

    assert [
        row[0] for row in listed("delegations", meeting, ["code"], language, order)
    ] == codes


def test_only_the_delegations_of_the_meeting_are_listed(meeting):
    make_delegation()

    assert listed("delegations", meeting) == []


@pytest.mark.parametrize("status", DelegationStatus)
def test_a_delegation_is_listed_whatever_its_status(meeting, status):
    make_delegation(meeting, status=status)

    assert listed("delegations", meeting, ["status"]) == [[status.label]]


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("order", ["protocol", "government"])
def test_the_list_costs_four_queries(django_assert_num_queries, rows, order, meeting):
    for _ in range(rows):
        government = make_government_name().government
        make_attendee(
            delegation=make_delegation(meeting, government=government), role="head"
        )
        make_delegation(meeting, organization=make_organization())

    with django_assert_num_queries(4):
        assert len(listed("delegations", meeting, order=order)) == 2 * rows
