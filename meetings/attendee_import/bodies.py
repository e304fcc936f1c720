"""Governments and organisations by any text that a list may name them with.

Never a guess: a text is one body's by its code or by a name that it has or had, with
or without the unit's word, or it is a question with candidates.
"""

import re
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from meetings.attendee_import.body_names import Body, BodyNames
from meetings.spreadsheets.vocabulary import BRACKETS
from meetings.text.folding import fold, tidy
from meetings.text.units import (
    PARTS,
    office_in,
    split_unit,
)

# How like a name, of 100, a text must be to be a misspelling of it; Han and Hangul
# names are of few characters.
NEAR_LATIN, NEAR_NATIVE = 72, 60
MOST_CANDIDATES = 5
COMMA = re.compile(r"\s*[,，]\s*")


@dataclass
class Answer:
    """The body that a text names and an office of it, or why none and who may be.

    `parent` is the government that an unknown part would belong to.
    """

    body: Body | None = None
    department: str = ""
    problem: str = ""
    candidates: list[str] = field(default_factory=list)
    parent: str = ""


class BodyIndex(BodyNames):
    """Finds bodies by text; `aliases` are answers that staff gave before.

    Where a text names several, those that are over by `day` are left out.
    """

    def __init__(self, day, aliases):
        super().__init__(day)
        self.aliases = aliases
        self.answers = {}

    def find(self, text, country=""):
        """The Answer for a text; `country` is what another column says beside it."""
        asked = (text, country)
        if asked not in self.answers:
            hint = self.countries.get(fold(country), "")
            self.answers[asked] = self._find(tidy(text), hint)
        return self.answers[asked]

    def _find(self, text, hint):
        if known := self.get(self.aliases.get(fold(text), "")):
            return Answer(known)
        if found := self._named(text, hint):
            return one_of(found)
        return (
            self._without_brackets(text, hint)
            or self._after_country(text)
            or self._with_comma(text)
            or self._begun(text, hint)
            or self._unknown(text, hint)
        )

    def _named(self, text, hint="", parent=""):
        """The bodies of this name; a whole name counts before one without its unit."""
        stem, units = split_unit(text)
        found = self.names.get(fold(text), set()) if fold(text) else set()
        if not found and (bare := fold(stem)):
            alike = self.names.get(bare, set()) | self.stems.get(bare, set())
            found = {k for k in alike if not units or self.bodies[k].unit in units}
        return self._narrowed(found, hint, parent)

    def _narrowed(self, found, hint="", parent=""):
        bodies = [self.bodies[key] for key in found]
        if parent:
            bodies = [body for body in bodies if body.parent == parent]
        if hint:
            bodies = [body for body in bodies if body.country in ("", hint)]
        return [body for body in bodies if not body.is_over] or bodies

    def _without_brackets(self, text, hint):
        """One name and another beside it in brackets: a body of both, or of either."""
        inside = [match[1] for match in BRACKETS.finditer(text) if match[1]]
        outside = tidy(BRACKETS.sub(" ", text))
        if not inside or not outside:
            return None
        found = [self._named(part, hint) for part in (outside, *inside)]
        named = [{body.key: body for body in bodies} for bodies in found if bodies]
        if not named:
            return None
        common = [b for k, b in named[0].items() if all(k in other for other in named)]
        return one_of(common or [b for other in named for b in other.values()])

    def _after_country(self, text):
        """日本 鳥取県, 中国吉林省: what follows, if that is known in the country."""
        for name, code in self.countries.items():
            rest = rest_of(text, name)
            is_word = not name.isascii() or text[len(name) :][:1] in (" ", ",")
            if rest and is_word:
                answer = self._find(rest, code)
                if answer.body or answer.problem == "ambiguous_body":
                    return answer
        return None

    def _with_comma(self, text):
        """Tottori, Japan, and Gumi, Gyeongbuk: the second tells of the first."""
        first, *others = COMMA.split(text)
        if len(others) != 1:
            return None
        if code := self.countries.get(fold(others[0])):
            return self._find(first, code)
        parents = self._named(others[0])
        if len(parents) == 1:
            found = self._named(first, parent=parents[0].key)
            return one_of(found) if found else None
        return None

    def _begun(self, text, hint):
        """A government, then a part or an office of it: 경상북도 구미시, 鳥取県庁."""
        key = fold(text)
        for name in self.longest_first:
            if len(name) < 2 or not key.startswith(name):
                continue
            found, rest = self._narrowed(self.names[name], hint), rest_of(text, name)
            answer = rest and found and self._followed(found, rest)
            if answer:
                return answer
        return None

    def _followed(self, found, rest):
        parts = [part for body in found for part in self._named(rest, "", body.key)]
        if parts:
            return one_of(parts)
        if len(found) == 1 and split_unit(rest)[1] & PARTS:
            parent = found[0].key
            return Answer(problem="unknown_part", candidates=[parent], parent=parent)
        office = office_in(rest)
        if office is None:
            return None
        answer = one_of(found)
        answer.department = office
        return answer

    def _unknown(self, text, hint):
        near = self._near(fold(text), self.names)
        near |= self._near(fold(split_unit(text)[0]), self.stems)
        keys = {
            body.key: None
            for name in sorted(near, key=near.get, reverse=True)
            for body in self._narrowed(self.names[name] | self.stems[name], hint)
        }
        candidates = sorted([*keys][:MOST_CANDIDATES])
        return Answer(problem="unknown_body", candidates=candidates)

    def _near(self, key, names):
        """The names that the text may be a misspelling of, each with its likeness."""
        found = process.extract(
            key,
            list(names),
            scorer=fuzz.ratio,
            score_cutoff=NEAR_LATIN if key.isascii() else NEAR_NATIVE,
            limit=2 * MOST_CANDIDATES,
        )
        return {name: score for name, score, _position in found}


def one_of(found):
    """The only one of the bodies, or a question."""
    bodies = {body.key: body for body in found}
    if len(bodies) == 1:
        return Answer(next(iter(bodies.values())))
    return Answer(problem="ambiguous_body", candidates=sorted(bodies))


def rest_of(text, name):
    """What follows the folded `name` in the text, as it is written there."""
    if not fold(text).startswith(name):
        return ""
    ends = (end for end in range(1, len(text)) if fold(text[:end]) == name)
    return next((text[end:].strip(" ,，・·/-") for end in ends), "")
