"""A meeting's papers as PDF: list of participants, programme, badges, name plates."""

from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import Http404
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.views.generic import FormView

from meetings.documents.fonts import required_fonts
from meetings.documents.papers import PAPERS
from meetings.forms.exports import PaperForm
from meetings.models.attendees import SEE_PERSONAL_DATA
from meetings.models.exports import CannotExport
from meetings.models.names import active_language
from meetings.views.exports import EXPORT_PERMISSION
from meetings.views.mixins import OfMeetingMixin
from meetings.views.sending import new_entry, send_file


class PaperExport(PermissionRequiredMixin, OfMeetingMixin, FormView):
    """Choose the languages of a paper and which names it has, and get it as PDF."""

    permission_required = EXPORT_PERMISSION
    form_class = PaperForm
    template_name = "meetings/exports/paper.html"

    @cached_property
    def paper(self):
        if self.kwargs["name"] not in PAPERS:
            raise Http404
        return PAPERS[self.kwargs["name"]]

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {
            "is_in_languages": self.paper.is_in_languages,
            "may_see_sensitive": self.request.user.has_perm(SEE_PERSONAL_DATA),
        }

    def get_context_data(self, **kwargs):
        # Said before it is printed: on the paper a blank cannot explain itself.
        left_out = self.paper.names_left_out(self.meeting)
        return super().get_context_data(
            paper=self.paper, names_left_out=left_out, **kwargs
        )

    def form_valid(self, form):
        try:
            # At once, so that it is not a thread that finds a font missing.
            required_fonts()
            return self.send_paper(form)
        except CannotExport as reason:
            messages.error(self.request, str(reason))
            return redirect(self.request.path)

    def send_paper(self, form):
        # Badges and plates have languages of their own; the log names the reader's.
        languages = form.languages or (active_language(),)
        entry = new_entry(
            self.request,
            self.paper.key,
            self.meeting.slug,
            "pdf",
            languages=" ".join(languages),
            is_sensitive=form.is_sensitive,
            reason=form.cleaned_data.get("reason", ""),
        )
        write = self.paper.writer(self.meeting, languages, form.is_sensitive)
        return send_file(entry, write, is_slow=self.paper.takes_long(self.meeting))
