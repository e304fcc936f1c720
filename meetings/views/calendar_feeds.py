"""The addresses that calendars subscribe to: made, shown and revoked."""

from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db.models import F
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from meetings.forms.calendar_feeds import CalendarFeedForm
from meetings.views.calendars import feed_url
from meetings.views.mixins import FormOfMeetingMixin, OfMeetingMixin


class CalendarFeedList(PermissionRequiredMixin, FormOfMeetingMixin, FormView):
    """All addresses of a meeting, and making another."""

    permission_required = "meetings.change_session"
    form_class = CalendarFeedForm
    template_name = "meetings/agendas/calendars.html"

    def get_context_data(self, **kwargs):
        feeds = self.meeting.calendar_feeds.select_related(
            "made_by", "person", "delegation__government", "delegation__organization"
        )
        # Those in use first: they are the ones that are sought.
        feeds = feeds.order_by(
            F("revoked_at").desc(nulls_first=True), "-made_at", "-pk"
        )
        feed_list = [(feed, feed_url(feed)) for feed in feeds]
        return super().get_context_data(feed_list=feed_list, **kwargs)

    def form_valid(self, form):
        made = form.save(self.request.user, timezone.now())
        messages.success(self.request, _("The address is made: %(of)s.") % {"of": made})
        return super().form_valid(form)

    def get_success_url(self):
        return reverse("calendar-feed-list", args=[self.meeting.slug])


class CalendarFeedRevoke(PermissionRequiredMixin, OfMeetingMixin, TemplateView):
    """Ask whether an address is to be revoked, and revoke it."""

    permission_required = "meetings.change_session"
    template_name = "meetings/agendas/calendar_revoke.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(feed=self.get_feed(), **kwargs)

    def post(self, request, **kwargs):
        feed = self.get_feed()
        feed.revoked_at = timezone.now()
        feed.save(update_fields=["revoked_at"])
        messages.success(request, _("The address is revoked: %(of)s.") % {"of": feed})
        return redirect("calendar-feed-list", self.meeting.slug)

    def get_feed(self):
        feeds = self.meeting.calendar_feeds.in_use()
        return get_object_or_404(feeds, pk=self.kwargs["pk"])
