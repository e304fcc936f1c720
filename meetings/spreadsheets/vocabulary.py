"""The words of headings, roles and modes: from vocabulary.toml, and from staff."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path

from meetings.spreadsheets.lists.ballots import has_boxes
from meetings.spreadsheets.words_inside import (
    inside_key,
    length_of,
    split_tokens,
    words_inside,
)
from meetings.text.folding import fold

FILE = Path(__file__).with_name("vocabulary.toml")
# A bracket may hold another one: 단장(국장(급)).
BRACKETS = re.compile(
    r"[(（\[【]((?:[^()（）\[\]【】]|[(（\[【][^()（）\[\]【】]*[)）\]】])*)[)）\]】]|[*※]"
)
BETWEEN_LANGUAGES = re.compile(r"[/／|\s]+(?![a-z])|(?<![A-Za-z])\s+")
WORDS_IN_LATIN = re.compile(r"[A-Za-z][A-Za-z.'’-]*")
NUMBER_BEFORE = re.compile(r"^(?:\d{1,2}\s?[.)．]|[①-⑳])\s*")
PREPOSITION = re.compile(r"\s(?:of|in|at|for)\s", re.IGNORECASE)
LONGEST_QUALIFIER = 12  # characters in brackets
LONGEST_LABEL = 30  # characters without what stands in brackets
LONGEST_WITH_BRACKETS = 80  # characters of a label with what explains it
LONGEST_COMPOUND = 24  # signs of a label put together of words: 参会人姓名
ENDS_OF_VALUES = frozenset({"mode", "status", "role", "country"})
LATIN_VALUES = frozenset({"government", "municipality", "department"})
# A group of fields: 참가자 정보 is no name.
ABOUT_SOMEBODY = re.compile(
    r"(?:정보|情報|信息|资料|\binformation|\bdetails|\bdata)$", re.I
)
GENERIC = re.compile(
    r"\W*(?:(?:date|day|time|number|no|address|details|info|information)\b\W*)+",
    re.IGNORECASE,
)
# Labels go on behind the words for these: 도착예정일, 電話番号（自宅）.
WORDS_BEGIN = frozenset({"arrives_on", "departs_on", "phone", "email", "dietary"})
GLUED = frozenset({"name", "family_name", "given_name"})
POLITE = re.compile(r"^[ごお御貴](?=.)")  # as headings in Japanese are: ご芳名
STYLE_OF_SIGN = "\ufe0f"  # shows ✔ as a coloured picture
NOT_KEPT = "unkept"  # the field of columns that are not to be kept
UNIT_AND_POST = "unit_and_post"  # of columns that hold both: 单位及职务
UNITS = frozenset({"government", "department"})
BETWEEN_FIELDS = re.compile(
    r"[·・/\uff0f、,&\uff06+]|및|及び|および|及|和|与|와|과|\b(?:and|or)\b",
    re.IGNORECASE,
)
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
OF_COMING = frozenset({"status", "mode"})
PART_OF_NAME = {"family_name": "family", "given_name": "given"}
STAYING_AWAY = frozenset({"absent", "cancelled"})
SHORTEST_ABSENCE = {True: 6, False: 2}  # letters of a word, by whether it is Latin

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

    `titles` are offices, "heads" or "offices"; `interpreting` those that are a role.
    `marks` are words that say what a row, cell or sheet is: totals, samples, blanks.
    `inside` are the words of fields as they are looked for inside a heading. `beside`
    are those by which a column, or a sheet by its name, is beside the point: somebody
    else's, or of another year.
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
    beside: Mapping[str, str]
    inside: Mapping[str, str]
    scripts: Mapping[str, str]
    taught_headings: Mapping[str, str] = field(default_factory=dict)

    def field_of(self, header: str) -> str | None:
        """Return the field a heading stands for, by its whole, then without brackets.

        A qualifier in brackets or beside the word makes a name native, Latin or a
        reading. Last of all the longest known word inside the heading decides, which
        may be a whole question. What is of somebody else is not kept.
        """
        if known := self._exact(header):
            return known
        bare = bare_heading(header)
        inside = " ".join(match[1] or "" for match in BRACKETS.finditer(header))
        # A longer remark in brackets explains the heading, and does not change it.
        said = bare if len(inside) > LONGEST_QUALIFIER else f"{bare} {inside}"
        if self.is_of_others(said):
            return NOT_KEPT
        if self.is_beside("consent", said):
            return None
        whole = self._whole(bare)
        base = whole or self._inside(bare)
        qualifier = self._qualifier(inside) or (not whole and self._script(bare))
        if not base and not self.is_qualifier(bare):
            return None
        if base in OF_COMING and self.is_of_occasion(bare):
            return None
        if base in NAMES and not whole and ABOUT_SOMEBODY.search(bare):
            return None
        return QUALIFIED.get((base or "name", qualifier or ""), base)

    def field_below(self, top: str, bottom: str) -> str | None:
        """Return the field of a two-row heading: 성명 over 영문, 연락처 over 이메일."""
        above, below = self.field_of(top), self.field_of(bottom)
        if below == NOT_KEPT and not self.is_qualifier(bottom):
            return NOT_KEPT  # 여권번호, though 여권 alone tells of a name
        qualifier = self._qualifier(bottom) or PART_OF_NAME.get(below or "")
        if above in NAMES and (qualifier or below is None):
            return QUALIFIED.get((above, qualifier or ""), above)
        return below or above

    def knows(self, header: str) -> bool:
        """Whether the heading is a known word as it stands."""
        return self._exact(header) is not None

    def labels(self, text: str) -> bool:
        """Whether the text can label a value in a form: known but for its brackets."""
        if len(text) > LONGEST_WITH_BRACKETS or text.isdigit():
            return False
        known = self.labels_by_text.get(text)
        if known is None:
            known = self.labels_by_text[text] = self._labels(text)
        return known

    def _labels(self, text: str) -> bool:
        if has_boxes(text):
            return False
        bare = bare_heading(text)
        if len(bare) > LONGEST_LABEL:
            return False
        return bool(
            self._exact(text)
            or self._whole(bare)
            or self._last_word(bare)
            or self.labels_others(bare)
        )

    def is_beside(self, kind: str, text: str) -> bool:
        """Whether a word inside the text says that it is beside the point."""
        found = words_inside(text, self.beside)
        return any(self.beside[each.word] == kind for each in found)

    @cached_property
    def labels_by_text(self) -> dict[str, bool]:
        """What `labels` has said: most texts of a list come again and again."""
        return {}

    @cached_property
    def absences(self) -> frozenset[str]:
        """Words for staying away that are long enough to be looked for in a text."""
        return frozenset(
            word
            for word, status in self.statuses.items()
            if status in STAYING_AWAY and len(word) >= SHORTEST_ABSENCE[word.isascii()]
        )

    def words_for(self, mark: str) -> frozenset[str]:
        """Return the folded words of a mark."""
        return frozenset(word for word, meant in self.marks.items() if meant == mark)

    def is_of_others(self, heading: str) -> bool:
        """Whether a heading says that its column is somebody else's."""
        if self.is_beside("others", heading):
            return True
        return self.is_beside("aides", heading) and self._inside(heading) is not None

    def labels_others(self, text: str) -> bool:
        """Whether a text labels what is somebody else's: it ends with such a word.

        Or with the word for a field behind it: 담당자, 事務担当者電話.
        """
        length = length_of(text)
        if length > LONGEST_COMPOUND or not self.is_of_others(text):
            return False
        tokens, _joined = split_tokens(text)
        if tokens[-1] in self.fields or self._last_word(text):
            return True
        return self.names_others(text)

    def names_others(self, text: str) -> bool:
        """Whether a heading is for somebody else's name, and no more: 담당자."""
        length = length_of(text)
        found = [each for each in words_inside(text, self.beside) if each.end == length]
        return any(self.beside[each.word] == "others" for each in found)

    def is_of_occasion(self, text: str) -> bool:
        """Whether a text is about a dinner or a visit beside the meeting."""
        key = fold(text)
        return any(word in key for word in self.words_for("occasions"))

    def marks_as(self, mark: str, text: str) -> bool:
        """Whether the text is a word for totals, samples, and the like."""
        return self.marks.get(fold(text)) == mark

    def is_qualifier(self, text: str) -> bool:
        """Whether the text is a qualifier and nothing else."""
        return fold(text) in self.qualifiers

    def _exact(self, text: str) -> str | None:
        key = fold(text)
        return self.taught_headings.get(key) or self.fields.get(key)

    def _whole(self, bare: str) -> str | None:
        """Return the field that the whole of a heading without brackets stands for."""
        return (
            self._exact(bare)
            or self._glued(bare)
            or self._of_two_fields(bare)
            or self._of_two_languages(bare)
            or self._of_two_scripts(bare)
        )

    def _qualifier(self, text: str) -> str | None:
        """Return what the text as a whole, or a word in it, tells of a name."""
        return self.qualifiers.get(fold(text)) or self._script(text)

    def _script(self, text: str) -> str | None:
        """Return in which script a name is by a word in the text, None if none says it.

        Words for the parts of a name are left out: they mean themselves.
        """
        scripts = [self.scripts[each.word] for each in words_inside(text, self.scripts)]
        return scripts[0] if scripts else None

    def _last_word(self, text: str) -> str | None:
        """Return the field of the known word that a short text ends with, or begins.

        Words that values end with as well are left out: 온라인 참석, Hubei Province.
        """
        length = length_of(text)
        if length > LONGEST_COMPOUND or any(sign.isdigit() for sign in text):
            return None
        for end, size, word in sorted(words_inside(text, self.inside), reverse=True):
            field, is_latin = self.inside[word], word.isascii()
            if field in ENDS_OF_VALUES or (is_latin and field in LATIN_VALUES):
                continue
            if end == length or (
                end == size
                and field in WORDS_BEGIN
                and (not is_latin or GENERIC.fullmatch(text[len(word) :]))
            ):
                return field
        return None

    def _glued(self, text: str) -> str | None:
        """Return the field of a part of a name and its qualifier: 拼音姓, 영문성."""
        return self.glued.get(fold(text))

    @cached_property
    def glued(self) -> dict[str, str]:
        """The fields of words for names with a qualifier before or behind them."""
        scripts = [
            (word, qualifier)
            for word, qualifier in self.qualifiers.items()
            if qualifier not in PART_OF_NAME.values()
        ]
        names = [(word, f) for word, f in self.fields.items() if f in GLUED]
        return {
            key: QUALIFIED.get((base, qualifier), base)
            for word, qualifier in scripts
            for name, base in names
            for key in (word + name, name + word)
        }

    def _of_two_fields(self, text: str) -> str | None:
        """Return the field of a heading in two parts: both modes, a unit and a post."""
        parts = [part for part in BETWEEN_FIELDS.split(text) if part.strip()]
        if len(parts) > 1 and all(fold(part) in self.modes for part in parts):
            return "mode"
        exact = {self._exact(part) for part in parts}
        if len(parts) > 1 and len(exact) == 1:
            return exact.pop()
        fields = {self._exact(part) or self._inside(part) for part in parts}
        if "position" in fields and fields & UNITS and not fields & NAMES:
            return UNIT_AND_POST
        return None

    def _of_two_languages(self, text: str) -> str | None:
        """Return the field that a heading names twice, 성명 / Name, else None."""
        parts = [part for part in BETWEEN_LANGUAGES.split(text) if part.strip()]
        exact = {self._exact(part) for part in parts}
        if len(parts) < 2 or exact == {None}:
            return None
        fields = {self._exact(part) or self._last_inside(part) for part in parts}
        return fields.pop() if len(fields) == 1 else None

    def _of_two_scripts(self, text: str) -> str | None:
        """Return the field that a heading names in two scripts: Tel. 연락전화번호.

        Of a name one may say more than the other: Name in English 护照英文姓名.
        """
        latin = " ".join(WORDS_IN_LATIN.findall(text))
        native = " ".join(WORDS_IN_LATIN.sub(" ", text).split())
        if not latin or not native:
            return None
        fields = {self.field_of(latin), self.field_of(native)}
        if fields <= NAMES and len(fields) == 2:
            fields -= {"name"}
        return fields.pop() if len(fields) == 1 else None

    def _inside(self, text: str) -> str | None:
        """Return the field of the known word that ends last in the text: its head.

        Of two that end together the longer one; of “position in the organization” what
        comes before the preposition, unless that is but a name.
        """
        before, *_after = PREPOSITION.split(text, maxsplit=1)
        head = self._last_inside(before)
        return head if head and head not in NAMES else self._last_inside(text)

    def _last_inside(self, text: str) -> str | None:
        last = max(words_inside(text, self.inside), default=None)
        return self.inside[last.word] if last else None


