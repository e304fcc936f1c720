"""Governments, with their names through time and every meeting they attended."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db.models import Prefetch, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import DetailView
from django_filters.views import FilterView

from meetings.forms.governments import GovernmentFilter
from meetings.models import Appointment, Attendee, Government
from meetings.models.members import membership_history
from meetings.models.names import Language


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
    queryset = Government.objects.select_related(
        "country", "parent", "successor"
    ).prefetch_related(
        "names",
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
        return super().get_context_data(
            delegations=delegations,
            memberships=membership_history(self.object),
            **self.relatives(timezone.localdate()),
            **kwargs,
        )

    def relatives(self, today):
        """Return what belongs to it, and what it succeeds, read in one query."""
        pk = self.object.pk
        rows = Government.objects.filter(Q(parent=pk) | Q(successor=pk))
        rows = list(rows.order_by("official_code", "code"))
        parts = [row for row in rows if row.parent_id == pk]
        return {
            "predecessors": [row for row in rows if row.successor_id == pk],
            "parts": [part for part in parts if part.is_valid_on(today)],
            "other_parts": [part for part in parts if not part.is_valid_on(today)],
        }


@require_POST
@permission_required("meetings.change_government", raise_exception=True)
def confirm_name(request, code, language):
    """Take a name that a rule gave for the right one: it may be printed from now on."""
    government = get_object_or_404(Government, code=code)
    if language not in Language:
        raise Http404
    name = government.text_in("name", language)
    if government.is_name_by_rule(language):
        government.confirm_name(language)
        messages.success(request, _("“%(name)s” is confirmed.") % {"name": name})
    else:
        messages.info(request, _("There is nothing to confirm in that language."))
    return redirect(government)
