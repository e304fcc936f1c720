"""Logging and editing meetings, and finding them."""

import django_filters
from crispy_forms.layout import Fieldset
from django import forms
from django.utils.translation import gettext_lazy as _

from meetings.forms.base import SingleSubmissionForm, VersionedForm
from meetings.forms.choosing import GovernmentChoiceField
from meetings.forms.filters import SearchFilter, country_filter, status_filter
from meetings.forms.layout import columns, form_helper, in_four_languages
from meetings.models import Meeting, Organization, Series
from meetings.models.meeting_choices import MeetingStatus
from meetings.models.names import columns_of


class MeetingForm(SingleSubmissionForm):
    """Log a meeting or edit it."""

    host_organizations = forms.ModelMultipleChoiceField(
        # Turns go by country, so hosts have one; bodies of several countries take other
        # parts, which the back office has.
        Organization.objects.exclude(country=None),
        label=_("Host organisations"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Meeting
        fields = [
            "series",
            "number",
            "kind",
            "date",
            "status",
            "format",
            "country",
            "place_government",
            "host_government",
            "languages",
            *Meeting.text_columns(),
        ]
        field_classes = {
            "place_government": GovernmentChoiceField,
            "host_government": GovernmentChoiceField,
        }
        widgets = {
            **{name: forms.Textarea({"rows": 3}) for name in columns_of("note")},
            **{name: forms.Textarea({"rows": 2}) for name in columns_of("theme")},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            # The status has a page of its own, which asks for a reason.
            self.fields["status"].disabled = True
            self.initial["host_organizations"] = self.instance.host_organizations

    def save(self, commit=True):
        # The hosts are rows of their own, which need the meeting to be there.
        meeting = super().save(commit)
        meeting.set_host_organizations(self.cleaned_data["host_organizations"])
        return meeting

    @property
    def helper(self):
        return form_helper(
            columns(series=6, number=2, kind=4),
            columns(date=5, status=3, format=4),
            Fieldset(
                _("Where"),
                "country",
                in_four_languages("place"),
                columns(place_government=6, host_government=6),
                in_four_languages("venue"),
                "host_organizations",
            ),
            Fieldset(_("Theme"), in_four_languages("theme")),
            Fieldset(
                _("Title, where it is not number and series"),
                in_four_languages("title"),
            ),
            Fieldset(
                _("Further"),
                "languages",
                in_four_languages("livestream"),
                in_four_languages("note"),
            ),
            "change_reason",
        )


class MeetingStatusForm(VersionedForm):
    """Change a meeting's status, for a reason that is shown with it.

    The reason is a column of the meeting here, so the one of the history is taken from
    it instead of being asked for twice.
    """

    class Meta:
        model = Meeting
        fields = ["status", "status_reason"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["status_reason"].required = True
        del self.fields["change_reason"]

    def clean(self):
        super().clean()
        self.instance._change_reason = self.cleaned_data.get("status_reason")

    @property
    def helper(self):
        return form_helper("status", "status_reason")


class MeetingFilter(SearchFilter):
    """Find meetings by series, year, country, status, or any word of theirs."""

    series = django_filters.ModelChoiceFilter(
        label=_("Series"),
        queryset=Series.objects.all(),
        to_field_name="slug",
        empty_label=_("Every series"),
    )
    year = django_filters.NumberFilter(
        label=_("Year"), method="in_year", min_value=1, max_value=9999
    )
    country = country_filter()
    status = status_filter(MeetingStatus.choices)

    class Meta:
        model = Meeting
        fields = ["q", "series", "year", "country", "status"]

    def in_year(self, queryset, name, value):
        return queryset.in_year(int(value))
