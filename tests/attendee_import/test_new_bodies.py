"""Bodies that a list names first are made with it, and go when it is undone."""

from dataclasses import asdict

import pytest
from django.utils import timezone

from meetings.attendee_import.answers import new_organization, new_part_of
from meetings.attendee_import.confirming import confirm
from meetings.attendee_import.undoing import undo
from meetings.models import Government, Organization
from meetings.models.import_answers import NewBody
from tests.attendee_import.lists import answer, draft
from tests.factories import make_country, make_delegation, make_government, make_meeting

pytestmark = pytest.mark.django_db

NOW = timezone.now()


@pytest.fixture
def gyeongbuk():
    return make_government("KR-47", name_ko="경상북도")


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("경상북도 견본시", "city", {"name_ko": "견본시"}),
        ("견본군", "county", {"name_ko": "견본군"}),
        ("견본구", "autonomous_district", {"name_ko": "견본구"}),
        ("견본", "city", {"name_ko": "견본"}),
        ("Sample Town", "town", {}),
        ("Sample City", "city", {}),
        ("견본촌", "village", {"name_ko": "견본촌"}),
    ],
)
def test_a_part_is_of_the_kind_its_name_says(gyeongbuk, text, kind, names):
    assert new_part_of(gyeongbuk, text, "Sample Place") == (
        "KR-47-sample-place",
        NewBody("KR-47", kind, {"name_en": "Sample Place"} | names),
    )


def test_the_language_of_a_name_is_the_countrys():
    tottori = make_government("JP-31", make_country("JP"))

    _code, new_body = new_part_of(tottori, "見本市", "Sample")

    assert new_body.names == {"name_en": "Sample", "name_ja": "見本市"}


def draft_with(meeting, text, code, new_body):
    batch = draft(meeting, f"김견본,{text},,,,")
    answer(batch, body={text: code}, new_bodies={code: asdict(new_body)})
    return batch


def test_a_district_is_made_below_its_city(gyeongbuk, editor):
    code, new_body = new_part_of(gyeongbuk, "견본구", "Sample-gu")
    batch = draft_with(make_meeting(), "견본구", code, new_body)

    confirm(batch, editor, NOW)

    made = Government.objects.get(code="KR-47-sample-gu")
    assert (made.level, made.parent, made.country) == (
        "district",
        gyeongbuk,
        gyeongbuk.country,
    )
    made.full_clean()


def test_an_organisation_is_made_and_unmade(editor):
    key, new_body = new_organization("Sample Society")
    batch = draft_with(make_meeting(), "견본회", key, new_body)

    confirm(batch, editor, NOW)
    made = Organization.objects.get(key="sample-society")
    assert made.delegations.get().attendees.count() == 1

    undo(batch, editor, NOW)
    assert not Organization.objects.exists()


def test_what_others_use_by_now_is_kept(gyeongbuk, editor):
    code, new_body = new_part_of(gyeongbuk, "견본시", "Sample")
    batch = draft_with(make_meeting(), "견본시", code, new_body)
    confirm(batch, editor, NOW)
    make_delegation(government=Government.objects.get(code=code))

    undo(batch, editor, NOW)

    assert Government.objects.filter(code=code).exists()


def test_what_no_row_needs_is_not_made(gyeongbuk, editor):
    code, new_body = new_part_of(gyeongbuk, "견본시", "Sample")
    batch = draft(make_meeting(), "김견본,경상북도,,,,")
    answer(batch, new_bodies={code: asdict(new_body)})

    confirm(batch, editor, NOW)

    assert not Government.objects.filter(code=code).exists()
