"""Making an address that calendars subscribe to."""

from crispy_forms.layout import Submit
from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.forms.layout import form_helper
from meetings.models import CalendarFeed, Person, Presenter

WHOLE_MEETING = "meeting"


class CalendarFeedForm(forms.Form):
    """Make an address for a whole meeting, a delegation or somebody who presents."""

    subject = forms.ChoiceField(label=gettext_lazy("Calendar of"))

    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        self.fields["subject"].choices = [
            ("", ""),
            (WHOLE_MEETING, _("the whole meeting")),
            (_("Delegations"), choices("delegation", delegations_of(meeting))),
            (
                _("People who present or chair"),
                choices("person", presenting_people(meeting)),
            ),
        ]

    def save(self, by, moment):
        """Make the address; the same calendar may have several, to be revoked apart."""
        field, _dash, pk = self.cleaned_data["subject"].partition("-")
        subject = {} if field == WHOLE_MEETING else {f"{field}_id": int(pk)}
        return CalendarFeed.objects.create(
            meeting=self.meeting, made_by=by, made_at=moment, **subject
        )

    @property
    def helper(self):
        return form_helper("subject", buttons=[Submit("make", _("Make an address"))])


def choices(field, rows):
    return [(f"{field}-{row.pk}", str(row)) for row in rows]


def delegations_of(meeting):
    delegations = meeting.delegations.select_related("government", "organization")
    return delegations.taking_part().in_protocol_order()


def presenting_people(meeting):
    """Return everybody who presents or chairs what is not internal."""
    public = {"item__session__meeting": meeting, "item__is_internal": False}
    presenters = Presenter.objects.filter(**public)
    # Two subqueries, where joins to both would multiply the rows.
    here = Q(pk__in=presenters.values("person"))
    here |= Q(pk__in=presenters.values("attendee__person"))
    return Person.objects.filter(here).select_related("country").in_name_order()
