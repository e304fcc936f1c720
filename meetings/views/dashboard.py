"""The first page: the next meetings, gaps in the record, and recent changes."""

from datetime import timedelta

from django.utils import timezone
from django.views.generic import TemplateView

from meetings.models import Meeting, Series
from meetings.models.changes import recent_changes
from meetings.record.untranslated import languages_of_reader, with_untranslated

# What is older than a month is no news, and the histories grow for ever.
DAYS_SHOWN = 30


class Dashboard(TemplateView):
    template_name = "meetings/dashboard.html"

    def get_context_data(self, **kwargs):
        now = timezone.now()
        upcoming = Meeting.objects.upcoming(timezone.localdate())
        series_list = with_untranslated(Series.objects.all(), languages_of_reader())
        return super().get_context_data(
            upcoming=upcoming.with_names().with_attendance()[:6],
            lacking=Meeting.objects.lacking_data().with_names().latest_first(),
            changes=recent_changes(now - timedelta(days=DAYS_SHOWN)),
            series_list=series_list,
            **kwargs,
        )
