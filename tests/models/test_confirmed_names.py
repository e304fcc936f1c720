"""Names by rule: until somebody confirms one, no plate or badge has it."""

from datetime import date

import pytest
from django.utils import timezone

from meetings.models import Government
from meetings.models.bulk import TrackedBulkWriter
from tests.factories import make_country, make_government

pytestmark = pytest.mark.django_db

TODAY = date(2026, 10, 21)


def make_misato(*languages, **fields):
    """A town whose names in these languages are by rule."""
    names = {
        "name_en": "Misato",
        "name_ko": "미사토정",
        "name_ja": "美里町",
        "name_zh": "美里町",
    }
    origins = {f"name_{language}": "rule" for language in languages}
    country = make_country("JP")
    return make_government(country=country, **names | {"origins": origins} | fields)


def test_a_name_that_is_confirmed_is_no_longer_by_rule_and_history_says_so():
    town = make_misato("en", "ko")

    town.confirm_name("ko")

    town.refresh_from_db()
    last = town.history.latest()
    assert town.unconfirmed_languages == ["en"]
    assert town.name_ko == "미사토정"
    assert last.history_change_reason == "Name confirmed (ko)"
    assert last.prev_record.origins == {"name_en": "rule", "name_ko": "rule"}


def test_a_name_that_staff_write_is_theirs_and_needs_no_confirming():
    make_misato("ko", code="JP-1")
    town = Government.objects.get(code="JP-1")

    town.name_ko = "미사토초"
    town.save()

    assert town.unconfirmed_languages == []


def test_names_of_many_are_confirmed_at_once_in_one_language(editor):
    for code in ("JP-1", "JP-2"):
        make_misato("ko", "zh", code=code, name_ja=code)
    make_misato("zh", code="JP-3")
    writer = TrackedBulkWriter(editor, timezone.now(), "Name confirmed (ko)")

    assert Government.objects.confirm_names("ko", writer) == 2

    governments = Government.objects.order_by("code")
    assert [each.unconfirmed_languages for each in governments] == [["zh"]] * 3
    assert [each.version for each in governments] == [2, 2, 1]
    assert governments[0].history.latest().history_user == editor


@pytest.mark.parametrize(
    ("by_rule", "asked", "printed"),
    [
        ((), ("zh", "ja"), ("美里町", "zh")),
        (("ko",), ("ko", "ja"), ("美里町", "ja")),
        (("ko", "ja"), ("ko", "ja"), ("Misato", "en")),
        (("en", "ko", "ja"), ("ko", "ja"), ("美里町", "zh")),
        (("en", "ko", "ja", "zh"), ("ko", "ja"), ("", "ko")),
    ],
)
def test_for_a_name_by_rule_another_is_printed(by_rule, asked, printed):
    town = make_misato(*by_rule)

    assert town.printed_name_on(TODAY, *asked) == printed


def test_a_former_name_is_printed_though_the_name_of_today_is_by_rule():
    town = make_misato("ja")
    town.names.create(
        language="ja", name="美里村", kind="former", valid_to="2000-01-01"
    )

    days = date(1999, 12, 31), date(2000, 1, 1)

    assert [town.printed_name_on(day, "ja")[0] for day in days] == ["美里村", "Misato"]
    assert [town.is_unconfirmed_on(day, "ja") for day in days] == [False, True]
