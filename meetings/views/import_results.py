"""What came of a list: the result, the way back, and the files to send on."""

import io

from django.contrib import messages
from django.http import FileResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import DetailView

from meetings.attendee_import.confirming import ImportRefused
from meetings.attendee_import.drafts import discard
from meetings.attendee_import.marked_files import write_marked
from meetings.attendee_import.report import report_of
from meetings.attendee_import.undoing import undo
from meetings.models.imports import RowState
from meetings.spreadsheets import Unreadable
from meetings.views.imports import OfBatchMixin


class ImportResult(OfBatchMixin, DetailView):
    """What came of a list, and the way back."""

    template_name = "meetings/imports/result.html"
    must_be_open = False
    must_be_closed = True
    with_files = False

    def get_object(self, queryset=None):
        return self.batch

    def get_context_data(self, **kwargs):
        kept = self.batch.made.get("kept", ())
        attendees = self.meeting.attendees.filter(reference__in=kept).with_names()
        return super().get_context_data(kept=attendees, **kwargs)

    @cached_property
    def now(self):
        """Return what is left of the list: of newcomers, and of changes undone."""
        summary, kept = self.batch.summary, len(self.batch.made.get("kept", ()))
        newcomers = self.batch.rows.to_save().filter(state=RowState.NEW)
        registered = self.meeting.attendees.filter(
            reference__in=newcomers.values("reference")
        ).count()
        return {
            "registered": registered,
            "taken_out": summary["new"] - registered,
            "changed_back": max(summary["changed"] - max(kept - registered, 0), 0),
        }


class ImportUndo(ImportResult):
    """Asks before a list is taken back."""

    template_name = "meetings/imports/undo.html"

    def post(self, request, *args, **kwargs):
        try:
            undo(self.batch, request.user, timezone.now())
        except ImportRefused as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("The list is undone."))
        return redirect(self.address("import-result"))


class ImportDiscard(ImportResult):
    """Asks before a draft is thrown away."""

    template_name = "meetings/imports/discard.html"
    must_be_open = True
    must_be_closed = False

    def post(self, request, *args, **kwargs):
        if discard(self.batch, request.user, timezone.now()):
            messages.success(request, _("The list is discarded; nothing was saved."))
        else:
            self.warn_stale()
        return redirect("import-list", self.meeting.slug)


class ImportMarked(OfBatchMixin, DetailView):
    """The file with its problems marked, to be mailed back."""

    must_be_open = False

    def get(self, request, *args, **kwargs):
        if self.batch.content is None:
            messages.info(request, _("The file is kept for 14 days only; it is gone."))
            return redirect(self.batch)
        file = io.BytesIO()
        rows = self.batch.rows.filter(state=RowState.PROBLEM)
        try:
            write_marked(file, self.batch, rows.iterator(chunk_size=500))
        except Unreadable as error:
            messages.error(request, str(error))
            return redirect(self.batch)
        file.seek(0)
        name = f"{self.meeting.slug}-list-{self.batch.pk}.xlsx"
        return FileResponse(file, as_attachment=True, filename=name)


class ImportReport(OfBatchMixin, DetailView):
    """The report of a draft, as `import_attendees --json` gives it."""

    with_files = False

    def get(self, request, *args, **kwargs):
        batch = self.batch
        report = report_of(batch, batch.rows.all(), batch.summary, batch.missing)
        return JsonResponse(report, json_dumps_params={"ensure_ascii": False})
