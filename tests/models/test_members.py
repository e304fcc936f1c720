"""The members of a series, and those of whom no source says it."""

import pytest

from meetings.models.members import (
    grouped_by_sources,
    members_and_successors,
    membership_history,
)
from tests.factories import make_country, make_government, make_series, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def series():
    return make_series()


def make_member(series, code, **fields):
    membership = {"valid_to": fields.get("valid_to", "")} | fields.pop("membership", {})
    government = make_government(code, **fields)
    return series.memberships.create(government=government, **membership)


def test_members_are_by_country_with_their_sources(series):
    korean = make_member(series, "KR-11")
    make_member(series, "JP-13", country=make_country("JP"))
    for title in ("A", "B"):
        korean.sources.add(make_source(title=title))

    japanese, korean = members_and_successors(series)

    assert (japanese.government.code, korean.government.code) == ("JP-13", "KR-11")
    assert japanese.sources == []
    assert [source["title"] for source in korean.sources] == ["A", "B"]


def test_who_succeeds_members_to_their_end_is_shown_without_a_membership(series):
    union = make_government("KR-12")
    for code in ("KR-29", "KR-46"):
        make_member(series, code, valid_to="2026-07-01", successor=union)

    members = members_and_successors(series)

    assert [(each.government.code, bool(each.membership)) for each in members] == [
        ("KR-12", False),
        ("KR-29", True),
        ("KR-46", True),
    ]
    assert membership_history(union) == {"own": [], "unsaid": [series]}


def test_a_successor_with_a_membership_of_its_own_is_a_member(series):
    union = make_member(series, "KR-12").government
    make_member(series, "KR-29", valid_to="2026-07-01", successor=union)

    assert all(member.membership for member in members_and_successors(series))
    history = membership_history(union)
    assert [each.government for each in history["own"]] == [union]
    assert history["unsaid"] == []


def test_whoever_left_before_its_end_hands_nothing_on(series):
    union = make_government("KR-12")
    left = {"valid_to": "2020-01-01"}
    make_member(
        series, "KR-29", valid_to="2026-07-01", successor=union, membership=left
    )

    assert [each.government.code for each in members_and_successors(series)] == [
        "KR-29"
    ]
    assert membership_history(union)["unsaid"] == []


def test_members_with_the_same_dates_and_sources_are_told_together(series):
    source = make_source()
    for code in ("KR-11", "KR-26", "KR-50"):
        make_member(series, code).sources.add(source)
    make_member(series, "KR-36", membership={"valid_from": "2012"}).sources.add(source)
    make_member(series, "KR-48")
    make_member(series, "JP-01", country=make_country("JP")).sources.add(source)

    groups = grouped_by_sources(members_and_successors(series))

    assert [[each.government.code for each in group] for group in groups] == [
        ["JP-01"],
        ["KR-11", "KR-26", "KR-50"],
        ["KR-36"],
        ["KR-48"],
    ]


@pytest.mark.parametrize("members", [1, 3])
def test_members_cost_one_query(series, django_assert_num_queries, members):
    for n in range(members):
        union = make_government(f"KR-1{n}")
        member = make_member(series, f"KR-{n}", valid_to="2026-07-01", successor=union)
        member.sources.add(make_source())

    with django_assert_num_queries(1):
        assert len(members_and_successors(series)) == 2 * members
