"""All governments and organisations by every name they have or had, folded."""

from collections import defaultdict
from dataclasses import dataclass

from meetings.attendee_import.spellings import Spellings
from meetings.models import (
    Country,
    Government,
    GovernmentName,
    Organization,
    OrganizationName,
)
from meetings.models.government_choices import GovernmentKind
from meetings.models.names import columns_of
from meetings.text.folding import fold, fold_all
from meetings.text.units import UNIT_OF_KIND, split_unit

COUNTRY_NAMES = {
    "KR": (
        "한국",
        "韓国",
        "大韓民国",
        "Korea",
        "Republic of Korea",
        "South Korea",
        "ROK",
    ),
    "JP": ("日本国",),
    "CN": ("中华人民共和国", "PRC", "P.R. China"),
}
NAMES = columns_of("name")
MAX_CANDIDATES = 5


@dataclass(frozen=True)
class Body:
    """A government or organisation that a row of a list may belong to.

    `successor` is the government that has taken the place of one that is over.
    """

    key: str
    is_government: bool
    country: str = ""
    parent: str = ""
    kind: str = ""
    is_over: bool = False
    successor: str = ""

    @property
    def unit(self):
        return UNIT_OF_KIND.get(self.kind, "")


class BodyIndex:
    """All bodies by their folded names; those that ended by `day` are marked.

    Everything is loaded at once, in a few queries whatever the length of the list, and
    as plain values: of 3,000 governments with four names, only a few are asked for.
    """

    def __init__(self, day):
        self.bodies = {}
        self.names = defaultdict(set)  # folded whole names
        self.stems = defaultdict(set)  # folded names without the word for their rank
        self.countries = {}
        self._load_countries()
        self._add_names(
            [
                *self._load_governments(day),
                *GovernmentName.objects.values_list("government__code", "name"),
                *self._load_organizations(),
                *OrganizationName.objects.values_list("organization__key", "name"),
            ]
        )
        self.spellings = Spellings(dict.fromkeys([*self.names, *self.stems]))

    def _load_countries(self):
        for country in Country.objects.all():
            own = [getattr(country, column) for column in NAMES]
            others = COUNTRY_NAMES.get(country.code, ())
            for name in filter(None, (country.code, *own, *others)):
                self.countries[fold(name)] = country.code

    def _load_governments(self, day):
        """Add all governments; yield the code and each name of today of each."""
        rows = Government.objects.order_by("code").values_list(
            "code",
            "country__code",
            "parent__code",
            "kind",
            "end_day",
            "successor__code",
            *NAMES,
            *columns_of("short"),
        )
        for code, country, parent, kind, end_day, successor, *names in rows:
            self.bodies[code] = Body(
                code,
                True,
                country,
                parent or "",
                kind,
                is_over=end_day is not None and end_day <= day,
                successor=successor or "",
            )
            yield from ((code, name) for name in (code, *names))

    def _load_organizations(self):
        """Add all organisations; yield the key and each name of today of each."""
        rows = Organization.objects.order_by("key").values_list(
            "key", "country__code", "abbreviation", *NAMES
        )
        for key, country, *names in rows:
            self.bodies[key] = Body(key, is_government=False, country=country or "")
            yield from ((key, name) for name in (key, *names))

    def _add_names(self, keys_and_names):
        stems = {name: split_unit(name)[0] for _key, name in keys_and_names if name}
        folded = fold_all([*stems, *stems.values()])
        for key, name in keys_and_names:
            if name and folded[stems[name]]:  # a name of signs alone is none
                self.names[folded[name]].add(key)
                self.stems[folded[stems[name]]].add(key)

    def add_new(self, code, new_body):
        """Add a body that staff want made, by its code alone.

        It has no names yet: the answer that named it leads to the code.
        """
        if new_body.parent:
            parent = self.bodies[new_body.parent]
            self.bodies[code] = Body(
                code, True, parent.country, parent.key, new_body.kind
            )
        else:
            self.bodies[code] = Body(code, is_government=False)

    def get(self, key):
        """Return the body with this code or key, None if there is none."""
        return self.bodies.get(key)

    def country_called(self, text):
        """Return the code of the country of this name, "" if there is none."""
        return self.countries.get(fold(text), "")

    def bodies_called(self, text, country="", parent=""):
        """Return the bodies that have this name, or this one but for another word.

        Both: 광주시 is a name, and 광주광역시 is a city, too.
        """
        keys = self.names.get(fold(text), set()) | self._keys_of_rank(text)
        return self.narrowed(keys, country, parent)

    def bodies_named(self, text, country="", parent=""):
        """Return the bodies of this name, which may lack the word for its rank.

        A name that is on record beats one without its word: 大阪 is the prefecture.
        """
        if bodies := self.bodies_called(text, country, parent):
            return bodies
        stem, units = split_unit(text)
        # 四日市 is 四日市市 without its word, and not a city called 四日.
        bare = fold(text) if units else fold(stem)
        return self.narrowed(self.stems.get(bare, ()), country, parent)

    def _keys_of_rank(self, text):
        """The bodies of the text's name and rank, whatever word tells the rank."""
        stem, units = split_unit(text)
        keys = self.stems.get(fold(stem), ()) if units else ()
        return {key for key in keys if self.bodies[key].unit in units}

    def narrowed(self, keys, country="", parent=""):
        """Return the bodies of these keys in a country or below a parent.

        Those that are over are left out, unless there are no others; but what took
        their place may be meant.
        """
        bodies = [self.bodies[key] for key in sorted(keys)]
        if parent:
            bodies = [body for body in bodies if self._belongs_to(body, parent)]
        if country:
            bodies = [body for body in bodies if body.country in ("", country)]
        living = [body for body in bodies if not body.is_over]
        successors = [self._successor_of(body) for body in bodies if body.is_over]
        found = (living or bodies) + [body for body in successors if body]
        return [*dict.fromkeys(found)]

    def _successor_of(self, body):
        """Return what took the place of a body that is over, None if nothing lives."""
        passed = []
        while body and body.is_over and body not in passed:
            passed.append(body)
            body = self.bodies.get(body.successor)
        return None if body in passed else body

    def _belongs_to(self, body, parent):
        """Whether a body is a part of another, or of what took that one's place.

        A county-level city stands below its province, but lists name the prefecture
        between them: 金华市义乌市.
        """
        whole = self.bodies[parent]
        if body.kind == GovernmentKind.COUNTY_LEVEL_CITY and whole.parent:
            return body.parent == whole.parent and body.kind != whole.kind
        return bool(body.parent) and body.parent in (whole.key, whole.successor)

    def similar_to(self, text, country="", parent=""):
        """Return the keys of bodies whose names the text may be a misspelling of.

        If there are many, those of the rank that the text says come before others.
        """
        stem, units = split_unit(text)
        bodies = dict.fromkeys(
            body
            for name in self.spellings.like(fold(text), fold(stem))
            for body in self.narrowed(self._keys_of(name), country, parent)
        )
        likeliest = sorted(bodies, key=lambda body: body.unit not in units)
        return sorted(body.key for body in likeliest[:MAX_CANDIDATES])

    def _keys_of(self, name):
        return self.names.get(name, set()) | self.stems.get(name, set())
