"""Writing the minutes of an item, and decisions."""

from crispy_forms.layout import Fieldset
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.agenda.outcomes import next_order
from meetings.forms.base import VersionedForm
from meetings.forms.choosing import GovernmentChoiceField, OrganizationChoiceField
from meetings.forms.layout import columns, form_helper, in_four_languages
from meetings.models import AgendaItem, Decision, ItemMinutes, Meeting

DATE = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
NEVER_SAVED = 0  # the version that whoever writes the first minutes has seen


def with_line_feeds(text):
    """Return the text with line ends of one kind, as a script sees them.

    Browsers submit CRLF, while the value of a textarea has LF: compared as they come,
    every text would seem to be changed.
    """
    return text.replace("\r\n", "\n").replace("\r", "\n")


class PlainTextField(forms.CharField):
    """Text kept as it was typed, blanks at its ends included."""

    def __init__(self, **kwargs):
        widget = forms.Textarea({"rows": 3, "class": "form-control"})
        super().__init__(**{"strip": False, "widget": widget} | kwargs)

    def to_python(self, value):
        return with_line_feeds(super().to_python(value))


class MinutesForm(VersionedForm):
    """What was said on an item; `theirs` is what somebody else saved meanwhile."""

    text = PlainTextField(label=gettext_lazy("Minutes"), required=False)

    class Meta:
        model = ItemMinutes
        fields = ["text"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # One page has a form for each item, and ids are there once.
        self.auto_id = f"minutes-{self.instance.item_id}-%s"
        self.theirs = None
        self.initial["text"] = with_line_feeds(self.instance.text)
        if not self.instance.pk:
            self.initial["seen_version"] = NEVER_SAVED
        # Minutes save themselves every few seconds: nobody could give reasons.
        del self.fields["change_reason"]

    def save(self, commit=True):
        """Save the text, unless it is saved already, or nothing was written at all."""
        return super().save(commit) if "text" in self.changed_data else self.instance

    def _merge(self, seen):
        """Keep mine and theirs side by side, unless both wrote the same."""
        theirs = with_line_feeds(self.latest.text)
        if self.cleaned_data.get("text") != theirs:
            self.theirs = theirs
            super()._merge(seen)
            # Both texts are shown side by side, which says it better.
            self.errors.pop("text", None)

    def _who(self):
        return warning_about(self.latest.history.latest().history_user)


def warning_about(who):
    """Return what a writer reads when somebody else has saved the same minutes."""
    return _(
        "%(who)s saved another version while you were writing. Yours is kept here,"
        " but not saved: put theirs below it, or save it in place of theirs."
    ) % {"who": who or _("Somebody")}


class ItemField(forms.ModelChoiceField):
    """An agenda item, named with its session."""

    def label_from_instance(self, item):
        return f"{item.session}: {item}"


class DecisionForm(VersionedForm):
    """What a meeting decided, and who is to follow it up until when."""

    # Not for the user to choose, but on the form so that its constraints are checked.
    meeting = forms.ModelChoiceField(
        Meeting.objects, disabled=True, widget=forms.HiddenInput
    )

    class Meta:
        model = Decision
        fields = [
            "meeting",
            "kind",
            "order",
            "item",
            *Decision.text_columns(),
            "adopted_on",
            "follow_up",
            "due_on",
            "responsible_government",
            "responsible_organization",
        ]
        field_classes = {
            "item": ItemField,
            "responsible_government": GovernmentChoiceField,
            "responsible_organization": OrganizationChoiceField,
        }
        help_texts = {
            "adopted_on": gettext_lazy(
                "As exact as known: 2026, 2026-10 or 2026-10-21/2026-10-24;"
                " 2026? if uncertain."
            )
        }
        widgets = {
            "due_on": DATE,
            **{name: forms.Textarea({"rows": 3}) for name in Decision.text_columns()},
        }

    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["meeting"] = meeting
        if not self.instance.pk:
            self.initial["order"] = next_order(meeting)
        items = AgendaItem.objects.filter(session__meeting=meeting)
        self.fields["item"].queryset = items.select_related("session").order_by(
            "session__order", "order"
        )

    @property
    def helper(self):
        return form_helper(
            columns(kind=4, order=2, adopted_on=6),
            "item",
            in_four_languages("text"),
            Fieldset(
                _("Follow-up"),
                columns(follow_up=6, due_on=6),
                columns(responsible_government=6, responsible_organization=6),
            ),
            "change_reason",
        )
