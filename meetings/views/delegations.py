"""A meeting's delegations."""

from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import CreateView, UpdateView
from django_filters.views import FilterView

from meetings.forms.delegations import DeclineForm, DelegationFilter, DelegationForm
from meetings.views.mixins import (
    FormOfMeetingMixin,
    OfMeetingMixin,
    SingleSubmissionMixin,
)


class DelegationList(PermissionRequiredMixin, OfMeetingMixin, FilterView):
    permission_required = "meetings.view_delegation"
    filterset_class = DelegationFilter
    template_name = "meetings/delegations/list.html"
    context_object_name = "delegation_list"
    paginate_by = 100
    strict = False

    def get_queryset(self):
        delegations = self.meeting.delegations.with_bodies().with_head_count()
        return delegations.in_protocol_order()


class BackToDelegationsMixin(OfMeetingMixin):
    """A form on a delegation that leads back to the list."""

    def get_success_url(self):
        messages.success(self.request, _("The delegation is saved."))
        return reverse("delegation-list", args=[self.meeting.slug])


class DelegationCreate(
    PermissionRequiredMixin,
    BackToDelegationsMixin,
    FormOfMeetingMixin,
    SingleSubmissionMixin,
    CreateView,
):
    permission_required = "meetings.add_delegation"
    form_class = DelegationForm
    template_name = "meetings/delegations/form.html"


class DelegationUpdate(PermissionRequiredMixin, BackToDelegationsMixin, UpdateView):
    """A form on one delegation."""

    permission_required = "meetings.change_delegation"

    def get_object(self, queryset=None):
        delegations = self.meeting.delegations.with_bodies()
        return get_object_or_404(delegations.of_body(self.kwargs["code"]))


class DelegationEdit(FormOfMeetingMixin, DelegationUpdate):
    form_class = DelegationForm
    template_name = "meetings/delegations/form.html"


class DelegationDecline(DelegationUpdate):
    form_class = DeclineForm
    template_name = "meetings/delegations/decline.html"
