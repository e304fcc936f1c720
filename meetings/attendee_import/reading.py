"""Have a batch's file read, with what staff chose and what was learnt before."""

from dataclasses import replace

from meetings.models import Alias
from meetings.models.imports import AliasKind
from meetings.spreadsheets.encodings import ENCODINGS
from meetings.spreadsheets.reading import read_people
from meetings.spreadsheets.recognition import Choices
from meetings.spreadsheets.types import MAX_BYTES, SENTENCES, Unreadable
from meetings.spreadsheets.vocabulary import NOT_KEPT

TOO_LARGE = SENTENCES["too_large"]
# What forms and views need of the library underneath.
__all__ = ["ENCODINGS", "MAX_BYTES", "NOT_KEPT", "TOO_LARGE", "Unreadable"]


def read_batch(batch):
    """Set `reading` and `people` from the content; raise Unreadable with a sentence."""
    batch.reading, batch.people = read_people(batch.content, choices_of(batch))


def read_or_ask(batch):
    """As `read_batch`; without headings, every column is left for staff to map."""
    try:
        read_batch(batch)
    except Unreadable as error:
        if error.code != "no_header":
            raise
        choices = replace(choices_of(batch), header_row=0)
        batch.reading, batch.people = read_people(batch.content, choices)


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
