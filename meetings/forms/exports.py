"""Choosing what is exported: columns by ticking, order, language, and the reason."""

from crispy_forms.bootstrap import StrictButton
from crispy_forms.layout import Div, Field, Fieldset, Submit
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.exports import needs_reason
from meetings.forms.layout import columns, form_helper
from meetings.models import ExportProfile
from meetings.models.names import Language, active_language

TICKS = forms.CheckboxSelectMultiple
WHY = gettext_lazy("Say what the personal data is needed for.")


def reason_field(required=False):
    return forms.CharField(
        label=gettext_lazy("Reason"),
        required=required,
        max_length=250,
        help_text=gettext_lazy(
            "Needed for personal data, and kept in the log of exports."
        ),
    )


def language_field():
    return forms.ChoiceField(
        label=gettext_lazy("Language of headings and names"),
        choices=Language.choices,
        initial=active_language,
    )


def format_buttons(*suffixes):
    """Return a button for each format; the first is what the Enter key does."""
    return [
        Submit("suffix", suffix.upper(), css_id=f"as-{suffix}", css_class="me-2")
        for suffix in suffixes
    ]


def keep_button():
    return StrictButton(
        _("Keep"),
        type="submit",
        name="keep",
        value="keep",
        css_class="btn-outline-primary",
    )


class ExportForm(forms.Form):
    """Choose the columns of a list in the order of ticking, and keep the choice.

    Sensitive columns are offered to those who may see them, and ask for a reason.
    `sequence` is filled by a script with the keys in the order of ticking; without a
    script, columns come in the order of the list.
    """

    columns = forms.MultipleChoiceField(
        label=gettext_lazy("Columns"), required=False, widget=TICKS
    )
    sensitive = forms.MultipleChoiceField(
        label=gettext_lazy("Personal data"), required=False, widget=TICKS
    )
    sequence = forms.CharField(required=False, widget=forms.HiddenInput)
    order = forms.ChoiceField(label=gettext_lazy("Sorted by"), required=False)
    language = language_field()
    reason = reason_field()
    name = forms.CharField(
        label=gettext_lazy("Keep these columns as"), required=False, max_length=60
    )
    is_shared = forms.BooleanField(label=gettext_lazy("for everybody"), required=False)

    def __init__(self, *args, listing, with_sensitive, **kwargs):
        super().__init__(*args, **kwargs)
        self.listing, self.with_sensitive = listing, with_sensitive
        allowed = listing.allowed_columns(with_sensitive).values()
        for name, is_sensitive in (("columns", False), ("sensitive", True)):
            self.fields[name].choices = [
                (c.key, c.heading) for c in allowed if c.is_sensitive == is_sensitive
            ]
        self.fields["order"].choices = list(listing.orders.items())
        # A field that is left out, unlike one that is hidden, cannot be submitted.
        if not listing.orders:
            del self.fields["order"]
        if not self.fields["sensitive"].choices:
            del self.fields["sensitive"], self.fields["reason"]
        self.start_from(listing.choose_columns(None, with_sensitive))

    def start_from(self, chosen):
        """Show these columns as ticked, in this order."""
        keys = [column.key for column in chosen]
        self.initial |= {"columns": keys, "sensitive": keys, "sequence": ",".join(keys)}

    def start_from_profile(self, profile):
        """Start from a profile; return its columns that this user may not see."""
        allowed = self.listing.allowed_columns(self.with_sensitive)
        self.start_from([allowed[key] for key in profile.columns if key in allowed])
        kept = {"order": profile.order, "language": profile.language}
        self.initial |= kept | {"name": profile.name, "is_shared": profile.is_shared}
        return [key for key in profile.columns if key not in allowed]

    @property
    def is_to_keep(self):
        return "keep" in self.data

    def clean(self):
        ticked = self._ticked()
        if not ticked:
            self.add_error("columns", _("Tick one column at least."))
        self.chosen = self.listing.choose_columns(ticked, self.with_sensitive)
        # A profile holds no data: the reason is asked for when it is used.
        if self.is_to_keep:
            if not self.cleaned_data.get("name"):
                self.add_error("name", _("Give the profile a name."))
        elif needs_reason(self.chosen) and not self.cleaned_data.get("reason"):
            self.add_error("reason", WHY)
        return self.cleaned_data

    def _ticked(self):
        """Return the keys that are ticked, in the order of ticking."""
        data = self.cleaned_data
        ticked = {*data.get("columns", ()), *data.get("sensitive", ())}
        sequence = data.get("sequence", "").split(",")
        keys = dict.fromkeys(
            [*sequence, *self.listing.allowed_columns(self.with_sensitive)]
        )
        return [key for key in keys if key in ticked]

    def keep(self, owner):
        """Save the choice as a profile; replace one of the owner's with this name."""
        # Under one name there is one profile, so that nobody has to delete the old one.
        profile, _made = ExportProfile.objects.update_or_create(
            owner=owner,
            listing=self.listing.key,
            name=self.cleaned_data["name"],
            defaults={
                "columns": [column.key for column in self.chosen],
                "order": self.cleaned_data.get("order", ""),
                "language": self.cleaned_data["language"],
                "is_shared": self.cleaned_data["is_shared"],
            },
        )
        return profile

    @property
    def helper(self):
        order = [name for name in ("order", "reason") if name in self.fields]
        personal = [name for name in ("sensitive",) if name in self.fields]
        helper = form_helper(
            Field("columns", wrapper_class="ticks"),
            *(Field(name, wrapper_class="ticks") for name in personal),
            Div(css_class="column-order", css_id="column-order"),
            columns(**dict.fromkeys(["language", *order], 4)),
            Div(*format_buttons("xlsx", "ods", "csv"), css_class="mb-4"),
            Fieldset(_("Profile"), columns(name=4, is_shared=4)),
            buttons=[keep_button()],
        )
        helper.attrs = {"data-export": _("Columns in this order:")}
        return helper


