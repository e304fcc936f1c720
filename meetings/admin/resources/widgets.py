"""How the values of fields are written in cells, and read again.

Relations are written by natural keys, their parts joined by “/”. Only a ValueError from
a widget becomes a message on the row; import-export shows any other error as a failure
of the program.
"""

import re

from django.utils.translation import gettext as _
from import_export.widgets import CharWidget, ManyToManyWidget, Widget

from meetings.models.keys import key_lookup

PART_SEPARATOR, KEY_SEPARATOR = "/", "; "
WHOLE_NUMBER = re.compile(r"[+-]?\d{1,18}", re.ASCII)


class TextWidget(CharWidget):
    """Text as it stands; a blank cell is empty text."""

    def clean(self, value, row=None, **kwargs):
        return "" if value is None else str(value)


class WholeNumberWidget(Widget):
    """A whole number; never computed from what is typed, which may be 1e1000000."""

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
    """Names a row by its natural key: KR-47, tlgec-22 or, of a session, tlgec-22/1.

    Rows are looked up once for each key, not once for each row of the file.
    """

    def __init__(self, model):
        super().__init__()
        self.model = model
        self.rows = {}

    def clean(self, value, row=None, **kwargs):
        text = "" if value is None else str(value).strip()
        if not text:
            return None
        if text not in self.rows:
            self.rows[text] = find_row(self.model, text)
        return self.rows[text]

    def render(self, value, obj=None, **kwargs):
        return "" if value is None else key_as_text(value.natural_key())


class KeysWidget(ManyToManyWidget):
    """Names several rows by their natural keys, with semicolons between."""

    def clean(self, value, row=None, **kwargs):
        texts = (text.strip() for text in str(value or "").split(KEY_SEPARATOR.strip()))
        return [find_row(self.model, text) for text in texts if text]

    def render(self, value, obj=None, **kwargs):
        rows = value.all() if value else []  # a row not yet saved has no relations
        return KEY_SEPARATOR.join(key_as_text(row.natural_key()) for row in rows)


def find_row(model, text):
    """Return the row with this key; raise ValueError with a sentence if none has it."""
    parts = text.split(PART_SEPARATOR)
    try:
        key = nested_key(model, parts)
        return model.objects.get(**dict(key_lookup(model, key)))
    except (model.DoesNotExist, ValueError, IndexError):
        message = _("There is no %(noun)s “%(key)s”.")
        raise ValueError(
            message % {"noun": model._meta.verbose_name, "key": text}
        ) from None


def nested_key(model, parts):
    """Return the natural key of `model`, nested; take its parts away from `parts`."""
    return [_take_part(model._meta.get_field(name), parts) for name in model.key_fields]


def _take_part(field, parts):
    if field.related_model is None:
        return field.to_python(parts.pop(0))
    if not parts[0]:  # an empty part stands for a whole key of a relation that is blank
        parts.pop(0)
        return None
    return nested_key(field.related_model, parts)


def key_as_text(key):
    """Return a natural key, or a part of one, as text."""
    return PART_SEPARATOR.join(
        key_as_text(part)
        if isinstance(part, tuple)
        else str("" if part is None else part)
        for part in key
    )
