"""Upload a list, and correct how it is read."""

from crispy_forms.layout import Div, Submit
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.attendee_import.drafts import (
    UnreadableList,
    create_draft,
    encoding_choices,
    size_problem,
)
from meetings.forms.choosing import BodyChoiceField
from meetings.forms.import_accounts import AccountForm
from meetings.forms.layout import form_helper
from meetings.models import Attendee, Meeting, Person

SMALL = forms.Select({"class": "form-select form-select-sm"})
PASTED = "clipboard.tsv"
# The fields a column may be mapped to that are neither a person's nor an attendee's.
OTHER_FIELDS = {
    "name": gettext_lazy("name in any script"),
    "latin_name": gettext_lazy("whole name in Latin letters"),
    "native_family": gettext_lazy("family name in own script"),
    "native_given": gettext_lazy("given name in own script"),
    "government": gettext_lazy("government or organisation"),
    "municipality": gettext_lazy("city or county in it"),
    "unit_and_post": gettext_lazy("government and position in one"),
    "code": gettext_lazy("its code"),
    "country": gettext_lazy("country"),
}
OWN_FIELDS = (
    (Person, ("native_name", "family_name", "given_name", "reading")),
    (
        Attendee,
        ("role", "position", "department", "rank", "mode", "status", "languages"),
    ),
    (Person, ("email", "phone")),
    (Attendee, ("reference", "dietary", "arrives_on", "departs_on", "lodging", "note")),
)


def field_choices():
    """What a column can be, “not kept” first."""
    own = [
        (name, model._meta.get_field(name).verbose_name)
        for model, names in OWN_FIELDS
        for name in names
    ]
    return [("", _("— not kept —")), *own[:4], *OTHER_FIELDS.items(), *own[4:]]


# Korean government systems export web pages and XML that they call .xls.
SUFFIXES = [
    *(".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt"),
    *(".html", ".htm", ".mht", ".xml"),
]


class UploadForm(forms.Form):
    """Send a list as a file, or as cells pasted from a spreadsheet."""

    file = forms.FileField(
        label=gettext_lazy("The list as a file"),
        required=False,
        allow_empty_file=True,  # reading it has a better sentence for that
        widget=forms.ClearableFileInput({"accept": ",".join(SUFFIXES)}),
        help_text=gettext_lazy("XLSX, XLS, XLSB, ODS, CSV or text, of at most 10 MB."),
    )
    pasted = forms.CharField(
        label=gettext_lazy("or cells pasted from a spreadsheet"),
        required=False,
        strip=False,  # a tab in front is a blank first cell
        widget=forms.Textarea({"rows": 3, "spellcheck": "false"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and (problem := size_problem(file.size)):
            raise forms.ValidationError(problem)
        return file

    def clean(self):
        if not self.errors and not self.file_name:
            raise forms.ValidationError(_("Choose a file, or paste the cells of one."))
        return self.cleaned_data

    @property
    def file_name(self):
        if file := self.cleaned_data.get("file"):
            return file.name
        return PASTED if self.cleaned_data.get("pasted", "").strip() else ""

    @property
    def content(self):
        if file := self.cleaned_data.get("file"):
            return file.read()
        return self.cleaned_data["pasted"].encode()

    def create_draft(self, meeting, by, moment, delegation=""):
        """Return a draft of what was sent; None, with an error, if it is no list."""
        try:
            return create_draft(
                meeting, self.file_name, self.content, by, moment, delegation
            )
        except UnreadableList as error:
            self.add_error("file", f"{self.file_name}: {error}")

    @property
    def helper(self):
        helper = form_helper(
            Div("file", css_class="drop"),
            "pasted",
            buttons=[Submit("read", _("Read the list"))],
        )
        helper.attrs = {"data-busy": _("Reading the list…")}
        return helper


class UploadForMeetingForm(UploadForm):
    """Send a list for a meeting that is chosen here."""

    meeting = forms.ModelChoiceField(
        Meeting.objects.with_names().latest_first(), label=gettext_lazy("Meeting")
    )

    field_order = ["meeting", "file", "pasted"]


class ReadingForm(AccountForm):
    """How a list is read: its encoding, sheet and headings, and what each column is."""

    encoding = forms.ChoiceField(
        label=gettext_lazy("Encoding"), choices=encoding_choices, required=False
    )
    sheet = forms.ChoiceField(label=gettext_lazy("Sheet"), required=False)
    header_row = forms.IntegerField(
        label=gettext_lazy("Row of the headings"),
        min_value=0,
        max_value=20_000,
        required=False,
        help_text=gettext_lazy("0 if there are none"),
    )
    delegation = BodyChoiceField(
        label=gettext_lazy("Delegation of rows that name none"), required=False
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, batch, **kwargs):
        super().__init__(*args, batch=batch, **kwargs)
        reading = batch.reading
        self.initial |= {
            "encoding": reading["encoding"],
            "sheet": reading["sheet"] or "",
            "header_row": reading["header_row"],
            "delegation": batch.choices.delegation,
            "version": batch.version,
        }
        # Text has an encoding and no sheets, a workbook sheets and no encoding.
        if reading["encoding"]:
            del self.fields["sheet"]
        else:
            del self.fields["encoding"]
            names = [(name, name) for name in reading["sheets"]]
            self.fields["sheet"].choices = [("", _("the likeliest")), *names]
        choices = field_choices()
        for column in reading["columns"]:
            self._add_column(column, choices)

    def _add_column(self, column, choices):
        name = column_name(column)
        label = column["header"] or _("Column %(number)s") % {
            "number": column["index"] + 1
        }
        kept = dict(choices)
        self.fields[name] = forms.ChoiceField(
            label=label, choices=choices, required=False, widget=SMALL
        )
        self.initial[name] = column["field"] if column["field"] in kept else ""

    @property
    def columns(self):
        """Each column with its select."""
        return [
            column | {"select": self[column_name(column)]}
            for column in self.batch.reading["columns"]
        ]

    @property
    def settings(self):
        """The fields above the table."""
        names = ("encoding", "sheet", "header_row", "delegation")
        return [self[name] for name in names if name in self.fields]

    @property
    def reads_anew(self):
        """Whether the file is to be read another way."""
        return any(not name.startswith("unread_") for name in self.changed_data)

    def apply(self):
        """Put what was changed into the choices and answers of the batch."""
        choices = self.batch.choices
        self.apply_ticks()
        if "delegation" in self.changed_data:
            choices.delegation = self.cleaned_data["delegation"]
        moved = {"encoding", "sheet", "header_row"} & set(self.changed_data)
        if near := self.cleaned_data.get("near"):
            choices.read_another_table(encoding=near)
        elif moved:
            choices.read_another_table(**{n: self.cleaned_data[n] for n in moved})
        else:
            choices.mapping |= self._mapped()

    def _mapped(self):
        return {
            column["index"]: self.cleaned_data[name]
            for column in self.batch.reading["columns"]
            if (name := column_name(column)) in self.changed_data
        }


def column_name(column):
    return f"column_{column['index']}"
