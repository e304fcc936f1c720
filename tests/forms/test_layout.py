"""A text in four languages: the reader's own first, the others folded away below."""

import pytest
from crispy_forms.utils import render_crispy_form
from django import forms

from meetings.forms.layout import form_helper, in_four_languages
from meetings.models.names import LANGUAGES, override_language


class TitleForm(forms.Form):
    title_en = forms.CharField(required=False)
    title_ko = forms.CharField(required=False, max_length=3)
    title_ja = forms.CharField(required=False)
    title_zh = forms.CharField(required=False)

    @property
    def helper(self):
        return form_helper(in_four_languages("title"))


def shown(language="en", data=None, **initial):
    """The form as HTML, up to where the other languages begin, and from there."""
    with override_language(language):
        html = render_crispy_form(TitleForm(data, initial=initial))
    own, others = html.split("<details")
    return own, others


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_readers_language_comes_first_and_the_others_follow(language):
    own, others = shown(language)

    def named_in(html):
        return [each for each in LANGUAGES if f'name="title_{each}"' in html]

    assert named_in(own) == [language]
    assert named_in(others) == [each for each in LANGUAGES if each != language]


def is_open(*args, **initial):
    _own, others = shown(*args, **initial)
    return others.partition(">")[0].endswith(" open")


def test_the_others_are_folded_away():
    assert not is_open()
    assert not is_open(title_en="Opening", title_ko="개회")
    assert not is_open(data={"title_en": "Opening", "title_ko": "개회"})


def test_a_text_that_is_in_other_languages_only_is_shown():
    assert is_open(title_ko="개회")
    assert is_open(data={"title_en": "", "title_ko": "개회"})
    assert not is_open("ko", title_ko="개회")


def test_an_error_in_another_language_is_shown():
    data = {"title_en": "Opening", "title_ko": "너무 길다"}

    assert is_open(data=data)
    assert not is_open("ko", data=data)
