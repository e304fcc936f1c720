"""Starting the agenda of a meeting from that of another one."""

from itertools import groupby

from crispy_forms.bootstrap import StrictButton
from crispy_forms.layout import Field
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.agenda.copying import (
    Part,
    copying,
    first_exact_day,
    last_time,
    sources_for,
)
from meetings.agenda.outcomes import matters_arising
from meetings.forms.layout import columns, form_helper
from meetings.models import edtf

DAY = forms.DateInput({"type": "date"}, format="%Y-%m-%d")


class CopyForm(forms.Form):
    """Choose whose agenda is copied, what of it, and the first day; it is shown first.

    Where nothing is sent, the last edition of the series is chosen, if there is one.
    """

    source = forms.ChoiceField(label=gettext_lazy("The agenda of"))
    parts = forms.MultipleChoiceField(
        label=gettext_lazy("With its sessions come"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    first_day = forms.DateField(
        label=gettext_lazy("First day"),
        required=False,
        widget=DAY,
        help_text=gettext_lazy(
            "Later days keep their distance. Without it, sessions come without days."
        ),
    )

    def __init__(self, data, *, meeting):
        self.sources = list(sources_for(meeting))
        matters = matters_arising(meeting).count()
        super().__init__(self._unasked(meeting, matters) if data is None else data)
        self.fields["source"].choices = grouped(self.sources)
        self.fields["parts"].choices = [
            (part, label_of(part, matters))
            for part in Part
            if matters or part != Part.MATTERS
        ]

    def _unasked(self, meeting, matters):
        """What is likely wanted; None where no edition came before."""
        source = last_time(meeting, self.sources)
        arising = [Part.MATTERS] if matters else []
        return source and {
            "source": source.slug,
            "parts": [Part.ITEMS, Part.PRESENTERS, *arising],
            "first_day": first_exact_day(meeting.date),
        }

    @property
    def edit(self):
        """What is to be done to the plan of the meeting."""
        data = self.cleaned_data
        source = next(m for m in self.sources if m.slug == data["source"])
        return copying(source, data["parts"], data["first_day"])

    @property
    def chosen(self):
        """All that was chosen, as names and values, to be sent once more."""
        data = self.cleaned_data
        parts = [("parts", part) for part in data["parts"]]
        first_day = data["first_day"].isoformat() if data["first_day"] else ""
        return [("source", data["source"]), *parts, ("first_day", first_day)]

    @property
    def helper(self):
        helper = form_helper(
            columns(source=8, first_day=4),
            Field("parts", wrapper_class="ticks"),
            buttons=[show_button()],
        )
        helper.form_method = "get"
        return helper


def show_button():
    return StrictButton(_("Show it"), type="submit", css_class="btn-outline-primary")


def label_of(part, matters):
    """The label of a part, of matters arising with how many there are."""
    return f"{part.label} ({matters})" if part == Part.MATTERS else part.label


def grouped(meetings):
    """The meetings as choices, under the names of their series."""
    by_series = sorted(meetings, key=lambda meeting: meeting.series_id)
    return [
        (str(series), [(each.slug, label_of_meeting(each)) for each in own])
        for series, own in groupby(by_series, key=lambda meeting: meeting.series)
    ]


def label_of_meeting(meeting):
    return " · ".join(filter(None, [meeting.title, edtf.in_words(meeting.date)]))
