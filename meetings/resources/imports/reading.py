"""Have a batch's file read, with what staff chose and what was learnt before."""

from dataclasses import replace

from meetings.models import Alias
from meetings.models.imports import AliasKind
from meetings.sheets.books import MAX_BYTES, SENTENCES, Unreadable
from meetings.sheets.encodings import ENCODINGS
from meetings.sheets.reading import read_people
from meetings.sheets.recognition import Choices
from meetings.sheets.vocabulary import NOT_KEPT

TOO_LARGE = SENTENCES["too_large"]
# What forms and views need of the library underneath.
__all__ = [
    "ENCODINGS",
    "MAX_BYTES",
    "NOT_KEPT",
    "TOO_LARGE",
    "Unreadable",
    "read_batch",
]


def read_batch(batch):
    """Set `reading` and `people` from the content; raise Unreadable with a sentence.

    Where no headings are found and none were chosen, every column is left for staff.
    """
    choices = choices_of(batch)
    try:
        read = read_people(batch.content, choices)
    except Unreadable as error:
        if error.code != "no_header" or choices.header_row is not None:
            raise
        read = read_people(batch.content, replace(choices, header_row=0))
    batch.reading, batch.people = read


def choices_of(batch):
    taught = Alias.objects.filter(kind=AliasKind.HEADER).values_list("text", "value")
    mapping = batch.choices.get("mapping", {})
    return Choices(
        encoding=batch.choices.get("encoding") or None,
        sheet=batch.choices.get("sheet") or None,
        header_row=batch.choices.get("header_row"),
        mapping={int(index): field or None for index, field in mapping.items()},
        taught=dict(taught),
    )
