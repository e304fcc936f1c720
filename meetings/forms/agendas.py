"""The editor of an agenda: sessions, items, who presents them, and small acts."""

from crispy_forms.bootstrap import InlineCheckboxes
from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.agenda.clashes.sessions import is_outside
from meetings.agenda.clashes.slots import exact
from meetings.forms.layout import columns, form_helper, in_four_languages
from meetings.models import AgendaItem, Session
from meetings.models.agendas import ItemKind
from meetings.models.names import Language
from meetings.models.presenters import PresenterPart

TIME = forms.TimeInput({"type": "time"}, format="%H:%M")
LONGEST = 24 * 60


def duration_field(**options):
    return forms.IntegerField(
        label=gettext_lazy("Minutes allotted"),
        min_value=0,
        max_value=LONGEST,
        **{"required": False} | options,
    )


class SeenForm(forms.Form):
    """An act on the agenda as its editor saw it."""

    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)


class MoveForm(SeenForm):
    """Put an item, or a session, at another place, counted from 0."""

    session = forms.IntegerField(label=gettext_lazy("Session"), required=False)
    place = forms.IntegerField(
        label=gettext_lazy("Place in the order"), min_value=0, max_value=10_000
    )


class DurationForm(SeenForm):
    """Change the length of an item."""

    duration = duration_field()


class NewItemForm(SeenForm):
    """Add an item at the end of a session."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=250)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=ItemKind.choices)
    duration = duration_field()


class SessionForm(SeenForm, forms.ModelForm):
    """Add or change a session; a day outside the meeting is asked about once."""

    outside = forms.BooleanField(
        label=gettext_lazy("The day is outside the meeting, and right"),
        required=False,
    )

    class Meta:
        model = Session
        fields = ["kind", "date", "start", "end", "room", "mode"]
        fields += [f"title_{code}" for code in Language.values]
        widgets = {"start": TIME, "end": TIME}

    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        self.asks = False

    def clean(self):
        super().clean()
        day = exact(self.cleaned_data.get("date"))
        is_right = self.cleaned_data.get("outside")
        if day and is_outside(day, self.meeting) and not is_right:
            self.asks = True
            self.add_error(
                "date", _("This day is outside the meeting. If it is right, say so.")
            )

    @property
    def values(self):
        """What the session is to hold, by column."""
        return {name: self.cleaned_data[name] for name in self._meta.fields}

    @property
    def helper(self):
        outside = ["outside"] if self.asks else []
        return form_helper(
            columns(kind=4, date=4, mode=4),
            *outside,
            columns(start=3, end=3, room=6),
            in_four_languages("title"),
        )


class ItemForm(SeenForm, forms.ModelForm):
    """Change an item; the people of it are in a formset that shares the <form>."""

    duration = duration_field()

    class Meta:
        model = AgendaItem
        fields = ["kind", "number", "duration", "is_internal"]
        fields += [f"title_{code}" for code in Language.values]

    values = SessionForm.values

    @property
    def helper(self):
        helper = form_helper(
            columns(kind=4, number=4, duration=4),
            in_four_languages("title"),
            "is_internal",
        )
        helper.layout.pop()
        helper.form_tag = False
        return helper


class PresenterForm(forms.Form):
    """One who presents or chairs: chosen by name, or as it is to be printed."""

    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    who = forms.CharField(
        label=gettext_lazy("Who"),
        required=False,
        max_length=250,
        widget=forms.TextInput({"list": "known", "autocomplete": "off"}),
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

    def presenter(self, known, before):
        """The id of the row that it was, or None, and the values for `write_item`.

        `before` is what those rows are called by id, for `known` may not find them.
        """
        data = self.cleaned_data
        values = {
            "part": data["part"] or PresenterPart.PRESENTER,
            "is_open": data["is_open"],
            "language": data["language"],
            "interpretation": " ".join(dict.fromkeys(data["interpretation"])),
        }
        if not data["who"] or data["who"] != before.get(data["pk"]):
            values |= known.find(data["who"]) if data["who"] else known.NOBODY
        return data["pk"], values

    @property
    def helper(self):
        helper = form_helper(
            "pk",
            columns(who=6, part=3, language=3),
            InlineCheckboxes("interpretation"),
            "is_open",
        )
        helper.layout.pop()
        helper.form_tag = helper.disable_csrf = False
        return helper


PresenterFormSet = formset_factory(PresenterForm, extra=2, max_num=20)
