"""Plates and badges leave out names by rule, and a line is there to write on."""

import pytest
from django.utils import translation

from meetings.documents.badges import name_badges
from meetings.documents.papers import PAPERS
from meetings.documents.plates import name_plates
from tests.documents.cast import GOVERNMENTS, make_conference, make_participant
from tests.documents.pdf import text_of
from tests.factories import make_country, make_delegation, make_government

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

NAMES = {
    "name_en": "Misato",
    "name_ko": "미사토정",
    "name_ja": "美里町",
    "name_zh": "美里",
}


def make_head(meeting, *by_rule, **fields):
    """The head of a delegation whose names in these languages are by rule."""
    origins = {f"name_{language}": "rule" for language in by_rule}
    town = make_government(
        "JP-11-misato", country=make_country("JP"), **NAMES, origins=origins
    )
    make_delegation(meeting, government=town, status="complete")
    return make_participant(meeting, "JP", "見本太郎", role="head", **fields)


def left_out(paper, meeting):
    return [
        (government.code, str(language))
        for government, language in PAPERS[paper].names_left_out(meeting)
    ]


def test_a_plate_has_the_own_name_alone_where_the_english_one_is_by_rule():
    meeting = make_conference()
    make_head(meeting, "en", "ko")

    text = text_of(name_plates(meeting))

    assert text.endswith("美里町 見本太郎")
    assert "Misato" not in text
    assert left_out("plates", meeting) == [("JP-11-misato", "English")]


def test_a_badge_has_the_own_name_where_that_of_its_language_is_by_rule():
    meeting = make_conference()
    make_head(meeting, "ko")

    with translation.override("ko"):
        text = text_of(name_badges(meeting))
        names = left_out("badges", meeting)

    assert "美里町" in text
    assert "미사토정" not in text
    assert names == [("JP-11-misato", "한국어")]
    assert left_out("badges", meeting) == []


def test_without_a_name_that_may_be_printed_a_line_is_left_to_write_on():
    meeting = make_conference()
    make_head(meeting, *("en", "ko", "ja", "zh"))

    for text in (text_of(name_plates(meeting)), text_of(name_badges(meeting))):
        assert "見本太郎" in text
        assert not [name for name in NAMES.values() if name in text]
    assert left_out("plates", meeting) == [
        ("JP-11-misato", "English"),
        ("JP-11-misato", "Japanese"),
    ]


def test_a_badge_does_not_name_its_place_by_rule():
    place = make_government(**GOVERNMENTS["KR"] | {"origins": {"name_en": "rule"}})
    meeting = make_conference(place_en="", place_government=place)
    make_head(meeting)

    text = text_of(name_badges(meeting, "a4"))

    assert "강원특별자치도" in text
    assert "Gangwon" not in text
    assert left_out("badges", meeting) == [(place.code, "English")]


def test_who_takes_part_online_has_no_name_to_leave_out():
    meeting = make_conference()
    make_head(meeting, "en", mode="online")

    assert left_out("badges", meeting) == left_out("plates", meeting) == []


def test_lists_and_programmes_have_names_by_rule():
    meeting = make_conference()
    make_head(meeting, "en")

    assert left_out("participants", meeting) == []
    assert "Misato" in text_of(PAPERS["participants"].pdf(meeting, ("en",), False))
