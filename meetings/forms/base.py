"""Forms that lose no edit: neither to somebody else's, nor by being sent twice."""

import uuid

from django import forms
from django.forms.models import model_to_dict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.forms.layout import form_helper


class VersionedForm(forms.ModelForm):
    """Edit a row, unless somebody saved another version while it was being edited.

    Then nothing is saved. A field that only they changed gets their value; one that
    both changed keeps the user's and quotes theirs; a second submission saves.
    """

    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    change_reason = forms.CharField(
        label=gettext_lazy("Reason for the change"),
        required=False,
        max_length=250,
        help_text=gettext_lazy("Kept in the history."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.latest = self._latest()
        self.initial["seen_version"] = self.latest.version
        if not self.instance.pk:
            # A new row needs no reason, and its form has one field less.
            self.fields["change_reason"].widget = forms.HiddenInput()

    def _latest(self):
        """Return the row as it is now, or as it was last if it is deleted.

        The instance may be one from its history: the admin reverts a row by saving
        such an instance, whose version is an old one.
        """
        if not hasattr(self.instance, "_history"):
            return self.instance
        rows = type(self.instance)._base_manager.filter(pk=self.instance.pk)
        return rows.first() or self.instance

    def clean(self):
        super().clean()
        seen = self.cleaned_data.get("seen_version")
        if self.instance.pk and seen != self.latest.version:
            self._merge(seen)
        # Saving compares this with the database once more, in one statement: it catches
        # whoever saves between this check and the write (see Tracked.save).
        self.instance.version = self.latest.version
        self.instance._change_reason = self.cleaned_data.get("change_reason") or None

    def save(self, commit=True):
        """Save the row, unless nothing was changed: history has no empty steps."""
        if commit and self.instance.pk and not self.has_changed():
            return self.instance
        return super().save(commit)

    def _merge(self, seen):
        """Merge the latest version into the form, and report what differs.

        Three values are compared for each field: what the user saw, what the user
        sent, and what is saved by now.
        """
        past = self.latest.history.filter(version=seen)
        base = self._values(past.latest().instance if past else self.latest)
        theirs = self._values(self.latest)
        self.data = self.data.copy()  # the request's own cannot be changed
        self.data[self.add_prefix("seen_version")] = self.latest.version
        for name in self.fields.keys() & theirs.keys():
            mine = self._submitted(name)
            # Only they changed it: the user has not seen this value and takes it over.
            if mine == base[name] != theirs[name]:
                self._take_over(name, theirs[name])
            elif base[name] != theirs[name] != mine:
                self.add_error(name, self._their_text(name))
        self.add_error(None, self._who())

    def _values(self, instance):
        return model_to_dict(instance, [f.name for f in instance._meta.fields])

    def _submitted(self, name):
        value = self.cleaned_data.get(name)
        return getattr(value, "pk", value)

    def _take_over(self, name, value):
        html_name = self.add_prefix(name)
        # A browser sends nothing for a box that is not ticked.
        if value in (None, False):
            self.data.pop(html_name, None)
        else:
            self.data[html_name] = value

    def _their_text(self, name):
        # Of a choice the label, which is what the form shows.
        get_label = getattr(self.latest, f"get_{name}_display", None)
        text = get_label() if get_label else getattr(self.latest, name)
        return _("Meanwhile it was changed to “%(text)s”.") % {"text": text or "—"}

    def _who(self):
        return _(
            "%(who)s saved another version while you were editing. It is merged below;"
            " look at it and save again."
        ) % {"who": self.latest.history.latest().history_user or _("Somebody")}


class ReasonForm(VersionedForm):
    """A change of one row that asks for nothing but a reason."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["change_reason"].required = True

    @property
    def helper(self):
        return form_helper("change_reason")


class SingleSubmissionForm(VersionedForm):
    """A form that makes one row, however often it is sent.

    The form as it is shown has a token; the row that it makes keeps it, in a unique
    column (see SingleSubmissionModel).
    """

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["submission"]

    def clean(self):
        super().clean()
        if "submission" in self.fields:
            self.instance.submission = self.cleaned_data.get("submission")

    def find_earlier_submission(self):
        """Return the row that an earlier submission of this form made, or None."""
        submission = self.cleaned_data.get("submission")
        made = self._meta.model.objects.filter(submission=submission)
        return made.first() if submission else None
