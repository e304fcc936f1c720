"""Adding, editing and finding delegations."""

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from meetings.forms.base import ReasonForm, SingleSubmissionForm
from meetings.forms.choosing import GovernmentChoiceField, OrganizationChoiceField
from meetings.forms.filters import SearchFilter, country_filter, status_filter
from meetings.forms.layout import columns, form_helper
from meetings.models import Delegation, Meeting
from meetings.models.delegations import DelegationStatus


class DelegationForm(SingleSubmissionForm):
    """A government's or an organisation's delegation to one meeting."""

    # A form leaves out constraints that mention a field it lacks, and one government
    # has one delegation at a meeting. Disabled, it ignores what a browser sends.
    meeting = forms.ModelChoiceField(
        Meeting.objects, disabled=True, widget=forms.HiddenInput
    )

    class Meta:
        model = Delegation
        fields = [
            "meeting",
            "government",
            "organization",
            "status",
            "capacity",
            "focal_point_name",
            "focal_point_email",
            "seats_expected",
            "protocol_order",
            "note",
        ]
        field_classes = {
            "government": GovernmentChoiceField,
            "organization": OrganizationChoiceField,
        }
        widgets = {"note": forms.Textarea({"rows": 2})}

    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["meeting"] = meeting

    @property
    def helper(self):
        return form_helper(
            columns(government=6, organization=6),
            columns(status=4, capacity=8),
            columns(focal_point_name=6, focal_point_email=6),
            columns(seats_expected=3, protocol_order=3),
            "note",
            "change_reason",
        )


class DeclineForm(ReasonForm):
    """Record that a delegation does not come, and why."""

    class Meta:
        model = Delegation
        fields = []

    def clean(self):
        super().clean()
        # A government that ended may be declined: its successor comes in its place.
        self.instance.status = DelegationStatus.DECLINED

    def save(self, commit=True):
        self.instance.decline(self.cleaned_data["change_reason"])
        return self.instance


class DelegationFilter(SearchFilter):
    """Find delegations of a meeting by name, status or country."""

    status = status_filter(DelegationStatus.choices)
    country = country_filter(method="of_country")
    sort = django_filters.OrderingFilter(
        label=_("Sort"),
        fields={
            "government__code": "code",
            "status": "status",
            "attendee_count": "attendees",
        },
        choices=[
            ("code", _("by code")),
            ("status", _("by status")),
            ("-attendees", _("by number of attendees")),
        ],
        empty_label=_("in protocol order"),
    )

    class Meta:
        model = Delegation
        fields = ["q", "status", "country"]
