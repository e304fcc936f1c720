"""Correct a row of a list under review, leave it out or take it in."""

import datetime as dt

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.attendee_import.bodies import BODY_FIELDS
from meetings.attendee_import.sentences import sentence_of
from meetings.attendee_import.values import (
    CHOICE_FIELDS,
    DATE_FIELDS,
    FIELDS,
    latin_name,
    shown_name,
    with_blanks,
)
from meetings.forms.import_fields import (
    label_of,
    optional_choice,
    person_field,
    tick,
    values_to_choose,
)
from meetings.forms.import_questions import GROUPED
from meetings.models import Person
from meetings.models.attendees import AttendeeStatus
from meetings.models.delegations import Role
from meetings.models.imports import RowState

# What a row shows in columns of its own.
IN_COLUMNS = ("native_name", "family_name", "given_name", "role", "position")


class ImportRowForm(forms.Form):
    """Leave a row out or take it in, or correct the cells that are problems."""

    skip = forms.BooleanField(
        label=gettext_lazy("Leave out"), required=False, widget=tick()
    )
    take_in = forms.BooleanField(
        label=gettext_lazy("Register all the same"), required=False, widget=tick()
    )

    def __init__(self, *args, row, bodies, people, answers, **kwargs):
        super().__init__(*args, prefix=f"row{row.position}", **kwargs)
        self.row = row
        self.bodies = bodies  # candidates by code
        self.initial["skip"] = row.is_skipped
        self.initial["take_in"] = row.key in answers.take_in
        is_away = row.state == RowState.LEFT_OUT or self.initial["take_in"]
        del self.fields["skip" if is_away else "take_in"]
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
        elif values := values_to_choose(problem):
            choices = [(value, self._shown(problem.field, value)) for value in values]
            self.fields[name] = optional_choice(label, choices, forms.RadioSelect)
        elif code != "declined":  # which nothing in the row can set right
            self.fields[name] = forms.CharField(
                label=label, required=False, max_length=1000
            )
            self.initial[name] = problem.value

    @property
    def name(self):
        return shown_name(with_blanks(self.row.values))

    @property
    def latin_name(self):
        """The name in Latin letters, if it is shown in others."""
        values = with_blanks(self.row.values)
        return latin_name(values) if values["native_name"] else ""

    @property
    def code(self):
        """The code of the delegation's body, "" if there is none."""
        values = self.row.values
        return values.get("government") or values.get("organization", "")

    @property
    def body(self):
        return self._name_of(self.code)

    @property
    def own_name_of_body(self):
        """What the body is called in its own script, "" if it is shown so."""
        return self.bodies[self.code].own_name if self.code in self.bodies else ""

    @property
    def role(self):
        role = self.row.values.get("role")
        return Role(role).label if role else ""

    @property
    def number_in_row(self):
        """Which of several people of one row it is, from 1."""
        return self.row.part + 1

    @property
    def script(self):
        """The language tag of the name, as far as the delegation tells it."""
        return self.bodies[self.code].script if self.code in self.bodies else ""

    @property
    def sentences(self):
        return [sentence_of(problem) for problem in self.row.problems]

    @property
    def warnings(self):
        return [sentence_of(warning) for warning in self.row.warnings]

    @property
    def details(self):
        """What will be saved of a newcomer beside the columns: labels and values."""
        if self.row.attendee_version is not None:
            return []  # of whom the changes are shown
        values, usual = self.row.values, AttendeeStatus.REGISTERED
        return [
            (label_of(name), self._shown(name, values[name]))
            for name in FIELDS
            if name in values and name not in IN_COLUMNS and values[name] != usual
        ]

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
        if name in DATE_FIELDS and value:
            return date_format(dt.date.fromisoformat(value))
        if name in BODY_FIELDS and value in self.bodies:
            return self.bodies[value].description
        return self._name_of(value) if name == "body" else value

    def _name_of(self, code):
        return self.bodies[code].text if code in self.bodies else code

    @property
    def fixes(self):
        """The fields beside the tick."""
        return [field for field in self if field.name not in ("skip", "take_in")]

    @property
    def tick(self):
        """The box to leave the row out, or to take it in."""
        return self["skip" if "skip" in self.fields else "take_in"]

    def apply(self, answers):
        """Put what was changed among the answers of a batch."""
        key = self.row.key
        if "skip" in self.fields:
            answers.skip_row(key, self.cleaned_data["skip"])
        else:
            answers.take_row_in(key, self.cleaned_data["take_in"])
        for name in self.changed_data:
            value = self.cleaned_data.get(name, "")
            if name == "person" and value:
                answers.identify(key, value)
            elif name.startswith("cell_"):
                answers.correct_cell(key, name.removeprefix("cell_"), value)


def codes_in(row):
    """Return the codes of the bodies that a row names, now and before."""
    changed = row.changes.get("body", ())
    named = row.values.get("government") or row.values.get("organization")
    asked = [
        code
        for problem in row.problems
        if problem.field in BODY_FIELDS and problem.code not in GROUPED
        for code in problem.candidates
    ]
    return filter(None, [named, *changed, *asked])


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
