"""The bodies that a text of a list may mean, with what tells each from the others."""

from collections import Counter
from dataclasses import dataclass, replace

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from meetings.forms.lookups.base import Option
from meetings.forms.lookups.bodies import BODIES
from meetings.models import Government, Organization
from meetings.models.countries import SCRIPT_OF, language_of

GOVERNMENTS, ORGANIZATIONS = BODIES.parts  # whose values are codes and keys


@dataclass(frozen=True)
class Candidate(Option):
    """A body to choose: what it is called in its own script and in Latin letters.

    `script` is the language tag of the own name. `facts` say where it is: its capital,
    its country, and the day of its end if it has one.
    """

    own_name: str = ""
    script: str = ""
    latin_name: str = ""
    facts: tuple[str, ...] = ()

    @property
    def description(self):
        """It as it is told from others: 산시성: 陕西省 Shaanxi, 성도 시안, 중국."""
        own_name = self.own_name and format_html(
            '<bdi lang="{}">{}</bdi>', self.script, self.own_name
        )
        names = joined(" ", [own_name, self.latin_name])
        facts = joined(", ", [names, *self.facts])
        return format_html("<b>{}</b>: {}", self.text, facts) if facts else self.text


def joined(between, texts):
    return format_html_join(between, "{}", ((text,) for text in texts if text))


def candidates_of(codes):
    """Return the Candidate of each code of a government, or key of an organisation."""
    codes = {code for code in codes if "\x00" not in code}
    governments = Government.objects.filter(code__in=codes)
    capitals = Government.objects.capitals_of(codes)
    found = [
        government_candidate(government, capitals.get(government.code))
        for government in governments.select_related("country", "parent")
    ]
    organizations = Organization.objects.filter(key__in=codes)
    found += map(organization_candidate, organizations.select_related("country"))
    return {candidate.value: candidate for candidate in told_apart(found)}


def government_candidate(government, capital):
    seat = capital and _("capital %(name)s") % {"name": capital.stem}
    facts = seat, government.country.name, GOVERNMENTS.ended(government)
    return candidate(GOVERNMENTS.option(government), government, facts)


def organization_candidate(organization):
    country = organization.country and organization.country.name
    facts = organization.abbreviation, country
    return candidate(ORGANIZATIONS.option(organization), organization, facts)


def candidate(option, body, facts):
    """Return what an option stands for, with the names that its text lacks."""
    language = language_of(body.country)
    own_name = getattr(body, f"name_{language}") if language else ""
    return Candidate(
        option.value,
        option.text,
        option.detail,
        own_name=own_name if own_name != body.name else "",
        script=SCRIPT_OF[body.country.code] if language else "",
        latin_name=body.name_en if body.name_en != body.name else "",
        facts=tuple(filter(None, facts)),
    )


def told_apart(candidates):
    """Return the candidates, with kind and code where they read alike otherwise."""
    times = Counter(candidate.description for candidate in candidates)
    return [
        replace(each, facts=(*each.facts, each.detail))
        if times[each.description] > 1
        else each
        for each in candidates
    ]
