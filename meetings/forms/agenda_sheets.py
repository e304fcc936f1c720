"""Sending back the spreadsheet of an agenda, and taking over what it changes."""

from crispy_forms.layout import Div, Submit
from django import forms
from django.core import signing
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.agenda.sheet.reading import read_back
from meetings.agenda.sheet.replacing import take_over
from meetings.agenda.sheet.tables import NotAnAgenda
from meetings.attendee_import.drafts import size_problem
from meetings.forms.layout import form_helper, part_of_a_form

A_DAY = 24 * 60 * 60


class SheetForm(forms.Form):
    """Send the sheet of an agenda; nothing is saved by that."""

    file = forms.FileField(
        label=gettext_lazy("The sheet that you changed"),
        allow_empty_file=True,
        widget=forms.ClearableFileInput({"accept": ".xlsx,.xlsm,.xls,.xlsb,.ods,.csv"}),
        help_text=gettext_lazy("XLSX, XLS, XLSB, ODS or CSV, of at most 10 MB."),
    )

    def clean_file(self):
        # Before it is read: the reader's child has limits, this process has none.
        file = self.cleaned_data["file"]
        if problem := size_problem(file.size):
            raise forms.ValidationError(problem)
        return file

    def read(self, meeting):
        """Return the SheetReading; None, with the reason on the form, if it is bad."""
        file = self.cleaned_data["file"]
        try:
            return read_back(meeting, file.read())
        except NotAnAgenda as error:
            self.add_error("file", f"{file.name}: {error}")

    @property
    def helper(self):
        return form_helper(
            Div("file", css_class="drop"),
            buttons=[Submit("read", _("Show what would change"))],
        )


class TakeOverForm(forms.Form):
    """Take over what was shown of a sheet.

    What was shown comes back signed, so that it need not be stored in between.
    """

    shown = forms.CharField(widget=forms.HiddenInput)
    take_out = forms.BooleanField(
        label=gettext_lazy("Take out what is not on the sheet"), required=False
    )

    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, **kwargs)
        # Not the salt of earlier releases, whose forms name the snapshot otherwise.
        self.salt = f"sheet-of-agenda-in-four-languages-{meeting.pk}"

    def show(self, reading):
        """Make the form carry what a SheetReading would make of the agenda."""
        shown = {
            "seen": reading.agenda.fingerprint,
            "snapshot": reading.agenda.snapshot(),
            "missing": list(reading.missing),
        }
        # Compressed, for a snapshot has all columns of all rows.
        self.initial["shown"] = signing.dumps(shown, salt=self.salt, compress=True)
        if not reading.missing:
            del self.fields["take_out"]

    def clean_shown(self):
        try:
            return signing.loads(
                self.cleaned_data["shown"], salt=self.salt, max_age=A_DAY
            )
        except signing.BadSignature:
            raise forms.ValidationError(_("Send the sheet once more.")) from None

    @property
    def seen(self):
        return self.cleaned_data["shown"]["seen"]

    def take_over(self, agenda):
        """Make an agenda what was shown."""
        shown = self.cleaned_data["shown"]
        left_out = shown["missing"] if self.cleaned_data["take_out"] else ()
        return take_over(agenda, shown["snapshot"], left_out)

    @property
    def helper(self):
        return part_of_a_form(*self.fields)
