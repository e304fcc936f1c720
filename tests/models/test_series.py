"""Whose turn it is, and what can be foreseen of the next edition."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from meetings.models import SeriesHost
from tests.factories import (
    make_country,
    make_meeting,
    make_organization,
    make_series,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 21)


@pytest.fixture
def trilateral():
    for code in ("KR", "CN", "JP"):
        make_country(code)
    return make_series("tlgec", rotation="KR > CN > JP", cadence="annual")


def test_the_first_edition_is_the_turn_of_the_first_country(trilateral):
    assert (trilateral.next_number(), trilateral.next_host().code) == (1, "KR")


@pytest.mark.parametrize(
    ("last", "next_code"), [("KR", "CN"), ("CN", "JP"), ("JP", "KR")]
)
def test_the_turn_passes_on_from_the_last_edition(trilateral, last, next_code):
    make_meeting(trilateral, number=26, country=make_country(last))

    assert trilateral.next_host().code == next_code


def test_the_turn_is_counted_over_editions_of_unknown_country(trilateral):
    make_meeting(trilateral, number=23, country=make_country("CN"))
    make_meeting(trilateral, number=24, country=None, date="")

    assert trilateral.next_host().code == "KR"


def test_preparatory_meetings_do_not_count(trilateral):
    make_meeting(trilateral, number=1, country=make_country("KR"))
    make_meeting(trilateral, number=None, kind="preparatory")

    assert (trilateral.next_number(), trilateral.next_host().code) == (2, "CN")


def test_a_country_out_of_turn_suggests_nothing(trilateral):
    make_meeting(trilateral, number=1, country=make_country("MN"))

    assert trilateral.next_host() is None


@pytest.mark.parametrize(
    ("cadence", "last", "due"),
    [
        ("annual", "2025-10-16", "2026"),
        ("biennial", "2027", "2029"),
        ("annual", "2019", "2026"),
        ("annual", "", "2026"),
    ],
)
def test_the_next_edition_is_due_by_cadence_but_never_past(
    trilateral, cadence, last, due
):
    trilateral.cadence = cadence
    make_meeting(trilateral, number=1, date=last)

    assert trilateral.next_edition(TODAY)["date"] == due


def test_the_next_edition_suggests_the_standing_host_of_the_country(trilateral):
    make_meeting(trilateral, number=26, country=make_country("CN"))
    clair = make_organization("clair", country=make_country("JP"))
    for body, role in ((clair, "host"), (make_organization(), "host")):
        SeriesHost.objects.create(series=trilateral, organization=body, role=role)
    tcs = make_organization("tcs", country=make_country("JP"))
    SeriesHost.objects.create(series=trilateral, organization=tcs, role="observer")

    edition = trilateral.next_edition(TODAY)

    assert edition["number"] == 27
    assert edition["country"].code == "JP"
    assert edition["host_organizations"] == [clair]


def test_a_rotation_names_known_countries(trilateral):
    trilateral.rotation = "KR > XX"

    with pytest.raises(ValidationError, match="No country has the code “XX”"):
        trilateral.full_clean()