def bare_heading(text: str) -> str:
    """Return a heading without brackets, number, star, colon and polite prefix."""
    bare = BRACKETS.sub(" ", text).strip(" :：*※●○■□▶-")
    return POLITE.sub("", NUMBER_BEFORE.sub("", bare).strip())


@cache
def terms_of_file() -> Mapping[str, Mapping[str, list[str]]]:
    """Return the words of the file as they are spelt, by section and meaning."""
    terms: Mapping[str, Mapping[str, list[str]]] = tomllib.loads(
        FILE.read_text("utf-8")
    )
    return terms


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary of the file, which is read once."""
    terms = terms_of_file()
    sections = {name: meanings(each, word_key) for name, each in terms.items()}
    sections["beside"] = meanings(terms["beside"], inside_key)
    inside = meanings(terms["fields"], inside_key)
    alone = {inside_key(word) for word in terms["beside"]["alone"]}
    sections["inside"] = {w: field for w, field in inside.items() if w not in alone}
    scripts = meanings(terms["qualifiers"], inside_key)
    parts = PART_OF_NAME.values()
    sections["scripts"] = {w: q for w, q in scripts.items() if q not in parts}
    return Vocabulary(**sections)


def meanings(
    terms: Mapping[str, list[str]], key_of: Callable[[str], str]
) -> dict[str, str]:
    """Return what each word means, by the key that it is compared by."""
    return {
        key: meant
        for meant, words in terms.items()
        for word in words
        if (key := key_of(word))
    }


def word_key(text: str) -> str:
    """Return the key of a word; a sign such as ○ or ✔ is its own, without a style."""
    return fold(text) or text.strip().replace(STYLE_OF_SIGN, "")


@cache
def spelled_words(mark: str) -> frozenset[str]:
    """Return the words of a mark as they are spelt, in small letters."""
    return frozenset(word.casefold() for word in terms_of_file()["marks"][mark])


def with_taught_headings(headers: Mapping[str, str]) -> Vocabulary:
    """Return the vocabulary with headings that staff have mapped by hand before."""
    taught = {fold(header): field for header, field in headers.items()}
    return replace(vocabulary(), taught_headings=taught)
