"""Meetings: the list, a meeting's pages, logging and editing."""

from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import CreateView, DetailView, UpdateView
from django_filters.views import FilterView

from meetings.forms.meetings import MeetingFilter, MeetingForm, MeetingStatusForm
from meetings.models import Meeting, Series
from meetings.models.agendas import schedule_all
from meetings.record.untranslated import languages_of_reader, with_untranslated
from meetings.views.mixins import OfMeetingMixin, SingleSubmissionMixin
from meetings.views.texts import texts_context


class MeetingList(PermissionRequiredMixin, FilterView):
    permission_required = "meetings.view_meeting"
    queryset = Meeting.objects.with_names().with_attendance().latest_first()
    filterset_class = MeetingFilter
    template_name = "meetings/meetings/list.html"
    context_object_name = "meeting_list"
    paginate_by = 50
    strict = False


class MeetingDetail(PermissionRequiredMixin, OfMeetingMixin, DetailView):
    permission_required = "meetings.view_meeting"
    template_name = "meetings/meetings/detail.html"

    def get_object(self, queryset=None):
        return self.meeting

    def get_context_data(self, **kwargs):
        hosts = self.meeting.hosts.select_related("organization", "government")
        hosts = hosts.prefetch_related("organization__names", "government__names")
        # Apart from the meeting, which all of its pages load without counting.
        counts = Meeting.objects.with_attendance().get(pk=self.meeting.pk)
        # Where it has a part of its own, it is among the hosts.
        among_hosts = {host.government for host in hosts}
        return super().get_context_data(
            hosts=hosts,
            counts=counts,
            is_host_government_told=self.meeting.host_government in among_hosts,
            **kwargs,
        )


class MeetingCreate(PermissionRequiredMixin, SingleSubmissionMixin, CreateView):
    permission_required = "meetings.add_meeting"
    form_class = MeetingForm
    template_name = "meetings/meetings/form.html"

    def get_initial(self):
        slug = self.request.GET.get("series")
        if not slug:
            return {}
        # From the page of a series, most of its next edition can be foreseen.
        series = get_object_or_404(Series, slug=slug)
        return series.next_edition(timezone.localdate())

    def get_context_data(self, **kwargs):
        series_list = Series.objects.all()
        return super().get_context_data(series_list=series_list, **kwargs)

    def get_success_url(self):
        messages.success(self.request, _("The meeting is logged."))
        return self.object.get_absolute_url()


class MeetingEdit(PermissionRequiredMixin, OfMeetingMixin, UpdateView):
    permission_required = "meetings.change_meeting"
    form_class = MeetingForm
    template_name = "meetings/meetings/form.html"

    def get_object(self, queryset=None):
        return self.meeting

    def get_success_url(self):
        messages.success(self.request, _("The meeting is saved."))
        return reverse("meeting-detail", args=[self.object.slug])


class MeetingStatusUpdate(MeetingEdit):
    permission_required = "meetings.change_status_meeting"
    form_class = MeetingStatusForm
    template_name = "meetings/meetings/status.html"


class MeetingRecord(PermissionRequiredMixin, OfMeetingMixin, DetailView):
    permission_required = "meetings.view_citation"
    template_name = "meetings/meetings/record.html"

    @property
    def meetings(self):
        # The place is shown as its texts here, not by the name of the day.
        return with_untranslated(Meeting.objects.with_titles(), languages_of_reader())

    def get_object(self, queryset=None):
        return self.meeting

    def get_context_data(self, **kwargs):
        decisions = self.meeting.decisions.prefetch_related("sources")
        return super().get_context_data(
            citations=self.meeting.citations.select_related("source").by_field(),
            figures=self.meeting.figures.select_related("source", "country"),
            decisions=decisions,
            **texts_context(self.labelled_rows(decisions)),
            **kwargs,
        )

    def labelled_rows(self, decisions):
        """Yield the meeting and its parts, each with what it is called."""
        yield "", self.meeting
        for session in schedule_all(self.meeting.sessions.prefetch_related("items")):
            yield f"{_('Session')} {session.label}", session
            for item in session.item_list:
                yield f"{_('Agenda item')} {item.label}", item
        for decision in decisions:
            yield f"{_('Decision')} {decision.order}", decision
