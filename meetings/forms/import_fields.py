"""The fields that correct a row of a list, and what they are called."""

from django import forms
from django.utils.translation import gettext as _

from meetings.attendee_import.values import PERSON_FIELDS
from meetings.forms.imports import OTHER_FIELDS
from meetings.forms.people import describe
from meetings.models import Attendee, Person
from meetings.models.import_answers import SOMEBODY_NEW


def tick():
    return forms.CheckboxInput({"class": "form-check-input"})


def person_field(problem, people):
    candidates = [(key, describe(people[key])) for key in problem.candidates]
    somebody_new = (SOMEBODY_NEW, _("Somebody else of the same name"))
    return forms.ChoiceField(
        label=_("Who is it?"),
        choices=[*candidates, somebody_new],
        required=False,
        widget=forms.RadioSelect,
    )


def values_to_choose(problem):
    """Return the values of which one is right, none if it has to be written."""
    if problem.code == "two_values":
        return [problem.details["first"], problem.value]
    return problem.candidates


def optional_choice(label, choices, widget=forms.Select):
    blank = [("", "")] if widget is forms.Select else []
    choices = [*blank, *choices]
    return forms.ChoiceField(
        label=label, choices=choices, required=False, widget=widget
    )


def label_of(name):
    """Return what a field is called."""
    if name == "body":
        return _("Delegation")
    if name in ("government", "municipality", "code"):
        return _("Government or organisation")
    if name in OTHER_FIELDS:
        return str(OTHER_FIELDS[name]).capitalize()
    model = Person if name in PERSON_FIELDS else Attendee
    return model._meta.get_field(name).verbose_name.capitalize()
