"""The questions that the review of a list raises, and the answers to them."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.attendee_import.newcomers import organization_to_make, part_to_make
from meetings.attendee_import.problems import sentence_of, text_of
from meetings.forms.layout import BodySelect
from meetings.models import Government
from meetings.models.attendees import Mode
from meetings.models.delegations import Role

# The problems that one answer settles for all rows that say the same: their kind.
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
OTHER, NEW, NEW_BODY = "other", "new", "new-body"


class Question:
    """A problem that several rows share: the same text in the same column."""

    def __init__(self, problem):
        self.problem = problem
        self.kind = GROUPED[problem["code"]]
        self.text = text_of(problem)
        self.rows = []

    @property
    def sentence(self):
        return sentence_of(self.problem)

    @property
    def may_be_new(self):
        return self.problem["code"] in MAY_BE_NEW


def questions_in(rows):
    """The questions of rows with problems, those of most rows first."""
    questions = {}
    for row in rows:
        for problem in row.problems:
            if problem["code"] in GROUPED:
                key = problem["code"], problem["field"], text_of(problem)
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
        choices = [(c, labels.get(c, c)) for c in question.problem["candidates"]]
        if question.problem["code"] == "unknown_part":
            choices = []  # the whole is not what the list says
        choices.append((OTHER, _("Another one:")))
        if question.may_be_new:
            choices.append((NEW, _("A city or county that is not known yet; add it:")))
            choices.append((NEW_BODY, _("An organisation not known yet; add it:")))
            self.fields["parent"].widget = BodySelect(options=bodies)
            self.initial["parent"] = question.problem["details"].get("parent", "")
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
        if not self.cleaned_data.get("name_en", "").isascii():
            self.add_error("name_en", _("Write the name in Latin letters."))
        elif not any(c.isalnum() for c in self.cleaned_data["name_en"]):
            self.add_error("name_en", _("Write the name in English."))

    def _check_code(self):
        text, name = self.question.problem["value"], self.cleaned_data["name_en"]
        if self.cleaned_data["answer"] == NEW:
            self.code, self.about = part_to_make(self.parent, text, name)
        else:
            self.code, self.about = organization_to_make(name)
        if BodySelect.knows(self.code):
            told = _("%(code)s exists already; choose it as another one.")
            self.add_error("name_en", told % {"code": self.code})

    def apply(self, batch):
        """Put the answer, if there is one, among those of the batch."""
        answer = self.cleaned_data.get("answer")
        if not answer:
            return
        is_new = answer in (NEW, NEW_BODY)
        value = self.code if is_new else answer
        self._note(batch, self.cleaned_data["other"] if answer == OTHER else value)
        if is_new:
            batch.answers.setdefault("new_bodies", {})[self.code] = self.about

    def _note(self, batch, value):
        question = self.question
        if question.problem["code"] == "no_government":
            batch.choices["delegation"] = value
            return
        batch.answers.setdefault(question.kind, {})[question.text] = value
        if question.problem["code"] == "ambiguous_body":
            batch.answers.setdefault("once", []).append(question.text)
