"""Names in four languages, and the names that were in use on a day."""

from datetime import date

import pytest
from django.utils import translation

from meetings.models import Country, Government, GovernmentName, SeriesName
from meetings.models.titles import ordinal
from tests.factories import make_country, make_government, make_meeting, make_series

pytestmark = pytest.mark.django_db


@pytest.fixture
def gangwon():
    government = make_government(
        "KR-42",
        name_en="Gangwon State",
        name_ko="강원특별자치도",
        name_ja="",
        name_zh="",
    )
    for language, name in (("en", "Gangwon"), ("ko", "강원도"), ("ja", "江原道")):
        GovernmentName.objects.create(
            government=government,
            language=language,
            name=name,
            kind="former",
            valid_to="2023-06-11",
        )
    return government


@pytest.mark.parametrize(
    ("language", "name"),
    [("en", "Gangwon State"), ("ko", "강원특별자치도"), ("ja", "Gangwon State")],
)
def test_a_name_follows_the_reader_and_falls_back(gangwon, language, name):
    with translation.override(language):
        assert str(gangwon) == name


@pytest.mark.parametrize(
    ("day", "language", "name"),
    [
        (date(2005, 8, 1), "en", "Gangwon"),
        (date(2005, 8, 1), "ko", "강원도"),
        (date(2023, 6, 10), "ko", "강원도"),
        (date(2023, 6, 11), "ko", "강원특별자치도"),
        (date(2005, 8, 1), "zh", "Gangwon State"),
    ],
)
def test_the_name_of_the_day_is_the_one_in_force(gangwon, day, language, name):
    assert gangwon.name_on(day, language) == name


def test_a_variant_is_never_the_name_of_the_day(gangwon):
    GovernmentName.objects.create(
        government=gangwon,
        language="zh",
        name="江原",
        kind="variant",
        valid_to="2023",
    )

    assert gangwon.name_on(date(2005, 8, 1), "zh") == "Gangwon State"


@pytest.mark.parametrize(
    "text", ["KR-42", "gangwon state", "강원특별", "강원도", "江原道"]
)
def test_a_government_is_found_by_any_name_it_has_or_had(gangwon, text):
    make_government(name_en="Elsewhere")

    assert list(Government.objects.search(text)) == [gangwon]


@pytest.mark.parametrize(
    ("language", "codes"),
    [("en", "CJK"), ("ko", "KCJ"), ("ja", "JCK"), ("zh-hans", "CJK")],
)
def test_countries_stand_in_the_order_of_the_language(language, codes):
    for code in ("KR", "JP", "CN"):
        make_country(code)

    with translation.override(language):
        order = Country.objects.in_text_order()

    assert "".join(country.code[0] for country in order) == codes


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (11, "11th"),
        (12, "12th"),
        (21, "21st"),
        (113, "113th"),
    ],
)
def test_ordinals(number, text):
    assert ordinal(number) == text


def test_a_title_is_made_of_number_and_the_name_of_the_day():
    series = make_series(
        name_en="Governors' Meeting",
        name_ko="한일시장지사회의",
        name_ja="日韓知事会議",
        name_zh="韩日知事会议",
    )
    SeriesName.objects.create(
        series=series, language="ko", name="한일지사회의", valid_to="2025"
    )
    seventh = make_meeting(series, number=7, date="2023-11-01")
    eighth = make_meeting(series, number=8, date="2025-11-12")

    assert [seventh.title_in(code) for code in ("en", "ko", "ja", "zh")] == [
        "7th Governors' Meeting",
        "제7회 한일지사회의",
        "第7回日韓知事会議",
        "第7届韩日知事会议",
    ]
    assert eighth.title_in("ko") == "제8회 한일시장지사회의"


def test_a_title_is_not_made_of_two_languages():
    series = make_series(name_en="Governors' Meeting", name_zh="")

    with translation.override("zh-hans"):
        assert make_meeting(series, number=9).title == "9th Governors' Meeting"


def test_a_title_of_its_own_comes_first():
    meeting = make_meeting(title_ko="준비회의", number=None, kind="preparatory")

    with translation.override("ja"):
        assert meeting.title == "준비회의"
