"""The editor of an agenda: sessions, items, who presents them, and single edits."""

from crispy_forms.bootstrap import InlineCheckboxes
from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.agenda.clashes.sessions import is_outside
from meetings.forms.layout import (
    columns,
    form_helper,
    in_four_languages,
    part_of_a_form,
)
from meetings.models import AgendaItem, Session
from meetings.models.agendas import MINUTES_A_DAY, ItemKind
from meetings.models.names import Language
from meetings.models.presenters import PresenterPart

TIME = forms.TimeInput({"type": "time"}, format="%H:%M")


class DurationField(forms.IntegerField):
    """Whole minutes, which may be blank, but not absent.

    A page that was opened before an update may send them by another name: taken for a
    blank, that would wipe a length without a word.
    """

    def clean(self, value):
        if value is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return super().clean(value)


def duration_field(**options):
    return DurationField(
        label=gettext_lazy("Minutes allotted"),
        min_value=0,
        max_value=MINUTES_A_DAY,
        **{"required": False} | options,
    )


def place_field():
    """A place in the order, counted from 0; beyond the last one is the end."""
    return forms.IntegerField(
        label=gettext_lazy("Place in the order"), min_value=0, max_value=10_000
    )


class SeenForm(forms.Form):
    """Edit an agenda that is still the one that its editor saw, by its fingerprint."""

    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def see(self, fingerprint):
        """Take the agenda of this fingerprint for what is seen from now on."""
        self.data = self.data.copy()  # what was posted cannot be changed
        self.data["seen"] = fingerprint

    @property
    def values(self):
        """What was submitted beside `seen`, by name."""
        return {
            name: value for name, value in self.cleaned_data.items() if name != "seen"
        }


class MoveSessionForm(SeenForm):
    """Put a session at another place."""

    place = place_field()


class MoveItemForm(SeenForm):
    """Put an item at another place of its session, or of another one."""

    session = forms.IntegerField(label=gettext_lazy("Session"), required=False)
    place = place_field()


class DurationForm(SeenForm):
    """Change the length of an item."""

    duration = duration_field()


class NewItemForm(SeenForm):
    """Add an item at the end of a session."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=250)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=ItemKind.choices)
    duration = duration_field()


class AgendaRowForm(SeenForm, forms.ModelForm):
    """Write a row of an agenda; the agenda saves it, not the form."""

    @property
    def values(self):
        """What the row is to hold, by column.

        What was not sent stays as it is: a page that was opened before an update knows
        fewer columns, and would blank the others.
        """
        return {
            name: self.cleaned_data[name]
            for name in self._meta.fields
            if not self._is_omitted(name)
        }

    def _is_omitted(self, name):
        widget = self.fields[name].widget
        return widget.value_omitted_from_data(self.data, self.files, name)


class SessionForm(AgendaRowForm):
    """Add or change a session; a day outside the meeting is asked about once."""

    outside = forms.BooleanField(
        label=gettext_lazy("The day is outside the meeting, and right"),
        required=False,
    )

    class Meta:
        model = Session
        fields = ["kind", "date", "start", "end", "mode"]
        fields += Session.text_columns()
        widgets = {"start": TIME, "end": TIME}

    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        self.asks = False  # the box is shown once there is something to confirm

    def clean(self):
        super().clean()
        date = self.cleaned_data.get("date") or ""
        is_right = self.cleaned_data.get("outside")
        # Asked rather than refused: a visit on the day after belongs to the programme.
        if is_outside(date, self.meeting) and not is_right:
            self.asks = True
            self.add_error(
                "date", _("This day is outside the meeting. If it is right, say so.")
            )

    @property
    def helper(self):
        outside = ["outside"] if self.asks else []
        return form_helper(
            columns(kind=4, date=4, mode=4),
            *outside,
            columns(start=4, end=4),
            in_four_languages("title"),
            in_four_languages("room"),
        )


class ItemForm(AgendaRowForm):
    """Change an item; its presenters are in a formset that shares the <form>."""

    duration = duration_field()

    class Meta:
        model = AgendaItem
        fields = ["kind", "number", "duration", "is_internal"]
        fields += AgendaItem.text_columns()

    @property
    def helper(self):
        return part_of_a_form(
            columns(kind=4, number=4, duration=4),
            in_four_languages("title"),
            "is_internal",
        )


class PresenterForm(forms.Form):
    """One who presents or chairs: chosen by name, or as it is to be printed."""

    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    who = forms.CharField(
        label=gettext_lazy("Who"),
        required=False,
        max_length=250,
        # The list is for browsers without scripts; with them the server is asked.
        widget=forms.TextInput({"list": "presenter-texts", "autocomplete": "off"}),
    )
    part = forms.ChoiceField(
        label=gettext_lazy("Part"), choices=PresenterPart.choices, required=False
    )
    is_open = forms.BooleanField(label=gettext_lazy("Open place"), required=False)
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        choices=[("", "—"), *Language.choices],
        required=False,
    )
    interpretation = forms.MultipleChoiceField(
        label=gettext_lazy("Interpreted into"),
        choices=Language.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    @property
    def is_blank(self):
        data = self.cleaned_data
        return not (data.get("who") or data.get("is_open"))

    def presenter_values(self, directory, before):
        """Return the id of the row that it was, or None, and the values for it.

        `before` has the texts of those rows by id: who is named as before stays, though
        the directory may no longer have them, as an attendee who has cancelled.
        """
        data = self.cleaned_data
        values = {
            "part": data["part"] or PresenterPart.PRESENTER,
            "is_open": data["is_open"],
            "language": data["language"],
            # A browser may be made to send a choice twice; the column holds 20 letters.
            "interpretation": " ".join(dict.fromkeys(data["interpretation"])),
        }
        # Two columns may say who it is; a text that was left alone changes neither.
        if not data["who"] or data["who"] != before.get(data["pk"]):
            who = data["who"]
            values |= directory.columns_for(who) if who else directory.NOBODY
        return data["pk"], values

    @property
    def helper(self):
        return part_of_a_form(
            "pk",
            columns(who=6, part=3, language=3),
            InlineCheckboxes("interpretation"),
            "is_open",
        )


# Two empty lines to fill; whoever needs more saves, and has two again.
PresenterFormSet = formset_factory(PresenterForm, extra=2, max_num=20)
