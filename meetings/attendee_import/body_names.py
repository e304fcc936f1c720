"""Every name that governments and organisations have or had, folded."""

from collections import defaultdict
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Body:
    """A government or organisation, for which a row of a list may be."""

    key: str
    row_id: int
    is_government: bool
    country: str = ""
    parent: str = ""
    unit: str = ""
    is_over: bool = False


class BodyNames:
    """All bodies by the folded names they have; those over by `day` are marked."""

    def __init__(self, day):
        self.bodies = {}
        self.names = defaultdict(set)  # folded whole names
        self.stems = defaultdict(set)  # folded names without the word for their rank
        self.countries = {}
        self._load_countries()
        self._load_governments(day)
        self._load_organizations()
        self.longest_first = sorted(self.names, key=len, reverse=True)

    def _load_countries(self):
        for country in Country.objects.all():
            others = COUNTRY_NAMES.get(country.code, ())
            for name in filter(None, (country.code, *names_of(country), *others)):
                self.countries[fold(name)] = country.code

    def _load_governments(self, day):
        governments = Government.objects.select_related("country", "parent")
        for row in governments.prefetch_related("names"):
            body = Body(
                row.code,
                row.pk,
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
            body = Body(row.key, row.pk, is_government=False, country=country)
            self._add(body, row.all_names)

    def _add(self, body, names):
        self.bodies[body.key] = body
        for name in filter(None, names):
            self.names[fold(name)].add(body.key)
            self.stems[fold(split_unit(name)[0])].add(body.key)

    def add_new(self, code, new):
        """Add a body that staff want to have made: see `newcomers`."""
        if new["parent"]:
            parent = self.bodies[new["parent"]]
            unit = UNIT_OF_KIND[new["kind"]]
            self.bodies[code] = Body(code, 0, True, parent.country, parent.key, unit)
        else:
            self.bodies[code] = Body(code, 0, is_government=False)

    def get(self, key):
        """The body with this code or key, None if there is none."""
        return self.bodies.get(key)


def names_of(row):
    return [getattr(row, f"name_{suffix}") for suffix in LANGUAGES]
