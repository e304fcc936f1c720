"""What templates of the desk say in words of their own."""

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from meetings.models import edtf

register = template.Library()

PASSED_OVER = {
    "total": _("a total"),
    "note": _("a note"),
    "section": _("a heading between the rows"),
    "sample": _("an example"),
    "heading": _("the headings once more"),
}
ACTS = {"+": _("added"), "~": _("changed"), "-": _("deleted")}


register.filter("in_words", edtf.in_words)


@register.filter
def noun(model):
    """The name of a model."""
    return capfirst(model._meta.verbose_name)


@register.filter
def act(kind):
    """What a row of a history stands for."""
    return ACTS[kind]


@register.filter
def reason_passed(reason):
    """Why a row of a list is nobody's."""
    return PASSED_OVER[reason]


@register.filter
def page_of_change(change):
    """The page of the meeting or government that a change is about."""
    is_government = change["noun"] == "government"
    page = "government-detail" if is_government else "meeting-detail"
    return reverse(page, args=[change["about"]])


@register.filter
def anchor(row):
    """Where a session, an item or who presents it stands on the page of the agenda."""
    noun = row._meta.model_name
    if noun == "presenter":
        return f"item-{row.item_id}"
    return f"item-{row.pk}" if noun == "agendaitem" else f"{noun}-{row.pk}"


@register.filter
def titled_in(row, language):
    """The title in one language, or nothing."""
    return getattr(row, f"title_{language}")


@register.simple_tag
def person_name(person):
    """The name every role may read, marked with its language for the right glyphs."""
    name, latin = person.display_name, person.public_latin_name
    if person.native_name and person.script:
        name = format_html('<span lang="{}">{}</span>', person.script, name)
    if latin:
        latin = format_html('<span class="text-body-secondary">{}</span>', latin)
        return format_html("{} {}", name, latin)
    return name


@register.inclusion_tag("meetings/meetings/_tab.html", takes_context=True)
def tab(context, page, label):
    """A tab of a meeting's pages; current on all pages below its address."""
    address = reverse(page, args=[context["meeting"].slug])
    path = context["request"].path
    is_current = (
        path == address if page == "meeting-detail" else path.startswith(address)
    )
    return {"address": address, "label": label, "is_current": is_current}
