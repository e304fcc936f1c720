"""Readers of Korean, Japanese and Chinese have the record in their language.

What sources are called, and what they print, stays in the language of the source.
"""

import re
from html import escape, unescape

import pytest
from django.test import RequestFactory
from django.urls import resolve, reverse

from meetings.models import Citation, Meeting, Person, Series, Statement
from meetings.models.names import override_language
from meetings.models.wordings import Worded

pytestmark = pytest.mark.django_db

MEETING_PAGES = ("meeting-detail", "meeting-record", "agenda", "outcomes")
TOKEN = re.compile(r"<(/?)(\w+)([^>]*)>|([^<]+)")
LANG = re.compile(r'lang="(\w\w)')
CITED = re.compile("<cite>(.*?)</cite>")
# Shorter texts, such as “Mayor”, stand in what is quoted as it was printed, too.
SHORTEST = 13


def addresses():
    """The pages of both series, of every meeting and of every person."""
    yield from (series.get_absolute_url() for series in Series.objects.all())
    for slug in Meeting.objects.values_list("slug", flat=True):
        yield from (reverse(page, args=[slug]) for page in MEETING_PAGES)
    yield from (person.get_absolute_url() for person in Person.objects.all())


def page_of(user, address):
    """The page at an address, without the rounds that a session costs each time."""
    request = RequestFactory().get(address)
    request.user = user
    view, args, kwargs = resolve(address)
    return view(request, *args, **kwargs).render().content.decode()


def english_texts(language):
    """Every English text of the record that reads otherwise in a language.

    Names are left out, as presenters are named the way a source prints them.
    """
    texts = set()
    for model in Worded.__subclasses__():
        for name in set(model.texts) - {"name"}:
            columns = f"{name}_en", f"{name}_{language}"
            rows = model.objects.values_list(*columns)
            texts |= {english for english, own in rows if english != own}
    return {text for text in texts if len(text) >= SHORTEST}


def shown(page, language):
    """What stands on a page but in notes that are closed and in other languages."""
    words, hidden, depth = [], "", 0
    for closing, name, attributes, text in TOKEN.findall(page):
        if hidden:
            depth += (name == hidden) * (-1 if closing else 1)
            hidden = hidden if depth else ""
        elif is_hidden(name, attributes, language):
            hidden, depth = name, 1
        else:
            words.append(text)
    return unescape("".join(words))


def cited(page):
    """The titles of the sources that a page names."""
    return {re.sub("<.*?>", "", title) for title in CITED.findall(page)}


def is_hidden(name, attributes, language):
    foreign = LANG.search(attributes)
    return (
        name in ("cite", "q", "script")
        or " popover" in attributes.replace("popovertarget", "")
        or (foreign and foreign[1] != language)
    )


@pytest.mark.parametrize("language", ["ko", "ja", "zh"])
def test_no_text_of_the_record_is_in_another_language(record, editor, language):
    english = english_texts(language)
    untranslated, unmarked, translated = 0, {}, 0

    for address in addresses():
        with override_language(language):
            page = page_of(editor, address)
        untranslated += page.count("origin-language")
        translated += page.count("origin-translation")
        text = shown(page, language)
        if there := [words for words in english if words in text]:
            unmarked[address] = there

    assert untranslated == 0
    assert unmarked == {}
    assert translated > 500


def test_a_text_that_is_not_translated_would_be_found(record, editor):
    meeting = Meeting.objects.get(slug="tlgec-17")
    meeting.theme_ko = ""
    meeting.save()

    with override_language("ko"):
        page = page_of(editor, meeting.get_absolute_url())

    assert page.count("origin-language") == 1
    assert meeting.theme_en in unescape(page)
    assert meeting.theme_en not in shown(page, "ko")
    assert meeting.theme_ja not in page


def test_every_row_of_the_table_of_editions_is_cited(record, viewer):
    citations = Citation.objects.filter(source__key="seed-conference")
    table = {
        (number, field)
        for number in range(1, 24)
        for field in ("number", "year", "place", "theme")
    }

    for meeting in Meeting.objects.filter(citations__in=citations).distinct():
        page = page_of(viewer, reverse("meeting-record", args=[meeting.slug]))
        for citation in citations.filter(meeting=meeting).select_related("source"):
            assert escape(citation.printed) in page
            assert escape(citation.source.title) in cited(page)
            table.discard((meeting.number, citation.field))

    assert table == set()


@pytest.mark.parametrize("language", ["en", "ko", "ja", "zh"])
def test_every_statement_is_on_the_page_of_its_series_with_its_sources(
    record, viewer, language
):
    statements = Statement.objects.prefetch_related("sources")

    with override_language(language):
        for statement in statements:
            page = page_of(viewer, statement.series.get_absolute_url())
            assert statement.text in shown(page, language)
            assert {escape(s.title) for s in statement.sources.all()} <= cited(page)

    assert len(statements) == 9
