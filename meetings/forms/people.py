"""Entering a person, who may be on record already."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.forms.base import VersionedForm
from meetings.forms.choosing import PersonChoiceField
from meetings.forms.layout import columns, part_of_a_form
from meetings.models import Person

NAMES = ("native_name", "family_name", "given_name")
SOMEBODY_NEW = "new"


class PersonForm(VersionedForm):
    """The person of an attendee: a new one, one on record, or one to edit.

    Where people of the same name are on record, the form asks which of them it is:
    namesakes are common, and nobody would notice two people merged by their name.
    """

    on_record = PersonChoiceField(
        Person.objects,
        label=gettext_lazy("Somebody on record"),
        required=False,
        help_text=gettext_lazy("Whoever is chosen here needs no names below."),
    )
    known = forms.ChoiceField(
        label=gettext_lazy("Is it one of these people?"),
        required=False,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Person
        fields = [*NAMES, "reading", "email", "phone"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.namesakes = [] if self.instance.pk else self._find_namesakes()
        if self.namesakes:
            self.fields["known"].choices = [
                *((person.key, describe(person)) for person in self.namesakes),
                (SOMEBODY_NEW, _("Somebody else of the same name")),
            ]
        else:
            del self.fields["known"]
        if self.instance.pk:
            del self.fields["on_record"]
        del self.fields["change_reason"]
        # Registering begins with the name; an edit begins wherever the user clicks.
        self.fields["native_name"].widget.attrs["autofocus"] = not self.instance.pk

    def _find_namesakes(self):
        if not self.is_bound:
            return []
        names = ((self[name].data or "").strip() for name in NAMES)
        people = Person.objects.called(*names)
        return people.prefetch_related("attendances__meeting")

    def clean_known(self):
        choice = self.cleaned_data["known"]
        if not choice and not self.cleaned_data.get("on_record"):
            raise forms.ValidationError(
                _("Somebody of this name is known; choose who it is.")
            )
        return choice

    def _post_clean(self):
        # Who is on record is neither named nor changed here.
        if not self.cleaned_data.get("on_record"):
            super()._post_clean()

    @property
    def chosen(self):
        """Return the person on record that was chosen, or None."""
        if on_record := self.cleaned_data.get("on_record"):
            return on_record
        choice = self.cleaned_data.get("known")
        return next((p for p in self.namesakes if p.key == choice), None)

    def save_for(self, country):
        """Return the person chosen, or save the one entered."""
        if self.chosen:
            return self.chosen
        # Most people come from the country of their delegation; staff can correct it.
        if not self.instance.country_id:
            self.instance.country = country
        return self.save()

    @property
    def helper(self):
        return part_of_a_form(
            *(["on_record"] if "on_record" in self.fields else []),
            columns(native_name=4, family_name=4, given_name=4),
            *(["known"] if "known" in self.fields else []),
            columns(reading=4, email=4, phone=4),
        )


def describe(person):
    """Return a person in one line: names, and the last meeting and position."""
    last = next(iter(person.attendances.all()), None)
    parts = [person.native_name, person.latin_name]
    if last:
        parts += [str(last.meeting.slug), last.position]
    return " · ".join(filter(None, parts))
