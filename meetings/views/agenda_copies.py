"""Starting the agenda of a meeting from that of another one."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from meetings.agenda.agenda import load
from meetings.agenda.editing import Stale, change
from meetings.agenda.times import arrange
from meetings.forms.agenda_copies import CopyForm
from meetings.views.mixins import OfMeetingMixin


class AgendaCopy(PermissionRequiredMixin, OfMeetingMixin, TemplateView):
    """Choose an agenda and see what would come; then copy it."""

    permission_required = "meetings.add_session"
    template_name = "meetings/agendas/copy.html"

    def get_context_data(self, **kwargs):
        form = kwargs.get("form") or CopyForm(self._asked(), meeting=self.meeting)
        plan = load(self.meeting)
        there = len(plan.sessions)
        if form.is_valid():
            form.edit(plan)
        coming = arrange(plan).sessions[there:]
        own = {"form": form, "plan": plan, "there": there, "coming": coming}
        return super().get_context_data(**kwargs | own)

    def _asked(self):
        return self.request.GET if "source" in self.request.GET else None

    def post(self, request, slug):
        form = CopyForm(request.POST, meeting=self.meeting)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        seen = request.POST.get("seen", "")
        try:
            change(self.meeting, seen, request.user, timezone.now(), form.edit)
        except Stale:
            changed = _("Somebody else changed the agenda meanwhile; look at it again.")
            messages.warning(request, changed)
            return redirect(f"{request.path}?{urlencode(form.chosen)}")
        messages.success(request, _("The agenda is copied; you can undo it here."))
        return redirect("agenda-edit", slug)
