"""What a calendar shows of each session, followed through the versions of an agenda."""

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise

from meetings.agenda.versions import read, without_internal
from meetings.models import Delegation, Session, edtf
from meetings.models.edtf import Precision
from meetings.models.meeting_choices import MeetingStatus

# What may change of a session without its being another: where it stands.
NOT_TOLD = {"order"}
# Meetings that nobody goes to.
CALLED_OFF = {MeetingStatus.CANCELLED, MeetingStatus.NOT_HELD}


@dataclass(frozen=True)
class Audience:
    """Whose calendar it is: items of these people, or this government, are their own.

    If `own_only`, it has no session without an item of their own.
    """

    people: frozenset[int] = frozenset()
    government: int | None = None
    own_only: bool = False

    def owns(self, presenter):
        """Whether a presenter of a version, as a dict, is one of them."""
        is_theirs = presenter["bearer"] in self.people
        ours = self.government and presenter["government_id"] == self.government
        return bool(presenter["names"]) and (is_theirs or bool(ours))

    def own_items(self, kept):
        """The ids of their items in a session, as a dict; of public ones only."""
        return {
            item["id"]
            for item in kept["items"]
            if not item["is_internal"] and any(map(self.owns, item["presenters"]))
        }

    def reads(self, kept):
        """Whether the calendar shows a session, as a dict."""
        if not days(kept["date"]):
            return False
        return bool(self.own_items(kept)) if self.own_only else True


EVERYBODY = Audience()


def audience_of(subject):
    """The audience of a delegation, of a person, or of nobody in particular."""
    if subject is None:
        return EVERYBODY
    if isinstance(subject, Delegation):
        people = subject.attendees.expected().values_list("person_id", flat=True)
        return Audience(frozenset(people), subject.government_id)
    return Audience(frozenset([subject.pk]), own_only=True)


@dataclass
class Entry:
    """A session as a calendar last showed it, and how often it has changed since.

    `own` are the items of the calendar's audience; times and names are arranged.
    """

    session: Session
    own: list
    days: tuple[dt.date, dt.date]
    sequence: int
    changed_at: dt.datetime
    is_cancelled: bool


@dataclass
class Followed:
    """One session through the versions, as dicts; None where there was none."""

    kept: dict | None = None
    shown: dict | None = None
    is_shown: bool = False
    sequence: int = -1
    changed_at: dt.datetime | None = None

    def go_on(self, kept, version, audience):
        if told(kept) != told(self.kept):
            self.sequence += 1
            self.changed_at = version.made_at
        self.kept = kept
        self.is_shown = bool(kept) and audience.reads(kept)
        if self.is_shown:
            self.shown = kept


def told(kept):
    """What makes a session another for its subscribers."""
    return kept and {name: kept[name] for name in kept if name not in NOT_TOLD}


def entries(meeting, versions, audience=EVERYBODY):
    """An Entry for each session that any of the versions shows, the oldest first.

    If the meeting is called off, so are all; each turn makes them another.
    """
    followed = {}
    for version in versions:
        now = {kept["id"]: kept for kept in version.snapshot}
        for pk in {**followed, **now}:
            one = followed.setdefault(pk, Followed())
            one.go_on(now.get(pk), version, audience)
    shown = [entry(each, audience) for each in followed.values() if each.shown]
    turns = turns_of(meeting)
    for each in shown:
        each.is_cancelled |= meeting.status in CALLED_OFF
        each.sequence += len(turns)
        each.changed_at = max([each.changed_at, *turns])
    return shown


def turns_of(meeting):
    """The moments at which a meeting was called off, or taken up again."""
    kept = meeting.history.order_by("version", "history_id")
    steps = pairwise(kept.values_list("status", "history_date"))
    return [
        moment
        for (was, _then), (now, moment) in steps
        if (was in CALLED_OFF) != (now in CALLED_OFF)
    ]


def entry(followed, audience):
    (session,) = without_internal(read([followed.shown])).sessions
    own = audience.own_items(followed.shown)
    return Entry(
        session=session,
        own=[item for item in session.parts if item.pk in own],
        days=days(session.date),
        sequence=followed.sequence,
        changed_at=followed.changed_at,
        is_cancelled=not followed.is_shown,
    )


def days(date):
    """The first and the last day of a date that is known exactly, or None.

    The last year of all counts as not known, since no day may come after it.
    """
    if not date:
        return None
    known = edtf.parse(date)
    is_open = not (known.start and known.end)
    if is_open or known.is_uncertain or known.precision < Precision.DAY:
        return None
    is_last = known.latest.year == dt.MAXYEAR
    return None if is_last else (known.earliest, known.latest)
