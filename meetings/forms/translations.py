"""What is untranslated: which of it is shown, and the translation of one text."""

import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.forms import modelform_factory
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.forms.base import VersionedForm
from meetings.forms.outcomes import with_line_feeds
from meetings.models.names import LANGUAGES, Language
from meetings.models.wordings import TRANSLATION
from meetings.record.untranslated import languages_of_reader

# Control, format and private signs, separators of lines, and what is no letter.
UNPRINTABLE = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}


class UntranslatedFilter(forms.Form):
    """Which texts to show: those that lack one language, and those of one kind."""

    language = forms.ChoiceField(
        label=gettext_lazy("Lacking in"),
        choices=[("", gettext_lazy("Any language")), *Language.choices],
        required=False,
    )
    kind = forms.ChoiceField(label=gettext_lazy("Texts of"), required=False)

    def __init__(self, asked, models):
        shown = languages_of_reader()
        language = shown[0] if len(shown) == 1 else ""
        super().__init__({"language": language} | asked.dict())
        self.fields["kind"].choices = [
            ("", _("Everything")),
            *((m._meta.model_name, capfirst(m._meta.verbose_name)) for m in models),
        ]

    def chosen(self):
        """Return the languages and the kind; what is no choice counts as not made."""
        self.is_valid()
        language = self.cleaned_data.get("language")
        languages = [language] if language else list(LANGUAGES)
        return languages, self.cleaned_data.get("kind", "")


class TranslationForm(VersionedForm):
    """Write a text in a language that it lacks.

    Of a `citation` the words that it prints are taken over instead of those that were
    sent, and their origin is its source.
    """

    is_translation = forms.BooleanField(
        label=gettext_lazy("This is a translation"),
        required=False,
        widget=forms.CheckboxInput({"class": "form-check-input"}),
    )

    def __init__(self, data=None, *, lacking, citation=None):
        self.lacking, self.citation = lacking, citation
        if citation:
            data = data.copy()  # what was posted cannot be changed
            data[lacking.column] = citation.printed
        # One page has many of these forms, and ids are there once.
        auto_id = f"{lacking.key}-%s"
        super().__init__(data, instance=lacking.row, auto_id=auto_id)
        self.initial["is_translation"] = not lacking.is_original
        # Many texts are written at a stretch: nobody could give reasons.
        del self.fields["change_reason"]
        field = self.fields[lacking.column]
        field.required = True
        field.error_messages["required"] = _("Write the text, then save it.")
        field.widget.attrs |= {
            "class": "form-control",
            "lang": lacking.language,
            "autocomplete": "off",
        }
        if isinstance(field.widget, forms.Textarea):
            field.widget.attrs["rows"] = 3

    def _latest(self):
        # It has just been read, for this request; who saves it by now is found out by
        # `save`. A page with many forms must not read every row again.
        return self.instance

    @property
    def text(self):
        """The field to write in."""
        return self[self.lacking.column]

    def clean(self):
        super().clean()
        column = self.lacking.column
        if sentence := self._why_not():
            self.add_error(column, sentence)
        elif text := self.cleaned_data.get(column):
            self.cleaned_data[column] = with_line_feeds(text)
            is_one_line = not isinstance(self.fields[column].widget, forms.Textarea)
            if sign := unprintable_sign(self.cleaned_data[column], is_one_line):
                sentence = _("Take out the sign U+%(code)04X, which cannot be printed.")
                self.add_error(column, sentence % {"code": ord(sign)})

    def _why_not(self):
        """Return why the text cannot be translated, or ""."""
        row, language = self.instance, self.lacking.language
        label = Language(language).label
        if row.lacks(self.lacking.text, language):
            if self.lacking.is_original and self.is_declared_a_translation:
                return _(
                    "%(language)s is the language in which this was first worded."
                    " Write those words, and take away the tick of a translation."
                ) % {"language": label}
            return ""
        if there := row.text_in(self.lacking.text, language):
            return _(
                "It is there in %(language)s already: “%(text)s”. Yours was not saved."
            ) % {"language": label, "text": there}
        return _("What was to be translated is not there any more.")

    @property
    def is_declared_a_translation(self):
        return self.cleaned_data["is_translation"] and not self.citation

    def _merge(self, seen):
        """Show what somebody else made of the original, before a translation of it.

        What else they changed in the row is of no concern here, nor what they added in
        another language.
        """
        past = self.instance.history.filter(version=seen)
        before = self._words(past.latest().instance if past else self.instance)
        now = self._words(self.instance)
        self.data = self.data.copy()  # what was posted cannot be changed
        self.data["seen_version"] = self.instance.version
        if any(words != now[language] for language, words in before.items() if words):
            self.add_error(None, self._who())

    def _words(self, row):
        text = self.lacking.text
        return {language: getattr(row, f"{text}_{language}") for language in LANGUAGES}

    def _who(self):
        return _(
            "%(who)s changed the original while you were translating. Look at it, and"
            " save again."
        ) % {"who": self.instance.history.latest().history_user or _("Somebody")}

    def _post_clean(self):
        super()._post_clean()
        try:
            # Django passes over constraints that mention a column without a field.
            self.instance.validate_constraints()
        except ValidationError as error:
            self.add_error(None, error)

    def save(self, commit=True):
        column = self.lacking.column
        self.instance.reword(column, self.cleaned_data[column], self.origin)
        return super().save(commit)

    @property
    def origin(self):
        """Where the words are from; "" for staff's own."""
        if self.citation:
            return self.citation.source.key
        return TRANSLATION if self.is_declared_a_translation else ""


def translation_form(lacking, data=None, citation=None):
    """Return the form for one text: it has a field for the column that is lacking."""
    form_class = modelform_factory(
        type(lacking.row), form=TranslationForm, fields=[lacking.column]
    )
    return form_class(data, lacking=lacking, citation=citation)


def unprintable_sign(text, is_one_line):
    """Return the first sign that would be seen by nobody, or turn the text round it.

    Longer texts may have tabs and line feeds.
    """
    spared = "" if is_one_line else "\t\n"
    signs = (s for s in text if s not in spared)
    return next((s for s in signs if unicodedata.category(s) in UNPRINTABLE), None)
