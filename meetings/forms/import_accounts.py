"""What became of the cells of a list that were not used, and what to say of them."""

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy

from meetings.attendee_import.accounts import (
    names_to_follow,
    reason_unread,
    sentences_of,
    unkept_headings,
    unknown_headings,
)
from meetings.models.import_answers import unread_key


class AccountForm(forms.Form):
    """Say what cells are that look like people, and which reading of text is right."""

    def __init__(self, *args, batch, **kwargs):
        super().__init__(*args, **kwargs)
        self.batch = batch
        for number, unread in enumerate(batch.reading.get("unread", ())):
            if unread["is_asked"]:
                self._add_tick(f"unread_{number}", unread)
        if batch.near_encodings:
            self.fields["near"] = forms.ChoiceField(
                label=gettext_lazy("Which of these is right?"),
                choices=[
                    (codec, format_html("{} <small>{}</small>", sample, codec))
                    for codec, sample in batch.near_encodings
                ],
                required=False,
                widget=forms.RadioSelect,
            )

    def _add_tick(self, name, unread):
        self.fields[name] = forms.BooleanField(
            label=gettext_lazy("Nobody is to be registered from these cells"),
            required=False,
            widget=forms.CheckboxInput({"class": "form-check-input"}),
        )
        self.initial[name] = unread_key(unread) in self.batch.answers.unread_seen

    @property
    def asked(self):
        """The unread cells that look like people, why they are unread, and the tick."""
        return [
            (unread, reason_unread(unread), tick)
            for unread, tick in self._unread()
            if tick
        ]

    @property
    def other_unread(self):
        """The unread cells of which nothing is asked, and why they are unread."""
        return [
            (unread, reason_unread(unread))
            for unread, tick in self._unread()
            if not tick
        ]

    def _unread(self):
        for number, unread in enumerate(self.batch.reading.get("unread", ())):
            name = f"unread_{number}"
            yield unread, self[name] if name in self.fields else None

    @property
    def unknown_headings(self):
        return unknown_headings(self.batch.reading)

    @property
    def unkept_headings(self):
        return unkept_headings(self.batch.reading)

    @property
    def to_follow(self):
        return names_to_follow(self.batch.reading)

    @property
    def warnings(self):
        """What to know of the file as a whole."""
        return sentences_of(self.batch.file_warnings)

    @property
    def away(self):
        """How many rows do not come by what the list says."""
        return self.batch.summary.get("left_out", 0)

    @property
    def has_rest(self):
        """Whether anything in the file was not used."""
        reading = self.batch.reading
        rest = (reading.get(name) for name in ("unread", "to_follow", "passed_over"))
        return any(rest) or bool(
            self.unknown_headings or self.unkept_headings or self.away
        )

    def apply_ticks(self):
        """Put the ticks among the answers."""
        for unread, tick in self._unread():
            if tick:
                seen = self.cleaned_data[tick.name]
                self.batch.answers.see_unread(unread_key(unread), seen)
