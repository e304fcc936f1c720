"""The words of headings, roles and modes: from vocabulary.toml, and from staff."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path

from meetings.text.folding import fold

FILE = Path(__file__).with_name("vocabulary.toml")
BRACKETS = re.compile(r"[(（\[【](.*?)[)）\]】]|[*※]")
POLITE = re.compile(r"^[ごお御貴](?=.)")  # as headings in Japanese are: ご芳名
STYLE_OF_SIGN = "\ufe0f"  # shows ✔ as a coloured picture
NOT_KEPT = "unkept"  # the field of columns that are not to be kept
# Fields that hold a name, or a part of one.
NAMES = frozenset(
    {
        "name",
        "native_name",
        "latin_name",
        "family_name",
        "given_name",
        "native_family",
        "native_given",
    }
)
PART_OF_NAME = {"family_name": "family", "given_name": "given"}
# A word inside a longer heading counts from this length on, by script.
SHORTEST_INSIDE = {True: 4, False: 2}  # ASCII or not
SHORTEST_ABSENCE = {True: 6, False: 2}

# What a name becomes with a qualifier: 성명(영문), 氏名 フリガナ, 姓 (ローマ字).
QUALIFIED = {
    ("name", "native"): "native_name",
    ("name", "latin"): "latin_name",
    ("name", "reading"): "reading",
    ("name", "hanja"): NOT_KEPT,
    ("name", "family"): "family_name",
    ("name", "given"): "given_name",
    ("latin_name", "family"): "family_name",
    ("latin_name", "given"): "given_name",
    ("latin_name", "native"): "native_name",
    ("native_name", "latin"): "latin_name",
    ("native_name", "family"): "native_family",
    ("native_name", "given"): "native_given",
    ("native_name", "reading"): "reading",
    ("family_name", "native"): "native_family",
    ("given_name", "native"): "native_given",
}


@dataclass(frozen=True)
class Vocabulary:
    """Folded words, each with what it stands for.

    `titles` are offices, "heads" or "offices", and `interpreting` those that are a role.
    `marks` are words that say what a row, cell or sheet is: totals, samples, blanks.
    `taught_headings` are headings that staff mapped by hand, each with its field.
    """

    fields: Mapping[str, str]
    qualifiers: Mapping[str, str]
    roles: Mapping[str, str]
    modes: Mapping[str, str]
    statuses: Mapping[str, str]
    titles: Mapping[str, str]
    interpreting: Mapping[str, str]
    marks: Mapping[str, str]
    taught_headings: Mapping[str, str] = field(default_factory=dict)

    def field_of(self, header: str) -> str | None:
        """Return the field a heading stands for, by its whole, then without brackets.

        A qualifier in brackets or beside the word makes a name native, Latin or a
        reading. Last of all the longest known word inside the heading decides.
        """
        if known := self._exact(header):
            return known
        inside = " ".join(match[1] or "" for match in BRACKETS.finditer(header))
        bare = POLITE.sub("", BRACKETS.sub(" ", header).strip())
        whole = self._exact(bare)
        base = whole or self._inside(fold(bare))
        qualifier = self._qualifier(inside) or (not whole and self._qualifier(bare))
        return QUALIFIED.get((base or "name", qualifier or ""), base)

    def field_below(self, top: str, bottom: str) -> str | None:
        """Return the field of a two-row heading: 성명 over 영문, 연락처 over 이메일."""
        above, below = self.field_of(top), self.field_of(bottom)
        qualifier = self._qualifier(bottom) or PART_OF_NAME.get(below or "")
        if above in NAMES and (qualifier or below is None):
            return QUALIFIED.get((above, qualifier or ""), above)
        return below or above

    def knows(self, header: str) -> bool:
        """Whether the heading is a known word as it stands."""
        return self._exact(header) is not None

    @cached_property
    def every_word(self) -> frozenset[str]:
        """All folded words, whatever they stand for."""
        sections = (
            *(self.fields, self.roles, self.modes, self.statuses, self.titles),
            *(self.interpreting, self.marks),
        )
        return frozenset().union(*sections)

    @cached_property
    def absences(self) -> frozenset[str]:
        """Words for staying away that are long enough to be looked for in a text."""
        return frozenset(
            word
            for word, status in self.statuses.items()
            if status in ("absent", "cancelled")
            and len(word) >= SHORTEST_ABSENCE[word.isascii()]
        )

    def words_for(self, mark: str) -> frozenset[str]:
        """Return the folded words of a mark."""
        return frozenset(word for word, meant in self.marks.items() if meant == mark)

    def marks_as(self, mark: str, text: str) -> bool:
        """Whether the text is a word for totals, samples, and the like."""
        return self.marks.get(fold(text)) == mark

    def is_qualifier(self, text: str) -> bool:
        """Whether the text is a qualifier and nothing else."""
        return fold(text) in self.qualifiers

    def _exact(self, text: str) -> str | None:
        key = fold(text)
        return self.taught_headings.get(key) or self.fields.get(key)

    def _qualifier(self, text: str) -> str | None:
        words = [fold(text), *(fold(word) for word in re.split(r"[\s/・·,]+", text))]
        return next((self.qualifiers[w] for w in words if w in self.qualifiers), None)

    def _inside(self, key: str) -> str | None:
        found = [
            word
            for word in self.fields
            if word in key and len(word) >= SHORTEST_INSIDE[word.isascii()]
        ]
        return self.fields[max(found, key=len)] if found else None


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary of the file, which is read once."""
    return Vocabulary(
        **{
            section: {
                key: meant
                for meant, words in terms.items()
                for word in words
                if (key := word_key(word))
            }
            for section, terms in tomllib.loads(FILE.read_text("utf-8")).items()
        }
    )


@cache
def spelled_words(mark: str) -> frozenset[str]:
    """Return the words of a mark as they are spelt, in small letters."""
    words = tomllib.loads(FILE.read_text("utf-8"))["marks"][mark]
    return frozenset(word.casefold() for word in words)


def with_taught_headings(headers: Mapping[str, str]) -> Vocabulary:
    """Return the vocabulary with headings that staff have mapped by hand before."""
    taught = {fold(header): field for header, field in headers.items()}
    return replace(vocabulary(), taught_headings=taught)


def word_key(text: str) -> str:
    """Return the key of a word; a sign such as ○ or ✔ is its own, without a style."""
    return fold(text) or text.strip().replace(STYLE_OF_SIGN, "")
