"""The rules of governments."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import ProtectedError

from meetings.models import Government
from tests.factories import make_country, make_delegation, make_government

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("level", "has_parent"),
    [("province", True), ("municipality", False), ("district", False)],
)
def test_only_the_first_level_belongs_to_none(level, has_parent):
    parent = make_government()
    government = Government(
        code="KR-47-gumi",
        country=parent.country,
        level=level,
        kind="city",
        name_en="Gumi",
        parent=parent if has_parent else None,
    )

    with pytest.raises(ValidationError, match="below the first level belongs to"):
        government.full_clean()
    with pytest.raises(IntegrityError, match="government_first_level_or_parent"):
        government.save()


def test_a_name_in_one_language_is_enough_and_needed():
    fields = {"country": make_country(), "level": "province", "kind": "province"}

    Government(code="KR-1", name_ja="鳥取県", **fields).full_clean()
    nameless = Government(code="KR-2", **fields)

    with pytest.raises(ValidationError, match="A name in one language at least"):
        nameless.full_clean()
    with pytest.raises(IntegrityError, match="government_has_a_name"):
        nameless.save()


def test_a_government_on_record_is_not_deleted():
    government = make_delegation().government

    with pytest.raises(ProtectedError):
        government.delete()


def test_all_names_are_what_a_search_by_typing_looks_through():
    government = make_government("KR-47", name_en="North Gyeongsang", short_ko="경북")
    government.names.create(language="en", name="Gyeongbuk", kind="variant")

    assert government.all_names == [
        "KR-47",
        "North Gyeongsang",
        government.name_ko,
        "경북",
        "Gyeongbuk",
    ]
