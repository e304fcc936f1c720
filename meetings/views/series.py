"""A series: the table of its editions, as the secretariat publishes it."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.views.generic import DetailView

from meetings.forms.translations import languages_of_reader
from meetings.models import Series
from meetings.record.untranslated import with_untranslated


class SeriesDetail(PermissionRequiredMixin, DetailView):
    permission_required = "meetings.view_series"
    queryset = Series.objects.prefetch_related("hosts__organization")
    template_name = "meetings/series/detail.html"

    def get_queryset(self):
        return with_untranslated(super().get_queryset(), languages_of_reader())

    def get_context_data(self, **kwargs):
        archive = self.object.meetings.archive()
        return super().get_context_data(archive=archive, **kwargs)
