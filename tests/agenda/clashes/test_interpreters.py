"""Languages that no interpreter of the meeting joins, and how they are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.agenda.clashes.spoken import languages_named
from tests.agenda.clashes.small import (
    found,
    kinds,
    make_conference,
    make_part,
    sentences,
)
from tests.factories import make_attendee, make_presenter


@pytest.fixture
def meeting(db):
    return make_conference()


def make_speech(meeting, start="09:00", language="ko", interpretation="ja zh"):
    item = make_part(meeting, start)
    return make_presenter(
        item, as_printed="Kim", language=language, interpretation=interpretation
    )


def make_interpreter(meeting, languages, **fields):
    return make_attendee(
        meeting, languages=languages, **{"role": "interpreter"} | fields
    )


def test_lacking_interpreters_are_told_and_go(meeting):
    speech = make_speech(meeting)

    [clash] = found(meeting)
    assert clash.kind == "interpreter"
    assert clash.sentence == (
        "No interpreter from Korean into Japanese or Chinese is registered for item"
        " 1.1 (09:00–09:30)."
    )
    assert clash.rows == (speech.item, speech)

    make_interpreter(meeting, "한국어/일본어")
    assert sentences(meeting) == [
        "No interpreter from Korean into Chinese is registered for item 1.1"
        " (09:00–09:30)."
    ]
    make_interpreter(meeting, "中韓")
    assert found(meeting) == []


def test_two_interpreters_of_one_language_each_join_none(meeting):
    make_speech(meeting, interpretation="ja")
    make_interpreter(meeting, "ko en")
    make_interpreter(meeting, "ja en")

    assert kinds(meeting) == ["interpreter"]


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "cancelled"},
        {"role": "staff"},
        {"languages": ""},
    ],
    ids=str,
)
def test_who_is_no_expected_interpreter_does_not_count(meeting, fields):
    make_speech(meeting, interpretation="ja")
    make_interpreter(meeting, **{"languages": "ko ja"} | fields)

    assert kinds(meeting) == ["interpreter"]


def test_an_interpreter_of_a_delegation_that_declined_does_not_count(meeting):
    make_speech(meeting, interpretation="ja")
    make_interpreter(meeting, "ko ja").delegation.decline("Flood")

    assert kinds(meeting) == ["interpreter"]


def test_an_interpreter_of_another_meeting_does_not_count(meeting):
    make_speech(meeting, interpretation="ja")
    make_interpreter(make_conference(), "ko ja")

    assert kinds(meeting) == ["interpreter"]


def test_one_interpreter_may_serve_two_items_at_once_and_both_ways(meeting):
    make_interpreter(meeting, "ko ja")
    make_speech(meeting, interpretation="ja")
    make_speech(meeting, language="ja", interpretation="ko")

    assert found(meeting) == []


@pytest.mark.parametrize(
    ("language", "interpretation"),
    [("", "ja"), ("ko", ""), ("ko", "ko"), ("", ""), ("xx", "ja"), ("ko", "yy")],
)
def test_nothing_is_to_be_interpreted(meeting, language, interpretation):
    make_speech(meeting, language=language, interpretation=interpretation)

    assert found(meeting) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("ko ja", "ja ko"),
        ("KO-JA", "ja ko"),
        ("\uff2b\uff2f／\uff2a\uff21", "ja ko"),  # KO/JA in full width
        ("kor, jpn, zh-Hans", "ja ko zh"),
        ("Korean, Japanese", "ja ko"),
        ("CHINESE (Mandarin) → English", "en zh"),
        ("한국어/일본어", "ja ko"),
        ("한국어일본어", "ja ko"),
        ("중국어와 영어 가능", "en zh"),
        ("한중일", "ja ko zh"),
        ("한·일", "ja ko"),
        ("한영통역사", "en ko"),
        ("조선말, 중국말", "ko zh"),
        ("日本語・中国語", "ja zh"),
        ("韓国語、英語(日常会話)", "en ko"),
        ("日韓同時通訳", "ja ko"),
        ("汉语/日语", "ja zh"),
        ("中英文", "en zh"),
        ("普通話、韓國語", "ko zh"),
        ("한국어(Korean)", "ko"),
        ("", ""),
        ("普通", ""),
        ("일반 제한 없음", ""),
        ("French, enough", ""),
    ],
)
def test_languages_are_named_in_many_ways(text, codes):
    assert " ".join(sorted(languages_named(text))) == codes


@given(st.text())
def test_any_text_names_some_of_the_four_languages_or_none(text):
    assert languages_named(text) <= {"en", "ko", "ja", "zh"}
