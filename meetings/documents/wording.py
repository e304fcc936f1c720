"""Texts for the papers, each tagged with the language whose glyphs it is set in."""

import re
from operator import attrgetter

from django.db.models import prefetch_related_objects

from meetings.models import edtf
from meetings.models.names import active_language, override_language

HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")
KANA = re.compile(r"[\u3041-\u30ff]")


def tagged(text, language=""):
    """Return [language, text]: the language that its letters show, else `language`.

    Hangul and kana are of one language only; Chinese characters may be of any.
    """
    if HANGUL.search(text):
        return ["ko", text]
    if KANA.search(text):
        return ["ja", text]
    return [language or active_language(), text]


def in_each_language(languages, make_text):
    """Return what `make_text()` returns while each of the languages is active."""
    texts = []
    for language in languages:
        with override_language(language):
            texts.append(tagged(str(make_text()), language))
    return texts


def heading(meeting, languages, place=attrgetter("place_name")):
    """Return the meeting's title, and its date and place, in each of the languages."""
    # Once for all languages.
    prefetch_related_objects([meeting], "series__names", "place_government__names")

    def when_and_where():
        return " · ".join(filter(None, [edtf.in_words(meeting.date), place(meeting)]))

    titles = in_each_language(languages, lambda: meeting.title)
    lines = in_each_language(languages, when_and_where)
    return [list(pair) for pair in zip(titles, lines, strict=True)]
