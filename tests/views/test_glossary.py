"""The page of the glossary."""

import pytest
from django.urls import reverse

from tests.factories import make_glossary_term

pytestmark = pytest.mark.django_db
EDIT = reverse("admin:meetings_glossaryterm_changelist")


@pytest.fixture
def terms():
    return [
        make_glossary_term("delegation", term_ko="대표단", term_ja="代表団"),
        make_glossary_term("plenary", term_ko="본회의", term_zh="全体会议"),
    ]


def test_all_terms_are_listed_in_four_languages(viewer_client, terms):
    response = viewer_client.get("/glossary/")

    assert list(response.context["terms"]) == terms
    page = response.content.decode()
    for cell in ('lang="ko">대표단<', 'lang="ja">代表団<', 'lang="zh">全体会议<'):
        assert cell in page


@pytest.mark.parametrize("text", ["PLENARY", "본회의", "全体会议"])
def test_a_term_is_found_by_its_word_in_any_language(viewer_client, terms, text):
    response = viewer_client.get("/glossary/", {"q": text})

    assert list(response.context["terms"]) == terms[1:]


def test_a_search_that_finds_nothing_says_so(viewer_client, terms):
    page = viewer_client.get("/glossary/", {"q": "nosuch"}).content.decode()

    assert "No term matches. Terms are entered in the back office." in page


def test_only_who_may_edit_is_led_to_the_back_office(
    viewer_client, editor_client, terms
):
    assert EDIT in editor_client.get("/glossary/").content.decode()
    assert EDIT not in viewer_client.get("/glossary/").content.decode()
