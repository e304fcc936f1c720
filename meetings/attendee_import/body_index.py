"""All governments and organisations by every name they have or had, folded."""

from collections import defaultdict
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from meetings.models import Country, Government, Organization
from meetings.models.names import LANGUAGES
from meetings.text.folding import fold
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
# How similar to a name, of 100, a text must be to count as a misspelling of it. Names
# in Han and Hangul have few characters, of which one wrong one weighs more.
MIN_SIMILARITY_LATIN, MIN_SIMILARITY_NATIVE = 72, 60
MAX_CANDIDATES = 5


@dataclass(frozen=True)
class Body:
    """A government or organisation that a row of a list may belong to."""

    key: str
    is_government: bool
    country: str = ""
    parent: str = ""
    unit: str = ""
    is_over: bool = False


class BodyIndex:
    """All bodies by their folded names; those that ended by `day` are marked.

    Everything is loaded at once, in a few queries whatever the length of the list.
    """

    def __init__(self, day):
        self.bodies = {}
        self.names = defaultdict(set)  # folded whole names
        self.stems = defaultdict(set)  # folded names without the word for their rank
        self.countries = {}
        self._load_countries()
        self._load_governments(day)
        self._load_organizations()
        # Of 경상북 and 경상북도 the longer one has to be tried first.
        self.longest_first = sorted(self.names, key=len, reverse=True)

    def _load_countries(self):
        for country in Country.objects.all():
            own = [getattr(country, f"name_{suffix}") for suffix in LANGUAGES]
            others = COUNTRY_NAMES.get(country.code, ())
            for name in filter(None, (country.code, *own, *others)):
                self.countries[fold(name)] = country.code

    def _load_governments(self, day):
        governments = Government.objects.select_related("country", "parent")
        for row in governments.prefetch_related("names"):
            body = Body(
                row.code,
                is_government=True,
                country=row.country.code,
                parent=row.parent.code if row.parent else "",
                unit=UNIT_OF_KIND[row.kind],
                is_over=row.end_day is not None and row.end_day <= day,
            )
            self._add(body, row.all_names)

    def _load_organizations(self):
        organizations = Organization.objects.select_related("country")
        for row in organizations.prefetch_related("names"):
            country = row.country.code if row.country else ""
            body = Body(row.key, is_government=False, country=country)
            self._add(body, row.all_names)

    def _add(self, body, names):
        self.bodies[body.key] = body
        for name in filter(None, names):
            self.names[fold(name)].add(body.key)
            self.stems[fold(split_unit(name)[0])].add(body.key)

    def add_new(self, code, new_body):
        """Add a body that staff want made, by its code alone.

        It has no names yet: the answer that named it leads to the code.
        """
        if new_body.parent:
            parent = self.bodies[new_body.parent]
            unit = UNIT_OF_KIND[new_body.kind]
            self.bodies[code] = Body(code, True, parent.country, parent.key, unit)
        else:
            self.bodies[code] = Body(code, is_government=False)

    def get(self, key):
        """Return the body with this code or key, None if there is none."""
        return self.bodies.get(key)

    def country_called(self, text):
        """Return the code of the country of this name, "" if there is none."""
        return self.countries.get(fold(text), "")

    def bodies_named(self, text, country="", parent=""):
        """Return the bodies of this name; a whole name beats one without its unit."""
        stem, units = split_unit(text)
        keys = self.names.get(fold(text), set()) if fold(text) else set()
        if not keys and (bare := fold(stem)):
            similar = self.names.get(bare, set()) | self.stems.get(bare, set())
            keys = {k for k in similar if not units or self.bodies[k].unit in units}
        return self.narrowed(keys, country, parent)

    def narrowed(self, keys, country="", parent=""):
        """Return the bodies of these keys in a country or below a parent.

        Those that are over are left out, unless there are no others.
        """
        bodies = [self.bodies[key] for key in keys]
        if parent:
            bodies = [body for body in bodies if body.parent == parent]
        if country:
            bodies = [body for body in bodies if body.country in ("", country)]
        return [body for body in bodies if not body.is_over] or bodies

    def similar_to(self, text, country=""):
        """Return the keys of bodies whose names the text may be a misspelling of."""
        similar = self._similar_names(fold(text), self.names)
        similar |= self._similar_names(fold(split_unit(text)[0]), self.stems)
        keys = {
            body.key: None
            for name in sorted(similar, key=similar.get, reverse=True)
            for body in self.narrowed(self._keys_of(name), country)
        }
        return sorted([*keys][:MAX_CANDIDATES])

    def _keys_of(self, name):
        return self.names.get(name, set()) | self.stems.get(name, set())

    def _similar_names(self, key, names):
        is_latin = key.isascii()
        matches = process.extract(
            key,
            list(names),
            scorer=fuzz.ratio,
            score_cutoff=MIN_SIMILARITY_LATIN if is_latin else MIN_SIMILARITY_NATIVE,
            limit=2 * MAX_CANDIDATES,  # two names may be of one body
        )
        return {name: score for name, score, _position in matches}
