"""Confirming a list."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy


class ConfirmForm(forms.Form):
    """Confirm a list: what becomes of those who are on it no longer, and mail."""

    skip_problems = forms.BooleanField(
        label=gettext_lazy("Leave out the rows with problems"), required=False
    )
    notify = forms.BooleanField(
        label=gettext_lazy("Write to the focal points of these delegations"),
        required=False,
        help_text=gettext_lazy("They are told how many of theirs are registered."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, batch, **kwargs):
        super().__init__(*args, **kwargs)
        self.batch = batch
        self.initial["version"] = batch.version
        if not batch.open_problems:
            del self.fields["skip_problems"]
        self.missing = {gone["reference"]: gone for gone in batch.missing}
        for reference, gone in self.missing.items():
            self.fields[reference] = forms.BooleanField(
                label=f"{gone['name']} ({reference})",
                required=False,
                initial=gone["cancel"],
                widget=forms.CheckboxInput({"class": "form-check-input"}),
            )

    @property
    def cancelled(self):
        """What the answers of the batch hold of the missing."""
        return {name: "cancel" for name in self.missing if self.cleaned_data[name]}

    @property
    def leaving(self):
        """The checkboxes of the missing."""
        return [self[name] for name in self.missing]

    @property
    def helper(self):
        helper = FormHelper()
        helper.form_tag = False
        helper.include_media = False
        options = [name for name in ("skip_problems", "notify") if name in self.fields]
        helper.layout = Layout(*options, "version")
        return helper
