"""The questions that the review of a list raises, each with a form to answer it."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.attendee_import.answers import new_organization, new_part_of
from meetings.attendee_import.report import sentence_of
from meetings.forms.layout import BodySelect
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
    "unknown_role": "role",
    "unknown_mode": "mode",
}
CHOICES = {"role": Role.choices, "mode": Mode.choices}
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
    def may_be_new(self):
        return self.problem.code in MAY_BE_NEW


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
    """One answer for all rows that say the same; left open, it stays a question."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Answer"), required=False, widget=forms.RadioSelect
    )
    other = forms.CharField(label=gettext_lazy("Another"), required=False)
    parent = forms.CharField(
        label=gettext_lazy("It belongs to"), required=False, widget=BodySelect
    )
    name_en = forms.CharField(
        label=gettext_lazy("Its name in English"), required=False, max_length=100
    )

    def __init__(self, *args, question, bodies, **kwargs):
        super().__init__(*args, **kwargs)
        self.question = question
        labels = {code: label for code, label, _names in bodies}
        labels |= dict(CHOICES.get(question.kind, ()))
        choices = [(c, labels.get(c, c)) for c in question.problem.candidates]
        if question.problem.code == "unknown_part":
            choices = []  # its only candidate is the whole, which the list did not name
        choices.append((OTHER, _("Another one:")))
        if question.may_be_new:
            choices.append((NEW, _("A city or county that is not known yet; add it:")))
            choices.append((NEW_BODY, _("An organisation not known yet; add it:")))
            self.fields["parent"].widget = BodySelect(options=bodies)
            self.initial["parent"] = question.problem.details.get("parent", "")
        else:
            del self.fields["parent"], self.fields["name_en"]
        self.fields["answer"].choices = choices
        self.fields["other"].widget = self._select(bodies)

    def _select(self, bodies):
        if self.question.kind == "body":
            return BodySelect(options=bodies)
        return forms.Select(choices=[("", ""), *CHOICES[self.question.kind]])

    def clean(self):
        answer = self.cleaned_data.get("answer")
        if answer == OTHER:
            self._check_other()
        elif answer in (NEW, NEW_BODY):
            self._check_name()
            if answer == NEW:
                self._check_parent()
            if not self.errors:
                self._check_code()
        return self.cleaned_data

    def _check_other(self):
        value = self.cleaned_data.get("other")
        if self.question.kind == "body":
            is_known = value and BodySelect.knows(value)
        else:
            is_known = value in dict(CHOICES[self.question.kind])
        if not is_known:
            self.add_error("other", _("Choose one."))

    def _check_parent(self):
        parent = Government.objects.filter(code=self.cleaned_data["parent"])
        self.parent = parent.select_related("country").first()
        if self.parent is None:
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
        if BodySelect.knows(self.code):
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
        # Which of two governments of one name is meant, the next list decides anew.
        is_one_off = code == "ambiguous_body"
        batch.answers.set_meaning(question.kind, question.text, value, is_one_off)
