"""The layout of forms: frame, buttons, columns, and selects searched by typing."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Div, Layout, Row, Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from meetings.models import Government, Organization
from meetings.models.names import LANGUAGES, active_language


class GovernmentSelect(forms.Select):
    """A select that is searched by every name a government has or had.

    Without a script it is a plain select. The field's queryset prefetches `names`.
    """

    def __init__(self, attrs=None, choices=()):
        super().__init__({"data-combobox": ""} | (attrs or {}), choices)

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        if government := getattr(value, "instance", None):
            # The script searches these; they are not shown.
            option["attrs"]["data-names"] = " ".join(government.all_names)
        return option


class BodySelect(GovernmentSelect):
    """A select of governments and organisations by code, searched in the same way.

    Its options are read from the database when it is shown. Where a page shows several,
    give all of them the same `options`, or each reads 150 bodies with their names.
    """

    def __init__(self, attrs=None, options=None):
        super().__init__(attrs)
        self.given = options

    def optgroups(self, name, value, attrs=None):
        options = self.given or bodies()
        # Here and not when the form is made: a form class lives as long as the process.
        self.names = {code: names for code, _label, names in options}
        self.choices = [("", ""), *((code, label) for code, label, _names in options)]
        return super().optgroups(name, value, attrs)

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        if names := self.names.get(value):
            option["attrs"]["data-names"] = names
        return option

    @staticmethod
    def knows(code):
        """Return whether a government or an organisation has this code."""
        governments = Government.objects.filter(code=code)
        organizations = Organization.objects.filter(key=code)
        return governments.exists() or organizations.exists()


def bodies():
    """Return each body's code, name, and all names that it is searched by."""
    governments = Government.objects.prefetch_related("names")
    organizations = Organization.objects.prefetch_related("names")
    return [
        *((g.code, f"{g.name} ({g.code})", " ".join(g.all_names)) for g in governments),
        *((o.key, o.name, " ".join(o.all_names)) for o in organizations),
    ]


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
    every = [f"{name}_{suffix}" for suffix in LANGUAGES]
    return Div(own, OtherLanguages(own, [each for each in every if each != own]))
