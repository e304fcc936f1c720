"""A meeting's agenda."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db.models import Prefetch
from django.views.generic import ListView

from meetings.models import Presenter
from meetings.views.mixins import OfMeetingMixin


class Agenda(PermissionRequiredMixin, OfMeetingMixin, ListView):
    permission_required = "meetings.view_session"
    template_name = "meetings/agendas/agenda.html"
    context_object_name = "session_list"

    def get_queryset(self):
        presenters = Presenter.objects.select_related(
            "government",
            "person",
            "attendee__person",
            "attendee__delegation__government",
            "attendee__delegation__organization",
        )
        return self.meeting.sessions.prefetch_related(
            "items", Prefetch("items__presenters", presenters)
        )
