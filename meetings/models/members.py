"""The members of a series: who they are, since when, and which source says so."""

from dataclasses import dataclass, field

from django.db.models import Q

from meetings.models.cited_sources import with_cited_sources
from meetings.models.governments import Government
from meetings.models.series import SeriesMembership


@dataclass
class Member:
    """A government with its membership, or a successor of members without one."""

    government: Government
    membership: SeriesMembership | None = None
    sources: list = field(default_factory=list)

    @property
    def what_is_said(self):
        """The dates of the membership and its sources, None where none is on record."""
        row = self.membership
        dates = (row.valid_from, row.valid_to) if row else None
        return dates, tuple(source["title"] for source in self.sources)


def members_and_successors(series):
    """Return the members by country, with those that are said nowhere to be members.

    Whoever succeeds members may well be one, but that is for a source to say.
    """
    memberships = series.memberships.select_related(
        "government__country", "government__successor__country"
    )
    members = [
        Member(row.government, row, row.cited_sources)
        for row in with_cited_sources(memberships)
    ]
    known = {member.government for member in members}
    successors = {
        member.government.successor
        for member in members
        if ended_with_its_government(member.membership)
    }
    unsaid = [Member(each) for each in successors - known]
    return sorted([*members, *unsaid], key=_place)


def grouped_by_sources(members):
    """Return the members of each country with the same dates and the same sources.

    One list of governors may be the source for 47 of them.
    """
    groups = {}
    for member in members:
        country = member.government.country
        groups.setdefault((country.pk, *member.what_is_said), []).append(member)
    return list(groups.values())


def membership_history(government):
    """Return its `own` memberships, and the series that are `unsaid`.

    Its predecessors were members of them to their end; of itself no source says it.
    """
    theirs = SeriesMembership.objects.filter(
        Q(government=government) | Q(government__successor=government)
    ).select_related("series", "government")
    own = [row for row in theirs if row.government_id == government.pk]
    passed = {row.series for row in theirs if ended_with_its_government(row)}
    unsaid = passed - {row.series for row in own}
    return {"own": own, "unsaid": sorted(unsaid, key=lambda series: series.pk)}


def ended_with_its_government(membership):
    """Return whether the membership ended on the day on which its government did."""
    return bool(membership.end_day) and (
        membership.end_day == membership.government.end_day
    )


def _place(member):
    government = member.government
    since = member.membership and member.membership.valid_from
    return government.country.code, government.code, since or ""
