"""What became of the cells of a list that were not used, in words."""

from django.utils.translation import gettext_lazy as _

from meetings.attendee_import.sentences import sentence_of
from meetings.spreadsheets.types import SENTENCES
from meetings.spreadsheets.vocabulary import NOT_KEPT

# Why cells were not read, by what the reader calls it.
UNREAD = {
    "beside": _("beside or below the list"),
    "hidden_column": _("a hidden column"),
    "no_field": _("a column that means nothing known"),
    "sample_sheet": _("a sheet of examples"),
    "hidden_sheet": _("a hidden sheet"),
    "former_sheet": _("a sheet of another year"),
    "other_sheet": _("another sheet"),
}


def reason_unread(unread):
    """Return why cells were not read, in the reader's language."""
    code = unread["why"]
    if code in SENTENCES:  # of a sheet that is too large
        return str(SENTENCES[code]) % {"sheet": unread["sheet"]}
    return str(UNREAD.get(code, code))


def unknown_headings(reading):
    """Return the headings that mean nothing known; their columns are not kept."""
    return headings_of(reading, None)


def unkept_headings(reading):
    """Return the headings of what is never kept, such as passport numbers."""
    return headings_of(reading, NOT_KEPT)


def headings_of(reading, field):
    columns = reading["columns"]
    return [c["header"] for c in columns if c["header"] and c["field"] == field]


def names_to_follow(reading):
    """Return the seats whose names are to follow: their delegation, texts and number.

    The delegation is as the list calls it, "" where it does not.
    """
    found = {}
    for seats in reading.get("to_follow", ()):
        named = (seats["cells"].get(name) for name in ("government", "municipality"))
        delegation = " ".join(str(name) for name in named if name)
        texts, count = found.get(delegation, ((), 0))
        found[delegation] = (*texts, seats["text"]), count + seats["count"]
    return [(delegation, texts, count) for delegation, (texts, count) in found.items()]


def sentences_of(problems):
    """Return the sentence of each problem or warning."""
    return [sentence_of(problem) for problem in problems]
