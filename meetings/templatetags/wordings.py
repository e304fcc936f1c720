"""A text of four languages on a page, with a quiet mark of where it is from."""

from collections import Counter

from django import template
from django.template.defaultfilters import linebreaksbr
from django.utils.translation import gettext_lazy as _

from meetings.models.names import Language, active_language
from meetings.models.wordings import RULE, TRANSLATION, Wording

register = template.Library()

# The sign of each mark where space is scarce.
SIGNS = {TRANSLATION: "*", RULE: "*", "source": "†"}
WORDS = {
    TRANSLATION: _("translated"),
    RULE: _("by rule"),
    "source": _("source"),
}


@register.inclusion_tag("meetings/_wording.html", takes_context=True)
def worded(
    context, row, text, *, language="", default="", href="", brief=False, lines=False
):
    """Write a text of a row in the reader's language, or in the first that has one.

    A mark behind it opens a note: that the text is our translation, with the original;
    that a source prints it; or which language it is in, where it is not the reader's.

    With a `language` the text is in that one only. A row without it is written as
    `default`. The text leads to `href`; `brief` makes the mark a sign; with `lines` the
    text keeps its lines.
    """
    wording = row.wording(text, language or None)
    if language and wording.language != language:
        wording = Wording()
    mark = mark_of(wording, language or active_language())
    anchor = text_anchor(row, text)
    return {
        "wording": wording,
        "default": default,
        "href": href,
        "words": linebreaksbr(wording.text) if lines else wording.text,
        "is_foreign": wording.language != active_language(),
        "mark": mark,
        "label": WORDS.get(mark) or language_name(wording.language),
        "sign": brief and (SIGNS.get(mark) or wording.language.upper()),
        "id": mark and free_id(context, f"origin-{anchor}"),
        "texts_url": mark == "source" and row.get_texts_url(),
        "anchor": anchor,
    }


def mark_of(wording, language):
    """Return what a mark has to say of a wording to who reads a language, or ""."""
    if wording.language != language:
        return "language" if wording.text else ""
    return "source" if wording.source_key else wording.origin


@register.filter
def language_name(language):
    """Return the name of a language by its code; "" for none."""
    return Language(language).label if language else ""


@register.filter
def text_anchor(row, text):
    """Return the id that a text has in the list of texts and where they are from."""
    return f"{row._meta.model_name}-{row.pk}-{text}"


@register.filter
def source_of(wording, sources):
    """Return the source that prints a wording, of those given by key, or None."""
    return sources.get(wording.source_key)


def free_id(context, stem):
    """Return an id that nothing else on the page has: a text may stand there twice."""
    used = context["request"].__dict__.setdefault("_ids_of_notes", Counter())
    used[stem] += 1
    return stem if used[stem] == 1 else f"{stem}-{used[stem]}"
