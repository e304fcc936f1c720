"""Correct a row of a list under review, and confirm the list."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.attendee_import.report import sentence_of
from meetings.attendee_import.values import (
    CHOICE_FIELDS,
    PERSON_FIELDS,
    shown_name,
    with_blanks,
)
from meetings.forms.import_questions import GROUPED
from meetings.forms.people import describe
from meetings.models import Attendee, Person
from meetings.models.delegations import Role
from meetings.models.import_answers import SOMEBODY_NEW


class ImportRowForm(forms.Form):
    """Leave a row out, or correct the cells that are problems."""

    skip = forms.BooleanField(
        label=gettext_lazy("Leave out"),
        required=False,
        widget=forms.CheckboxInput({"class": "form-check-input"}),
    )

    def __init__(self, *args, row, bodies, people, **kwargs):
        super().__init__(*args, prefix=f"row{row.position}", **kwargs)
        self.row = row
        self.bodies = bodies  # options by code
        self.initial["skip"] = row.is_skipped
        for problem in row.problems:
            if problem.code not in GROUPED:
                self._add_field(problem, people)

    def _add_field(self, problem, people):
        code, name = problem.code, f"cell_{problem.field}"
        label = label_of(problem.field)
        if code in ("who_is_it", "same_person"):
            self.fields["person"] = person_field(problem, people)
        elif code == "second_head":
            others = [choice for choice in Role.choices if choice[0] != Role.HEAD]
            self.fields[name] = optional_choice(_("Role"), others)
        elif problem.candidates:
            days = [(day, day) for day in problem.candidates]
            self.fields[name] = optional_choice(label, days)
        elif code != "declined":  # which nothing in the row can set right
            self.fields[name] = forms.CharField(
                label=label, required=False, max_length=1000
            )
            self.initial[name] = problem.value

    @property
    def name(self):
        return shown_name(with_blanks(self.row.values))

    @property
    def body(self):
        values = self.row.values
        code = values.get("government") or values.get("organization", "")
        return self._name_of(code)

    @property
    def role(self):
        role = self.row.values.get("role")
        return Role(role).label if role else ""

    @property
    def sentences(self):
        return [sentence_of(problem) for problem in self.row.problems]

    @property
    def changes(self):
        """What will change: the field's name, its value now and afterwards."""
        return [
            (label_of(name), self._shown(name, old), self._shown(name, new))
            for name, (old, new) in self.row.changes.items()
        ]

    def _shown(self, name, value):
        if name in CHOICE_FIELDS and value:
            return CHOICE_FIELDS[name](value).label
        return self._name_of(value) if name == "body" else value

    def _name_of(self, code):
        return self.bodies[code].text if code in self.bodies else code

    @property
    def fixes(self):
        """The fields beside the skip box."""
        return [field for field in self if field.name != "skip"]

    def apply(self, answers):
        """Put what was changed among the answers of a batch."""
        key = self.row.key
        answers.skip_row(key, self.cleaned_data["skip"])
        for name in self.changed_data:
            value = self.cleaned_data.get(name, "")
            if name == "person" and value:
                answers.identify(key, value)
            elif name.startswith("cell_"):
                answers.correct_cell(key, name.removeprefix("cell_"), value)


def person_field(problem, people):
    candidates = [(key, describe(people[key])) for key in problem.candidates]
    somebody_new = (SOMEBODY_NEW, _("Somebody else of the same name"))
    return forms.ChoiceField(
        label=_("Who is it?"),
        choices=[*candidates, somebody_new],
        required=False,
        widget=forms.RadioSelect,
    )


def optional_choice(label, choices):
    return forms.ChoiceField(label=label, choices=[("", ""), *choices], required=False)


def label_of(name):
    """Return what a field is called."""
    if name == "body":
        return _("Delegation")
    if name in ("government", "municipality", "code"):
        return _("Government or organisation")
    model = Person if name in PERSON_FIELDS else Attendee
    return model._meta.get_field(name).verbose_name.capitalize()


def codes_in(row):
    """Return the codes of the bodies that a row names, now and before."""
    changed = row.changes.get("body", ())
    named = row.values.get("government") or row.values.get("organization")
    return filter(None, [named, *changed])


def people_in(rows):
    """Return the people whom the questions of rows are about, by key."""
    keys = {
        key
        for row in rows
        for problem in row.problems
        if problem.code == "who_is_it"
        for key in problem.candidates
    }
    people = Person.objects.filter(key__in=keys)
    return {p.key: p for p in people.prefetch_related("attendances__meeting")}


class ConfirmForm(forms.Form):
    """Confirm a list: what becomes of those who are no longer on it, and mail."""

    skip_problems = forms.BooleanField(
        label=gettext_lazy("Leave out the rows with problems"), required=False
    )
    notify = forms.BooleanField(
        label=gettext_lazy("Write to the focal points of these delegations"),
        required=False,
        help_text=gettext_lazy("They are told how many of theirs are registered."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, batch, **kwargs):
        super().__init__(*args, **kwargs)
        self.batch = batch
        self.initial["version"] = batch.version
        if not batch.open_problems:
            del self.fields["skip_problems"]
        self.references = [entry["reference"] for entry in batch.missing]
        for entry in batch.missing:
            reference = entry["reference"]
            self.fields[reference] = forms.BooleanField(
                label=f"{entry['name']} ({reference})",
                required=False,
                initial=entry["cancel"],
                widget=forms.CheckboxInput({"class": "form-check-input"}),
            )

    @property
    def cancelled(self):
        """The references of those of the missing who are to be cancelled."""
        return [name for name in self.references if self.cleaned_data[name]]

    @property
    def leaving(self):
        """The checkboxes of the missing."""
        return [self[name] for name in self.references]

    @property
    def helper(self):
        helper = FormHelper()
        helper.form_tag = False
        helper.include_media = False
        options = [name for name in ("skip_problems", "notify") if name in self.fields]
        helper.layout = Layout(*options, "version")
        return helper
