"""The record that tests get is the record as loaded, every time from the start."""

import pytest
from django.db import connection

from meetings.models import Meeting, Series
from tests import record
from tests.factories import make_meeting, make_series

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(monkeypatch):
    """What a first load keeps; the rows of other tests stay as they are."""
    monkeypatch.setattr(record, "kept", {})
    record.load_record()
    return record.kept


def empty():
    with connection.constraint_checks_disabled(), connection.cursor() as cursor:
        for table in record.TABLES:
            cursor.execute(f"DELETE FROM {record.quote(table)}")


def every_row():
    """The rows of all tables, as they are read."""
    return {table: record.rows_of(table) for table in record.TABLES}


def test_what_is_put_back_is_what_was_loaded(kept):
    loaded = every_row()
    empty()

    record.load_record()

    assert every_row() == loaded
    assert Meeting.objects.get(slug="tlgec-17").place == "Yiwu, Zhejiang"


def test_what_a_test_changes_is_not_put_back(kept):
    Meeting.objects.filter(slug="tlgec-17").update(place_en="Elsewhere")
    empty()

    record.load_record()

    assert Meeting.objects.get(slug="tlgec-17").place == "Yiwu, Zhejiang"


def test_new_rows_follow_upon_those_put_back(kept):
    empty()
    record.load_record()
    last = Meeting.objects.order_by("pk").last().pk

    meeting = make_meeting(Series.objects.get(slug="tlgec"), number=27)

    assert meeting.pk > last
    assert meeting.history.count() == 1


def test_where_there_are_rows_the_record_is_loaded_beside_them(kept):
    empty()
    theirs = make_series("theirs")

    record.load_record()

    assert set(Series.objects.values_list("slug", flat=True)) == {
        "theirs",
        "kjgm",
        "tlgec",
    }
    assert Series.objects.get(slug="theirs") == theirs
