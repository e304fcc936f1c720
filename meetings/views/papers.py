"""A meeting's papers as PDF: list of participants, programme, badges, name plates."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import Http404
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.views.generic import FormView

from meetings.documents.fonts import needed
from meetings.documents.papers import PAPERS
from meetings.forms.exports import PaperForm
from meetings.models.exports import CannotExport
from meetings.models.names import active_language, override_language
from meetings.views.attendees import PERSONAL
from meetings.views.exports import MAY
from meetings.views.mixins import OfMeetingMixin
from meetings.views.sending import new_entry, send_file, send_later


class PaperExport(PermissionRequiredMixin, OfMeetingMixin, FormView):
    """Choose the languages of a paper and whose names it has, and get it as PDF."""

    permission_required = MAY
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
            "may_see_sensitive": self.request.user.has_perm(PERSONAL),
        }

    def get_context_data(self, **kwargs):
        return super().get_context_data(paper=self.paper, **kwargs)

    def form_valid(self, form):
        try:
            needed()
            return self._send(form)
        except CannotExport as reason:
            messages.error(self.request, str(reason))
            return redirect(self.request.path)

    def _send(self, form):
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
        write = partial(self._write, languages, active_language(), form.is_sensitive)
        if self.paper.takes_long(self.meeting):
            return send_later(entry, write, 0)
        return send_file(entry, write)

    def _write(self, languages, language, with_passport_names, file, tell):
        with override_language(language):
            file.write(self.paper.pdf(self.meeting, languages, with_passport_names))
        return self.paper.count(self.meeting)
