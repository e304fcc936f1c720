"""Registering, editing, cancelling and finding attendees."""

import django_filters
from crispy_forms.layout import Submit
from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from meetings.forms.base import ReasonForm, SingleSubmissionForm
from meetings.forms.filters import country_filter, status_filter
from meetings.forms.layout import columns, part_of_a_form, save_button
from meetings.forms.people import PersonForm
from meetings.models import Attendee
from meetings.models.attendees import SEE_PERSONAL_DATA, AttendeeStatus, Mode
from meetings.models.delegations import Role

# Browsers take ISO dates only, whatever the language of the page.
DATE = forms.DateInput({"type": "date"}, format="%Y-%m-%d")


class AttendeeForm(SingleSubmissionForm):
    """Register a person in a delegation, or edit who is registered.

    The person's own fields are in `person_form`, which is part of the same <form>.
    """

    class Meta:
        model = Attendee
        fields = [
            "delegation",
            "role",
            "rank",
            "position",
            "department",
            "mode",
            "status",
            "languages",
            "dietary",
            "arrives_on",
            "departs_on",
            "lodging",
            "note",
        ]
        widgets = {
            "arrives_on": DATE,
            "departs_on": DATE,
            "note": forms.Textarea({"rows": 2}),
        }

    def __init__(self, data=None, *args, meeting, **kwargs):
        super().__init__(data, *args, **kwargs)
        person = self.instance.person if self.instance.pk else None
        # With a prefix: two forms in one <form> must not share names of fields.
        self.person_form = PersonForm(data, prefix="person", instance=person)
        self.fields["delegation"].queryset = (
            # Nobody is registered for a delegation that does not come.
            meeting.delegations.taking_part().with_bodies().in_protocol_order()
        )

    def is_valid(self):
        # A list: both forms are checked, so that all errors are shown at once.
        return all([self.person_form.is_valid(), super().is_valid()])

    def clean(self):
        super().clean()
        if self.person_form.is_valid() and self.person_form.chosen:
            self.instance.person = self.person_form.chosen

    def _get_validation_exclusions(self):
        """Check a person who is chosen against those registered already.

        A form leaves out constraints that mention a field it lacks. `person` is none of
        its fields, but a constraint forbids to register somebody twice.
        """
        exclusions = super()._get_validation_exclusions()
        return exclusions - {"person"} if self.instance.person_id else exclusions

    @transaction.atomic
    def save(self, commit=True):
        country = self.cleaned_data["delegation"].country
        self.instance.person = self.person_form.save_for(country)
        return super().save(commit)

    @property
    def helper(self):
        return part_of_a_form(
            columns(delegation=6, role=3, rank=3),
            columns(position=6, department=6),
            columns(mode=6, status=6),
            columns(languages=4, dietary=4, lodging=4),
            columns(arrives_on=3, departs_on=3, note=6),
            "change_reason",
        )

    @property
    def buttons(self):
        """Return the buttons; the first is what the Enter key does.

        Attendees are registered one after another from a list.
        """
        if self.instance.pk:
            return [save_button()]
        return [
            Submit("another", _("Save and register another")),
            Submit("save", _("Save and finish"), css_class="btn-secondary"),
        ]


class CancelForm(ReasonForm):
    """Cancel an attendee, for a reason; the row stays, as the badge may be printed."""

    class Meta:
        model = Attendee
        fields = []

    def save(self, commit=True):
        reason = self.cleaned_data["change_reason"]
        self.instance.set_status(AttendeeStatus.CANCELLED, reason)
        return self.instance


class AttendeeFilter(django_filters.FilterSet):
    """Filter a meeting's attendees; names are searched by `SearchForm`, by post."""

    delegation = django_filters.CharFilter(method="of_body", widget=forms.HiddenInput)
    role = django_filters.ChoiceFilter(
        label=_("Role"), choices=Role.choices, empty_label=_("Every role")
    )
    status = status_filter(AttendeeStatus.choices)
    mode = django_filters.ChoiceFilter(
        label=_("Mode"), choices=Mode.choices, empty_label=_("Every mode")
    )
    country = country_filter(method="of_country")
    sort = django_filters.OrderingFilter(
        label=_("Sort"),
        fields={
            "person__native_name": "name",
            "delegation__government__code": "delegation",
            "role": "role",
            "status": "status",
        },
        choices=[
            ("delegation", _("by delegation")),
            ("name", _("by name")),
            ("role", _("by role")),
            ("status", _("by status")),
        ],
        empty_label=_("in protocol order"),
    )

    class Meta:
        model = Attendee
        fields = ["delegation", "role", "status", "mode", "country"]

    def of_body(self, queryset, name, value):
        return queryset.of_body(value)

    def of_country(self, queryset, name, value):
        return queryset.of_country(value)


class SearchForm(forms.Form):
    """Words to search for; posted, so that no name stands in an address or a log."""

    q = forms.CharField(label=_("Search"), required=False, max_length=100)


def search_key(meeting):
    """Return the key under which the session keeps the last search in a meeting."""
    return f"attendees-of-{meeting.slug}"


def searched_attendees(request, meeting):
    """Return the meeting's attendees that match this user's last search."""
    attendees = meeting.attendees.with_names().in_protocol_order()
    if text := request.session.get(search_key(meeting), ""):
        may_see = request.user.has_perm(SEE_PERSONAL_DATA)
        attendees = attendees.search(text, with_passport_names=may_see)
    return attendees


def listed_attendees(request, meeting):
    """Return the attendees that the list shows this user: searched and filtered."""
    return AttendeeFilter(request.GET, searched_attendees(request, meeting)).qs
