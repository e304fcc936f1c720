"""The list of texts in four languages, and of where each wording is from."""

from dataclasses import dataclass

from django.utils.text import capfirst

from meetings.models import Source
from meetings.models.names import Language
from meetings.models.wordings import TEXT_LABELS, Worded, Wording


@dataclass
class ListedText:
    """A text of a row, what the row is called in the list, and the text's wordings."""

    row: Worded
    name: str
    row_label: str
    wordings: list[Wording]

    @property
    def label(self):
        parts = [self.row_label, TEXT_LABELS[self.name]]
        return capfirst(": ".join(str(part) for part in parts if part))

    @property
    def original_languages(self):
        codes = self.row.original_languages(self.name)
        return ", ".join(str(Language(code).label) for code in codes)


def texts_context(labelled_rows):
    """Return what the list shows of rows, each given with what it is called there."""
    texts = [
        ListedText(row, name, label, list(row.wordings(name)))
        for label, row in labelled_rows
        for name in row.texts
    ]
    # All at once, as each page has a number of queries.
    keys = {wording.source_key for text in texts for wording in text.wordings}
    return {
        "texts": [text for text in texts if text.wordings],
        "text_sources": Source.objects.in_bulk(keys - {""}, field_name="key"),
    }
