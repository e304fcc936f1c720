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
from meetings.text.units import PARTS, is_office_alone, office_in, split_unit

COMMA = re.compile(r"(?<!\s)\s*[,，]\s*")
BETWEEN = " ,，・·/-"  # a name and what follows it
LONGEST_NAME = 60
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
            or self._before_comma(text, country)
            or self._after_government(text, country)
            or BodyMatch(
                problem="unknown_body",
                candidates=self.index.similar_to(text, country),
            )
        )

    def _by_name_in_brackets(self, text, country):
        """One name and another beside it in brackets: a body of both, or of either.

        Of Yokohama (Kanagawa) the second says where the first is.
        """
        inside = [match[1] for match in BRACKETS.finditer(text) if match[1]]
        outside = tidy(BRACKETS.sub(" ", text))
        if not inside or not outside:
            return None
        for name in inside:
            if match := self._within(outside, name, country):
                return match
        by_part = [self.index.bodies_named(p, country) for p in (outside, *inside)]
        named = [{body.key: body for body in bodies} for bodies in by_part if bodies]
        if not named:
            return None
        common = [b for k, b in named[0].items() if all(k in other for other in named)]
        return single_match(common or [b for other in named for b in other.values()])

    def _within(self, text, place, country=""):
        """Return the match of what is called `text` in a country or a government."""
        if code := self.index.country_called(place):
            bodies = self.index.bodies_named(text, code)
        else:
            bodies = parts_of(
                self.index.bodies_named(place, country), self.index.bodies_named, text
            )
        return single_match(bodies) if bodies else None

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

    def _before_comma(self, text, country):
        """Tottori, Japan, and Gumi, Gyeongbuk: the second says where the first is."""
        *before, last = COMMA.split(text)
        first = ", ".join(before)
        if first and (code := self.index.country_called(last)):
            return self._find(first, code)
        return self._within(first, last, country) if len(before) == 1 else None

    def _after_government(self, text, country="", wholes=()):
        """A government, then a part or an office of it: 경상북도 구미시, 鳥取県庁.

        Where `wholes` are given, it is a part of these. An unknown part is the last
        thing to think of: 기후 시라카와정 is no part of 기후시.
        """
        find, unknown = self.index.bodies_called, None
        for name, rest in names_and_rests(text):
            bodies = parts_of(wholes, find, name) if wholes else find(name, country)
            match = self._part_or_office(bodies, rest) if bodies else None
            if match and match.problem != "unknown_part":
                return match
            unknown = unknown or match
        return unknown

    def _part_or_office(self, bodies, rest):
        if parts := parts_of(bodies, self.index.bodies_named, rest):
            return single_match(parts)
        if match := self._after_government(rest, wholes=bodies):
            return match
        if len(bodies) == 1 and split_unit(rest)[1] & PARTS:
            parent = bodies[0].key
            parts = self.index.similar_to(rest, parent=parent)
            return BodyMatch(
                problem="unknown_part", candidates=[parent, *parts], parent=parent
            )
        office = office_in(rest)
        if office is None:
            return None
        match = single_match(bodies)
        match.department = office
        return match


def parts_of(wholes, find, text):
    """Return the parts of governments that a method of the index finds by a text."""
    return [part for whole in wholes for part in find(text, parent=whole.key)]


def names_and_rests(text):
    """Yield what may be a name at the beginning of a text, and the rest.

    Of 경상북 and 경상북도 the longer one has to be tried first. Latin words are not
    parted: Tsu is no name in Tsukuba Office.
    """
    for end in range(min(len(text) - 1, LONGEST_NAME), 1, -1):
        last, following = text[end - 1], text[end]
        is_in_word = is_latin(last) and is_latin(following)
        if last.isalnum() and not is_in_word and (rest := text[end:].strip(BETWEEN)):
            yield text[:end], rest


def is_latin(sign):
    return sign.isalnum() and sign < "\u0250"


def single_match(bodies):
    """Return the match of the only body, or of several the question which is meant."""
    by_key = {body.key: body for body in bodies}
    if len(by_key) == 1:
        return BodyMatch(next(iter(by_key.values())))
    is_former = any(body.is_over for body in bodies)
    problem = "former_body" if is_former else "ambiguous_body"
    return BodyMatch(problem=problem, candidates=sorted(by_key))


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
        default = self.bodies.index.get(self.default)
        if default and match.problem == "unknown_body" and is_office_alone(text):
            return default, text
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
    whole, part = (texts.get(name, "") for name in ("government", "municipality"))
    if whole and fold(part).startswith(fold(whole)):
        whole = ""  # the second column repeats the first
    return ("municipality" if part else "government"), " ".join(
        filter(None, (whole, part))
    )
