"""A series: the table of its editions, as the secretariat publishes it."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db.models import Prefetch
from django.views.generic import DetailView

from meetings.models import Series, SeriesHost
from meetings.models.members import grouped_by_sources, members_of


class SeriesDetail(PermissionRequiredMixin, DetailView):
    permission_required = "meetings.view_series"
    queryset = Series.objects.prefetch_related(
        Prefetch("hosts", SeriesHost.objects.select_related("organization"))
    )
    template_name = "meetings/series/detail.html"

    def get_context_data(self, **kwargs):
        archive = self.object.meetings.archive()
        members = grouped_by_sources(members_of(self.object))
        return super().get_context_data(archive=archive, members=members, **kwargs)
