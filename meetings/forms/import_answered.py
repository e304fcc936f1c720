"""What staff answered to a list: shown with the answer, and asked again on request."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from meetings.attendee_import.values import CHOICE_FIELDS, shown_name, with_blanks
from meetings.forms.import_candidates import candidates_of
from meetings.forms.import_fields import label_of
from meetings.forms.people import describe
from meetings.models import Person
from meetings.models.import_answers import KINDS_OF_TEXT, SOMEBODY_NEW

DELEGATION, PERSON, CELL = "delegation", "person", "cell"


@dataclass(frozen=True)
class Answered:
    """A question that was answered: of a kind, about a text or a row, maybe a field."""

    kind: str
    about: str = ""
    field: str = ""
    value: str = ""

    @property
    def name(self):
        """What names it in a form."""
        return "|".join((self.kind, self.about, self.field))

    @property
    def is_about_body(self):
        return self.kind in ("body", DELEGATION) or self.field == "code"

    def ask_again(self, batch):
        if self.kind == DELEGATION:
            batch.choices.delegation = ""
        elif self.kind == PERSON:
            batch.answers.ask_person_again(self.about)
        elif self.kind == CELL:
            batch.answers.restore_cell(self.about, self.field)
        else:
            batch.answers.ask_meaning_again(self.kind, self.about)


def answered_in(batch):
    """Return what has been answered, those for several rows first."""
    answers, default = batch.answers, batch.choices.delegation
    return [
        *([Answered(DELEGATION, value=default)] if default else []),
        *(
            Answered(kind, text, value=value)
            for kind in KINDS_OF_TEXT
            for text, value in answers.meanings_of(kind).items()
        ),
        *(Answered(PERSON, row, value=key) for row, key in answers.people.items()),
        *(
            Answered(CELL, row, name, text)
            for row, cells in answers.cells.items()
            for name, text in cells.items()
        ),
    ]


def ask_again(batch, name):
    """Take back the answer of this name, if there is one."""
    for answered in answered_in(batch):
        if answered.name == name:
            answered.ask_again(batch)


def shown_answers(batch):
    """Return all that was answered, each with its question and answer in words."""
    answered = answered_in(batch)
    return AnswersInWords(batch, answered).lines() if answered else []


class AnswersInWords:
    """The answers in words, with what they name loaded for all at once."""

    def __init__(self, batch, answered):
        self.answered = answered
        self.new_bodies = batch.answers.new_bodies
        codes = {each.value for each in answered if each.is_about_body}
        self.bodies = candidates_of(codes)
        people = Person.objects.filter(key__in=batch.answers.chosen_people)
        people = people.prefetch_related("attendances__meeting")
        self.people = {person.key: describe(person) for person in people}
        keys = {each.about for each in answered if each.kind in (PERSON, CELL)}
        rows = batch.rows.of_keys(keys) if keys else ()
        self.names = {row.key: shown_name(with_blanks(row.values)) for row in rows}

    def lines(self):
        return [
            (each, self.question(each), self.answer(each)) for each in self.answered
        ]

    def question(self, each):
        if each.kind == DELEGATION:
            return _("Delegation of rows that name none")
        if each.kind in KINDS_OF_TEXT:
            return f"“{each.about}”" if each.about else _("No text")
        what = _("Who is it?") if each.kind == PERSON else label_of(each.field)
        row = _("Row %(number)s") % {"number": each.about.rpartition("!")[2]}
        name = self.names.get(each.about, "")
        return " · ".join(filter(None, [row, name, what]))

    def answer(self, each):
        value = each.value
        if each.kind == PERSON:
            if value == SOMEBODY_NEW:
                return _("Somebody else of the same name")
            return self.people.get(value, value)
        if each.is_about_body:
            return self._body(value)
        choices = CHOICE_FIELDS.get(each.field or each.kind)
        labels = dict(choices.choices) if choices else {}
        return labels.get(value, value) or _("left blank")

    def _body(self, code):
        if code in self.new_bodies:
            names = self.new_bodies[code].names.values()
            return _("%(name)s, added with the list") % {"name": " ".join(names)}
        return self.bodies[code].description if code in self.bodies else code
