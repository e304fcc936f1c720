"""Where texts are from, in words, on the change form and in the history of a row."""

from django.contrib import admin
from django.utils.html import format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from simple_history.template_utils import HistoricalRecordContextHelper

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

    def get_historical_record_context_helper(self, request, historical_record):
        return HistoryWithOrigins(self.model, historical_record)


class HistoryWithOrigins(HistoricalRecordContextHelper):
    """What changed in a row, its origins in words and only those that changed."""

    def prepare_delta_change_value(self, change, value):
        if change.field != "origins":
            return super().prepare_delta_change_value(change, value)
        kept = change.old.items() & change.new.items()
        changed = {
            name: value[name] for name in value if (name, value[name]) not in kept
        }
        return origins_in_words(self.model, changed)


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
        return _("First worded in: %(languages)s") % {"languages": languages}
    return {TRANSLATION: _("Our translation."), RULE: _("by rule")}.get(origin, origin)
