"""A text of four languages on a page, and the mark that says where it is from."""

import re
from types import SimpleNamespace

import pytest
from django.template import Context, Template

from meetings.models.names import override_language
from tests.factories import make_decision, make_government, make_meeting

pytestmark = pytest.mark.django_db


def written(row, text, options="", language="ko"):
    """What the tag writes for a reader, without breaks and blanks between elements."""
    return written_by(f'{{% worded row "{text}" {options} %}}', row, language)


def written_by(tags, row, language="ko"):
    template = Template("{% load wordings %}" + tags)
    context = Context({"row": row, "request": SimpleNamespace()})
    with override_language(language):
        html = template.render(context)
    return re.sub(r"\s*\n\s*", "", html).strip()


@pytest.fixture
def meeting():
    return make_meeting(
        slug="tlgec-17",
        theme_en="Sea & land",
        theme_ko="바다와 땅",
        theme_ja="海と陸",
        note_en="A note",
        origins={"theme_ko": "translation", "theme_ja": "shizuoka-2015"},
    )


def test_a_text_as_it_is_entered_has_no_mark(meeting):
    assert written(meeting, "theme", language="en") == "Sea &amp; land"


def test_a_translation_shows_the_original_at_a_click(meeting):
    html = written(meeting, "theme")

    assert html.startswith('바다와 땅<button type="button"')
    assert f'popovertarget="origin-meeting-{meeting.pk}-theme"' in html
    assert f'id="origin-meeting-{meeting.pk}-theme" popover>' in html
    assert '영어: <span lang="en">Sea &amp; land</span>' in html


def test_what_a_source_prints_leads_to_the_source(meeting):
    html = written(meeting, "theme", language="ja")

    assert "origin-source" in html
    assert f'href="/meetings/tlgec-17/record/#meeting-{meeting.pk}-theme"' in html


def test_a_name_by_rule_says_so():
    government = make_government(name_ja="某道", origins={"name_ja": "rule"})

    assert "origin-rule" in written(government, "name", language="ja")


def test_another_language_is_marked_for_readers_and_browsers(meeting):
    html = written(meeting, "note")

    assert html.startswith('<span lang="en">A note</span>')
    assert 'class="origin origin-language"' in html
    assert ">영어</button>" in html


def test_a_sign_stands_for_the_mark_where_space_is_scarce(meeting):
    assert '<span aria-hidden="true">*</span>' in written(meeting, "theme", "brief=1")
    assert '<span aria-hidden="true">EN</span>' in written(meeting, "note", "brief=1")


def test_the_mark_stands_outside_the_link(meeting):
    html = written(meeting, "theme", 'href="/there/"')

    assert html.startswith('<a href="/there/">바다와 땅</a><button')


def test_the_language_of_a_link_is_said_too(meeting):
    html = written(meeting, "note", 'href="/there/"')

    assert html.startswith('<a href="/there/" lang="en">A note</a><button')


def test_without_a_text_there_is_the_default_and_no_mark(meeting):
    assert written(meeting, "venue", 'default="?"') == "?"
    assert written(meeting, "venue") == ""


def test_a_text_keeps_its_lines():
    decision = make_decision(text_ko="하나\n둘")

    assert written(decision, "text", "lines=1") == "하나<br>둘"


def test_of_one_language_there_is_no_other(meeting):
    assert written(meeting, "theme", 'language="zh" default="—"') == "—"
    assert written(meeting, "theme", 'language="en"') == (
        '<span lang="en">Sea &amp; land</span>'
    )


def test_a_text_that_stands_twice_has_two_notes(meeting):
    html = written_by('{% worded row "theme" %}{% worded row "theme" %}', meeting)

    ids = re.findall(r' id="(.*?)"', html)
    assert ids == re.findall(r'popovertarget="(.*?)"', html)
    assert len(set(ids)) == 2
