"""Starting the agenda of a meeting from that of another one."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from meetings.agenda.agenda import StaleAgenda, load_agenda
from meetings.agenda.editing import edit_agenda
from meetings.forms.agenda_copies import CopyForm
from meetings.views.mixins import OfMeetingMixin


class AgendaCopy(PermissionRequiredMixin, OfMeetingMixin, TemplateView):
    """Choose an agenda and see what would come; then copy it."""

    permission_required = "meetings.add_session"
    template_name = "meetings/agendas/copy.html"

    def get_context_data(self, **kwargs):
        form = kwargs.get("form") or CopyForm(self._submitted(), meeting=self.meeting)
        agenda = load_agenda(self.meeting)
        count = len(agenda.sessions)
        if form.is_valid():
            form.copy_into(agenda)  # in memory, to be shown
            agenda.arrange()
        context = {
            "form": form,
            "agenda": agenda,
            "session_count": count,
            "new_sessions": agenda.sessions[count:],
        }
        return super().get_context_data(**kwargs | context)

    def _submitted(self):
        """Return what was chosen, None if the page was just opened."""
        return self.request.GET if "source" in self.request.GET else None

    def post(self, request, slug):
        form = CopyForm(request.POST, meeting=self.meeting)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        seen = request.POST.get("seen", "")
        try:
            edit_agenda(
                self.meeting, seen, request.user, timezone.now(), form.copy_into
            )
        except StaleAgenda:
            sentence = _(
                "Somebody else changed the agenda meanwhile; look at it again."
            )
            messages.warning(request, sentence)
            return redirect(f"{request.path}?{urlencode(form.chosen)}")
        messages.success(request, _("The agenda is copied; you can undo it here."))
        return redirect("agenda-edit", slug)
