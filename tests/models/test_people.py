"""People: the keys that they are found and sorted by, whoever writes them."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from meetings.models import Person
from meetings.models.bulk import TrackedBulkWriter
from meetings.models.names import override_language
from tests.factories import make_country, make_person

pytestmark = pytest.mark.django_db

YAMADA = {
    "native_name": "山田見本",
    "reading": "ヤマダ ミホン",
    "family_name": "Yamada",
    "given_name": "Mihon",
}
BY_KANA = "やまた みほん\t0010000\t3333333\t山田見本"
BY_LATIN = "yamada mihon\t山田見本"


def keys_of(model):
    return list(model.objects.values_list("sort_key", "latin_sort_key"))


def make_act():
    return TrackedBulkWriter(None, timezone.now(), "")


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("JP", BY_KANA),
        ("KR", "～yamada mihon\t山田見本"),
        ("CN", "yamada mihon\t\t山田見本"),
        ("MN", BY_LATIN),
    ],
)
def test_a_person_is_sorted_by_the_rules_of_the_country(code, key):
    person = make_person(country=make_country(code), **YAMADA)

    assert (person.sort_key, person.latin_sort_key) == (key, BY_LATIN)


def test_a_person_of_no_country_is_sorted_by_the_latin_name():
    make_person(**YAMADA)

    assert keys_of(Person) == [(BY_LATIN, BY_LATIN)]


def test_sort_keys_follow_the_name_and_the_country():
    person = make_person(native_name="김민수", country=make_country("KR"))

    for name, value in YAMADA.items():
        setattr(person, name, value)
    person.country = make_country("JP")
    person.save()

    assert keys_of(Person) == [(BY_KANA, BY_LATIN)]


def test_the_longest_names_have_keys_that_fit():
    long = dict.fromkeys(YAMADA, "ﷺﾀﾞ" * 33)

    person = Person(country=make_country("JP"), **long)
    person.full_clean()
    person.save()

    assert (len(person.sort_key), len(person.latin_sort_key)) == (400, 400)


@pytest.mark.parametrize("people", [1, 3])
def test_rows_written_in_bulk_have_sort_keys(people, django_assert_num_queries):
    country_id = make_country("JP").pk
    rows = [Person(country_id=country_id, **YAMADA) for _ in range(people)]

    with django_assert_num_queries(3):  # the countries, the people, their history
        make_act().insert(rows)

    assert keys_of(Person) == [(BY_KANA, BY_LATIN)] * people
    history = Person.history.values_list("sort_key", "latin_sort_key")
    assert list(history) == [(BY_KANA, BY_LATIN)] * people


def test_rows_changed_in_bulk_have_new_sort_keys():
    person = make_person(country=make_country("JP"), **YAMADA)

    person = Person.objects.get()
    person.reading = "さんだ"
    make_act().update([person], ["reading"])

    assert keys_of(Person) == [("さんた\t001\t333\t山田見本", BY_LATIN)]


def test_people_there_were_and_their_history_are_given_sort_keys():
    migration = import_module("meetings.migrations.0005_sort_keys")
    make_person(country=make_country("JP"), **YAMADA)
    nothing = {"sort_key": "", "latin_sort_key": ""}
    Person.objects.update(**nothing)
    Person.history.update(**nothing)

    migration.fill(apps, None)

    assert keys_of(Person) == [(BY_KANA, BY_LATIN)]
    history = Person.history.values_list("sort_key", "latin_sort_key")
    assert list(history) == [(BY_KANA, BY_LATIN)]


def test_people_are_in_the_order_of_the_readers_language():
    japan, korea = make_country("JP"), make_country("KR")
    sato = make_person(country=japan, reading="さとう", family_name="Sato")
    aoki = make_person(country=japan, reading="あおき", family_name="Aoki")
    kim = make_person(country=korea, native_name="김민수", family_name="Kim")

    for language, people in (("en", [aoki, kim, sato]), ("ko", [kim, aoki, sato])):
        with override_language(language):
            assert list(Person.objects.in_name_order()) == people


def test_people_in_latin_order_are_read_from_an_index():
    with override_language("en"):
        page = Person.objects.in_name_order()[:10]

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:  # no matter how few rows there are
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_sort = off")

    assert "person_by_latin" in page.explain()
