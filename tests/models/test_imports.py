"""Imported lists: who may write, what is kept, and for how long."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone

from meetings.attendee_import.confirming import confirm
from meetings.models import Alias, ImportBatch, ImportRow
from meetings.models.import_answers import ImportAnswers
from meetings.models.imports import KEPT_FOR
from tests.factories import make_alias, make_batch, make_government, make_meeting

pytestmark = pytest.mark.django_db

NOW = timezone.now()
KIM = {"native_name": "김견본", "code": "KR-47"}
NOBODY = {"native_name": "이견본", "code": "KR-99"}


@pytest.fixture
def meeting():
    make_government("KR-47")
    return make_meeting()


def test_of_two_who_claim_a_batch_one_has_it(meeting):
    batch = make_batch(meeting)
    other = ImportBatch.objects.get(pk=batch.pk)

    assert batch.claim(answers=ImportAnswers(skipped_rows={"CSV!2"}))
    assert not other.claim(answers=ImportAnswers())

    other.refresh_from_db()
    assert other.answers.skipped_rows == {"CSV!2"}
    assert other.version == batch.version


def test_a_batch_is_open_or_closed(meeting):
    batch = make_batch(meeting)
    batch.closed_at = NOW

    with pytest.raises(ValidationError, match="A list is open or closed"):
        batch.full_clean()
    with pytest.raises(IntegrityError, match="import_batch_is_open_or_closed"):
        batch.save()


def test_a_row_stands_once_in_a_batch(meeting):
    row = make_batch(meeting).rows.get()
    row.pk = None

    with pytest.raises(ValidationError):
        row.full_clean()
    with pytest.raises(IntegrityError):
        row.save()


@pytest.mark.parametrize(("seconds", "is_there"), [(0, True), (1, False)])
def test_a_draft_is_kept_for_fourteen_days(meeting, seconds, is_there):
    batch = make_batch(meeting)
    moment = batch.changed_at + KEPT_FOR + dt.timedelta(seconds=seconds)

    assert ImportBatch.objects.shown_on(moment).exists() == is_there
    ImportBatch.objects.drop_old(moment)

    assert ImportBatch.objects.exists() == is_there


def test_of_a_closed_list_only_what_undoing_needs_is_kept(meeting):
    batch = make_batch(meeting, KIM, NOBODY)
    confirm(batch, None, NOW, skip_problems=True)

    ImportBatch.objects.drop_old(NOW + KEPT_FOR * 2)

    batch.refresh_from_db()
    (row,) = ImportRow.objects.all()
    assert (batch.content, batch.people, batch.reading) == (None, None, {})
    assert (row.reference, row.values) == (meeting.attendees.get().reference, {})


def test_a_remembered_text_is_kept_as_it_is_compared():
    alias = Alias(kind="header", text=" 직위（職位）", value="position")
    alias.full_clean()

    assert alias.text == "직위职位"


def test_a_text_is_remembered_once():
    alias = make_alias(kind="role", text="직원", value="staff")
    again = Alias(kind="role", text="직원", value="press")

    with pytest.raises(ValidationError, match="This text has a meaning already"):
        again.full_clean()
    alias.pk = None
    with pytest.raises(IntegrityError):
        Alias.objects.bulk_create([alias])


def test_a_remembered_role_that_is_none_is_passed_over(meeting):
    make_alias(kind="role", text="아무개", value="wizard")
    batch = make_batch(meeting, KIM | {"role": "아무개"})

    assert batch.rows.get().problems[0].code == "unknown_role"
