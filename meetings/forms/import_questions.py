"""The questions that the review of a list raises, each with a form to answer it."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.attendee_import.answers import new_organization, new_part_of
from meetings.attendee_import.sentences import sentence_of
from meetings.attendee_import.values import shown_name, with_blanks
from meetings.forms.choosing import BodyChoiceField
from meetings.forms.lookups import BODIES
from meetings.models import Government
from meetings.models.attendees import Mode
from meetings.models.delegations import Role

# The problems that one answer solves for all rows that say the same, and the kind of
# text that is asked about.
GROUPED = {
    "no_government": "body",
    "unknown_body": "body",
    "unknown_part": "body",
    "ambiguous_body": "body",
    "former_body": "body",
    "unknown_role": "role",
    "unknown_mode": "mode",
}
CHOICES = {"role": Role.choices, "mode": Mode.choices}
ROWS_SHOWN = 3  # of those that a question is about
MAY_BE_NEW = ("unknown_body", "unknown_part")
# Values of the radio buttons beside the candidates, which are codes; imports.js knows
# the first two.
OTHER, NEW, NEW_BODY = "other", "new", "new-body"


class Question:
    """A problem that several rows share: the same text in the same column."""

    def __init__(self, problem):
        self.problem = problem
        self.kind = GROUPED[problem.code]
        self.text = problem.folded_value
        self.rows = []

    @property
    def sentence(self):
        return sentence_of(self.problem)

    @property
    def candidates(self):
        """What is offered as an answer, but the whole of a part that is not known."""
        parent = self.problem.details.get("parent")
        return [code for code in self.problem.candidates if code != parent]

    @property
    def codes(self):
        """The codes of bodies whose names are needed."""
        parent = self.problem.details.get("parent")
        codes = [*self.problem.candidates, *([parent] if parent else [])]
        return codes if self.kind == "body" else []

    @property
    def may_be_new(self):
        return self.problem.code in MAY_BE_NEW

    @property
    def examples(self):
        """The first rows with what may tell what is meant: a number of telephone."""
        return [(row, clues_of(row)) for row in self.rows[:ROWS_SHOWN]]


def clues_of(row):
    """Return name, position and telephone of a row, as far as it has them."""
    values = with_blanks(row.values)
    return [
        text
        for text in (shown_name(values), values["position"], values["phone"])
        if text
    ]


def questions_in(rows):
    """Return the questions of rows with problems, those of most rows first."""
    questions = {}
    for row in rows:
        for problem in row.problems:
            if problem.code in GROUPED:
                key = problem.code, problem.field, problem.folded_value
                questions.setdefault(key, Question(problem)).rows.append(row)
    return sorted(questions.values(), key=lambda question: -len(question.rows))


class QuestionForm(forms.Form):
    """One answer for all rows that say the same; left open, it stays a question.

    `options` are the candidates of all questions by code.
    """

    answer = forms.ChoiceField(
        label=gettext_lazy("Answer"), required=False, widget=forms.RadioSelect
    )
    other = forms.ChoiceField(label=gettext_lazy("Another"), required=False)
    parent = BodyChoiceField(label=gettext_lazy("It belongs to"), required=False)
    name_en = forms.CharField(
        label=gettext_lazy("Its name in English"), required=False, max_length=100
    )

    def __init__(self, *args, question, options, **kwargs):
        super().__init__(*args, **kwargs)
        self.question = question
        self._prepare_other(options)
        labels = {code: each.description for code, each in options.items()}
        labels |= dict(CHOICES.get(question.kind, ()))
        choices = [(c, labels.get(c, c)) for c in question.candidates]
        choices.append((OTHER, _("Another one:")))
        if question.may_be_new:
            choices.append((NEW, _("A city or county that is not known yet; add it:")))
            choices.append((NEW_BODY, _("An organisation not known yet; add it:")))
            self.fields["parent"].widget.select.known = options
            self.initial["parent"] = question.problem.details.get("parent", "")
        else:
            del self.fields["parent"], self.fields["name_en"]
        self.fields["answer"].choices = choices

    def _prepare_other(self, options):
        if self.question.kind == "body":
            label = self.fields["other"].label
            other = BodyChoiceField(label=label, required=False, options=options)
            self.fields["other"] = other
        else:
            choices = [("", ""), *CHOICES[self.question.kind]]
            self.fields["other"].choices = choices

    def clean(self):
        answer = self.cleaned_data.get("answer")
        if answer == OTHER:
            if not self.cleaned_data.get("other") and "other" not in self.errors:
                self.add_error("other", _("Choose one."))
        elif answer in (NEW, NEW_BODY):
            self._check_name()
            if answer == NEW:
                self._check_parent()
            if not self.errors:
                self._check_code()
        return self.cleaned_data

    def _check_parent(self):
        parent = Government.objects.filter(code=self.cleaned_data.get("parent", ""))
        self.parent = parent.select_related("country").first()
        if self.parent is None and "parent" not in self.errors:
            self.add_error("parent", _("Choose the government that it belongs to."))

    def _check_name(self):
        # The code of the new body is made of its English name.
        if not self.cleaned_data.get("name_en", "").isascii():
            self.add_error("name_en", _("Write the name in Latin letters."))
        elif not any(c.isalnum() for c in self.cleaned_data["name_en"]):
            self.add_error("name_en", _("Write the name in English."))

    def _check_code(self):
        text, name = self.question.problem.value, self.cleaned_data["name_en"]
        if self.cleaned_data["answer"] == NEW:
            self.code, self.new_body = new_part_of(self.parent, text, name)
        else:
            self.code, self.new_body = new_organization(name)
        if BODIES.knows(self.code):
            message = _("%(code)s exists already; choose it as another one.")
            self.add_error("name_en", message % {"code": self.code})

    def apply(self, batch):
        """Put the answer, if there is one, among those of the batch."""
        answer = self.cleaned_data.get("answer")
        if answer == OTHER:
            self._set_meaning(batch, self.cleaned_data["other"])
        elif answer in (NEW, NEW_BODY):
            self._set_meaning(batch, self.code)
            batch.answers.add_body(self.code, self.new_body)
        elif answer:
            self._set_meaning(batch, answer)

    def _set_meaning(self, batch, value):
        question, code = self.question, self.question.problem.code
        if code == "no_government":
            batch.choices.delegation = value
            return
        # Which of two governments of one name is meant, or of one before and after a
        # union, the next list decides anew.
        is_one_off = code in ("ambiguous_body", "former_body")
        batch.answers.set_meaning(question.kind, question.text, value, is_one_off)
