"""What a calendar shows of each session, followed through the versions of an agenda.

A calendar that subscribes keeps an event by its id, and takes a change only with a
higher sequence number (RFC 5545, 3.8.7.4): it is counted over all versions.
"""

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise

from meetings.agenda.snapshots import with_all_columns
from meetings.agenda.versions import agenda_from, without_internal
from meetings.models import Delegation, Session, edtf
from meetings.models.meeting_choices import MeetingStatus

# What may change of a session without its being another: where it stands, and who
# worded what it is called.
UNSEEN = {"order", "origins"}
# Meetings that nobody goes to.
CALLED_OFF = {MeetingStatus.CANCELLED, MeetingStatus.NOT_HELD}


@dataclass(frozen=True)
class Audience:
    """Whom a calendar is for: items of these people, or this government, are their own.

    If `own_only`, it has no session without an item of their own. Sessions, items and
    presenters are dicts of a snapshot here.
    """

    people: frozenset[int] = frozenset()
    government: int | None = None
    own_only: bool = False

    def owns(self, presenter):
        # By the person, not the attendee: who is registered anew stays who they are.
        is_theirs = presenter["bearer"] in self.people
        ours = self.government and presenter["government_id"] == self.government
        return bool(presenter["names"]) and (is_theirs or bool(ours))

    def own_items(self, session):
        """Return the ids of their items in a session; of public ones only."""
        return {
            item["id"]
            for item in session["items"]
            if not item["is_internal"] and any(map(self.owns, item["presenters"]))
        }

    def reads(self, session):
        """Whether the calendar shows a session."""
        if not exact_days(session["date"]):
            return False
        return bool(self.own_items(session)) if self.own_only else True


EVERYBODY = Audience()


def audience_of(subject):
    """Return the audience of a delegation, of a person, or of nobody in particular."""
    if subject is None:
        return EVERYBODY
    if isinstance(subject, Delegation):
        people = subject.attendees.expected().values_list("person_id", flat=True)
        return Audience(frozenset(people), subject.government_id)
    return Audience(frozenset([subject.pk]), own_only=True)


@dataclass
class CalendarEntry:
    """A session as a calendar last showed it, and how often it has changed since.

    The session has its labels and times, its presenters their `published_name`; `own`
    are the items of the calendar's audience.
    """

    session: Session
    own: list
    days: tuple[dt.date, dt.date]
    sequence: int
    changed_at: dt.datetime
    is_cancelled: bool


@dataclass
class SessionProgress:
    """One session through the versions, as dicts of snapshots.

    `current` is None where a version has it not; `shown` is what the calendar showed
    last, which a cancelled event still shows.
    """

    current: dict | None = None
    shown: dict | None = None
    is_shown: bool = False
    sequence: int = -1
    changed_at: dt.datetime | None = None

    def advance(self, session, version, audience):
        """Go on to what the next version has of the session, if anything."""
        if visible_part(session) != visible_part(self.current):
            self.sequence += 1
            self.changed_at = version.made_at
        self.current = session
        self.is_shown = bool(session) and audience.reads(session)
        if self.is_shown:
            self.shown = session


def visible_part(session):
    """Return what makes a session another for its subscribers."""
    if session is None:
        return None
    items = [without(item, {"origins"}) for item in session["items"]]
    return without(session, UNSEEN) | {"items": items}


def without(values, names):
    return {name: value for name, value in values.items() if name not in names}


def entries(meeting, versions, audience=EVERYBODY):
    """Return a CalendarEntry for each session that any version showed, oldest first.

    If the meeting is called off, so are all sessions; each turn counts as a change.
    """
    by_pk = {}
    for version in versions:
        # A column that came with a release is no change of the session.
        sessions = with_all_columns(version.snapshot)
        current = {session["id"]: session for session in sessions}
        # Those of before, too: one that is gone must be cancelled in calendars.
        for pk in {**by_pk, **current}:
            progress = by_pk.setdefault(pk, SessionProgress())
            progress.advance(current.get(pk), version, audience)
    shown = [entry(each, audience) for each in by_pk.values() if each.shown]
    moments = cancellation_moments(meeting)
    for each in shown:
        each.is_cancelled |= meeting.status in CALLED_OFF
        each.sequence += len(moments)
        each.changed_at = max([each.changed_at, *moments])
    return shown


def cancellation_moments(meeting):
    """Return the moments at which a meeting was called off, or taken up again."""
    history = meeting.history.order_by("version", "history_id")
    steps = pairwise(history.values_list("status", "history_date"))
    return [
        moment
        for (before, _then), (after, moment) in steps
        if (before in CALLED_OFF) != (after in CALLED_OFF)
    ]


def entry(progress, audience):
    (session,) = without_internal(agenda_from([progress.shown])).sessions
    own = audience.own_items(progress.shown)
    return CalendarEntry(
        session=session,
        own=[item for item in session.item_list if item.pk in own],
        days=exact_days(session.date),
        sequence=progress.sequence,
        changed_at=progress.changed_at,
        is_cancelled=not progress.is_shown,
    )


def exact_days(date):
    """Return the first and the last day of a date that is known for sure, or None.

    The last year of all counts as not known: an all-day event ends on the day after,
    and no day may come after it.
    """
    known = edtf.parse_exact(date)
    if known is None or known.is_uncertain or not (known.start and known.end):
        return None
    is_last = known.latest.year == dt.MAXYEAR
    return None if is_last else (known.earliest, known.latest)
