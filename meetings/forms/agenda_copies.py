"""Starting the agenda of a meeting from that of another one."""

from crispy_forms.bootstrap import StrictButton
from crispy_forms.layout import Field
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.agenda.copying import (
    CopyOption,
    copy_agenda,
    first_exact_day,
    meetings_to_copy,
    previous_edition,
)
from meetings.agenda.outcomes import matters_arising
from meetings.forms.choosing import AgendaChoiceField
from meetings.forms.layout import columns, form_helper
from meetings.forms.lookups import AGENDAS

DAY = forms.DateInput({"type": "date"}, format="%Y-%m-%d")


class CopyForm(forms.Form):
    """Choose whose agenda is copied, what of it, and the first day; it is shown first.

    If nothing was submitted, the last edition of the series is chosen, if there is one.
    """

    source = AgendaChoiceField(label=gettext_lazy("The agenda of"))
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
        self.sources = list(meetings_to_copy(meeting))
        matters = matters_arising(meeting).count()
        # Bound to the defaults, so that they are validated and shown as if chosen.
        super().__init__(self._defaults(meeting, matters) if data is None else data)
        options = {each.slug: AGENDAS.option(each) for each in self.sources}
        self.fields["source"].choices = [(slug, slug) for slug in options]
        self.fields["source"].widget.select.known = options
        self.fields["parts"].choices = [
            (option, label_of(option, matters))
            for option in CopyOption
            if matters or option != CopyOption.MATTERS
        ]

    def _defaults(self, meeting, matters):
        """Return what is likely wanted; None if no edition came before."""
        source = previous_edition(meeting, self.sources)
        arising = [CopyOption.MATTERS] if matters else []
        return source and {
            "source": source.slug,
            "parts": [CopyOption.ITEMS, CopyOption.PRESENTERS, *arising],
            "first_day": first_exact_day(meeting.date),
        }

    def copy_into(self, agenda):
        """Put what was chosen behind the sessions of an agenda."""
        data = self.cleaned_data
        source = next(m for m in self.sources if m.slug == data["source"])
        return copy_agenda(agenda, source, data["parts"], data["first_day"])

    @property
    def chosen(self):
        """All that was chosen, as names and values, to be submitted once more."""
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
        helper.form_method = "get"  # it only shows, and can be bookmarked
        return helper


def show_button():
    return StrictButton(_("Show it"), type="submit", css_class="btn-outline-primary")


def label_of(option, matters):
    """Return the label of an option, of matters arising with how many there are."""
    is_counted = option == CopyOption.MATTERS
    return f"{option.label} ({matters})" if is_counted else option.label
