"""How forms look: their frame, their buttons, and choosing by typing."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Div, Layout, Row, Submit
from django import forms
from django.utils.translation import gettext_lazy as _


class GovernmentSelect(forms.Select):
    """A select that is searched by every name a government has or had.

    Without a script it is a plain select. The field's queryset prefetches `names`.
    """

    def __init__(self, attrs=None, choices=()):
        super().__init__({"data-combobox": ""} | (attrs or {}), choices)

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        if government := getattr(value, "instance", None):
            option["attrs"]["data-names"] = " ".join(government.all_names)
        return option


def form_helper(*layout, buttons=None):
    """The helper of a page's form; hidden fields are shown without being named."""
    helper = FormHelper()
    helper.include_media = False
    helper.render_hidden_fields = True
    helper.layout = Layout(
        *layout, Div(*(buttons or [save_button()]), css_class="pt-2")
    )
    return helper


def part_of_a_form(*layout):
    """The helper of fields that share their <form> with others."""
    helper = form_helper(*layout)
    helper.layout.pop()
    helper.form_tag = helper.disable_csrf = False
    return helper


def save_button():
    return Submit("save", _("Save"))


def columns(**widths):
    """Fields side by side, their widths in twelfths: columns(number=2, title_en=10)."""
    return Row(
        *(Column(name, css_class=f"col-md-{width}") for name, width in widths.items())
    )


def in_four_languages(name):
    """The four columns of a text, two by two."""
    pairs = (("en", "ko"), ("ja", "zh"))
    return Div(
        *(columns(**{f"{name}_{suffix}": 6 for suffix in pair}) for pair in pairs)
    )
