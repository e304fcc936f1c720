"""Whose data the record uses."""

from django.views.generic import TemplateView

from meetings.models.names import active_language
from meetings.record.credits import load_credits, load_notices


class Credits(TemplateView):
    """Told to everybody who is signed in: whose data it is must be nobody's secret."""

    template_name = "meetings/credits/page.html"

    def get_context_data(self, **kwargs):
        credits = load_credits(active_language())
        return super().get_context_data(
            credits=credits, notices=load_notices(), **kwargs
        )
