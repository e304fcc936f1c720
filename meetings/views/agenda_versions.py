"""The versions of a meeting's agenda: published, compared, printed and mailed."""

from itertools import groupby
from operator import attrgetter

from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView, ListView, TemplateView

from meetings.agenda.agenda import StaleAgenda, load_agenda
from meetings.agenda.comparing import changes
from meetings.agenda.versions import (
    NotPublishable,
    agenda_from,
    frozen_snapshot,
    is_as_published,
    latest_version,
    publish,
)
from meetings.documents.change_letters import letter
from meetings.forms.agenda_versions import PublishForm
from meetings.views.mixins import OfMeetingMixin


def comparison_context(meeting, heading, old, new):
    """Return what a page shows of the changes from one snapshot to another."""
    groups = [
        (kind.label, [change.sentence for change in group])
        for kind, group in groupby(changes(old, new), key=attrgetter("kind"))
    ]
    return {"groups": groups, "letter": letter(meeting, heading, groups)}


class AgendaVersionList(PermissionRequiredMixin, OfMeetingMixin, ListView):
    permission_required = "meetings.view_session"
    template_name = "meetings/agendas/versions.html"
    context_object_name = "version_list"

    def get_queryset(self):
        versions = self.meeting.agenda_versions.order_by("-number")
        # A list has no use for whole agendas.
        return versions.select_related("made_by").defer("snapshot")


class AgendaVersionDetail(PermissionRequiredMixin, OfMeetingMixin, TemplateView):
    """One version: what changed since the one before, and all of it."""

    permission_required = "meetings.view_session"
    template_name = "meetings/agendas/version.html"

    def get_context_data(self, **kwargs):
        versions = self.meeting.agenda_versions.select_related("made_by")
        version = get_object_or_404(versions, number=self.kwargs["number"])
        # Versions are counted without gaps.
        before = versions.filter(number=version.number - 1).first()
        if before:
            params = {"old": before.number, "new": version.number}
            heading = _("Changes from version %(old)s to version %(new)s") % params
            kwargs |= comparison_context(
                self.meeting, heading, before.snapshot, version.snapshot
            )
            kwargs |= {"heading": heading}
        agenda = agenda_from(version.snapshot)
        return super().get_context_data(version=version, agenda=agenda, **kwargs)


class UnpublishedAgendaMixin(PermissionRequiredMixin, OfMeetingMixin):
    """A page about the agenda as it is now, beside the last version."""

    @cached_property
    def agenda(self):
        return load_agenda(self.meeting)

    def get_context_data(self, **kwargs):
        last = latest_version(self.meeting)
        if last:
            heading = _("Changes since version %(number)s") % {"number": last.number}
            now = frozen_snapshot(self.agenda)
            kwargs |= comparison_context(self.meeting, heading, last.snapshot, now)
            kwargs |= {"heading": heading, "is_unchanged": is_as_published(now, last)}
        return super().get_context_data(last=last, **kwargs)


class UnpublishedAgenda(UnpublishedAgendaMixin, TemplateView):
    permission_required = "meetings.view_session"
    template_name = "meetings/agendas/draft.html"


class AgendaPublish(UnpublishedAgendaMixin, FormView):
    permission_required = "meetings.change_session"
    form_class = PublishForm
    template_name = "meetings/agendas/publish.html"

    def get_initial(self):
        return {"seen": self.agenda.fingerprint}

    def form_valid(self, form):
        comment, seen = form.cleaned_data["comment"], form.cleaned_data["seen"]
        try:
            version = publish(
                self.meeting, comment, self.request.user, timezone.now(), seen
            )
        except NotPublishable as error:
            form.add_error(None, error.args[0])
        except StaleAgenda:
            form.see(self.agenda.fingerprint)
            sentence = _(
                "Somebody changed the agenda meanwhile. Look at the changes once more,"
                " then publish."
            )
            form.add_error(None, sentence)
        else:
            messages.success(
                self.request, _("Published: %(version)s.") % {"version": version}
            )
            return redirect("agenda-version", self.meeting.slug, version.number)
        return self.form_invalid(form)
