"""A meeting's agenda: the page that everybody reads, and the editor."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.views.generic import TemplateView

from meetings.agenda.agenda import load_agenda
from meetings.agenda.clashes import clashes
from meetings.agenda.editing import last_undo
from meetings.models.agendas import ItemKind
from meetings.models.names import LANGUAGES, Language
from meetings.models.records import Unit
from meetings.views.mixins import OfMeetingMixin

MAY_EDIT = "meetings.change_session"


class AgendaDetail(PermissionRequiredMixin, OfMeetingMixin, TemplateView):
    """The programme, in the reader's language or in several side by side."""

    permission_required = "meetings.view_session"
    template_name = "meetings/agendas/agenda.html"

    def get_context_data(self, **kwargs):
        asked = self.request.GET.getlist("language")
        return super().get_context_data(
            agenda=load_agenda(self.meeting),
            # More than three columns are too narrow to be read.
            languages=[code for code in LANGUAGES if code in asked][:3],
            choices=Language.choices,
            talks=self.talks(),
            **kwargs,
        )

    def talks(self):
        """How many meetings the Exchange Plaza had, as the sources print it."""
        talks = self.meeting.figures.filter(unit=Unit.BILATERAL_MEETINGS)
        return talks.select_related("source")


class AgendaEdit(PermissionRequiredMixin, OfMeetingMixin, TemplateView):
    """The agenda with everything that can be done to it, and what clashes in it."""

    permission_required = MAY_EDIT
    template_name = "meetings/agendas/edit.html"

    def get_context_data(self, **kwargs):
        context = editor_context(load_agenda(self.meeting))
        return super().get_context_data(**context, **kwargs)


def editor_context(agenda):
    """Return what the editor shows of an agenda."""
    return {
        "agenda": agenda,
        "clashes": clashes(agenda),
        "title_counts": title_counts(agenda),
        "last_undo": last_undo(agenda.meeting),
        "kinds": ItemKind.choices,
    }


def title_counts(agenda):
    """Return each language with how many titles it has, and of how many."""
    # Where no language has a title the kind stands for it: nothing to translate.
    titled = [row for row in [*agenda.sessions, *agenda.items] if row.title]
    return [
        (label, sum(bool(getattr(row, f"title_{code}")) for row in titled), len(titled))
        for code, label in Language.choices
    ]
