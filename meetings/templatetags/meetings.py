"""Template filters and tags of the pages."""

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
    "contact": _("whom to ask about the list"),
}
CHANGE_LABELS = {"+": _("added"), "~": _("changed"), "-": _("deleted")}


register.filter("in_words", edtf.in_words)


@register.filter
def verbose_name(model):
    """Return the name of a model in the reader's language."""
    return capfirst(model._meta.verbose_name)


@register.filter
def change_label(history_type):
    """Return what a row of a history records, by its `history_type`: + ~ -."""
    return CHANGE_LABELS[history_type]


@register.filter
def reason_passed(reason):
    """Return why a row of an imported list is not a person."""
    return PASSED_OVER[reason]


@register.filter
def page_of_change(change):
    """Return the address of the meeting or government that a change is about."""
    is_government = change["model_name"] == "government"
    page = "government-detail" if is_government else "meeting-detail"
    return reverse(page, args=[change["about"]])


@register.filter
def anchor(row):
    """Return the id that a session, an item or a presenter has on the agenda's page.

    A presenter is shown with the item, which has the anchor of both.
    """
    model_name = row._meta.model_name
    if model_name == "presenter":
        return f"item-{row.item_id}"
    prefix = "item" if model_name == "agendaitem" else model_name
    return f"{prefix}-{row.pk}"


@register.simple_tag
def person_name(person):
    """Return the name that every role may read, marked with its language.

    Browsers draw Chinese characters by the language of the element: 直 and 骨 differ
    between Japanese and Chinese.
    """
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
    # The address of the overview is the beginning of those of all other tabs.
    address = reverse(page, args=[context["meeting"].slug])
    path = context["request"].path
    is_current = (
        path == address if page == "meeting-detail" else path.startswith(address)
    )
    return {"address": address, "label": label, "is_current": is_current}
