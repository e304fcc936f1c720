"""Fields whose row the server finds as one types, or, without a script, as one sends.

A select has what is chosen, and beside it is a text to search by. A script makes one
combobox of both. Without it the text is looked up when the form is sent: one that means
a single row is taken; else the select comes back with those that it may mean.
"""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.forms import lookups
from meetings.forms.lookups import LONGEST, texts_by_value


class ChosenSelect(forms.Select):
    """A select of what is chosen and of `candidates`, never of all that there are."""

    def __init__(self, lookup):
        address = reverse_lazy("lookup", args=[lookup.key])
        super().__init__({"class": "form-select", "data-lookup": address})
        self.lookup = lookup
        self.known = {}  # options by value, where a page has loaded them for all
        self.candidates = []

    def optgroups(self, name, value, attrs=None):
        chosen = [each for each in value if each]
        unknown = [each for each in chosen if each not in self.known]
        known = self.known | (self.lookup.options(unknown) if unknown else {})
        options = [known[each] for each in chosen if each in known]
        labels = texts_by_value([*options, *self.candidates])
        labels |= {option.value: option.label for option in self.candidates}
        self.choices = [("", "—"), *labels.items()]
        return super().optgroups(name, value, attrs)


class LookupWidget(forms.MultiWidget):
    """A select, and a text to search by, which the script makes a combobox."""

    use_fieldset = False

    def __init__(self, lookup):
        text = forms.TextInput(
            {
                "class": "form-control",
                "autocomplete": "off",
                "maxlength": LONGEST,
                "placeholder": gettext_lazy("Name or code"),
            }
        )
        self.select = ChosenSelect(lookup)
        super().__init__({"": self.select, "typed": text})

    def __deepcopy__(self, memo):
        widget = super().__deepcopy__(memo)
        widget.select = widget.widgets[0]
        return widget

    def use_required_attribute(self, initial):
        return False  # either of the two will do

    def id_for_label(self, id_):
        return f"{id_}_0" if id_ else ""

    def decompress(self, value):
        return [value, ""]

    def get_context(self, name, value, attrs):
        if self.select.candidates:
            value = ["", ""]  # the text is asked about
        context = super().get_context(name, value, attrs)
        _select, text = context["widget"]["subwidgets"]
        text["attrs"]["aria-label"] = gettext_lazy("Search by a name or a code")
        return context


class ChosenByTyping:
    """A field whose value is chosen by the combobox, or typed as a name or a code."""

    lookup = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs | {"widget": LookupWidget(self.lookup)})

    def clean(self, value):
        chosen, text = value if isinstance(value, list) else (value, "")
        text = (text or "").strip()
        return super().clean(self._value_of(text) if text else chosen)

    def has_changed(self, initial, data):
        chosen, text = data if isinstance(data, list) else (data, "")
        return bool(text) or super().has_changed(initial, chosen)

    def _value_of(self, text):
        """Return the value of the row that a text means; offer those it may mean."""
        ProhibitNullCharactersValidator()(text)
        value = self.lookup.only_one(text[:LONGEST])
        if value is not None:
            return value
        self.widget.select.candidates = self.lookup.find(text[:LONGEST])
        raise ValidationError(self._question(text), code="ambiguous")

    def _question(self, text):
        options = self.widget.select.candidates
        if not options:
            return _(
                "Nothing is called “%(text)s”. Write another name, a part of it,"
                " or the code."
            ) % {"text": text}
        return _("“%(text)s” may be several; choose one: %(options)s.") % {
            "text": text,
            "options": "; ".join(texts_by_value(options).values()),
        }


class GovernmentChoiceField(ChosenByTyping, forms.ModelChoiceField):
    lookup = lookups.GOVERNMENTS


class OrganizationChoiceField(ChosenByTyping, forms.ModelChoiceField):
    lookup = lookups.ORGANIZATIONS


class PersonChoiceField(ChosenByTyping, forms.ModelChoiceField):
    lookup = lookups.PEOPLE


class AgendaChoiceField(ChosenByTyping, forms.ChoiceField):
    """The key of a meeting that has an agenda."""

    lookup = lookups.AGENDAS


class BodyChoiceField(ChosenByTyping, forms.CharField):
    """The code of a government or the key of an organisation.

    `options` are those that the page has loaded already, by value.
    """

    lookup = lookups.BODIES

    def __init__(self, *args, options=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.widget.select.known = options or {}

    def validate(self, value):
        super().validate(value)
        if value and not self.lookup.knows(value):
            raise ValidationError(_("Choose a government or an organisation."))
