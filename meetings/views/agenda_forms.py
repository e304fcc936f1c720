"""Whole forms of the agenda's editor: a session, and an item with its people."""

from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView

from meetings.agenda import acts
from meetings.agenda.agenda import load
from meetings.agenda.editing import Stale, change
from meetings.agenda.presenter_directory import Known, told
from meetings.forms.agendas import ItemForm, PresenterFormSet, SessionForm
from meetings.models import AgendaItem, Session
from meetings.views.agendas import MAY_EDIT
from meetings.views.mixins import OfMeetingMixin


class OnAgendaMixin(PermissionRequiredMixin, OfMeetingMixin):
    """A form on a row of the agenda, as the whole was seen."""

    permission_required = MAY_EDIT
    model = None

    @cached_property
    def plan(self):
        return load(self.meeting)

    @cached_property
    def row(self):
        """The row at hand; a new one where the address names none."""
        if "pk" not in self.kwargs:
            return self.model()
        row = self.plan.find(self.model, self.kwargs["pk"])
        if row is None:
            raise Http404
        return row

    def get_form_kwargs(self):
        given = super().get_form_kwargs() | {"instance": self.row}
        return given | {"initial": {"seen": self.plan.fingerprint}}

    def get_success_url(self):
        kind = self.model._meta.model_name
        mark = f"#{kind}-{self.row.pk}" if self.row.pk else ""
        return reverse("agenda-edit", args=[self.meeting.slug]) + mark

    def write(self, form, edit):
        """Change the agenda; if it is another by now, show the form once more."""
        seen = form.cleaned_data["seen"]
        try:
            change(self.meeting, seen, self.request.user, timezone.now(), edit)
        except Stale:
            form.data = form.data.copy()
            form.data["seen"] = load(self.meeting).fingerprint
            form.add_error(None, self.stale_sentence())
            return self.form_invalid(form)
        messages.success(self.request, _("The agenda is saved."))
        return redirect(self.get_success_url())

    def stale_sentence(self):
        return _(
            "Somebody else changed the agenda meanwhile. What you wrote is still here:"
            " look at it and save again."
        )


class SessionEdit(OnAgendaMixin, FormView):
    form_class = SessionForm
    model = Session
    template_name = "meetings/agendas/session_form.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"meeting": self.meeting}

    def get_context_data(self, **kwargs):
        return super().get_context_data(session=self.row, **kwargs)

    def form_valid(self, form):
        return self.write(form, acts.write_session(self.row.pk, form.values))


class ItemEdit(OnAgendaMixin, FormView):
    form_class = ItemForm
    model = AgendaItem
    template_name = "meetings/agendas/item_form.html"

    @cached_property
    def known(self):
        return Known(self.meeting)

    @cached_property
    def people(self):
        data = self.request.POST if self.request.method == "POST" else None
        return PresenterFormSet(
            data,
            prefix="people",
            initial=[
                {
                    "pk": presenter.pk,
                    "who": told(presenter),
                    "part": presenter.part,
                    "is_open": presenter.is_open,
                    "language": presenter.language,
                    "interpretation": presenter.interpretation.split(),
                }
                for presenter in self.row.people
            ],
        )

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            item=self.row, people=self.people, known=self.known.texts, **kwargs
        )

    def form_valid(self, form):
        if not self.people.is_valid():
            return self.form_invalid(form)
        before = {presenter.pk: told(presenter) for presenter in self.row.people}
        people = [
            each.presenter(self.known, before)
            for each in self.people
            if not each.is_blank
        ]
        return self.write(form, acts.write_item(self.row.pk, form.values, people))
