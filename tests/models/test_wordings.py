"""Where texts are from: what a reader gets, and when an origin is forgotten."""

import pytest
from django.utils import timezone, translation

from meetings.models import Decision, Meeting
from meetings.models.bulk import TrackedBulkWriter
from meetings.models.names import override_language
from meetings.models.wordings import Wording
from tests.factories import make_decision, make_government, make_meeting, make_series

pytestmark = pytest.mark.django_db

ORIGINS = {"text": "ko", "text_en": "translation", "text_ko": "herald-2025"}


@pytest.fixture
def decision():
    """One that a newspaper prints in Korean, translated into English."""
    decision = make_decision(text_en="Agreed.", text_ko="합의했다.", origins=ORIGINS)
    return Decision.objects.get(pk=decision.pk)


def saved(row):
    return type(row).objects.get(pk=row.pk)


# What a reader gets


def test_a_translation_says_what_it_was_made_from(decision):
    wording = decision.wording("text", "en")

    assert wording == Wording("Agreed.", "en", "translation", "합의했다.", "ko")
    assert wording.is_translation
    assert wording.source_key == ""


def test_what_a_source_prints_names_the_source(decision):
    wording = decision.wording("text", "ko")

    assert wording == Wording("합의했다.", "ko", "herald-2025")
    assert not wording.is_translation
    assert wording.source_key == "herald-2025"


def test_a_name_by_rule_has_no_source():
    government = make_government(name_ja="某道", origins={"name_ja": "rule"})

    wording = government.wording("name", "ja")

    assert wording.is_by_rule
    assert wording.source_key == ""


def test_a_text_is_in_the_readers_language(decision):
    with translation.override("ko"):
        assert str(decision.wording("text")) == "합의했다."


def test_what_is_not_there_is_given_in_the_first_language_that_has_it(decision):
    assert decision.wording("text", "ja").language == "en"
    decision.text_en = ""
    assert decision.wording("text", "ja").language == "ko"


def test_a_text_that_is_nowhere_is_empty():
    assert make_meeting().wording("theme", "ja") == Wording()


def test_a_translation_is_of_the_first_of_the_languages_it_was_first_worded_in():
    origins = {"theme": "ko ja", "theme_en": "translation", "theme_zh": "translation"}
    texts = {"theme_en": "Sea", "theme_ja": "海", "theme_zh": "海洋"}
    meeting = make_meeting(**texts, origins=origins)

    assert meeting.original_languages("theme") == ["ko", "ja"]
    # There is no text in Korean.
    assert meeting.wording("theme", "zh").original == "海"
    meeting.theme_ko = "바다"
    assert meeting.wording("theme", "zh").original == "바다"


def test_a_translation_without_more_said_is_of_the_english():
    meeting = make_meeting(
        theme_en="Sea", theme_ko="바다", origins={"theme_ko": "translation"}
    )

    assert meeting.wording("theme", "ko").original == "Sea"
    assert meeting.original_languages("theme") == []


def test_a_title_is_made_of_number_and_series():
    series = make_series(name_en="Conference", name_ko="회의")
    meeting = make_meeting(series, number=7)

    assert meeting.wording("title", "ko") == Wording("제7회 회의", "ko")
    assert meeting.wording("title", "ja") == Wording("7th Conference", "en")


@pytest.mark.parametrize(
    ("date", "origin", "place"),
    [
        ("2003", "translation", "汉城"),
        ("2006", "translation", "首尔江南"),
        ("2003", "people-2003", "首尔江南"),  # what was printed stays as it was
    ],
)
def test_a_translated_place_has_the_name_of_the_day(date, origin, place):
    seoul = make_government(name_zh="首尔特别市")
    seoul.names.create(language="zh", name="汉城", kind="former", valid_to="2005-01-19")
    meeting = make_meeting(
        date=date,
        place_government=seoul,
        place_zh="首尔江南",
        origins={"place_zh": origin},
    )

    assert meeting.wording("place", "zh").text == place
    with override_language("zh"):
        assert meeting.place_name == place


def test_a_place_without_a_text_is_the_government_with_the_origin_of_its_name():
    there = make_government(name_ja="某市", origins={"name_ja": "rule"})
    meeting = make_meeting(place_government=there)

    assert meeting.wording("place", "ja") == Wording("某市", "ja", "rule")


