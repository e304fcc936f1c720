"""The first page: the next meetings, gaps in the record, and recent changes."""

from datetime import timedelta

from django.utils import timezone
from django.views.generic import TemplateView

from meetings.models import Meeting, Series
from meetings.models.changes import recent_changes

# What is older than a month is no news, and the histories grow for ever.
DAYS_SHOWN = 30


class Dashboard(TemplateView):
    template_name = "meetings/dashboard.html"

    def get_context_data(self, **kwargs):
        now = timezone.now()
        upcoming = Meeting.objects.upcoming(timezone.localdate())
        return super().get_context_data(
            upcoming=upcoming.with_names().with_attendance()[:6],
            lacking=Meeting.objects.lacking_data().with_names().latest_first(),
            changes=recent_changes(now - timedelta(days=DAYS_SHOWN)),
            series_list=Series.objects.all(),
            **kwargs,
        )
