"""A meeting's workbook, and the page of everything that a meeting can export."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import Http404
from django.views.generic import FormView, TemplateView

from meetings.documents.papers import PAPERS
from meetings.exports import LISTINGS
from meetings.exports.workbooks import meeting_workbook
from meetings.forms.exports import WorkbookForm
from meetings.models.attendees import SEE_PERSONAL_DATA
from meetings.models.names import override_language
from meetings.views.exports import EXPORT_PERMISSION, listings_for
from meetings.views.mixins import OfMeetingMixin
from meetings.views.sending import new_entry, send_sheets


class MeetingExportList(PermissionRequiredMixin, OfMeetingMixin, TemplateView):
    """The lists, the workbook and the papers of a meeting."""

    permission_required = EXPORT_PERMISSION
    template_name = "meetings/exports/meeting.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            listings=listings_for(self.request.user, "meeting"),
            papers=PAPERS.values(),
            **kwargs,
        )


class WorkbookExport(PermissionRequiredMixin, OfMeetingMixin, FormView):
    """Choose how the workbook of a meeting is made, and get it."""

    permission_required = EXPORT_PERMISSION
    form_class = WorkbookForm
    template_name = "meetings/exports/workbook.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {
            "orders": LISTINGS["attendees"].orders,
            "may_see_sensitive": self.request.user.has_perm(SEE_PERSONAL_DATA),
        }

    def form_valid(self, form):
        suffix = self.request.POST.get("suffix", "").lower()
        # CSV has one sheet.
        if suffix not in ("xlsx", "ods"):
            raise Http404
        chosen = form.cleaned_data
        entry = new_entry(
            self.request,
            "workbook",
            self.meeting.slug,
            suffix,
            languages=chosen["language"],
            is_sensitive=form.is_sensitive,
            reason=chosen.get("reason", ""),
        )
        with override_language(chosen["language"]):
            sheets = meeting_workbook(
                self.meeting, chosen["order"], chosen["per"], form.is_sensitive
            )
            return send_sheets(entry, sheets)
