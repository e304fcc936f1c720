"""The review of a list, its questions, and confirming it."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView, ListView

from meetings.attendee_import.confirming import ImportRefused, confirm
from meetings.documents.notices import registered_notices
from meetings.forms.import_questions import QuestionForm, questions_in
from meetings.forms.import_reviews import (
    ConfirmForm,
    ImportRowForm,
    codes_in,
    people_in,
)
from meetings.forms.lookups import BODIES
from meetings.models.imports import RowState
from meetings.views.imports import OfBatchMixin

QUESTIONS_SHOWN = 20  # the commonest; answering them may answer others
SKIPPED = "skipped"


class ImportReview(OfBatchMixin, ListView):
    """The rows: problems first, each with a way to set it right."""

    template_name = "meetings/imports/review.html"
    paginate_by = 50
    with_files = False

    @cached_property
    def state(self):
        asked = self.request.GET.get("state", "")
        if asked in (*RowState.values, SKIPPED):
            return asked
        summary = self.batch.summary
        shown = ((RowState.PROBLEM, "problems"), (RowState.NEW, "new"))
        return next((state for state, name in shown if summary[name]), "changed")

    def get_queryset(self):
        if self.state == SKIPPED:
            return self.batch.rows.filter(is_skipped=True)
        return self.batch.rows.filter(state=self.state, is_skipped=False)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(state=self.state, **kwargs)
        if "row_forms" not in context:
            context["question_forms"] = self.question_forms()
            context["row_forms"] = self.row_forms(context["object_list"])
        return context

    def question_forms(self, data=None):
        """A form for each of the commonest questions."""
        rows = self.batch.rows.filter(state=RowState.PROBLEM, is_skipped=False)
        questions = questions_in(rows.only("batch", "problems"))[:QUESTIONS_SHOWN]
        options = BODIES.options({code for each in questions for code in each.codes})
        return [
            QuestionForm(data, prefix=f"q{n}", question=question, options=options)
            for n, question in enumerate(questions)
        ]

    def row_forms(self, rows, data=None):
        bodies = BODIES.options({code for row in rows for code in codes_in(row)})
        people = people_in(rows)
        return [
            ImportRowForm(data, row=row, bodies=bodies, people=people) for row in rows
        ]

    def post(self, request, *args, **kwargs):
        """Take the answers of this page, and review the list with them."""
        if self.is_stale():
            return redirect(f"{request.path}?{request.GET.urlencode()}")
        self.object_list = self.get_queryset()
        rows = self.paginate_queryset(self.object_list, self.paginate_by)[2]
        questions = self.question_forms(request.POST)
        row_forms = self.row_forms(rows, request.POST)
        if all(form.is_valid() for form in (*questions, *row_forms)):
            return self._answer(questions, row_forms)
        context = self.get_context_data(question_forms=questions, row_forms=row_forms)
        return self.render_to_response(context)

    def _answer(self, questions, row_forms):
        for form in questions:
            form.apply(self.batch)
        for form in row_forms:
            form.apply(self.batch.answers)
        self.save()
        return redirect(self.address("import-review"))


class ImportConfirm(OfBatchMixin, FormView):
    """What confirming will do, and to whom."""

    form_class = ConfirmForm
    template_name = "meetings/imports/confirm.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"batch": self.batch}

    def form_valid(self, form):
        if self.is_stale():
            return redirect(self.address("import-confirm"))
        answers = self.batch.answers
        if set(form.cancelled) != answers.cancelled_references:
            # Reviewed anew: with a head who is cancelled, another may be one.
            answers.cancel_missing(form.cancelled)
            self.save()
        skips = form.cleaned_data.get("skip_problems", False)
        try:
            confirm(self.batch, self.request.user, timezone.now(), skips)
        except ImportRefused as error:
            messages.error(self.request, str(error))
            return redirect(self.address("import-review"))
        if form.cleaned_data["notify"]:
            self._notify()
        return redirect(self.address("import-result"))

    def _notify(self):
        """Write to the focal points, and say how many the mail server took."""
        sent, notices = 0, registered_notices(self.batch)
        for mail in notices:
            try:
                sent += mail.send()
            except OSError:  # the base class of smtplib's errors, too
                continue
        message = _("%(sent)s of %(all)s focal points were written to.")
        messages.info(self.request, message % {"sent": sent, "all": len(notices)})
