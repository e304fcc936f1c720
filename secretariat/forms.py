"""What users may change of their own account."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from secretariat.models import User


class AccountForm(forms.ModelForm):
    """A user's own name and language."""

    class Meta:
        model = User
        fields = ["name", "language"]

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout("name", "language", Submit("save", _("Save")))
        return helper
