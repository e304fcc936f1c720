"""Governments, with their names through time and every meeting they attended."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db.models import Prefetch
from django.views.generic import DetailView
from django_filters.views import FilterView

from meetings.forms.governments import GovernmentFilter
from meetings.models import Appointment, Attendee, Government, SeriesMembership


class GovernmentList(PermissionRequiredMixin, FilterView):
    permission_required = "meetings.view_government"
    queryset = Government.objects.with_meeting_count().select_related(
        "country", "parent"
    )
    filterset_class = GovernmentFilter
    template_name = "meetings/governments/list.html"
    context_object_name = "government_list"
    paginate_by = 50
    strict = False


class GovernmentDetail(PermissionRequiredMixin, DetailView):
    permission_required = "meetings.view_government"
    queryset = Government.objects.select_related("country", "parent").prefetch_related(
        "names",
        "parts",
        Prefetch("memberships", SeriesMembership.objects.select_related("series")),
        Prefetch("appointments", Appointment.objects.select_related("person__country")),
    )
    slug_field = slug_url_kwarg = "code"
    template_name = "meetings/governments/detail.html"

    def get_context_data(self, **kwargs):
        # Who attended is shown with each meeting: one query for all, not one for each.
        delegations = self.object.delegations.select_related("meeting__series")
        delegations = delegations.in_time_order().prefetch_related(
            "meeting__series__names",
            Prefetch("attendees", Attendee.objects.select_related("person__country")),
        )
        return super().get_context_data(delegations=delegations, **kwargs)
