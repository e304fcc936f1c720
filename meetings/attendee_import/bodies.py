"""Which government or organisation a text names, and which one a row belongs to.

Never a guess: a text is one body's by its code or by a name that it has or had, with
or without the unit's word, or it is a question with candidates.
"""

import re
from dataclasses import dataclass, field

from meetings.attendee_import.body_index import Body
from meetings.attendee_import.values import as_text
from meetings.models.import_answers import Problem
from meetings.spreadsheets.types import NoValue
from meetings.spreadsheets.vocabulary import BRACKETS
from meetings.text.folding import fold, tidy
from meetings.text.units import PARTS, office_in, split_unit

COMMA = re.compile(r"\s*[,，]\s*")
BODY_FIELDS = ("code", "government", "municipality")


@dataclass
class BodyMatch:
    """The body that a text names and an office of it, or why there is none.

    `parent` is the government that an unknown part would belong to.
    """

    body: Body | None = None
    department: str = ""
    problem: str = ""
    candidates: list[str] = field(default_factory=list)
    parent: str = ""


class BodyResolver:
    """Finds bodies by text; `aliases` are answers that staff gave before."""

    def __init__(self, index, aliases):
        self.index = index
        self.aliases = aliases
        self.matches = {}  # lists repeat the same few texts in thousands of rows

    def find(self, text, country=""):
        """Return the BodyMatch of a text; `country` is what another column says."""
        asked = (text, country)
        if asked not in self.matches:
            code = self.index.country_called(country)
            self.matches[asked] = self._find(tidy(text), code)
        return self.matches[asked]

    def _find(self, text, country):
        if body := self.index.get(self.aliases.get(fold(text), "")):
            return BodyMatch(body)
        if bodies := self.index.bodies_named(text, country):
            return single_match(bodies)
        return (
            self._by_name_in_brackets(text, country)
            or self._after_country(text)
            or self._before_comma(text)
            or self._after_government(text, country)
            or BodyMatch(
                problem="unknown_body",
                candidates=self.index.similar_to(text, country),
            )
        )

    def _by_name_in_brackets(self, text, country):
        """One name and another beside it in brackets: a body of both, or of either."""
        inside = [match[1] for match in BRACKETS.finditer(text) if match[1]]
        outside = tidy(BRACKETS.sub(" ", text))
        if not inside or not outside:
            return None
        by_part = [self.index.bodies_named(p, country) for p in (outside, *inside)]
        named = [{body.key: body for body in bodies} for bodies in by_part if bodies]
        if not named:
            return None
        common = [b for k, b in named[0].items() if all(k in other for other in named)]
        return single_match(common or [b for other in named for b in other.values()])

    def _after_country(self, text):
        """日本 鳥取県, 中国吉林省: what follows, if that is known in the country."""
        for name, code in self.index.countries.items():
            rest = text_after(text, name)
            # Japantown is not in Japan, but 中国吉林 has no blank.
            is_word = not name.isascii() or text[len(name) :][:1] in (" ", ",")
            if rest and is_word:
                match = self._find(rest, code)
                if match.body or match.problem == "ambiguous_body":
                    return match
        return None

    def _before_comma(self, text):
        """Tottori, Japan, and Gumi, Gyeongbuk: the second says where the first is."""
        first, *others = COMMA.split(text)
        if len(others) != 1:
            return None
        if country := self.index.country_called(others[0]):
            return self._find(first, country)
        parents = self.index.bodies_named(others[0])
        if len(parents) == 1:
            parts = self.index.bodies_named(first, parent=parents[0].key)
            return single_match(parts) if parts else None
        return None

    def _after_government(self, text, country):
        """A government, then a part or an office of it: 경상북도 구미시, 鳥取県庁."""
        key = fold(text)
        for name in self.index.longest_first:
            if len(name) < 2 or not key.startswith(name):
                continue
            bodies = self.index.narrowed(self.index.names[name], country)
            rest = text_after(text, name)
            match = rest and bodies and self._part_or_office(bodies, rest)
            if match:
                return match
        return None

    def _part_or_office(self, bodies, rest):
        parts = [
            part
            for body in bodies
            for part in self.index.bodies_named(rest, parent=body.key)
        ]
        if parts:
            return single_match(parts)
        if len(bodies) == 1 and split_unit(rest)[1] & PARTS:
            parent = bodies[0].key
            return BodyMatch(problem="unknown_part", candidates=[parent], parent=parent)
        office = office_in(rest)
        if office is None:
            return None
        match = single_match(bodies)
        match.department = office
        return match


def single_match(bodies):
    """Return the match of the only body, or of several the question which is meant."""
    by_key = {body.key: body for body in bodies}
    if len(by_key) == 1:
        return BodyMatch(next(iter(by_key.values())))
    return BodyMatch(problem="ambiguous_body", candidates=sorted(by_key))


def text_after(text, name):
    """Return what follows the folded `name` in the text, as it is written there."""
    if not fold(text).startswith(name):
        return ""
    ends = (end for end in range(1, len(text)) if fold(text[:end]) == name)
    return next((text[end:].strip(" ,，・·/-") for end in ends), "")


class DelegationResolver:
    """Decides which body a row belongs to: by a column, the sheet, or the whole file.

    `default` is the code that staff gave for all rows that name none.
    """

    def __init__(self, bodies, default):
        self.bodies = bodies
        self.default = default

    def resolve(self, cells, sheet, problems):
        """Return the body and an office named with it.

        Where there is no body, what is wrong is added to `problems`.
        """
        for name in BODY_FIELDS:
            if isinstance(cell := cells.get(name), NoValue):
                problems.append(Problem("no_value", name, cell.text))
                return None, ""
        name, text = named_body(cells)
        if not text:
            return self._without_name(sheet, problems), ""
        match = self.bodies.find(text, as_text(cells.get("country", "")))
        if match.body:
            return match.body, match.department
        details = {"parent": match.parent} if match.parent else {}
        problems.append(Problem(match.problem, name, text, match.candidates, details))
        return None, ""

    def _without_name(self, sheet, problems):
        body = self.bodies.index.get(self.default) or self.bodies.find(sheet).body
        if body is None:
            problems.append(Problem("no_government", "government"))
        return body


def named_body(cells):
    """Return the field and the text that name the body: a code, or one or two names."""
    texts = {
        name: as_text(cells[name]).strip() for name in BODY_FIELDS if name in cells
    }
    if texts.get("code"):
        return "code", texts["code"]
    both = [texts.get(name, "") for name in ("government", "municipality")]
    return ("municipality" if both[1] else "government"), " ".join(filter(None, both))
