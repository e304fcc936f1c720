"""Confirm a list: what becomes of those who are no longer on it, and mail."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy

from meetings.forms.import_fields import tick


class ConfirmForm(forms.Form):
    """Confirm a list: what becomes of those who are no longer on it, and mail."""

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
        self.references = [entry["reference"] for entry in batch.missing]
        for entry in batch.missing:
            reference = entry["reference"]
            self.fields[reference] = forms.BooleanField(
                label=f"{entry['name']} ({reference})",
                required=False,
                initial=entry["cancel"],
                widget=tick(),
            )

    @property
    def cancelled(self):
        """The references of those of the missing who are to be cancelled."""
        return [name for name in self.references if self.cleaned_data[name]]

    @property
    def leaving(self):
        """The checkboxes of the missing."""
        return [self[name] for name in self.references]

    @property
    def helper(self):
        helper = FormHelper()
        helper.form_tag = False
        helper.include_media = False
        options = [name for name in ("skip_problems", "notify") if name in self.fields]
        helper.layout = Layout(*options, "version")
        return helper
