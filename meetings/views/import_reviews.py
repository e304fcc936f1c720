"""The review of a list, its questions, and confirming it."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import FormView, ListView

from meetings.attendee_import.accounts import names_to_follow, sentences_of
from meetings.attendee_import.confirming import ImportRefused, confirm
from meetings.documents.notices import registered_notices
from meetings.forms.import_answered import ask_again, shown_answers
from meetings.forms.import_candidates import candidates_of
from meetings.forms.import_confirming import ConfirmForm
from meetings.forms.import_questions import QuestionForm, questions_in
from meetings.forms.import_reviews import ImportRowForm, codes_in, people_in
from meetings.models.imports import RowState
from meetings.views.imports import OfBatchMixin

QUESTIONS_SHOWN = 20  # the commonest; answering them may answer others
SKIPPED, WARNING = "skipped", "warning"


class ImportReview(OfBatchMixin, ListView):
    """The rows: problems first, each with a way to set it right."""

    template_name = "meetings/imports/review.html"
    paginate_by = 50
    with_files = False

    @cached_property
    def state(self):
        asked = self.request.GET.get("state", "")
        if asked in (*RowState.values, WARNING, SKIPPED):
            return asked
        summary = self.batch.summary
        shown = ((RowState.PROBLEM, "problems"), (RowState.NEW, "new"))
        return next((state for state, name in shown if summary[name]), "changed")

    def get_queryset(self):
        rows = self.batch.rows
        if self.state == SKIPPED:
            return rows.filter(is_skipped=True)
        if self.state == WARNING:
            return rows.with_warnings()
        if self.state == RowState.LEFT_OUT:
            return rows.left_out(self.batch.answers.take_in)
        return rows.filter(state=self.state, is_skipped=False)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(state=self.state, **kwargs)
        if "row_forms" not in context:
            context |= self.forms(context["object_list"])
        return context | {
            "answered": shown_answers(self.batch),
            "warned": self.batch.rows.with_warnings().count(),
        }

    def forms(self, rows, data=None):
        """A form for each of the commonest questions, and for each of the rows."""
        questions = self.questions()
        shown = questions[:QUESTIONS_SHOWN]
        codes = {code for question in shown for code in question.codes}
        codes |= {code for row in rows for code in codes_in(row)}
        bodies, people = candidates_of(codes), people_in(rows)
        answers = self.batch.answers
        return {
            "question_forms": [
                QuestionForm(data, prefix=f"q{n}", question=question, options=bodies)
                for n, question in enumerate(shown)
            ],
            "row_forms": [
                ImportRowForm(
                    data, row=row, bodies=bodies, people=people, answers=answers
                )
                for row in rows
            ],
            "questions_left": len(questions) - len(shown),
        }

    def questions(self):
        rows = self.batch.rows.filter(state=RowState.PROBLEM, is_skipped=False)
        return questions_in(rows.only("batch", "number", "part", "problems", "values"))

    def post(self, request, *args, **kwargs):
        """Take the answers of this page, and review the list with them."""
        if self.is_stale():
            return redirect(f"{request.path}?{request.GET.urlencode()}")
        self.object_list = self.get_queryset()
        rows = self.paginate_queryset(self.object_list, self.paginate_by)[2]
        forms = self.forms(rows, request.POST)
        each_form = [*forms["question_forms"], *forms["row_forms"]]
        if not all(form.is_valid() for form in each_form):
            return self.render_to_response(self.get_context_data(**forms))
        self._answer(forms)
        return redirect(self._next_page())

    def _answer(self, forms):
        """Put what is ticked into the answers; look at the list anew if that is new."""
        before = self._decided()
        for form in forms["question_forms"]:
            form.apply(self.batch)
        for form in forms["row_forms"]:
            form.apply(self.batch.answers)
        if name := self.request.POST.get("ask_again"):
            ask_again(self.batch, name)
        if self._decided() != before:
            self.save()

    def _decided(self):
        return self.batch.answers.to_json(), self.batch.choices.to_json()

    def _next_page(self):
        """Return where to go on: before confirming, to what is open still."""
        review, asked = self.address("import-review"), self.request.POST
        if "confirm" in asked:
            page, message = what_is_open(self.batch)
            if message:
                messages.warning(self.request, message)
            return self.address(page)
        here = {self.request.get_host()}
        is_ours = url_has_allowed_host_and_scheme(asked.get("next"), here)
        return asked["next"] if is_ours else review


def what_is_open(batch):
    """Return the page to go to before confirming, and why; else the page to confirm."""
    if batch.near_encodings:
        return "import-table", _("Choose first in which encoding the text is right.")
    if batch.open_unread:
        return "import-table", _(
            "Some cells that look like people were not read: say first what they are."
        )
    if problems := batch.open_problems:
        message = ngettext(
            "%(count)s row still has a problem: answer it or leave the row out.",
            "%(count)s rows still have problems: answer them or leave the rows out.",
            problems,
        )
        return "import-review", message % {"count": problems}
    return "import-confirm", ""


class ImportConfirm(OfBatchMixin, FormView):
    """What confirming will do, and to whom."""

    form_class = ConfirmForm
    template_name = "meetings/imports/confirm.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"batch": self.batch}

    def get_context_data(self, **kwargs):
        page, message = what_is_open(self.batch)
        return super().get_context_data(
            warned=self.batch.rows.with_warnings().count(),
            to_follow=names_to_follow(self.batch.reading),
            warnings=sentences_of(self.batch.file_warnings),
            to_read=message if page == "import-table" else "",
            **kwargs,
        )

    def form_valid(self, form):
        if self.is_stale():
            return redirect(self.address("import-confirm"))
        if what_is_open(self.batch)[0] == "import-table":
            return self.form_invalid(form)  # whose page says what is open
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