class SensitiveDataForm(forms.Form):
    """An export that may hold personal data, for those who may see it, for a reason."""

    with_sensitive = forms.BooleanField(
        label=gettext_lazy("With contact, dietary and travel data and passport names"),
        required=False,
    )
    reason = reason_field()

    def __init__(self, *args, may_see_sensitive, **kwargs):
        super().__init__(*args, **kwargs)
        # Left out rather than hidden: it cannot be submitted either.
        if not may_see_sensitive:
            del self.fields["with_sensitive"], self.fields["reason"]

    def clean(self):
        if self.is_sensitive and not self.cleaned_data.get("reason"):
            self.add_error("reason", WHY)
        return self.cleaned_data

    @property
    def is_sensitive(self):
        return self.cleaned_data.get("with_sensitive", False)


class WorkbookForm(SensitiveDataForm):
    """Choose how the workbook of a meeting is made."""

    order = forms.ChoiceField(label=gettext_lazy("Attendees sorted by"))
    per = forms.ChoiceField(
        label=gettext_lazy("More sheets"),
        required=False,
        choices=[
            ("", gettext_lazy("none")),
            ("country", gettext_lazy("one for each country")),
            ("delegation", gettext_lazy("one for each delegation")),
        ],
    )
    language = language_field()

    def __init__(self, *args, orders, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["order"].choices = list(orders.items())

    @property
    def helper(self):
        names = [n for n in ("with_sensitive", "reason") if n in self.fields]
        return form_helper(
            columns(order=4, per=4, language=4),
            *names,
            buttons=format_buttons("xlsx", "ods"),
        )


class PaperForm(SensitiveDataForm):
    """Choose the languages of a paper, and whether passport names are printed."""

    language = forms.MultipleChoiceField(
        label=gettext_lazy("Languages"),
        choices=Language.choices,
        widget=TICKS,
        initial=lambda: [active_language()],
        error_messages={"required": gettext_lazy("Tick one language at least.")},
    )

    field_order = ["language", "with_sensitive", "reason"]

    def __init__(self, *args, is_in_languages, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_in_languages:
            del self.fields["language"]
        if "with_sensitive" in self.fields:
            label = _("Print names as in the passport, too")
            self.fields["with_sensitive"].label = label

    @property
    def languages(self):
        """Return the languages in their usual order; () where there is no choice."""
        ticked = self.cleaned_data.get("language", [])
        return tuple(code for code in Language.values if code in ticked)

    @property
    def helper(self):
        return form_helper(*self.fields, buttons=format_buttons("pdf"))
