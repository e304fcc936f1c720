"""Where texts are from, in words, on the change form and in the history of a row."""

from itertools import pairwise

from django.contrib import admin
from django.utils.html import format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.models.names import Language
from meetings.models.wordings import RULE, TEXT_LABELS, TRANSLATION, Worded


class OriginsMixin:
    """The admin of a model that may be `Worded`: origins are read, not edited."""

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return [*fields, "origin_list"] if isinstance(obj, Worded) else fields

    @admin.display(description=gettext_lazy("origins of texts"), empty_value="–")
    def origin_list(self, row):
        lines = origins_in_words(self.model, row.origins)
        return format_html_join("", "{}<br>", ([line] for line in lines)) or None

    def set_history_delta_changes(self, request, historical_records, **kwargs):
        super().set_history_delta_changes(request, historical_records, **kwargs)
        if issubclass(self.model, Worded):
            # simple-history compares what can be edited, and the latest come first.
            for record, earlier in pairwise(historical_records):
                record.history_delta_changes += origin_changes(record, earlier)


def origin_changes(record, earlier):
    """Return what the history shows of origins, as a list of one change or none."""
    model = record.instance_type
    old, new = earlier.origins.items(), record.origins.items()
    if old == new:
        return []
    return [
        {
            "field": _("Origins of texts"),
            "old": "; ".join(origins_in_words(model, dict(old - new))),
            "new": "; ".join(origins_in_words(model, dict(new - old))),
        }
    ]


def origins_in_words(model, origins):
    """Return a line for each origin: which text, and where it is from."""
    return [
        f"{_text_in_words(model, name)}: {_origin_in_words(model, name, origin)}"
        for name, origin in sorted(origins.items())
    ]


def _text_in_words(model, name):
    if name in model.texts:
        return capfirst(TEXT_LABELS[name])
    return capfirst(model._meta.get_field(name).verbose_name)


def _origin_in_words(model, name, origin):
    if name in model.texts:
        languages = ", ".join(str(Language(code).label) for code in origin.split())
        return _("first worded in %(languages)s") % {"languages": languages}
    return {TRANSLATION: _("our translation"), RULE: _("by rule")}.get(origin, origin)
