"""The layout of forms: frame, buttons, columns."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Div, Layout, Row, Submit
from django.utils.translation import gettext_lazy as _

from meetings.models.names import active_language, columns_of


def form_helper(*layout, buttons=None):
    """Return the helper of a page's form; hidden fields need not be in the layout."""
    helper = FormHelper()
    helper.include_media = False
    helper.render_hidden_fields = True
    helper.layout = Layout(
        *layout, Div(*(buttons or [save_button()]), css_class="pt-2")
    )
    return helper


def part_of_a_form(*layout):
    """Return the helper of fields that share their <form> with others."""
    helper = form_helper(*layout)
    helper.layout.pop()  # the buttons
    helper.form_tag = helper.disable_csrf = False
    return helper


def save_button():
    return Submit("save", _("Save"))


def columns(**widths):
    """Return fields side by side, in twelfths: columns(number=2, title_en=10)."""
    return Row(
        *(Column(name, css_class=f"col-md-{width}") for name, width in widths.items())
    )


class OtherLanguages(Div):
    """The fields of a text in the languages that are not the reader's, folded away.

    They are unfolded where one of them has an error, and where the text is in none but
    these languages: the reader would think that there is none.
    """

    template = "_other_languages.html"

    def __init__(self, own, others):
        super().__init__(columns(**dict.fromkeys(others, 4)))
        self.own, self.others = own, others

    def render(self, form, context, **kwargs):
        others = [form[name] for name in self.others]
        is_only_here = not form[self.own].value() and any(f.value() for f in others)
        self.is_open = is_only_here or any(field.errors for field in others)
        return super().render(form, context, **kwargs)


def in_four_languages(name):
    """Return the fields of a text: the reader's language, and the others below it."""
    own = f"{name}_{active_language()}"
    every = columns_of(name)
    return Div(own, OtherLanguages(own, [each for each in every if each != own]))
