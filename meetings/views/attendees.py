"""A meeting's attendees: the list, registering, editing, cancelling, presence."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import CreateView, DetailView, UpdateView
from django_filters.views import FilterView

from meetings.forms.attendees import (
    AttendeeFilter,
    AttendeeForm,
    CancelForm,
    SearchForm,
    search_key,
    searched_attendees,
)
from meetings.models import Attendee, Meeting
from meetings.models.attendees import MARK_ATTENDANCE, AttendeeStatus
from meetings.views.mixins import (
    FormOfMeetingMixin,
    OfMeetingMixin,
    SingleSubmissionMixin,
    redirect_back,
)


class AttendeeList(PermissionRequiredMixin, OfMeetingMixin, FilterView):
    permission_required = "meetings.view_attendee"
    filterset_class = AttendeeFilter
    template_name = "meetings/attendees/list.html"
    context_object_name = "attendee_list"
    paginate_by = 100
    strict = False  # an address with a wrong filter shows the list, not an error

    def get_queryset(self):
        return searched_attendees(self.request, self.meeting)

    def get_context_data(self, **kwargs):
        text = self.request.session.get(search_key(self.meeting), "")
        is_near = self.meeting.may_mark_presence_on(timezone.localdate())
        return super().get_context_data(
            searched=text,
            marks_presence=is_near and self.request.user.has_perm(MARK_ATTENDANCE),
            **kwargs,
        )


@require_POST
@permission_required("meetings.view_attendee", raise_exception=True)
def search_attendees(request, slug):
    """Keep the words in the session, so that no name stands in an address."""
    meeting = get_object_or_404(Meeting, slug=slug)
    form = SearchForm(request.POST)
    text = form.cleaned_data["q"] if form.is_valid() else ""
    request.session[search_key(meeting)] = text.strip()
    return redirect("attendee-list", slug)


class OfAttendeeMixin(OfMeetingMixin):
    """A page below /meetings/<slug>/attendees/<reference>/."""

    def get_object(self, queryset=None):
        attendees = self.meeting.attendees.with_names()
        return get_object_or_404(attendees, reference=self.kwargs["reference"])


class AttendeeDetail(PermissionRequiredMixin, OfAttendeeMixin, DetailView):
    permission_required = "meetings.view_attendee"
    template_name = "meetings/attendees/detail.html"


class AttendeeCreate(
    PermissionRequiredMixin, FormOfMeetingMixin, SingleSubmissionMixin, CreateView
):
    permission_required = "meetings.add_attendee"
    form_class = AttendeeForm
    template_name = "meetings/attendees/form.html"

    def get_initial(self):
        code = self.request.GET.get("delegation", "")
        return {"delegation": self.meeting.delegations.of_body(code).first()}

    def get_success_url(self):
        messages.success(
            self.request, _("Registered: %(name)s.") % {"name": self.object}
        )
        # Back to where the list was filtered to, or on with the same delegation.
        code = self.object.delegation.code
        page = "attendee-add" if "another" in self.request.POST else "attendee-list"
        return reverse(page, args=[self.meeting.slug]) + f"?delegation={code}"


class AttendeeUpdate(PermissionRequiredMixin, OfAttendeeMixin, UpdateView):
    """A form on one attendee, leading to the attendee's page."""

    permission_required = "meetings.change_attendee"

    def get_success_url(self):
        messages.success(self.request, _("The attendee is saved."))
        return self.object.get_absolute_url()


class AttendeeEdit(FormOfMeetingMixin, AttendeeUpdate):
    form_class = AttendeeForm
    template_name = "meetings/attendees/form.html"


class AttendeeCancel(AttendeeUpdate):
    form_class = CancelForm
    template_name = "meetings/attendees/cancel.html"


@require_POST
@permission_required("meetings.change_attendee", raise_exception=True)
def reinstate_attendee(request, slug, reference):
    """Take a cancellation back, unless the delegation has another head by now."""
    attendee = get_object_or_404(Attendee, meeting__slug=slug, reference=reference)
    return set_status(request, attendee, AttendeeStatus.REGISTERED)


@require_POST
@permission_required(MARK_ATTENDANCE, raise_exception=True)
def mark_attendance(request, slug, reference):
    """Record that somebody is present, or absent."""
    attendee = get_object_or_404(Attendee, meeting__slug=slug, reference=reference)
    is_here = request.POST.get("present") == "yes"
    status = AttendeeStatus.ATTENDED if is_here else AttendeeStatus.ABSENT
    return set_status(request, attendee, status)


def set_status(request, attendee, status):
    """Set a status, and go back to the page with the button."""
    try:
        attendee.set_status(status)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, f"{attendee}: {attendee.get_status_display()}")
    return redirect_back(request, attendee)
