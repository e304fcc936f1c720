"""Finding bodies by every name that they have or had, the closest first."""

from importlib import import_module

import pytest
from django.apps import apps

from meetings.models import Government, GovernmentName, Organization, OrganizationName
from meetings.models.finding import MOST_WORDS, Likeness, Wanted, search_key
from tests.factories import (
    make_country,
    make_delegation,
    make_government,
    make_government_name,
    make_meeting,
    make_organization,
    make_series,
)

pytestmark = pytest.mark.django_db


def make_city(code, parent, **fields):
    level = {"level": "municipality", "kind": "city", "parent": parent}
    return make_government(code, parent.country, **level | fields)


@pytest.fixture
def tottori():
    """The prefecture, and the city of the same name in it."""
    japan = make_country("JP")
    names = {"name_en": "Tottori", "name_ja": "鳥取県", "name_ko": "돗토리현"}
    prefecture = make_government("JP-31", japan, kind="prefecture", **names)
    names = {"name_en": "Tottori City", "name_ja": "鳥取市", "name_ko": ""}
    code = {"official_code": "312011", "reading": "とっとりし"}
    make_city("JP-31-tottori", prefecture, **names | code)
    return prefecture


@pytest.fixture
def fuchu():
    """Two cities of one name, in two prefectures."""
    japan = make_country("JP")
    for code, name in (("JP-13", "東京都"), ("JP-34", "広島県")):
        parent = make_government(code, japan, kind="prefecture", name_ja=name)
        make_city(f"{code}-fuchu", parent, name_en="Fuchu", name_ja="府中市")


def codes(text):
    found = Government.objects.search(text).closest_first()
    return [government.code for government in found]


@pytest.mark.parametrize(
    "text",
    [
        "鳥取県",
        "鸟取县",
        "Tottori Prefecture",
        "tottori  pref.",
        "鳥取県庁",
        "Tottori Prefectural Government",
        "JP-31",
        "돗토리",
    ],
)
def test_a_government_is_the_first_that_its_name_finds(tottori, text):
    assert codes(text)[0] == "JP-31"


@pytest.mark.parametrize(
    "text", ["鳥取市", "鸟取市", "鳥取市役所", "312011", "とっとり", "JP-31-tottori"]
)
def test_a_word_for_another_rank_leaves_the_others_out(tottori, text):
    assert codes(text) == ["JP-31-tottori"]


def test_former_names_and_romanisations_find_a_government():
    seoul = make_government("KR-11", name_zh="首尔特别市")
    make_government_name(government=seoul, language="zh", name="漢城")
    make_government_name(government=seoul, name="Kyŏngsŏng", kind="romanisation")
    make_government("KR-26")

    for text in ("汉城", "漢城", "Kyongsong"):
        assert codes(text) == ["KR-11"]


def test_a_whole_name_comes_before_a_stem_a_beginning_and_a_part():
    for code, name in (
        ("KR-1", "Great Suwon"),
        ("KR-2", "Suwonia"),
        ("KR-3", "Suwon County"),
        ("KR-4", "Suwon"),
        ("KR-5", "Busan"),
    ):
        make_government(code, name_en=name)

    found = Government.objects.search("suwon").closest_first()

    assert [(each.code, each.likeness) for each in found] == [
        ("KR-4", Likeness.WHOLE),
        ("KR-3", Likeness.STEM),
        ("KR-2", Likeness.BEGINNING),
        ("KR-1", Likeness.PART),
    ]


