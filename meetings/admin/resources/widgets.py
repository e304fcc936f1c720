"""How values are written in a cell; relations by natural keys, joined by “/”."""

import re

from django.utils.translation import gettext as _
from import_export.widgets import CharWidget, ManyToManyWidget, Widget

from meetings.models.keys import key_lookup

PART, ROW = "/", "; "


WHOLE_NUMBER = re.compile(r"[+-]?\d{1,18}", re.ASCII)


class TextWidget(CharWidget):
    """Text as it stands; a blank cell is empty text."""

    def clean(self, value, row=None, **kwargs):
        return "" if value is None else str(value)


class WholeNumberWidget(Widget):
    """A whole number; never computes with what is typed (1e1000000)."""

    def clean(self, value, row=None, **kwargs):
        text = "" if value is None else str(value).strip()
        if not text:
            return None
        if not WHOLE_NUMBER.fullmatch(text):
            raise ValueError(_("“%(text)s” is no whole number.") % {"text": text[:20]})
        return int(text)

    def render(self, value, obj=None, **kwargs):
        return value


class KeyWidget(Widget):
    """Name a row by its natural key: KR-47, tlgec-22 or, of a session, tlgec-22/1."""

    def __init__(self, model):
        super().__init__()
        self.model = model
        self.found = {}

    def clean(self, value, row=None, **kwargs):
        text = "" if value is None else str(value).strip()
        if not text:
            return None
        if text not in self.found:
            self.found[text] = find(self.model, text)
        return self.found[text]

    def render(self, value, obj=None, **kwargs):
        return "" if value is None else in_a_cell(value.natural_key())


class KeysWidget(ManyToManyWidget):
    """Name several rows by their natural keys, with semicolons between."""

    def clean(self, value, row=None, **kwargs):
        texts = (text.strip() for text in str(value or "").split(ROW.strip()))
        return [find(self.model, text) for text in texts if text]

    def render(self, value, obj=None, **kwargs):
        rows = value.all() if value else []  # a row not yet saved has none
        return ROW.join(in_a_cell(row.natural_key()) for row in rows)


def find(model, text):
    """The row of this key; ValueError, which import-export puts on the row, if none."""
    parts = text.split(PART)
    try:
        key = nested(model, parts)
        return model.objects.get(**dict(key_lookup(model, key)))
    except (model.DoesNotExist, ValueError, IndexError):
        message = _("There is no %(noun)s “%(key)s”.")
        raise ValueError(
            message % {"noun": model._meta.verbose_name, "key": text}
        ) from None


def nested(model, parts):
    """Take from `parts` what the natural key of `model` needs, nested as it is."""
    return [_take(model._meta.get_field(name), parts) for name in model.key_fields]


def _take(field, parts):
    if field.related_model is None:
        return field.to_python(parts.pop(0))
    if not parts[0]:
        parts.pop(0)
        return None
    return nested(field.related_model, parts)


def in_a_cell(key):
    """A natural key, or a part of one, as text."""
    return PART.join(
        in_a_cell(part)
        if isinstance(part, tuple)
        else str("" if part is None else part)
        for part in key
    )
