"""A series: the table of its editions, as the secretariat publishes it."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db.models import Prefetch
from django.views.generic import DetailView

from meetings.models import Citation, Series, SeriesHost
from meetings.models.cited_sources import with_cited_sources
from meetings.models.members import grouped_by_sources, members_and_successors
from meetings.record.untranslated import languages_of_reader, with_untranslated
from meetings.views.texts import texts_context


class SeriesDetail(PermissionRequiredMixin, DetailView):
    permission_required = "meetings.view_series"
    queryset = Series.objects.prefetch_related(
        Prefetch("hosts", SeriesHost.objects.select_related("organization"))
    )
    template_name = "meetings/series/detail.html"

    def get_queryset(self):
        return with_untranslated(super().get_queryset(), languages_of_reader())

    def get_context_data(self, **kwargs):
        series = self.object
        citations = Prefetch("citations", Citation.objects.select_related("source"))
        statements = with_cited_sources(series.statements.all())
        labelled = [
            (f"{statement.get_kind_display()} {statement.order}", statement)
            for statement in statements
        ]
        return super().get_context_data(
            archive=series.meetings.prefetch_related(citations).archive(),
            statements=statements,
            members=grouped_by_sources(members_and_successors(series)),
            **texts_context([("", series), *labelled]),
            **kwargs,
        )
