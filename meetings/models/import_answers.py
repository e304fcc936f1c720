"""What a review asks of staff, and what they decide: the JSON columns of imports.

The names of keys in the database are those of the first release; what a class calls
otherwise is translated in its `from_json` and `to_json`.
"""

from dataclasses import asdict, dataclass, field

from meetings.text.folding import fold

SOMEBODY_NEW = "new"  # in the place of a person's key
CANCEL = "cancel"
# The kinds of text that an answer gives a meaning to, as the columns of `Alias` do.
KINDS_OF_TEXT = ("body", "role", "mode")


@dataclass(slots=True)
class Problem:
    """What is in the way of a row: which field, what stands there, what may be meant.

    `code` names the sentence in `report.SENTENCES`; `details` are what it fills in.
    `candidates` are codes of bodies, keys of people, days or choices, by the code.
    """

    code: str
    field: str
    value: str = ""
    candidates: list[str] = field(default_factory=list)
    details: dict = field(default_factory=dict)

    @classmethod
    def from_json(cls, stored):
        return cls(**stored)

    to_json = asdict

    @property
    def folded_value(self):
        """What stands in the cell, as it is compared with others and remembered."""
        return fold(self.value)


@dataclass
class NewBody:
    """A body that staff want made: a part of the government `parent`, if that is given.

    Without a parent it is an organisation. `names` are by column: {"name_en": ...}.
    """

    parent: str = ""
    kind: str = ""
    names: dict = field(default_factory=dict)


@dataclass
class ImportAnswers:
    """What staff answered to the questions of a review.

    Rows are named by `ImportRow.key`, texts are folded, people and bodies go by their
    keys and codes. `take_in` are rows that the list says do not come, and that are
    registered all the same; `unread_seen` the ranges of which staff said that nobody
    is to be registered from them, as `unread_key` names them.
    """

    skipped_rows: set = field(default_factory=set)
    people: dict = field(default_factory=dict)
    cells: dict = field(default_factory=dict)
    meanings: dict = field(default_factory=dict)
    one_off_texts: set = field(default_factory=set)
    new_bodies: dict = field(default_factory=dict)
    missing: dict = field(default_factory=dict)
    take_in: set = field(default_factory=set)
    unread_seen: set = field(default_factory=set)

    @classmethod
    def from_json(cls, stored):
        bodies = stored.get("new_bodies", {}).items()
        return cls(
            skipped_rows=set(stored.get("skip", ())),
            people=stored.get("people", {}),
            cells=stored.get("cells", {}),
            meanings={kind: stored[kind] for kind in KINDS_OF_TEXT if kind in stored},
            one_off_texts=set(stored.get("once", ())),
            new_bodies={code: NewBody(**about) for code, about in bodies},
            missing=stored.get("missing", {}),
            take_in=set(stored.get("take_in", ())),
            unread_seen=set(stored.get("unread_seen", ())),
        )

    def to_json(self):
        stored = {
            "skip": sorted(self.skipped_rows),
            "people": self.people,
            "cells": self.cells,
            **self.meanings,
            "once": sorted(self.one_off_texts),
            "new_bodies": {code: asdict(new) for code, new in self.new_bodies.items()},
            "missing": self.missing,
            "take_in": sorted(self.take_in),
            "unread_seen": sorted(self.unread_seen),
        }
        return {name: answers for name, answers in stored.items() if answers}

    def skips_row(self, row_key):
        return row_key in self.skipped_rows

    def skip_row(self, row_key, skip=True):
        """Leave a row out, or take it in again."""
        if skip:
            self.skipped_rows.add(row_key)
        else:
            self.skipped_rows.discard(row_key)

    def take_row_in(self, row_key, take=True):
        """Register somebody whom the list leaves out, or leave them out again."""
        (self.take_in.add if take else self.take_in.discard)(row_key)

    def see_unread(self, key, seen=True):
        """Say that nobody is to be registered from unread cells, or ask again."""
        (self.unread_seen.add if seen else self.unread_seen.discard)(key)

    def identify(self, row_key, person_key):
        """Say who a row is: somebody's key, or SOMEBODY_NEW."""
        self.people[row_key] = person_key

    @property
    def chosen_people(self):
        """The keys of the people whom rows are said to be."""
        return set(self.people.values()) - {SOMEBODY_NEW}

    def correct_cell(self, row_key, name, text):
        """Put a text in the place of what the list says in a field of a row."""
        self.cells.setdefault(row_key, {})[name] = text

    def corrections_of(self, row_key):
        return self.cells.get(row_key, {})

    def meanings_of(self, kind):
        """The meaning of each text of a kind: body, role or mode."""
        return self.meanings.get(kind, {})

    def set_meaning(self, kind, text, value, is_one_off=False):
        """Say what a text means; a one-off answer holds for this list alone."""
        self.meanings.setdefault(kind, {})[text] = value
        if is_one_off:
            self.one_off_texts.add(text)

    def ask_meaning_again(self, kind, text):
        """Forget what a text means, and the new body that it alone meant."""
        value = self.meanings[kind].pop(text)
        self.one_off_texts.discard(text)
        if not self.meanings[kind]:
            del self.meanings[kind]
        if kind == "body" and value not in self.meanings_of("body").values():
            self.new_bodies.pop(value, None)

    def ask_person_again(self, row_key):
        """Forget who a row was said to be."""
        del self.people[row_key]

    def restore_cell(self, row_key, name):
        """Forget the text that was put in the place of what the list says."""
        del self.cells[row_key][name]
        if not self.cells[row_key]:
            del self.cells[row_key]

    def lasting_meanings(self):
        """Yield (kind, text, meaning) of the answers that hold for any list."""
        for kind in KINDS_OF_TEXT:
            for text, value in self.meanings_of(kind).items():
                if text and text not in self.one_off_texts:
                    yield kind, text, value

    def add_body(self, code, new_body):
        """Have a body made with this list."""
        self.new_bodies[code] = new_body

    def cancel_missing(self, references):
        """Cancel these of the attendees who are missing on the list, no others."""
        self.missing = dict.fromkeys(references, CANCEL)

    @property
    def cancelled_references(self):
        return {name for name in self.missing if self.cancels(name)}

    def cancels(self, reference):
        """Whether the attendee of this reference is cancelled with the list."""
        return self.missing.get(reference) == CANCEL


@dataclass
class ImportChoices:
    """What staff decided about the reading of a list, where they did.

    `header_row` counts from 1 and is 0 where there are no headings. `mapping` is the
    field of columns by their index from 0, "" for those that are not kept. Rows that
    name no body belong to `delegation`, a code.
    """

    encoding: str = ""
    sheet: str = ""
    header_row: int | None = None
    mapping: dict = field(default_factory=dict)
    delegation: str = ""

    @classmethod
    def from_json(cls, stored):
        mapping = stored.get("mapping", {}).items()
        return cls(
            **stored | {"mapping": {int(index): name for index, name in mapping}}
        )

    def to_json(self):
        mapping = {str(index): name for index, name in self.mapping.items()}
        stored = asdict(self) | {"mapping": mapping}
        # A header row of 0 is a decision, too.
        return {
            name: each for name, each in stored.items() if each not in ("", None, {})
        }

    def read_another_table(self, **choices):
        """Take another encoding, sheet or header row.

        Its columns are others, so what columns were mapped to is forgotten.
        """
        self.mapping = {}
        self.header_row = None
        for name, value in choices.items():
            setattr(self, name, value)


def unread_key(unread):
    """Return what names unread cells, of the reading of a list: 명단!B4:D9."""
    return f"{unread['sheet']}!{unread['range']}"
