"""Publishing a version of an agenda."""

from crispy_forms.layout import Submit
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.forms.agendas import SeenForm
from meetings.forms.layout import form_helper


class PublishForm(SeenForm):
    """Publish the agenda as it was `seen`, with a comment."""

    comment = forms.CharField(
        label=gettext_lazy("Comment"),
        required=False,
        max_length=250,
        help_text=gettext_lazy("What this version is for, or why it is needed."),
    )

    @property
    def helper(self):
        return form_helper("comment", buttons=[Submit("publish", _("Publish"))])