def test_all_wordings_of_a_text_are_given_in_the_order_of_languages(decision):
    languages = [wording.language for wording in decision.wordings("text")]

    assert languages == ["en", "ko"]


# When an origin is forgotten


def save(row):
    row.save()


def check_and_save(row):
    row.full_clean()
    row.save()


def write_in_bulk(row):
    TrackedBulkWriter(None, timezone.now(), "").update([row], ["text_en", "order"])


@pytest.mark.parametrize("write", [save, check_and_save, write_in_bulk])
def test_an_origin_goes_with_the_words_that_it_is_of(decision, write):
    decision.text_en = "We agreed."
    write(decision)

    assert saved(decision).origins == {"text": "ko", "text_ko": "herald-2025"}
    assert not saved(decision).wording("text", "en").is_translation


@pytest.mark.parametrize("write", [save, check_and_save, write_in_bulk])
def test_an_origin_stays_when_something_else_changes(decision, write):
    decision.order = 9
    write(decision)

    assert saved(decision).origins == ORIGINS


def test_a_text_that_is_taken_out_has_no_origin(decision):
    decision.text_en = ""
    decision.save()

    assert saved(decision).origins == {"text": "ko", "text_ko": "herald-2025"}


def test_a_row_is_reworded_after_it_was_made():
    decision = make_decision(text_en="Agreed.", origins={"text_en": "translation"})
    decision.text_en = "We agreed."
    decision.save()

    assert decision.origins == {}


def test_history_keeps_the_former_words_with_their_origin(decision):
    decision.text_en = "We agreed."
    decision.save()

    now, before = decision.history.all()
    assert (before.text_en, before.origins) == ("Agreed.", ORIGINS)
    assert "text_en" not in now.origins


def test_who_knows_the_origin_of_the_new_words_says_so(decision):
    decision.reword("text_en", "It was agreed.", "mindan-2023")
    decision.reword("text_ko", "합의하였다.")
    decision.save()

    assert saved(decision).text_en == "It was agreed."
    assert saved(decision).origins == {"text": "ko", "text_en": "mindan-2023"}


def test_words_with_the_same_origin_as_before_keep_it(decision):
    decision.reword("text_en", "It was agreed.", "translation")
    decision.save()

    assert saved(decision).origins == ORIGINS


def test_to_reword_one_text_forgets_no_change_of_another(decision):
    decision.text_ko = "합의하였다."
    decision.reword("text_en", "It was agreed.", "translation")
    decision.save()

    assert saved(decision).origins == {"text": "ko", "text_en": "translation"}


def test_what_is_read_again_has_the_origins_that_it_has_by_then(decision):
    other = saved(decision)
    other.reword("text_en", "It was agreed.", "translation")
    other.save()

    decision.refresh_from_db()
    decision.save()

    assert saved(decision).origins == ORIGINS


# Columns that were not loaded


def test_no_column_is_loaded_for_the_sake_of_origins(
    decision, django_assert_num_queries
):
    with django_assert_num_queries(1):
        [row] = Decision.objects.only("order")
        row.derive()


def test_a_column_that_is_loaded_later_keeps_its_origin(decision):
    row = Decision.objects.defer("text_en").get(pk=decision.pk)
    assert row.text_en == "Agreed."
    row.save()

    assert saved(decision).origins == ORIGINS


def test_a_column_that_is_written_unread_loses_its_origin(decision):
    row = Decision.objects.defer("text_en").get(pk=decision.pk)
    row.text_en = "We agreed."
    row.save()

    assert saved(decision).origins == {"text": "ko", "text_ko": "herald-2025"}


def test_to_load_another_column_forgets_no_change(decision):
    row = Decision.objects.defer("order").get(pk=decision.pk)
    row.text_en = "We agreed."
    assert row.order == decision.order
    row.save()

    assert saved(decision).origins == {"text": "ko", "text_ko": "herald-2025"}


def test_every_text_has_a_column_in_each_language():
    assert Meeting.text_columns()[:5] == [
        "title_en",
        "title_ko",
        "title_ja",
        "title_zh",
        "theme_en",
    ]
