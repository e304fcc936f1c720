"""What governments may not say of one another, of memberships and of meetings."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from meetings.models import Delegation, Government, SeriesMembership
from tests.factories import (
    make_country,
    make_delegation,
    make_government,
    make_meeting,
    make_series,
)

pytestmark = pytest.mark.django_db


def make_town(parent, name_ja, **fields):
    fields = {"level": "municipality", "kind": "town", "name_ja": name_ja} | fields
    return make_government(
        country=parent.country, parent=parent, name_en="Misato", name_ko="", **fields
    )


@pytest.fixture
def saitama():
    return make_government("JP-11", country=make_country("JP"), name_ja="埼玉県")


def merged(end="2026-07-01", **fields):
    """A government that ended, with the one that succeeded it."""
    successor = make_government(name_en="Union", valid_from=end)
    return make_government(
        name_en="Gwangju", valid_to=end, successor=successor, **fields
    )


# Of one name


def test_two_of_one_name_parent_and_time_are_refused(saitama):
    town = make_town(saitama, "美里町")

    with pytest.raises(ValidationError, match=f"place already: {town.code}"):
        make_town(saitama, "美里町").full_clean()


def test_of_the_first_level_two_of_one_name_in_a_country_are_refused():
    make_government(name_ko="경기도")

    make_government(country=make_country("JP"), name_ko="경기도").full_clean()
    with pytest.raises(ValidationError, match="that time and place already"):
        make_government(name_ko="경기도").full_clean()


def test_names_that_differ_in_the_own_language_tell_two_apart(saitama):
    make_town(saitama, "美里町")

    make_town(saitama, "三郷市").full_clean()


def test_who_has_no_name_in_the_own_language_is_told_by_the_others(saitama):
    make_town(saitama, "美里町")

    with pytest.raises(ValidationError, match="Misato"):
        make_town(saitama, "").full_clean()


def test_who_belongs_to_another_or_came_later_may_have_the_same_name(saitama):
    other = make_government("JP-45", country=saitama.country, name_ja="宮崎県")
    later = make_town(saitama, "美里町", valid_from="2000-04-01")
    make_town(saitama, "美里町", valid_to="2000-04-01", successor=later)

    later.full_clean()
    make_town(other, "美里町").full_clean()


# What succeeds


@pytest.mark.parametrize(
    ("begins", "is_early"),
    [("2026-06-30", True), ("2026-07-01", False), ("2026", False), ("", False)],
)
def test_a_successor_begins_when_its_predecessor_ends(begins, is_early):
    successor = make_government(name_en="Union", valid_from=begins)
    ended = make_government(
        name_en="Gwangju", valid_to="2026-07-01", successor=successor
    )

    for government in (ended, successor):
        if is_early:
            with pytest.raises(
                ValidationError,
                match="Union began on 30 June 2026, before Gwangju ended on 1 Ju",
            ):
                government.full_clean()
        else:
            government.full_clean()


def test_a_government_does_not_succeed_itself():
    government = make_government()
    government.successor = government

    with pytest.raises(ValidationError, match="does not succeed itself") as caught:
        government.full_clean()
    assert len(caught.value.messages) == 1
    with pytest.raises(IntegrityError, match="government_succeeds_another"):
        government.save()


def test_successors_do_not_lead_back():
    first, second, third = (make_government(f"KR-{n}") for n in (1, 2, 3))
    for government, successor in ((first, second), (second, third)):
        government.successor = successor
        government.save()
    third.successor = first

    with pytest.raises(ValidationError, match="KR-3 → KR-1 → KR-2 → KR-3"):
        third.full_clean()


def test_a_government_that_ended_has_a_successor():
    government = make_government()
    government.valid_to = "2026-07-01"

    with pytest.raises(ValidationError, match="choose who took over"):
        government.full_clean()
    with pytest.raises(IntegrityError, match="government_ended_with_successor"):
        government.save()


def test_the_successor_on_a_day_is_the_first_in_being():
    last = make_government(valid_from="2030-01-01")
    second = make_government(
        valid_from="2020-01-01", valid_to="2030-01-01", successor=last
    )
    first = make_government(valid_to="2020-01-01", successor=second)

    found = [first.successor_on(date(year, 6, 1)) for year in (2019, 2025, 2031)]

    assert found == [None, second, last]


# Memberships


@pytest.mark.parametrize(
    ("since", "until", "sentence"),
    [
        ("1999", "2026-07-01", "exists since 1 July 2012; its membership"),
        ("2012-07-01", "", "ended on 1 July 2026; its membership"),
        ("2012-07-01", "2026-07-02", "ended on 1 July 2026; its membership"),
        ("2012-07-01", "2026-07-01", ""),
        ("2012", "2020", ""),
        ("", "2026", ""),
    ],
)
def test_a_membership_is_within_the_life_of_the_government(since, until, sentence):
    government = merged(valid_from="2012-07-01")
    membership = SeriesMembership(
        series=make_series(), government=government, valid_from=since, valid_to=until
    )

    if sentence:
        with pytest.raises(ValidationError, match=sentence):
            membership.full_clean()
    else:
        membership.full_clean()


def test_a_government_does_not_end_before_its_memberships():
    government = make_government(name_en="Gwangju")
    membership = make_series().memberships.create(government=government)
    government.valid_to, government.successor = "2026-07-01", make_government()

    with pytest.raises(ValidationError, match="ended on 1 July 2026; its member"):
        government.full_clean()
    membership.valid_to = "2026-07-01"
    membership.save()
    government.full_clean()


# Delegations


@pytest.mark.parametrize(
    ("day", "is_refused"),
    [("2026-06-30", False), ("2026", False), ("2026-07-01", True), ("", False)],
)
def test_a_government_that_ended_sends_no_delegation(day, is_refused):
    ended = merged()
    delegation = Delegation(meeting=make_meeting(date=day), government=ended)

    if is_refused:
        successor = rf"choose its successor, Union \({ended.successor.code}\)"
        with pytest.raises(ValidationError, match=successor):
            delegation.full_clean()
    else:
        delegation.full_clean()


def test_a_delegation_that_declined_need_not_be_of_a_government_in_being():
    delegation = make_delegation(
        make_meeting(date="2026-10-21"), government=merged(), status="declined"
    )

    delegation.full_clean()


def test_what_overlaps_a_row_holds_on_a_day_of_it():
    successor = make_government("KR-9")
    spans = {
        "KR-1": ("", "2000-01-01"),
        "KR-2": ("1990-01-01", "2000-01-02"),
        "KR-3": ("2010-01-01", ""),
        "KR-4": ("2009-12-31", ""),
    }
    for code, (since, until) in spans.items():
        ends = {"successor": successor} if until else {}
        make_government(code, valid_from=since, valid_to=until, **ends)
    row = make_government(
        valid_from="2000-01-01", valid_to="2010-01-01", successor=successor
    )

    overlapping = Government.objects.overlapping(row).exclude(pk=successor.pk)

    assert [each.code for each in overlapping] == ["KR-2", "KR-4"]
