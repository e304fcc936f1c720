"""The spreadsheet of an agenda: to be taken along, changed, and sent back."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from django.views.generic import FormView

from meetings.agenda.agenda import StaleAgenda, load_agenda
from meetings.agenda.editing import HasOutcomes, edit_agenda
from meetings.agenda.sheet.columns import sheet_of
from meetings.agenda.sheet.differences import row_changes
from meetings.exports.delivery import SUFFIXES, write_sheets
from meetings.forms.agenda_sheets import SheetForm, TakeOverForm
from meetings.models import Meeting
from meetings.models.exports import Exported
from meetings.models.names import active_language
from meetings.views.agenda_editing import outcomes_sentence
from meetings.views.mixins import OfMeetingMixin
from meetings.views.sending import new_entry, send_file

MAY_IMPORT = "meetings.import_session"


@require_GET
@permission_required("meetings.export_session", raise_exception=True)
def agenda_sheet(request, slug, suffix):
    """The agenda as a file to be changed and sent back."""
    meeting = get_object_or_404(Meeting, slug=slug)
    if suffix not in SUFFIXES:
        raise Http404
    sheet = sheet_of(load_agenda(meeting))
    language = active_language()
    entry = new_entry(request, Exported.AGENDA_SHEET, slug, suffix, languages=language)
    return send_file(entry, write_sheets(suffix, [sheet]))


class AgendaImport(PermissionRequiredMixin, OfMeetingMixin, FormView):
    """Send a sheet, and see what is wrong in it, or what it would change."""

    permission_required = MAY_IMPORT
    form_class = SheetForm
    template_name = "meetings/agendas/sheet.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(suffixes=SUFFIXES, **kwargs)

    def form_valid(self, form):
        reading = form.read(self.meeting)
        if reading is None:
            return self.form_invalid(form)
        # The agenda is loaded once more: the reading has changed the rows of its own.
        changes = row_changes(reading, load_agenda(self.meeting))
        taking_over = TakeOverForm(meeting=self.meeting)
        taking_over.show(reading)
        context = {"reading": reading, "changes": changes, "taking_over": taking_over}
        return self.render_to_response(self.get_context_data(form=form, **context))


@require_POST
@permission_required(MAY_IMPORT, raise_exception=True)
def take_over_sheet(request, slug):
    """Save what was shown of a sheet, if the agenda is still what it was read for."""
    meeting = get_object_or_404(Meeting, slug=slug)
    form = TakeOverForm(request.POST, meeting=meeting)
    if not form.is_valid():
        messages.error(request, _("Send the sheet once more."))
        return redirect("agenda-import", slug)
    try:
        edit_agenda(meeting, form.seen, request.user, timezone.now(), form.take_over)
    except StaleAgenda:
        sentence = _(
            "Somebody else changed the agenda meanwhile, and nothing was taken over."
            " Send the sheet once more."
        )
        messages.warning(request, sentence)
    except HasOutcomes as error:
        messages.error(request, outcomes_sentence(error.item))
    else:
        messages.success(request, _("The sheet is taken over; you can undo it here."))
        return redirect("agenda-edit", slug)
    return redirect("agenda-import", slug)
