"""A meeting's papers: who gets which, and with whose names."""

import pytest
from django.urls import reverse

from meetings.documents.fonts import MissingFonts
from meetings.views import papers
from tests.factories import make_delegation, make_meeting, make_series
from tests.helpers import messages_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return make_meeting(make_series("tlgec"), number=27, date="2026-10-23")


def page(name, **query):
    return reverse("paper", args=["tlgec-27", name], query=query)


@pytest.mark.needs("fonts-noto-cjk")
@pytest.mark.parametrize("name", papers.NAMES)
def test_every_paper_is_a_pdf_of_its_name(viewer_client, meeting, name):
    make_delegation(meeting)

    response = viewer_client.get(page(name))

    assert response.getvalue().startswith(b"%PDF")
    assert f"tlgec-27-{name}.pdf" in response["Content-Disposition"]


def test_a_paper_that_there_is_not_is_absent(viewer_client, meeting):
    assert viewer_client.get(page("menu")).status_code == 404


@pytest.mark.parametrize(
    ("asked", "languages"),
    [([], ("en",)), (["ja", "ko"], ("ko", "ja")), (["klingon"], ("en",))],
)
def test_a_list_is_in_the_languages_asked_for(
    viewer_client, meeting, monkeypatch, asked, languages
):
    seen = []

    def note(meeting, languages, **who):
        seen.append((languages, who))
        return b"%PDF"

    monkeypatch.setitem(papers.IN_LANGUAGES, "participants", note)
    viewer_client.get(page("participants", language=asked))

    assert seen == [(languages, {"with_personal_data": False})]


@pytest.mark.parametrize(("role", "sees"), [("viewer", False), ("desk", True)])
def test_passport_names_are_for_those_who_may_see_them(
    request, meeting, monkeypatch, role, sees
):
    seen = []
    monkeypatch.setitem(
        papers.OTHERS, "plates", lambda meeting, **who: seen.append(who) or b"%PDF"
    )

    request.getfixturevalue(f"{role}_client").get(page("plates"))

    assert seen == [{"with_personal_data": sees}]


def test_without_fonts_a_sentence_tells_what_to_install(
    viewer_client, meeting, monkeypatch
):
    def fail(meeting, **who):
        raise MissingFonts

    monkeypatch.setitem(papers.OTHERS, "plates", fail)
    response = viewer_client.get(page("plates"), follow=True)

    assert "fonts-noto-cjk" in messages_of(response)[0]