def test_those_that_ended_come_after_those_in_being():
    heir = make_government()
    for code, end in (("KR-1", "2010"), ("KR-2", "2026-07-01"), ("KR-3", "")):
        end = {"valid_to": end, "successor": heir} if end else {}
        make_government(code, name_ko="광주시", **end)

    assert codes("광주시") == ["KR-3", "KR-2", "KR-1"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("府中市", ["JP-13-fuchu", "JP-34-fuchu"]),
        ("広島県府中市", ["JP-34-fuchu"]),
        ("府中市 (広島県)", ["JP-34-fuchu"]),
        ("東京都 府中市", ["JP-13-fuchu"]),
        ("Fuchu City", ["JP-13-fuchu", "JP-34-fuchu"]),
        ("Fuchu Ci", ["JP-13-fuchu", "JP-34-fuchu"]),
        ("Fuchu Prefecture", []),
        ("広島県 東京都", []),
    ],
)
def test_two_of_one_name_are_told_apart_by_what_they_belong_to(fuchu, text, found):
    assert codes(text) == found


@pytest.mark.parametrize("text", ["", "%", "_", "|", "/", "…", "\x00"])
def test_mere_marks_find_nothing(fuchu, text):
    assert codes(text) == []


def test_of_many_words_each_is_looked_for_once_and_the_first_ones_only(fuchu):
    assert Wanted("Fuchu city, fuchu (Tokyo)").words == ["fuchu", "city", "tokyo"]
    numbers = [str(number) for number in range(400)]
    assert Wanted(" ".join(numbers)).words == numbers[:MOST_WORDS]
    assert codes(" ".join(numbers)) == []


def test_an_organisation_is_found_by_fold_and_without_its_legal_form():
    body = make_organization("clair", name_ja="一般財団法人自治体国際化協会")
    body.names.create(language="zh", name="日本自治體國際化協會", valid_to="2010")
    make_organization("other")

    for text in (
        "自治体国際化協会",
        "（一財）自治体国際化協会",
        "日本自治体国际化",
        "CLAIR",
    ):
        assert list(Organization.objects.search(text)) == [body]


def test_a_key_follows_what_is_saved(tottori):
    tottori.name_en = "Inaba"
    tottori.save()

    assert codes("inaba") == ["JP-31"]


def test_a_key_has_the_folded_names_then_those_without_their_ranks():
    key = search_key(["鳥取県", "Tottori", "Tottori Prefecture", "—"])

    assert key == "|鸟取县|tottori|tottoriprefecture|/鸟取/"
    assert search_key(["Tottori"]) == "|tottori|"


def test_rows_of_an_earlier_release_are_given_their_keys(tottori):
    make_government_name(government=tottori, name="Inaba Province")
    make_organization("clair").names.create(language="en", name="Local Council")
    models = (Government, GovernmentName, Organization, OrganizationName)
    models += tuple(model.history.model for model in models)
    derived = {model: keys_of(model) for model in models}
    for model in models:
        model.objects.update(search_key="")

    import_module("meetings.migrations.0011_find_bodies_by_fold").fill(apps, None)

    assert {model: keys_of(model) for model in models} == derived
    assert all(all(keys) for keys in derived.values())


def keys_of(model):
    return list(model.objects.order_by("pk").values_list("search_key", flat=True))


def test_members_of_a_series_are_those_of_the_day():
    series, day = make_series(), "2026-07-01"
    for code, since, until in (
        ("KR-1", "2002", ""),
        ("KR-2", "2002", day),
        ("KR-3", "2027", ""),
    ):
        government = make_government(code)
        series.memberships.create(
            government=government, valid_from=since, valid_to=until
        )
    make_series().memberships.create(government=make_government("KR-4"))

    members = Government.objects.members_of(series, day)

    assert [government.code for government in members] == ["KR-1"]


def test_who_declined_did_not_take_part():
    meeting = make_meeting()
    for code, status in (("KR-1", "attended"), ("KR-2", "declined")):
        make_delegation(meeting, government=make_government(code), status=status)
    elsewhere = make_delegation(government=make_government("KR-3"), status="attended")
    governments = Government.objects

    here = governments.that_took_part(meeting__series=meeting.series)

    assert [government.code for government in here] == ["KR-1"]
    everywhere = [government.code for government in governments.that_took_part()]
    assert everywhere == ["KR-1", elsewhere.government.code]
