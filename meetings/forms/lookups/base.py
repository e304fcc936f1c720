"""How rows are found while somebody types, and what tells one from another."""

from collections import Counter
from dataclasses import dataclass

from django import forms

from meetings.models.keys import may_be_id

MOST = 20  # options of one answer; who wants another one types more
LONGEST = 100  # of a text that is looked up


@dataclass(frozen=True)
class Option:
    """A row to choose: its value in a form, its name, and what else tells it apart."""

    value: str
    text: str
    detail: str = ""

    @property
    def label(self):
        return " · ".join(filter(None, [self.text, self.detail]))


def texts_by_value(options):
    """Return the text of each option, or its label where another has the same text."""
    times = Counter(option.text for option in options)
    return {
        option.value: option.label if times[option.text] > 1 else option.text
        for option in options
    }


class LookupForm(forms.Form):
    """What somebody has typed so far."""

    q = forms.CharField(max_length=LONGEST)

    @property
    def text(self):
        """The text, "" if there is none to look up."""
        return self.cleaned_data["q"] if self.is_valid() else ""


class Lookup:
    """Rows of one model, found by their queryset's `search`."""

    value_field = "pk"

    def __init__(self, key, model):
        self.key, self.model = key, model

    @property
    def permissions(self):
        """What one needs to be allowed to look them up."""
        return [f"meetings.view_{self.model._meta.model_name}"]

    def rows(self):
        """Return all that may be chosen, with what their options are made of."""
        return self.model.objects.all()

    def find(self, text, with_passport_names=False):
        """Return the options that a text finds, the likeliest first."""
        return [self.option(row, with_passport_names) for row in self.found(text)]

    def found(self, text):
        return list(self.rows().search(text)[:MOST])

    def only_one(self, text):
        """Return the value of the one that the text means beyond doubt, or None."""
        rows = self.found(text)
        return self.value(rows[0]) if len(rows) == 1 else None

    def options(self, values):
        """Return the option of each of these values that there is, by value."""
        values = [value for value in values if self.may_be(str(value))]
        chosen = self.rows().filter(**{f"{self.value_field}__in": values})
        options = map(self.option, chosen) if values else ()
        return {option.value: option for option in options}

    def may_be(self, value):
        """Whether a database can be asked for a value, which anybody may have sent."""
        if self.value_field == "pk":
            return may_be_id(value)
        return "\x00" not in value

    def value(self, row):
        return str(getattr(row, self.value_field))

    def option(self, row, with_passport_names=False):
        return Option(self.value(row), str(row))
