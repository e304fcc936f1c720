"""Whole forms of the agenda's editor: a session, and an item with its presenters."""

from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView

from meetings.agenda.agenda import StaleAgenda, load_agenda
from meetings.agenda.editing import edit_agenda
from meetings.agenda.presenter_directory import PresenterDirectory, presenter_text
from meetings.forms.agendas import ItemForm, PresenterFormSet, SessionForm
from meetings.models import AgendaItem, Session
from meetings.views.agendas import MAY_EDIT
from meetings.views.mixins import OfMeetingMixin


class AgendaRowMixin(PermissionRequiredMixin, OfMeetingMixin):
    """A form on a session or an item of an agenda that was seen as a whole."""

    permission_required = MAY_EDIT
    model = None

    @cached_property
    def agenda(self):
        return load_agenda(self.meeting)

    @cached_property
    def row(self):
        """The row that the address names; a new one if it names none."""
        if "pk" not in self.kwargs:
            return self.model()
        row = self.agenda.find(self.model, self.kwargs["pk"])
        if row is None:
            raise Http404
        return row

    def get_form_kwargs(self):
        given = super().get_form_kwargs() | {"instance": self.row}
        return given | {"initial": {"seen": self.agenda.fingerprint}}

    def get_success_url(self):
        # The editor is long: it opens where one was.
        kind = self.model._meta.model_name
        mark = f"#{kind}-{self.row.pk}" if self.row.pk else ""
        return reverse("agenda-edit", args=[self.meeting.slug]) + mark

    def edit(self, form, edit):
        """Edit the agenda; if it is another by now, show the form once more."""
        seen = form.cleaned_data["seen"]
        try:
            edit_agenda(self.meeting, seen, self.request.user, timezone.now(), edit)
        except StaleAgenda:
            form.see(load_agenda(self.meeting).fingerprint)
            sentence = _(
                "Somebody else changed the agenda meanwhile. What you wrote is still"
                " here: look at it and save again."
            )
            form.add_error(None, sentence)
            return self.form_invalid(form)
        messages.success(self.request, _("The agenda is saved."))
        return redirect(self.get_success_url())


class SessionEdit(AgendaRowMixin, FormView):
    form_class = SessionForm
    model = Session
    template_name = "meetings/agendas/session_form.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"meeting": self.meeting}

    def get_context_data(self, **kwargs):
        return super().get_context_data(session=self.row, **kwargs)

    def form_valid(self, form):
        return self.edit(
            form, lambda agenda: agenda.write_session(self.row.pk, form.values)
        )


class ItemEdit(AgendaRowMixin, FormView):
    form_class = ItemForm
    model = AgendaItem
    template_name = "meetings/agendas/item_form.html"

    @cached_property
    def directory(self):
        return PresenterDirectory(self.meeting)

    @cached_property
    def formset(self):
        data = self.request.POST if self.request.method == "POST" else None
        return PresenterFormSet(
            data,
            prefix="people",
            initial=[
                {
                    "pk": presenter.pk,
                    "who": presenter_text(presenter),
                    "part": presenter.part,
                    "is_open": presenter.is_open,
                    "language": presenter.language,
                    "interpretation": presenter.interpretation.split(),
                }
                for presenter in self.row.presenter_list
            ],
        )

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            item=self.row,
            formset=self.formset,
            presenter_texts=self.directory.texts,
            **kwargs,
        )

    def form_valid(self, form):
        if not self.formset.is_valid():
            return self.form_invalid(form)
        # By id, since another presenter may have gone meanwhile, and lines moved up.
        before = {each.pk: presenter_text(each) for each in self.row.presenter_list}
        presenters = [
            each.presenter_values(self.directory, before)
            for each in self.formset
            if not each.is_blank
        ]
        return self.edit(
            form,
            lambda agenda: agenda.write_item(self.row.pk, form.values, presenters),
        )
