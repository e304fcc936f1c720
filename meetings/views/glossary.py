"""The glossary: what the field calls things in four languages."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django_filters.views import FilterView

from meetings.forms.glossary import GlossaryFilter
from meetings.models import GlossaryTerm


class Glossary(PermissionRequiredMixin, FilterView):
    permission_required = "meetings.view_glossaryterm"
    queryset = GlossaryTerm.objects.all()
    filterset_class = GlossaryFilter
    template_name = "meetings/glossary.html"
    context_object_name = "terms"
    strict = False
