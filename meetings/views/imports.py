"""Upload a list, and correct how it is read."""

from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView

from meetings.attendee_import.drafts import UnreadableList, read_or_ask, store
from meetings.attendee_import.review import review
from meetings.forms.imports import ReadingForm, UploadForm
from meetings.views.mixins import OfMeetingMixin


class ImportMixin(PermissionRequiredMixin, OfMeetingMixin):
    """A page on imported lists; only for those who register attendees."""

    permission_required = "meetings.import_attendee"


class ImportList(ImportMixin, FormView):
    """Send a list; and the lists sent before, also those others are working on."""

    form_class = UploadForm
    template_name = "meetings/imports/list.html"

    def get_context_data(self, **kwargs):
        batches = self.meeting.imports.shown_on(timezone.now()).with_people()
        # Files of up to 10 MB each, of which the page shows only the names.
        batches = batches.defer("content", "people", "reading", "answers")
        return super().get_context_data(batch_list=batches[:100], **kwargs)

    def form_valid(self, form):
        batch = form.create_draft(
            self.meeting, self.request.user, timezone.now(), self._default_delegation()
        )
        if batch is None:
            return self.form_invalid(form)
        return redirect("import-table", self.meeting.slug, batch.pk)

    def _default_delegation(self):
        """Return the code of the delegation whose page led here, "" if none did."""
        code = self.request.GET.get("delegation", "")
        return code if self.meeting.delegations.of_body(code).exists() else ""


class OfBatchMixin(ImportMixin):
    """A page on one list of the meeting."""

    must_be_open = True
    must_be_closed = False
    with_files = True

    @cached_property
    def batch(self):
        batches = self.meeting.imports.shown_on(timezone.now()).with_people()
        if not self.with_files:
            batches = batches.defer("content", "people")
        batch = get_object_or_404(batches, pk=self.kwargs["pk"])
        batch.meeting = self.meeting  # which has its names loaded already
        return batch

    def dispatch(self, request, *args, **kwargs):
        """Redirect from a step that is over, or has not come yet."""
        if not self.has_permission():
            return self.handle_no_permission()
        if self.must_be_open and not self.batch.is_open:
            if request.method == "POST":
                messages.warning(request, _("Somebody else has closed this list."))
            return redirect(self.batch)
        if self.must_be_closed and self.batch.is_open:
            return redirect(self.batch)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(batch=self.batch, **kwargs)

    def address(self, page):
        return reverse(page, args=[self.meeting.slug, self.batch.pk])

    def is_stale(self):
        """Whether somebody saved the list since the form was shown; warn if so."""
        if self.request.POST.get("version") == str(self.batch.version):
            return False
        self.warn_stale()
        return True

    def warn_stale(self):
        message = _(
            "Somebody else changed this list meanwhile; nothing of yours was saved."
        )
        messages.warning(self.request, message)

    def save(self):
        """Review the batch with what was changed, and store both."""
        if not store(self.batch, review(self.batch), timezone.now()):
            self.warn_stale()


class ImportTable(OfBatchMixin, FormView):
    """The table as it was read, each column with what it is taken for."""

    form_class = ReadingForm
    template_name = "meetings/imports/table.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"batch": self.batch}

    def form_valid(self, form):
        if self.is_stale():
            return redirect(self.address("import-table"))
        if form.has_changed():
            form.apply()
            try:
                if form.reads_anew:
                    read_or_ask(self.batch)
            except UnreadableList as error:
                form.add_error(None, str(error))
                return self.form_invalid(form)
            self.save()
        page = "import-review" if "review" in form.data else "import-table"
        return redirect(self.address(page))

    def form_invalid(self, form):
        """Show the form beside what was read before."""
        # The choices on the batch are those of the form by now, which led nowhere.
        self.batch.refresh_from_db()
        return super().form_invalid(form)
