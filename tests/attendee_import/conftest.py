"""A meeting, who takes part in it, and all bodies of the historical record."""

import pytest
from django.db import transaction

from meetings.attendee_import.bodies import BodyResolver
from meetings.attendee_import.body_index import BodyIndex
from tests.attendee_import.body_texts import DAY
from tests.attendee_import.municipalities import insert_municipalities
from tests.factories import make_delegation, make_government, make_meeting
from tests.record import load_record


@pytest.fixture
def meeting():
    return make_meeting(date="2026-10-23")


@pytest.fixture
def delegation(meeting):
    """Of 견본도, KR-47; there is 가상도, KR-48, too."""
    make_government("KR-48", name_ko="가상도")
    government = make_government("KR-47", name_ko="견본도")
    return make_delegation(meeting, government=government)


@pytest.fixture
def provinces():
    """경북, KR-47, and 경남, KR-48."""
    make_government("KR-47", short_ko="경북", name_ko="경상북도")
    make_government("KR-48", short_ko="경남", name_ko="경상남도")


@pytest.fixture(scope="package")
def bodies(django_db_setup, django_db_blocker):
    """All bodies of the historical record, which are indexed once for this package."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_record()
        loaded = BodyResolver(BodyIndex(DAY), {})
        transaction.set_rollback(True)
    return loaded


@pytest.fixture(scope="package")
def every_body(django_db_setup, django_db_blocker):
    """All bodies of the historical record, and every municipality."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_record()
        insert_municipalities()
        loaded = BodyResolver(BodyIndex(DAY), {})
        transaction.set_rollback(True)
    return loaded
