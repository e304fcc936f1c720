"""The rules of the glossary, and finding its terms in a text."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from meetings.models import GlossaryTerm
from tests.factories import make_glossary_term

pytestmark = pytest.mark.django_db


def found(text, language):
    return [t.term_en for t in GlossaryTerm.objects.occurring_in(text, language)]


@pytest.mark.parametrize("term", ["delegation", "Delegation"])
def test_a_term_is_in_the_glossary_once(term):
    make_glossary_term("delegation")

    with pytest.raises(ValidationError, match="in the glossary already"):
        GlossaryTerm(term_en=term).full_clean()
    with pytest.raises(IntegrityError, match="glossary_term_once"):
        make_glossary_term(term)


def test_a_term_is_found_by_its_word_in_any_language():
    make_glossary_term("delegation", term_ko="대표단", term_ja="代表団")
    make_glossary_term("plenary", term_ko="본회의")

    for text in ("Deleg", "대표", "代表団"):
        [term] = GlossaryTerm.objects.search(text)
        assert term.term_en == "delegation"


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The HOST of 2026", ["host"]),
        ("All hosts of 2026", ["host"]),
        ("The co-host of 2026", ["co-host"]),
        ("A ghost", []),
        ("The hostel", []),
    ],
)
def test_a_latin_word_is_found_as_a_whole(text, terms):
    for term in ("host", "co-host"):
        make_glossary_term(term)

    assert found(text, "en") == terms


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("제26회 본회의가 열렸다", "ko"),
        ("第26回全体会議を開催", "ja"),
        ("在全体会议上", "zh"),
    ],
)
def test_a_word_is_found_where_no_blanks_part_words(text, language):
    make_glossary_term(
        "plenary", term_ko="본회의", term_ja="全体会議", term_zh="全体会议"
    )

    assert found(text, language) == ["plenary"]


def test_a_single_character_is_no_sign_of_a_term():
    make_glossary_term("province (Korea)", term_ko="도", term_ja="道")

    assert found("올해도 열린다", "ko") == found("報道", "ja") == []


def test_a_term_is_not_looked_for_in_a_language_that_it_lacks():
    make_glossary_term("plenary")

    assert found("plenary", "ko") == []


@pytest.mark.parametrize(
    ("term", "words"),
    [
        ("governor (Korea)", ["governor"]),
        ("vice-governor (Korea, Japan)", ["vice-governor"]),
        ("vice-chair, vice-president", ["vice-chair", "vice-president"]),
        ("chair, president (of an association)", ["chair", "president"]),
        ("China, Japan and Korea (CJK)", ["China, Japan and Korea"]),
    ],
)
def test_the_words_of_a_term_are_without_its_remarks(term, words):
    assert make_glossary_term(term).words("en") == words


def test_full_width_remarks_and_commas_are_known_too():
    term = make_glossary_term("goals", term_ja="持続可能な開発目標（SDGs）、目標")

    assert term.words("ja") == ["持続可能な開発目標", "目標"]


def test_terms_that_occur_are_sorted_longest_first():
    for term in ("city", "special city", "chair, president", "smart city"):
        make_glossary_term(term)

    assert found("The president of a special city", "en") == [
        "special city",
        "chair, president",
        "city",
    ]


def test_the_longest_word_of_a_term_counts():
    make_glossary_term("chair, chair of the board")
    make_glossary_term("secretariat")

    assert found("secretariat and chair of the board", "en") == [
        "chair, chair of the board",
        "secretariat",
    ]


def test_one_query_serves_many_texts(django_assert_num_queries):
    make_glossary_term("plenary")
    terms = GlossaryTerm.objects.all()

    with django_assert_num_queries(1):
        for text in ("A plenary", "Another plenary", "None"):
            terms.occurring_in(text, "en")
