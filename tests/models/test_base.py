"""History, versions and validity, as all models have them."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from meetings.models import Country, GovernmentName, Meeting
from meetings.models.base import StaleVersion
from meetings.models.edtf import EdtfError
from tests.factories import make_country, make_government, make_meeting

pytestmark = pytest.mark.django_db


def test_saving_counts_versions():
    country = make_country()
    country.name_en = "Korea"
    country.save()

    country.refresh_from_db()

    assert country.version == 2


def test_saving_over_a_newer_version_writes_nothing():
    make_country()
    mine, theirs = Country.objects.get(), Country.objects.get()
    theirs.name_en = "Theirs"
    theirs.save()
    mine.name_en = "Mine"

    with pytest.raises(StaleVersion), transaction.atomic():
        mine.save()

    assert Country.objects.get().name_en == "Theirs"


def test_history_keeps_every_version_and_why():
    country = make_country(name_en="Korea")
    country.name_en = "Republic of Korea"
    country._change_reason = "Official name"
    country.save()

    past = country.history.values_list("name_en", "history_change_reason")

    assert list(past) == [("Republic of Korea", "Official name"), ("Korea", None)]


@pytest.mark.parametrize(
    ("day", "is_valid"),
    [
        (date(2010, 4, 30), False),
        (date(2010, 5, 1), True),
        (date(2023, 6, 10), True),
        (date(2023, 6, 11), False),
    ],
)
def test_the_day_something_ends_on_is_not_covered(day, is_valid):
    name = GovernmentName.objects.create(
        government=make_government(),
        language="en",
        name="Gangwon Province",
        kind="former",
        valid_from="2010-05",
        valid_to="2023-06-11",
    )

    found = GovernmentName.objects.valid_on(day).exists()

    assert (name.is_valid_on(day), found) == (is_valid, is_valid)


def test_ending_before_beginning_is_refused_at_both_doors():
    name = GovernmentName(
        government=make_government(),
        language="en",
        name="Backwards",
        kind="former",
        valid_from="2010",
        valid_to="2009",
    )

    with pytest.raises(ValidationError, match="cannot end before it begins"):
        name.full_clean()
    with pytest.raises(IntegrityError, match="government_name_ends_after_it_begins"):
        name.save()


def test_a_date_that_is_none_is_refused_at_both_doors():
    meeting = make_meeting()
    meeting.date = "2026-13"

    with pytest.raises(ValidationError, match="There is no date “2026-13”"):
        meeting.full_clean()
    with pytest.raises(EdtfError, match="There is no date"):
        meeting.save()

    assert Meeting.objects.get().date == "2026"
