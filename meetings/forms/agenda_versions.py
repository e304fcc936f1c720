"""Publishing a version of an agenda."""

from crispy_forms.layout import Submit
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.forms.layout import form_helper


class PublishForm(forms.Form):
    """Publish the agenda as it was `seen`, with a word on what is new."""

    comment = forms.CharField(
        label=gettext_lazy("Comment"),
        required=False,
        max_length=250,
        help_text=gettext_lazy("What this version is for, or why it is needed."),
    )
    seen = forms.CharField(widget=forms.HiddenInput)

    def see(self, fingerprint):
        """Take the agenda of this fingerprint for what is seen from now on."""
        self.data = self.data.copy()
        self.data["seen"] = fingerprint

    @property
    def helper(self):
        return form_helper("comment", buttons=[Submit("publish", _("Publish"))])
