"""A database that holds the record of an earlier release gets the one of today."""

import gzip
import json
from pathlib import Path

import pytest
from django.core import serializers

from meetings.models import (
    Appointment,
    Country,
    Government,
    RecordEntry,
    SeriesMembership,
)
from meetings.record.fixture_rows import FixtureRow, rows_of
from meetings.record.loading import LoadReport, load_record
from tests.factories import make_membership
from tests.record import WITHOUT_MUNICIPALITIES

pytestmark = pytest.mark.django_db

# The fixtures of the release before texts had origins, all in one.
EARLIER = Path(__file__).parent / "earlier_record.json.gz"
# What has another name since, which its migration renames in the tables.
RENAMED = {
    "meetings.government": ("note",),
    "meetings.organization": ("note",),
    "meetings.person": ("note",),
    "meetings.meeting": ("place", "venue", "livestream", "note"),
    "meetings.citation": ("note",),
    "meetings.figure": ("note",),
    "meetings.session": ("room",),
}


def under_names_of_today(row):
    names = {name: f"{name}_en" for name in RENAMED.get(row["model"], ())}
    fields = {names.get(name, name): value for name, value in row["fields"].items()}
    return row | {"fields": fields}


@pytest.fixture
def loaded_before(tmp_path):
    """A database with the record of the earlier release."""
    rows = json.loads(gzip.decompress(EARLIER.read_bytes()))
    path = tmp_path / "earlier.json"
    path.write_text(json.dumps([under_names_of_today(row) for row in rows]))
    load_record([path])


def load_record_of_today():
    return load_record(WITHOUT_MUNICIPALITIES)


def comparable(row):
    """What a row of a fixture, or of the tables, says of its fields by name."""
    fields = {}
    for name, value in row.fields.items():
        column = row.model._meta.get_field(name)
        default = [] if column.many_to_many else column.get_default()
        # What is computed by the models alone is in no fixture.
        if name not in ("version", "search_key") and value not in (None, default):
            fields[name] = sorted(value) if column.many_to_many else value
    return fields


def rows_in_the_fixtures():
    rows = [row for path in WITHOUT_MUNICIPALITIES for row in rows_of(path)]
    return {row.name: comparable(row) for row in rows}


def rows_in_the_tables():
    tables = {}
    for model in {
        row.model for path in WITHOUT_MUNICIPALITIES for row in rows_of(path)
    }:
        dumped = serializers.serialize(
            "json",
            model.objects.all(),
            use_natural_foreign_keys=True,
            use_natural_primary_keys=True,
        )
        for row in json.loads(dumped):
            # Fixtures leave out what is blank, also in keys.
            known = {n: v for n, v in row["fields"].items() if v not in ("", None)}
            row = FixtureRow(row["model"], known)
            tables[row.name] = comparable(row)
    return tables


def test_it_comes_to_the_state_of_a_new_database(loaded_before):
    report = load_record_of_today()

    assert rows_in_the_tables() == rows_in_the_fixtures()
    assert report.left_to_staff == []
    assert load_record_of_today() == LoadReport(unchanged=RecordEntry.objects.count())


def test_a_row_that_is_no_longer_in_the_record_is_removed(loaded_before):
    """The presidency of an association got its day, which is part of its key."""
    offices = Appointment.objects.filter(
        person__key="abe-shuichi", organization__key="nga"
    )
    (before,) = offices

    load_record_of_today()

    (after,) = offices.all()
    assert (before.valid_from, after.valid_from) == ("", "2025-08-26")
    past = Appointment.history.filter(id=before.pk).latest()
    assert (past.history_type, past.history_change_reason) == (
        "-",
        "No longer in the record",
    )


def test_what_staff_edited_stays_though_the_record_has_it_no_more(loaded_before):
    office = Appointment.objects.get(person__key="abe-shuichi", organization__key="nga")
    office.title_ko = "직원이 쓴 직함"
    office.save()

    report = load_record_of_today()

    office.refresh_from_db()
    assert office.title_ko == "직원이 쓴 직함"
    assert report.left_to_staff == [
        'meetings.appointment [["abe-shuichi"], null, ["nga"], "President", null]'
    ]


def test_a_row_that_staffs_rows_rest_on_is_not_removed(loaded_before, tmp_path):
    membership = make_membership()
    path = tmp_path / "seoul.json"
    rows = [
        {"model": "meetings.country", "fields": {"code": "XX", "name_en": "Nowhere"}},
    ]
    path.write_text(json.dumps(rows))
    load_record([*WITHOUT_MUNICIPALITIES, path])
    Government.objects.filter(pk=membership.government_id).update(
        country=Country.objects.get(code="XX")
    )

    report = load_record_of_today()

    assert report.left_to_staff == ['meetings.country ["XX"]']
    assert Country.objects.filter(code="XX").exists()


def test_sejong_is_a_member_since_it_was_founded(loaded_before):
    load_record_of_today()

    memberships = SeriesMembership.objects.filter(government__code="KR-50")
    assert [m.valid_from for m in memberships] == ["2012-07-01"]
